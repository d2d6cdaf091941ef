/**
 * The consolidated register as a sheet: a title, one row of headings that our own reader knows, a native table. Unlike
 * other reports it does not carry their sign: it is a register, and a check reads it like any other.
 */
import { FAMILY_FIELDS } from '../domain/fields.ts';
import type { ReportCell, ReportSheet } from '../domain/report-sheet.ts';
import { RECORD_FIELDS, type RecordField, type RecordValue, type RegisterRecord } from './register-records.ts';

export interface RegisterSheetTexts {
  readonly name: string;
  readonly title: string;
  /** The line under the title: as of when, and by whom it was written. */
  readonly lead: string;
}

const HEADING_ROW = 4;
const SOURCE_TITLE = 'Откуда запись';

/** Headings are Russian in every language: they are the words by which registers are read. */
export function registerSheet(records: readonly RegisterRecord[], texts: RegisterSheetTexts): ReportSheet {
  const fields = filledFields(records);
  const headings = [
    FAMILY_FIELDS.seq.title.ru,
    FAMILY_FIELDS.district.title.ru,
    ...fields.map((field) => FAMILY_FIELDS[field].title.ru),
    SOURCE_TITLE,
  ];
  const caseNoOf = ownCaseNumbers(records);
  const area = { top: HEADING_ROW, left: 0, bottom: HEADING_ROW + records.length, right: headings.length - 1 };
  return {
    name: texts.name,
    widths: headings.map((heading, index) => (index === 0 ? 7 : Math.min(28, Math.max(12, heading.length)))),
    rows: [
      [{ value: texts.title, look: 'title' }],
      [{ value: texts.lead }],
      [],
      headings.map((value) => ({ value, look: 'heading' })),
      ...records.map((record, index): readonly ReportCell[] => [
        { value: index + 1 },
        { value: record.district },
        ...fields.map((field) => cellOf(field === 'caseNo' ? caseNoOf(record) : record.values[field])),
        { value: record.source },
      ]),
    ],
    tables: [{ name: 'Kurator_Register', area }],
  };
}

/** Every district counts its cases from one: a number that several districts use is told apart by the district. */
function ownCaseNumbers(records: readonly RegisterRecord[]): (record: RegisterRecord) => RecordValue | undefined {
  const districtsOf = new Map<string, Set<string>>();
  for (const { district, values } of records) {
    const number = String(values.caseNo ?? '');
    districtsOf.set(number, (districtsOf.get(number) ?? new Set()).add(district));
  }
  return ({ district, values: { caseNo } }) =>
    caseNo === undefined || districtsOf.get(String(caseNo))?.size === 1 ? caseNo : `${String(caseNo)} · ${district}`;
}

/** The columns that some line fills, in the order of the field list. */
export function filledFields(records: readonly RegisterRecord[]): readonly RecordField[] {
  const filled = new Set(records.flatMap(({ values }) => Object.keys(values)));
  return RECORD_FIELDS.filter((field) => filled.has(field));
}

function cellOf(value: RecordValue | undefined): ReportCell {
  if (value === undefined) return { value: '' };
  return typeof value === 'object' ? { value: value.iso, format: 'date' } : { value };
}
