/** What falls due, in words. */
import type { FindingParams } from '../domain/finding.ts';
import { formatMessage, type Language } from './format.ts';
import { stepNameEn, stepNameRu } from './rules/deadline.ts';

const MONTHS_RU = '{months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}';

const UPCOMING_TEXTS = {
  visit: {
    ru: '{names, select, none {Следующее посещение} other {{missing, plural, one {Нужно ещё # посещение} few {Нужно ещё # посещения} many {Нужно ещё # посещений} other {Нужно ещё # посещения}}: {names}}} ({level}).',
    en: '{names, select, none {Next visit} other {{missing, plural, one {# more visit} other {# more visits}} needed: {names}}} ({level}).',
  },
  review: {
    ru: `Пересмотр ({level}): раз в ${MONTHS_RU}, считая с {since}.`,
    en: 'Review ({level}): every {months, plural, one {month} other {# months}}, counted from {since}.',
  },
  term: {
    ru: `{by, select, programme {Заканчивается срок программы.} other {Заканчивается срок сопровождения: ${MONTHS_RU} ({level}).}}`,
    en: '{by, select, programme {The programme ends.} other {The term of support ends: {months, plural, one {# month} other {# months}} ({level}).}}',
  },
  firstYear: {
    ru: 'Заканчивается первый год семьи ({since}): переведите её с адаптационного уровня.',
    en: 'The first year of the family ({since}) ends: move it from the adaptation level.',
  },
  deadline: {
    ru: `Последний день шага: ${stepNameRu('to')}.`,
    en: `Last day of a step: ${stepNameEn('to')}.`,
  },
  revision: {
    ru: 'Программу от {programDate} пора пересмотреть.',
    en: 'The programme of {programDate} is to be revised.',
  },
  category: {
    ru: 'Ребёнок подрастает, категория больше не подойдёт: {category}.',
    en: 'A child grows up and the category will not fit any more: {category}.',
  },
  adult: {
    ru: 'Младшему ребёнку исполняется 18 лет: подготовьте снятие семьи.',
    en: 'The youngest child turns 18: prepare to close the case.',
  },
  full: {
    ru: 'У куратора {curator} больше нет места: {count} из {limit} ({level}).',
    en: '{curator} is full: {count} of {limit} ({level}).',
  },
} as const;

interface Said {
  readonly kind: keyof typeof UPCOMING_TEXTS;
  readonly params: FindingParams;
}

/** One sentence on what falls due. The day and the family are not in it: the list shows them. */
export function upcomingMessage({ kind, params }: Said, language: Language): string {
  const own = language === 'ru' ? 'Ru' : 'En';
  const shown = Object.entries(params).map(([name, value]) =>
    name.endsWith(own) ? [name.slice(0, -own.length), value] : [name, value],
  );
  return formatMessage(language, UPCOMING_TEXTS[kind][language], Object.fromEntries(shown));
}
