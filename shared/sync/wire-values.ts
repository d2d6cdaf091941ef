/**
 * Values as they travel [PR3]: JSON with three kinds of nothing (absent, null, "?") and "*" for what stays home.
 * A NaN of the register becomes "?", and "?" becomes NaN again.
 */
import * as z from 'zod';
import type { FieldSpec } from '../domain/fields.ts';
import type { FAMILY_FACTS, TravelForm } from '../privacy/travel.ts';
import { MAX_LIST, MAX_SEALED, MAX_TEXT } from './limits.ts';

/** Filled, but unreadable or in no list. */
export const UNKNOWN = '?';
/** Filled, but held back for privacy. */
export const WITHHELD = '*';

export type WireScalar = string | number | true | null;
export type WireTransfer = { readonly day: string; readonly level: string | null };
export type WireValue =
  WireScalar | readonly (string | WireTransfer)[] | { readonly [period: string]: number | string | null };
export type WireValues = { readonly [field: string]: WireValue };

const unknown = z.literal(UNKNOWN);
const withheld = z.literal(WITHHELD);
const day = z.union([z.iso.date(), unknown]);
const number = z.union([z.number().min(-1e9).max(1e9), unknown]);
const code = z.union([z.string().regex(/^[A-Z][A-Z0-9_]{0,31}$/), unknown, withheld]);
const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/);
const transfer = z.strictObject({ day, level: code.nullable() });
const text = z.string().min(1).max(MAX_TEXT);

/** The schema of a field that leaves as a value. People never do. */
function valueSchema(spec: FieldSpec): z.ZodType<WireValue> {
  switch (spec.type) {
    case 'text':
      return text.nullable();
    case 'date':
      return day.nullable();
    case 'dates':
      return z.array(day).max(MAX_LIST).nullable();
    case 'number':
      return number.nullable();
    case 'code':
      return code.nullable();
    case 'codes':
      return z.array(code).max(MAX_LIST).nullable();
    case 'transfers':
      return z.array(transfer).max(MAX_LIST).nullable();
    case 'counts':
      return z.record(period, number.nullable()).refine((counts) => Object.keys(counts).length <= MAX_LIST);
    case 'person':
    case 'people':
      throw new Error('a person never leaves as a value');
  }
}

const pseudonym = { case: /^kc1_[A-Za-z0-9_-]{22}$/, person: /^kp1_[A-Za-z0-9_-]{22}$/ } as const;

/** The schema of a field in the form in which it leaves. */
export function wireSchema(spec: FieldSpec, form: TravelForm): z.ZodType<WireValue> {
  switch (form.as) {
    case 'value':
      return valueSchema(spec);
    case 'key':
      return z.string().regex(pseudonym[form.purpose]).nullable();
    case 'filled':
      return z.literal(true).nullable();
  }
}

/** A value sealed with the region's key: form, key, nonce and ciphertext [PR9]. */
export const sealedSchema: z.ZodType<WireValue> = z
  .string()
  .max(MAX_SEALED)
  .regex(/^s1\.[A-Za-z0-9]{8}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22,}$/)
  .nullable();

/** The schemas of what travels beside the fields of a family. */
export const FAMILY_FACT_SCHEMAS: Readonly<Record<keyof typeof FAMILY_FACTS, z.ZodType<WireValue>>> = {
  levelBefore: code.nullable(),
  fingerprints: z.array(z.string().regex(/^[A-Za-z0-9_-]{22}$/)).max(MAX_LIST),
};

/** True when two wire values are the same. The order of keys in an object does not matter. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  return canonicalJson(a) === canonicalJson(b);
}

/**
 * JSON with sorted keys and no blanks (RFC 8785 for the values that travel: strings, whole and decimal numbers,
 * booleans, null). Equal values have equal texts.
 */
export function canonicalJson(value: unknown): string {
  // Made for every row of a push. What the schemas give is in order; a copy in order is made faster than a text of parts.
  const copy = inOrder(value);
  return copy === undefined ? inParts(value) : JSON.stringify(copy);
}

/** Keys that do not stay where they are put: objects list whole numbers first, and one is no property. */
function isOutOfPlace(key: string): boolean {
  return key < ':' ? /^\d+$/.test(key) : key === '__proto__';
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isInOrder(item));
  const fields = value as Readonly<Record<string, unknown>>;
  let last = '';
  // A list of keys for every row would be the collector's. A key of a prototype costs a copy, and changes nothing.
  for (const key in fields) {
    if (key < last || isOutOfPlace(key) || !isInOrder(fields[key])) return false;
    last = key;
  }
  return true;
}

/** The value, or a copy that lists its keys in order; undefined where a key would not stay in its place. */
function inOrder(value: unknown): unknown {
  if (isInOrder(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => inOrder(item));
    return items.includes(undefined) ? undefined : items;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(fields).toSorted()) {
    if (isOutOfPlace(key)) return undefined;
    const item = fields[key];
    if (item === undefined) continue;
    const inner = inOrder(item);
    if (inner === undefined) return undefined;
    copy[key] = inner;
  }
  return copy;
}

function inParts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => inParts(item)).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
  return `{${keys
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${inParts(fields[key])}`)
    .join(',')}}`;
}
