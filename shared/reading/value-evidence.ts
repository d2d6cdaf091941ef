/**
 * What the values of a column say where its heading is unknown or misleading: a column of «базовый», «кризисный» is
 * the level, whatever stands above it. Always with doubt: the screen asks the person.
 */
import type { CodeListName, RecordKind } from '../domain/fields.ts';
import type { ColumnProfile } from './column-profile.ts';

/** Lists whose wordings tell the field by themselves, with the field of each kind of table. */
const LISTS: Readonly<Partial<Record<RecordKind, readonly (readonly [CodeListName, string])[]>>> = {
  families: [
    ['levels', 'level'],
    ['categories', 'categories'],
    ['decisions', 'decision'],
    ['sources', 'source'],
    ['forms', 'form'],
    ['applicantKinds', 'applicantKind'],
    ['results', 'closeReason'],
    ['signs', 'signs'],
    ['helpKinds', 'helpKinds'],
  ],
  measures: [['helpKinds', 'helpKind']],
};

type Shape = readonly [field: string, share: (profile: ColumnProfile) => number];

/** Looks that only one field of the kind has. */
const SHAPES: Readonly<Partial<Record<RecordKind, readonly Shape[]>>> = {
  families: [
    ['snils', (p) => p.snils],
    ['phone', (p) => p.fullPhone()],
    ['children', (p) => p.minors()],
    ['levelComposite', (p) => p.levelAndMore],
    ['address', (p) => p.address * p.text * (1 - p.person)],
  ],
  members: [
    ['snils', (p) => p.snils],
    ['relation', (p) => p.relation()],
  ],
};

const MAJORITY = 0.6;
/** Fewer cells than this are no majority of anything. */
const FEWEST = 4;
const LEAD = 0.15;
/** Above the least score of a column, below the one from which a field is taken without doubt or named a duplicate. */
const DOUBTFUL = 0.6;

/**
 * The score of a field that the heading hints at and a majority of the values bears out; 0 when they do not. `isNamed`:
 * the heading begins with the field's own name, so that all of a few values are enough.
 */
export function supported(kind: RecordKind, field: string, profile: ColumnProfile, isNamed: boolean): number {
  const list = (LISTS[kind] ?? []).find(([, name]) => name === field)?.[0];
  const shape = (SHAPES[kind] ?? []).find(([name]) => name === field)?.[1];
  if (profile.size < FEWEST && !isNamed) return 0;
  const share = Math.max(list === undefined ? 0 : profile.wordings(list), shape?.(profile) ?? 0);
  return share < (profile.size < FEWEST ? 1 : MAJORITY) ? 0 : DOUBTFUL + 0.08 * share;
}

/** What a clear majority of the values stands for; null when they tell nothing. */
export interface Evidence {
  /** Usually one; several where lists share their wordings («орган системы профилактики»). */
  readonly fields: readonly string[];
  readonly share: number;
  readonly score: number;
}

/** The fields that the values alone speak for, with the score that this gives them. */
export function evidenceOf(kind: RecordKind, profile: ColumnProfile): Evidence | null {
  if (profile.size < FEWEST) return null;
  const shapes = (SHAPES[kind] ?? []).map(([field, share]) => ({ field, share: share(profile) }));
  const lists = profile.text < MAJORITY ? [] : (LISTS[kind] ?? []);
  const coded = lists.map(([list, field]) => ({ field, share: profile.wordings(list) }));
  const all = [...shapes, ...coded];
  const share = Math.max(0, ...all.map((one) => one.share));
  if (share < MAJORITY) return null;
  const fields = all.filter((one) => one.share > share - LEAD).map(({ field }) => field);
  return { fields, share, score: DOUBTFUL + 0.08 * share };
}
