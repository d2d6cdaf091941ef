/** Names of the months, January first, as they stand beside a year: «март 2026». */
export const MONTHS = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const satisfies Readonly<Record<'ru' | 'en', readonly string[]>>;
