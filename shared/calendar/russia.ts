/**
 * The production calendar of Russia (five-day week) as data: days off by article 112 of the Labour Code and by the
 * yearly decrees of the Government, working Saturdays, and days shorter by an hour.
 *
 * A decree appears only in August to October of the year before, so the newest year may be provisional. A year that is
 * not here is unknown: nothing is counted through it, and certainly not by weekends alone.
 */

/** One year of the calendar. Days as "MM-DD". */
export interface CalendarYear {
  /** Days off besides Saturdays and Sundays; a day off that falls on a weekend may be named too. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly work: readonly string[];
  /** Working days shorter by an hour. Kept for the record: they count as whole days. */
  readonly short: readonly string[];
  /** True while the decree on moved days off is missing: only what article 112 makes sure is in. */
  readonly provisional: boolean;
  readonly source: { readonly text: string; readonly url: string };
}

const days = (list: string): readonly string[] => list.split(' ');
const NEW_YEAR = days('01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08');

/** Years of the calendar, without a gap. */
export const RUSSIA: Readonly<Record<number, CalendarYear>> = {
  2024: {
    off: [...NEW_YEAR, ...days('02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31')],
    work: ['04-27', '11-02', '12-28'],
    short: ['02-22', '03-07', '05-08', '06-11', '11-02'],
    provisional: false,
    source: {
      text: 'Постановление Правительства РФ от 10.08.2023 N 1314',
      url: 'https://normativ.kontur.ru/document?documentId=454126&moduleId=1',
    },
  },
  2025: {
    off: [...NEW_YEAR, ...days('02-23 03-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31')],
    work: ['11-01'],
    short: ['03-07', '04-30', '06-11', '11-01'],
    provisional: false,
    source: {
      text: 'Постановление Правительства РФ от 04.10.2024 N 1335',
      url: 'https://teko.cntd.ru/news/read/reglamentirovan-perenos-vyhodnyh-dney-v-2025-godu/novosti-po-okhrane-truda',
    },
  },
  2026: {
    off: [...NEW_YEAR, ...days('01-09 02-23 03-08 03-09 05-01 05-09 05-11 06-12 11-04 12-31')],
    work: [],
    short: ['04-30', '05-08', '06-11', '11-03'],
    provisional: false,
    source: {
      text: 'Постановление Правительства РФ от 24.09.2025; ТК РФ, ст. 112',
      url: 'https://ria.ru/20250924/mishustin--2044066128.html',
    },
  },
  2027: {
    off: [...NEW_YEAR, ...days('02-23 03-08 05-01 05-03 05-09 05-10 06-12 06-14 11-04')],
    work: [],
    short: [],
    provisional: true,
    source: {
      text: 'ТК РФ, ст. 112; постановления о переносе выходных дней на 2027 год нет',
      url: 'https://lawnotes.ru/tk-rf/chast-3/razdel-v/glava-18/statya-112',
    },
  },
};
