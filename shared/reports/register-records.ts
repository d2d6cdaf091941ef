/**
 * The families of many registers as the lines of one: what the consolidated register shows on the screen and writes
 * into a workbook. A line comes from a district's sending or from a workbook that was dropped, and says from which.
 */
import { isNotClosed, isRefused, startOf } from '../domain/case-state.ts';
import { isoOf, type Day } from '../domain/day.ts';
import { FAMILY_FIELDS, fieldSpec, type FieldSpec } from '../domain/fields.ts';
import type { FamilyRow } from '../domain/register.ts';
import type { CodeValue, Person, Transfer } from '../domain/values.ts';
import type { Pack } from '../packs/pack.ts';
import { fingerprintIn } from '../privacy/fingerprint.ts';
import { showDate } from '../text/format.ts';

export type RecordState = 'open' | 'awaited' | 'closed' | 'refused';
/** In the order in which people are offered them. */
export const RECORD_STATES: readonly RecordState[] = ['open', 'awaited', 'closed', 'refused'];

/** A real date stands as `{ iso }`. */
export type RecordValue = string | number | { readonly iso: string };

export interface RegisterRecord {
  /** Unique among all lines. */
  readonly id: string;
  readonly district: string;
  /** Where the line comes from, in words. */
  readonly source: string;
  readonly isFromFile: boolean;
  readonly level: string | null;
  readonly categories: readonly string[];
  /** As it is shown; null where none is given. */
  readonly curator: string | null;
  readonly state: RecordState;
  /** By field; only what is filled. */
  readonly values: Readonly<Partial<Record<RecordField, RecordValue>>>;
}

/** Left out: lines' own numbers, what names more than the family, free text, and visits, which are counted elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'seq snils household address phone circumstances note levelComposite district ' +
    'visitDates visitsByMonth applicantBirthDate closeDecision'
  ).split(' '),
);
export type RecordField = keyof typeof FAMILY_FIELDS;
/** The fields that a line may have, in the order of the columns. */
export const RECORD_FIELDS = (Object.keys(FAMILY_FIELDS) as RecordField[]).filter((field) => !LEFT_OUT.has(field));

export interface RecordPlace {
  readonly id: string;
  readonly district: string;
  readonly source: string;
  readonly isFromFile: boolean;
  readonly asOf: Day;
  readonly pack: Pack;
  /** Texts that the region's key has opened, by field. */
  readonly opened?: Readonly<Partial<Record<string, string>>>;
}

/** One family as a line. */
export function registerRecord(row: FamilyRow, place: RecordPlace): RegisterRecord {
  const values: Partial<Record<RecordField, RecordValue>> = {};
  for (const field of RECORD_FIELDS) {
    const value = place.opened?.[field] ?? shown(field, row, place.pack);
    if (value !== null && value !== '') values[field] = value;
  }
  const { id, district, source, isFromFile } = place;
  const { level, categories } = row.values;
  const { curator } = values;
  return {
    id,
    district,
    source,
    isFromFile,
    level: level?.code ?? null,
    categories: (categories ?? []).flatMap(({ code }) => code ?? []),
    curator: typeof curator === 'string' ? curator : null,
    state: stateOf(row, place.asOf),
    values,
  };
}

function stateOf(row: FamilyRow, asOf: Day): RecordState {
  if (isRefused(row)) return 'refused';
  if (!isNotClosed(row.values.closedOn, asOf)) return 'closed';
  return startOf(row) === null ? 'awaited' : 'open';
}

/** The casts are the edge between decoded values and cells: the type of the field says what it is. */
function shown(field: RecordField, row: FamilyRow, pack: Pack): RecordValue | null {
  const value: unknown = row.values[field];
  const spec: FieldSpec | undefined = fieldSpec('families', field);
  if (spec === undefined || value === undefined || value === null) return null;
  switch (spec.type) {
    case 'date':
      return dateValue(value as Day);
    case 'number':
      return Number.isNaN(value) ? '?' : (value as number);
    case 'person':
    case 'text':
      return shortKey(value as string);
    case 'code':
      return codeText(spec, value as CodeValue, pack);
    case 'codes':
      return (value as readonly CodeValue[]).map((one) => codeText(spec, one, pack)).join('; ');
    case 'dates':
      return daysValue(value as readonly Day[]);
    case 'transfers':
      return (value as readonly Transfer[]).map((one) => transferText(one, pack)).join('; ');
    case 'people':
      return (value as readonly Person[]).map(personText).join('; ');
    default:
      return null;
  }
}

const KEY_SHOWN = 8;

/** A pseudonym is shortened: enough to tell records and people apart. Any other text stays. */
export function shortKey(text: string): string {
  const fingerprint = fingerprintIn(text);
  return fingerprint === null ? text : `№ ${fingerprint.slice(0, KEY_SHOWN)}`;
}

function dateValue(day: Day): RecordValue {
  return Number.isNaN(day) ? '?' : { iso: isoOf(day) };
}

/** A single day is a real date; several make a list. */
function daysValue(days: readonly Day[]): RecordValue {
  const [only] = days;
  return days.length === 1 && only !== undefined ? dateValue(only) : days.map(dayText).join('; ');
}

function dayText(day: Day): string {
  return Number.isNaN(day) ? '?' : showDate(isoOf(day));
}

function codeText({ codeList }: FieldSpec, { code, text }: CodeValue, pack: Pack): string {
  const entry = codeList === undefined ? undefined : pack.codes[codeList].find((one) => one.code === code);
  return entry?.title.ru ?? text;
}

function transferText({ day, level }: Transfer, pack: Pack): string {
  return level === null ? dayText(day) : `${dayText(day)} ${codeText({ ...LEVELS }, level, pack)}`;
}
const LEVELS: FieldSpec = FAMILY_FIELDS.level;

function personText({ name, birthDate, birthYearOnly }: Person): string {
  if (birthDate === null) return name;
  return `${name}, ${birthYearOnly ? dayText(birthDate).slice(-4) : dayText(birthDate)}`;
}
