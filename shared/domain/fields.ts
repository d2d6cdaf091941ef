/**
 * Every field a register can have, by table kind. The one place: reading, rules, privacy, sync and the screen
 * derive what they need from it. Names are a contract (rule catalogue, section 2).
 */
import type { FieldType, ValueByType } from './values.ts';

/** Code lists a field's values are taken from. The lists themselves come with the pack. */
export const CODE_LISTS = [
  'levels',
  'categories',
  'signs',
  'sources',
  'forms',
  'applicantKinds',
  'decisions',
  'results',
  'helpKinds',
  'organisations',
] as const;
export type CodeListName = (typeof CODE_LISTS)[number];
/** Those that fields take their values from: no field names an organisation. */
export const FIELD_LISTS = CODE_LISTS.filter((list) => list !== 'organisations');

export interface FieldSpec {
  readonly type: FieldType;
  /** The field's name for people, as a heading would say it. */
  readonly title: { readonly ru: string; readonly en: string };
  readonly codeList?: CodeListName;
  /** An event that has happened: must not lie after the as-of date. */
  readonly isPastEvent?: true;
  /** Line breaks in the cell are meant (lists, families). */
  readonly isMultiline?: true;
  /** Only whole numbers make sense. */
  readonly isWhole?: true;
}

const field = <T extends FieldType>(type: T, ru: string, en: string, more: Omit<FieldSpec, 'type' | 'title'> = {}) =>
  ({ type, title: { ru, en }, ...more }) as const;

export const FAMILY_FIELDS = {
  seq: field('text', '№ п/п', 'No.'),
  caseNo: field('text', 'Номер дела', 'Case number'),
  applicant: field('person', 'Заявитель', 'Applicant'),
  snils: field('text', 'СНИЛС', 'SNILS'),
  household: field('people', 'Состав семьи', 'Household', { isMultiline: true }),
  children: field('people', 'Дети', 'Children', { isMultiline: true }),
  childrenCount: field('number', 'Число детей', 'Number of children', { isWhole: true }),
  address: field('text', 'Адрес', 'Address'),
  phone: field('text', 'Телефон', 'Telephone', { isMultiline: true }),
  categories: field('codes', 'Категория семьи', 'Family category', { codeList: 'categories', isMultiline: true }),
  signs: field('codes', 'Признаки', 'Signs', { codeList: 'signs', isMultiline: true }),
  circumstances: field('text', 'Обстоятельства', 'Circumstances', { isMultiline: true }),
  source: field('code', 'Источник обращения', 'Source', { codeList: 'sources' }),
  form: field('code', 'Форма сопровождения', 'Form of support', { codeList: 'forms' }),
  applicantKind: field('code', 'Кто обратился', 'Kind of applicant', { codeList: 'applicantKinds' }),
  applicantBirthDate: field('date', 'Дата рождения заявителя', "Applicant's birth date"),
  applicationDate: field('date', 'Дата заявления', 'Application date', { isPastEvent: true }),
  surveyDate: field('date', 'Дата обследования', 'Survey date', { isPastEvent: true }),
  curator: field('person', 'Куратор', 'Curator'),
  level: field('code', 'Уровень сопровождения', 'Support level', { codeList: 'levels' }),
  levelComposite: field('text', 'Уровень, срок и переводы', 'Level, term and transfers', { isMultiline: true }),
  termMonths: field('number', 'Срок, месяцев', 'Term, months', { isWhole: true }),
  formedOn: field('date', 'Дата образования семьи', 'Family formed on'),
  programNo: field('text', 'Номер программы', 'Programme number'),
  programDate: field('date', 'Дата программы', 'Programme date', { isPastEvent: true }),
  programUntil: field('date', 'Срок программы до', 'Programme until'),
  decision: field('code', 'Решение', 'Decision', { codeList: 'decisions' }),
  decisionNo: field('text', 'Номер решения', 'Decision number'),
  decisionDate: field('date', 'Дата решения', 'Decision date', { isPastEvent: true }),
  contractNo: field('text', 'Номер договора', 'Contract number'),
  contractDate: field('date', 'Дата договора', 'Contract date', { isPastEvent: true }),
  startDate: field('date', 'Начало сопровождения', 'Start of support', { isPastEvent: true }),
  registeredOn: field('date', 'Дата постановки на учёт', 'Registered on', { isPastEvent: true }),
  transfers: field('transfers', 'Переводы на другой уровень', 'Level transfers', {
    isPastEvent: true,
    isMultiline: true,
  }),
  reviewDates: field('dates', 'Даты пересмотра', 'Review dates', { isPastEvent: true, isMultiline: true }),
  lastReview: field('date', 'Последний пересмотр', 'Last review', { isPastEvent: true }),
  nextReview: field('date', 'Следующий пересмотр', 'Next review'),
  visitDates: field('dates', 'Даты посещений', 'Visit dates', { isPastEvent: true, isMultiline: true }),
  visitCount: field('number', 'Число посещений', 'Number of visits', { isWhole: true }),
  visitsByMonth: field('counts', 'Посещений за месяц', 'Visits in the month', { isWhole: true }),
  lastVisit: field('date', 'Последнее посещение', 'Last visit', { isPastEvent: true }),
  nextVisit: field('date', 'Следующее посещение', 'Next visit'),
  helpKinds: field('codes', 'Виды помощи', 'Kinds of help', { codeList: 'helpKinds', isMultiline: true }),
  result: field('code', 'Результат', 'Result', { codeList: 'results' }),
  closedOn: field('date', 'Дата снятия', 'Closed on', { isPastEvent: true }),
  closeReason: field('code', 'Причина снятия', 'Reason for closing', { codeList: 'results' }),
  closeDecision: field('text', 'Решение о снятии', 'Decision to close'),
  consentDate: field('date', 'Согласие на обработку данных', 'Consent date'),
  district: field('text', 'Район', 'District'),
  note: field('text', 'Примечание', 'Note', { isMultiline: true }),
} as const satisfies Record<string, FieldSpec>;

