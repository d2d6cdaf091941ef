/** The words of the rule book itself. What rules say stands in shared/text. */
import { PACKS } from '../../shared/packs/packs.ts';
import type { Language } from '../../shared/text/format.ts';

type Bilingual = Readonly<Record<Language, string>>;

/** Headings and labels of the pages. */
export const WORDS = {
  title: { ru: 'Книга правил', en: 'Rule book' },
  intro: {
    ru: 'Что проверяет Куратор: каждое правило с основанием, сообщением, советом и примерами. Страницы сделаны из самих правил командой `npm run rule-book`; править их вручную не нужно.',
    en: 'What Kurator checks: every rule with its basis, message, hint and examples. The pages are made from the rules themselves by `npm run rule-book`; they are not edited by hand.',
  },
  exampleNote: {
    ru: 'Примеры проверены по учебному набору норм на 31.10.2026, если не сказано иначе; имена и номера вымышлены.',
    en: 'Unless said otherwise, examples are judged by the training pack for 31.10.2026; names and numbers are invented.',
  },
  rule: { ru: 'Правило', en: 'Rule' },
  severity: { ru: 'Важность', en: 'Severity' },
  basis: { ru: 'Основание', en: 'Basis' },
  looksAt: { ru: 'Смотрит на', en: 'Looks at' },
  cannotDoWithout: { ru: 'Без чего не судит', en: 'Cannot judge without' },
  needs: { ru: 'Берёт из набора норм', en: 'Takes from the rule pack' },
  template: { ru: 'Шаблон сообщения', en: 'Template of the message' },
  hint: { ru: 'Что делать', en: 'What to do' },
  passes: { ru: 'Замечания нет', en: 'No finding' },
  fails: { ru: 'Замечание есть', en: 'A finding' },
  undecidable: { ru: 'Не проверено', en: 'Not judged' },
  asOf: { ru: 'Дата проверки', en: 'As-of date' },
  pack: { ru: 'В наборе норм иначе', en: 'Differs in the pack' },
  withoutSheet: { ru: 'На сервере, без листа', en: 'On the server, without a sheet' },
  textFile: { ru: 'Из текстового файла', en: 'From a text file' },
  leaving: { ru: 'Покидают книгу открытыми', en: 'Leave the workbook unsealed' },
  repeated: { ru: 'Повторный заголовок', en: 'Repeated heading' },
  form: { ru: 'Отчётная форма', en: 'Report form' },
  value: { ru: 'Число', en: 'Number' },
  district: { ru: 'Район', en: 'District' },
  decisions: { ru: 'Решения', en: 'Decisions' },
  fingerprints: { ru: 'Отпечатки семьи', en: 'Fingerprints of the family' },
  start: { ru: 'Начало', en: 'Start' },
  refused: { ru: 'Отказано', en: 'Refused' },
  back: { ru: 'Все разделы', en: 'All groups' },
} as const satisfies Record<string, Bilingual>;

/** How grave a rule is, in words. */
export const SEVERITIES: Readonly<Record<string, Bilingual>> = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'предупреждение', en: 'warning' },
  note: { ru: 'сведение', en: 'note' },
  'by-norm': {
    ru: 'по виду нормы: обязательная — ошибка, рекомендуемая — предупреждение',
    en: 'by the kind of the norm: required is an error, recommended a warning',
  },
};

/** Titles of the groups of rules, by the part of an id before the slash. */
export const GROUPS: Readonly<Record<string, Bilingual>> = {
  cell: { ru: 'Ячейки', en: 'Cells' },
  table: { ru: 'Таблица', en: 'Table' },
  identity: { ru: 'Кто есть кто', en: 'Identity' },
  level: { ru: 'Уровень сопровождения', en: 'Support level' },
  category: { ru: 'Категория семьи', en: 'Family category' },
  age: { ru: 'Возраст', en: 'Age' },
  caseload: { ru: 'Нагрузка', en: 'Caseload' },
  visits: { ru: 'Посещения', en: 'Visits' },
  deadline: { ru: 'Сроки', en: 'Deadlines' },
  measure: { ru: 'Мероприятия программы', en: 'Measures of the programme' },
  document: { ru: 'Документы', en: 'Documents' },
  closing: { ru: 'Снятие', en: 'Closing' },
  report: { ru: 'Отчётные формы', en: 'Report forms' },
  privacy: { ru: 'Личные данные', en: 'Privacy' },
  region: { ru: 'Регион', en: 'Region' },
};

/** Kinds of tables, in words. */
export const TABLES: Readonly<Record<string, Bilingual>> = {
  families: { ru: 'Реестр семей', en: 'Register of families' },
  members: { ru: 'Состав семей', en: 'Members of families' },
  visits: { ru: 'Журнал посещений', en: 'Journal of visits' },
  measures: { ru: 'Мероприятия', en: 'Measures' },
  specialists: { ru: 'Список специалистов', en: 'Staff list' },
  summary: { ru: 'Отчётная форма', en: 'Report form' },
};

/** What rules over kinds of columns look at. */
export const COLUMNS: Readonly<Record<string, Bilingual>> = {
  all: { ru: 'все известные графы', en: 'all known columns' },
  dates: { ru: 'все графы с датами', en: 'all columns of dates' },
  events: { ru: 'даты событий', en: 'dates of events' },
  numbers: { ru: 'все графы с числами', en: 'all columns of numbers' },
};

