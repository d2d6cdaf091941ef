/** In which form a field leaves the workbook, if at all. Derived from the classes, and checked against them by a test. */
import { FIELDS, type RecordKind } from '../domain/fields.ts';
import { fieldClass } from './classes.ts';

/** Whose pseudonym it is: pseudonyms of different purposes never coincide [PR5]. */
export type KeyPurpose = 'case' | 'person';

export type TravelForm =
  | { readonly as: 'value' }
  | { readonly as: 'key'; readonly purpose: KeyPurpose }
  /** Only whether the cell is filled [PR6]. */
  | { readonly as: 'filled' };

const CASE = { as: 'key', purpose: 'case' } as const;
const PERSON = { as: 'key', purpose: 'person' } as const;
const FILLED = { as: 'filled' } as const;

/** Fields that are not open and still leave a trace, because caseload and document rules need it. */
const TRACES: { readonly [K in RecordKind]?: Readonly<Record<string, TravelForm>> } = {
  families: { caseNo: CASE, applicant: PERSON, curator: PERSON, closeDecision: FILLED },
  visits: { caseNo: CASE, applicant: PERSON, specialist: PERSON },
  measures: { caseNo: CASE, applicant: PERSON, responsible: PERSON, organisation: FILLED, result: FILLED },
  specialists: { name: PERSON },
};

/** Kinds of records that are sent. Members are not: nothing of them may leave. */
export const SENT_KINDS = ['families', 'visits', 'measures', 'specialists'] as const satisfies readonly RecordKind[];
export type SentKind = (typeof SENT_KINDS)[number];

/** Rows of members stay in the workbook; all other kinds are sent. */
export function isSentKind(kind: RecordKind): kind is SentKind {
  return kind !== 'members';
}

/** How a field leaves the workbook; null when it stays. */
export function travelForm(kind: RecordKind, field: string): TravelForm | null {
  if (!isSentKind(kind)) return null;
  if (fieldClass(kind, field) === 'open') return { as: 'value' };
  const traces = TRACES[kind];
  return traces !== undefined && Object.hasOwn(traces, field) ? (traces[field] ?? null) : null;
}

/** The fields of a kind that leave in some form, in the order of the field list. */
export function travellingFields(kind: SentKind): readonly string[] {
  return Object.keys(FIELDS[kind]).filter((field) => travelForm(kind, field) !== null);
}

/** The fields of a kind that may leave encrypted with the region's key, beside their pseudonym or trace [PR9]. */
export function sealedFields(kind: SentKind): readonly string[] {
  return Object.keys(FIELDS[kind]).filter((field) => fieldClass(kind, field) === 'sealed');
}

/** Under which name an encrypted field travels. No field of any table has a dot in its name. */
export const SEALED_PREFIX = 'sealed.';

/** Under which name a sealed field travels. */
export function sealedName(field: string): string {
  return SEALED_PREFIX + field;
}

/** The field of a name of `sealedName`; null for any other name. */
export function unsealedName(name: string): string | null {
  return name.startsWith(SEALED_PREFIX) ? name.slice(SEALED_PREFIX.length) : null;
}

/** What travels beside the fields of a family: made from several of them. */
export const FAMILY_FACTS = {
  /** The level before the first transfer, where a composite cell names it. */
  levelBefore: 'levelBefore',
  /** Keyed fingerprints of the family, for the region's search for one family in two districts [PR10]. */
  fingerprints: 'fingerprints',
} as const;

/** The field that a value belongs to, under whichever of its names it travels. */
export function plainField(name: string): string {
  return name === FAMILY_FACTS.levelBefore ? 'level' : (unsealedName(name) ?? name);
}