export const MEMBER_FIELDS = {
  caseNo: field('text', 'Номер дела', 'Case number'),
  applicant: field('person', 'Заявитель', 'Applicant'),
  name: field('person', 'ФИО члена семьи', 'Name'),
  relation: field('text', 'Родство', 'Relation'),
  birthDate: field('date', 'Дата рождения', 'Birth date'),
  snils: field('text', 'СНИЛС', 'SNILS'),
  disability: field('text', 'Инвалидность', 'Disability'),
  study: field('text', 'Учёба', 'Study'),
} as const satisfies Record<string, FieldSpec>;

export const VISIT_FIELDS = {
  caseNo: field('text', 'Номер дела', 'Case number'),
  applicant: field('person', 'Заявитель', 'Applicant'),
  date: field('date', 'Дата посещения', 'Visit date', { isPastEvent: true }),
  specialist: field('person', 'Специалист', 'Specialist'),
  kind: field('text', 'Вид посещения', 'Kind of visit'),
  result: field('text', 'Результат', 'Result', { isMultiline: true }),
} as const satisfies Record<string, FieldSpec>;

export const MEASURE_FIELDS = {
  caseNo: field('text', 'Номер дела', 'Case number'),
  applicant: field('person', 'Заявитель', 'Applicant'),
  measure: field('text', 'Мероприятие', 'Measure', { isMultiline: true }),
  helpKind: field('code', 'Вид помощи', 'Kind of help', { codeList: 'helpKinds' }),
  organisation: field('text', 'Организация', 'Organisation'),
  responsible: field('person', 'Ответственный', 'Responsible'),
  dueDate: field('date', 'Срок исполнения', 'Due date'),
  doneDate: field('date', 'Дата исполнения', 'Done on', { isPastEvent: true }),
  result: field('text', 'Результат', 'Result', { isMultiline: true }),
} as const satisfies Record<string, FieldSpec>;

export const SPECIALIST_FIELDS = {
  name: field('person', 'ФИО специалиста', 'Name'),
  position: field('text', 'Должность', 'Position'),
  rate: field('number', 'Ставка', 'Rate'),
  district: field('text', 'Район', 'District'),
} as const satisfies Record<string, FieldSpec>;

/** The fields of each kind of record table. Report forms (`summary`) have figures instead, see register.ts. */
export const FIELDS = {
  families: FAMILY_FIELDS,
  members: MEMBER_FIELDS,
  visits: VISIT_FIELDS,
  measures: MEASURE_FIELDS,
  specialists: SPECIALIST_FIELDS,
} as const;

/** Kinds of tables that hold records. */
export type RecordKind = keyof typeof FIELDS;
/** All kinds of tables a workbook may hold. */
export type TableKind = RecordKind | 'summary';

/** Names of the fields of a kind of record. */
export type FieldOf<K extends RecordKind> = Extract<keyof (typeof FIELDS)[K], string>;
/** A field of any table. */
export type AnyField = { [K in RecordKind]: FieldOf<K> }[RecordKind];

type ValueOf<S> = S extends { readonly type: infer T extends FieldType } ? ValueByType[T] | null : never;

/** The decoded values of a record: absent key = no column, null = empty cell. */
export type ValuesOf<K extends RecordKind> = {
  readonly [F in FieldOf<K>]?: ValueOf<(typeof FIELDS)[K][F & keyof (typeof FIELDS)[K]]>;
};

/** What is known of a field; undefined for a name that the kind of table does not have. */
export function fieldSpec(kind: RecordKind, name: string): FieldSpec | undefined {
  const specs: Readonly<Record<string, FieldSpec>> = FIELDS[kind];
  return Object.hasOwn(specs, name) ? specs[name] : undefined;
}