/** Paths into a pack, as rules name them under `needs` and, after "pack:", under `basis`. */
const PACK_PARTS: Readonly<Record<string, Bilingual>> = {
  'levels.*.caseload': { ru: 'норма нагрузки по уровням', en: 'caseload norm per level' },
  'levels.*.term': { ru: 'срок на уровне', en: 'term at a level' },
  'levels.*.visits': { ru: 'норма посещений по уровням', en: 'norm of visits per level' },
  'levels.*.review': { ru: 'срок пересмотра по уровням', en: 'review interval per level' },
  'levels.*.firstYear': {
    ru: 'ограничение уровня первым годом семьи',
    en: "limit of a level to the family's first year",
  },
  partialPeriods: { ru: 'как считать неполные периоды', en: 'how partial periods count' },
  deadlines: { ru: 'сроки процедуры', en: 'deadlines of the procedure' },
  calendar: { ru: 'производственный календарь региона', en: "the region's calendar of working days" },
  stepOrder: { ru: 'порядок шагов', en: 'order of steps' },
  programRevision: { ru: 'срок пересмотра программы', en: 'interval of programme revisions' },
  applicantMinAge: { ru: 'наименьший возраст заявителя', en: 'least age of an applicant' },
  postCareCategory: { ru: 'категория постинтернатного сопровождения', en: 'category of support after care' },
  'scope.categories': { ru: 'категории, на которые распространяется набор', en: 'categories that the pack is about' },
  codes: { ru: 'справочники', en: 'code lists' },
  'codes.levels': { ru: 'список уровней', en: 'list of levels' },
  'codes.categories': { ru: 'список категорий', en: 'list of categories' },
  'codes.signs': { ru: 'список признаков', en: 'list of signs' },
  'codes.results': { ru: 'список причин снятия и результатов', en: 'list of closing reasons and results' },
  'codes.forms': { ru: 'список форм сопровождения', en: 'list of forms of support' },
  'codes.sources': { ru: 'список источников обращения', en: 'list of sources' },
  'codes.decisions': { ru: 'список решений', en: 'list of decisions' },
};

/** The norm or list of a pack in words; its path where the book has no words for it. */
export function packPart(path: string, language: Language): string {
  return PACK_PARTS[path]?.[language] ?? `\`${path}\``;
}

/** Sources that no norm of a pack cites, by the short names that rules use. */
const FURTHER_SOURCES: Readonly<Record<string, Bilingual>> = {
  S001: {
    ru: 'Буклет о социальном сопровождении семей с детьми: категории, услуги, уровни',
    en: 'Leaflet on social support of families with children: categories, services, levels',
  },
  S002: {
    ru: 'Алгоритм социального сопровождения, постановление областной МКДН от 20.04.2017 № 2.3.-П\\25',
    en: 'Algorithm of social support, resolution of the regional commission of 20.04.2017 No. 2.3.-П\\25',
  },
  D09: {
    ru: 'Постановления Правительства РФ о переносе выходных дней',
    en: 'Decrees of the Government on moved days off',
  },
  D15: {
    ru: 'Тульская область, приказ о сопровождении замещающих семей: корректировка программы раз в квартал',
    en: 'Tula region, order on support of substitute families: the programme is adjusted every quarter',
  },
  F06: { ru: 'Форма отчёта о государственной социальной помощи', en: 'Report form on state social assistance' },
  F07: { ru: 'Форма 103-РИК, раздел 1', en: 'Form 103-RIK, section 1' },
  F08: { ru: 'Форма 103-РИК, раздел 2: движение численности', en: 'Form 103-RIK, section 2: movement' },
  F13: { ru: 'Сводная таблица по районам', en: 'Consolidated table by districts' },
  R02: {
    ru: 'Причина снятия: достижение младшим ребёнком 18 лет',
    en: 'Closing reason: the youngest child has reached 18',
  },
  'rules.md': { ru: 'Общее требование к ведению реестра', en: 'General requirement of keeping a register' },
  'domain.md 2.4': {
    ru: 'Снятие семьи в СОП с учёта решает муниципальная комиссия по делам несовершеннолетних',
    en: 'The municipal commission for minors decides on taking a family at risk off the register',
  },
  'domain.md 5.1': { ru: 'Контрольное число СНИЛС', en: 'Check number of a SNILS' },
  'domain.md 5.4': {
    ru: 'План нумерации: 10 знаков национального номера',
    en: 'Numbering plan: 10 digits of a national number',
  },
};

/** A basis in words, with its address where one is known. */
export function basisText(basis: string, language: Language): string {
  if (basis.startsWith('pack:')) {
    const part = packPart(basis.slice('pack:'.length), language);
    return language === 'ru' ? `набор норм: ${part}` : `rule pack: ${part}`;
  }
  const text = FURTHER_SOURCES[basis]?.[language];
  const cited = citedSources().get(basis);
  const words = text ?? cited?.text[language] ?? basis;
  return cited?.url ? `${words} (<${cited.url}>)` : words;
}

interface Cited {
  readonly text: Bilingual;
  readonly url?: string | undefined;
}

/** Sources that the packs cite for their norms, by id. */
function citedSources(): ReadonlyMap<string, Cited> {
  const found = new Map<string, Cited>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && 'text' in value && 'status' in value && typeof value.id === 'string') {
      found.set(value.id, value as unknown as Cited);
    }
    for (const part of Object.values(value)) visit(part);
  };
  for (const pack of PACKS) visit([pack.basis, pack.levels, pack.deadlines, pack.programRevision, pack.positiveShare]);
  return found;
}
