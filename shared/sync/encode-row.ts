/** A row of the register as it travels: derived field by field from its travel form, nothing else leaves. */
import { dayOfIso, isoOf, type Day } from '../domain/day.ts';
import { fieldSpec, type FieldSpec } from '../domain/fields.ts';
import { caseNumberOf } from '../domain/person-name.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { CodeValue, CountsByPeriod, Transfer } from '../domain/values.ts';
import { isSpecialCode } from '../privacy/classes.ts';
import { documentNumberProblem, type IdentifyingKind } from '../privacy/detector.ts';
import {
  FAMILY_FACTS,
  isSentKind,
  travelForm,
  travellingFields,
  type KeyPurpose,
  type SentKind,
} from '../privacy/travel.ts';
import { MAX_LIST } from './limits.ts';
import { UNKNOWN, WITHHELD, type WireValue, type WireValues } from './wire-values.ts';

/** A value that stays although its field may leave. */
export interface Withheld {
  readonly field: string;
  readonly looksLike: IdentifyingKind;
}

export interface EncodedRow {
  readonly kind: SentKind;
  readonly values: WireValues;
  readonly withheld: readonly Withheld[];
}

export type PseudonymOf = (purpose: KeyPurpose, text: string) => string;

type Decoded = Readonly<Record<string, unknown>>;

/** The texts of a row that will travel as pseudonyms, to be turned into them beforehand (hashing is asynchronous). */
export function textsToPseudonymise(row: RegisterRow): readonly { purpose: KeyPurpose; text: string }[] {
  if (!isSentKind(row.kind)) return [];
  const values: Decoded = row.values;
  return travellingFields(row.kind).flatMap((field) => {
    const form = travelForm(row.kind, field);
    const text = values[field];
    return form?.as === 'key' && typeof text === 'string' && !isUnnamed(form.purpose, text)
      ? [{ purpose: form.purpose, text }]
      : [];
  });
}

/** The row as it travels, or null for a kind that stays in the workbook. */
export function encodeRow(row: RegisterRow, pseudonymOf: PseudonymOf): EncodedRow | null {
  if (!isSentKind(row.kind)) return null;
  const decoded: Decoded = row.values;
  const values: Record<string, WireValue> = {};
  const withheld: Withheld[] = [];
  for (const field of travellingFields(row.kind)) {
    const value = decoded[field];
    const form = travelForm(row.kind, field);
    const spec = fieldSpec(row.kind, field);
    if (value === undefined || form === null || spec === undefined) continue;
    if (form.as === 'key')
      values[field] = isUnnamed(form.purpose, value) ? null : pseudonymOf(form.purpose, String(value));
    else if (form.as === 'filled') values[field] = isBlank(value) ? null : true;
    else {
      values[field] = encodeValue(spec, value);
      const looksLike = spec.type === 'text' && !isBlank(value) ? documentNumberProblem(String(value).trim()) : null;
      if (looksLike !== null) {
        values[field] = WITHHELD;
        withheld.push({ field, looksLike });
      }
    }
  }
  if (row.kind === 'families' && row.levelBefore !== undefined) {
    values[FAMILY_FACTS.levelBefore] = row.levelBefore.code ?? UNKNOWN;
  }
  return { kind: row.kind, values, withheld };
}

/** Nothing to make a pseudonym of: the server would join the cases that the rules tell apart by «б/н». */
function isUnnamed(purpose: KeyPurpose, value: unknown): boolean {
  return isBlank(value) || (purpose === 'case' && caseNumberOf(String(value)) === null);
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** The casts here are the edge between decoded values and JSON: the field's type says what the value is. */
function encodeValue(spec: FieldSpec, value: unknown): WireValue {
  if (isBlank(value)) return spec.type === 'counts' ? {} : null;
  switch (spec.type) {
    case 'text':
      return String(value).trim();
    case 'date':
      return encodeDay(value as Day);
    case 'dates':
      return bounded((value as readonly Day[]).map(encodeDay));
    case 'number':
      return encodeNumber(value as number);
    case 'code':
      return encodeCode(spec, value as CodeValue);
    case 'codes':
      return bounded((value as readonly CodeValue[]).map((code) => encodeCode(spec, code)));
    case 'transfers':
      return bounded((value as readonly Transfer[]).map((transfer) => encodeTransfer(transfer)));
    case 'counts':
      return encodeCounts(value as CountsByPeriod);
    case 'person':
    case 'people':
      throw new Error('a person never leaves as a value');
  }
}

/** A list that no cell of a real register holds is not cut in silence: it travels as one unreadable entry. */
function bounded<T>(list: readonly T[]): readonly T[] | readonly [typeof UNKNOWN] {
  return list.length > MAX_LIST ? [UNKNOWN] : list;
}

function encodeDay(day: Day): string {
  if (!Number.isInteger(day) || Math.abs(day) > 2_000_000) return UNKNOWN;
  const iso = isoOf(day);
  return dayOfIso(iso) === day ? iso : UNKNOWN;
}

function encodeNumber(value: number): number | string {
  return Number.isFinite(value) && Math.abs(value) <= 1e9 ? value : UNKNOWN;
}

function encodeCode(spec: FieldSpec, value: CodeValue): string {
  if (value.code === null || !/^[A-Z][A-Z0-9_]{0,31}$/.test(value.code)) return UNKNOWN;
  return spec.codeList !== undefined && isSpecialCode(spec.codeList, value.code) ? WITHHELD : value.code;
}

function encodeTransfer({ day, level }: Transfer): { readonly day: string; readonly level: string | null } {
  return { day: encodeDay(day), level: level === null ? null : (level.code ?? UNKNOWN) };
}

function encodeCounts(counts: CountsByPeriod): Readonly<Record<string, number | string | null>> {
  const entries = Object.entries(counts).filter(([period]) => /^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/.test(period));
  return Object.fromEntries(entries.map(([period, count]) => [period, count === null ? null : encodeNumber(count)]));
}
