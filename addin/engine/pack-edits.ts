/** Changes of a region's own pack. Each gives a new one; what is taken back follows the base again. */
import type { OwnDifferences, OwnPack } from '../../shared/packs/own-pack.ts';
import type { Deadline, LevelNorms, Pack } from '../../shared/packs/pack.ts';

export const LEVEL_NORMS = [
  'caseload',
  'visits',
  'term',
  'review',
  'firstYear',
] as const satisfies readonly (keyof LevelNorms)[];
export type LevelNormName = (typeof LEVEL_NORMS)[number];

/** A norm in its place: of a level, or of the pack as a whole. */
export type NormPlace =
  | { readonly level: string; readonly name: LevelNormName }
  | { readonly level: null; readonly name: 'programRevision' | 'applicantMinAge' };

export type CodeListName = keyof Pack['codes'];
type NormValue =
  NonNullable<OwnDifferences['levels'][string]>[LevelNormName] | OwnDifferences['programRevision' | 'applicantMinAge'];
type CalendarDays = Pack['calendar'][string];

/** The norm that a pack has in a place, as a list: none, one, or several with their dates. */
export function normsAt(pack: Pack, place: NormPlace): readonly NormEntry[] {
  const norm = place.level === null ? pack[place.name] : (pack.levels[place.level]?.[place.name] ?? null);
  if (norm === null) return [];
  return Array.isArray(norm) ? norm : [norm];
}

/** What all norms have, with the number under its own name. */
export type NormEntry = Exclude<NonNullable<NonNullable<NormValue>>, readonly unknown[]>;

/** True when the region says something of its own here. */
export function isOwnNorm({ differences }: OwnPack, place: NormPlace): boolean {
  if (place.level === null) return differences[place.name] !== undefined;
  return differences.levels[place.level]?.[place.name] !== undefined;
}

/** Sets the norms of a place; an empty list means that there is none. */
export function withNorms(own: OwnPack, place: NormPlace, entries: readonly NormEntry[]): OwnPack {
  const [first] = entries;
  const value = entries.length > 1 ? [...entries] : (first ?? null);
  return withValue(own, place, value);
}

/** The norm as it is in the base. */
export function withBaseNorm(own: OwnPack, place: NormPlace): OwnPack {
  return withValue(own, place, undefined);
}

function withValue(own: OwnPack, place: NormPlace, value: unknown): OwnPack {
  const { levels, ...rest } = own.differences;
  const changed =
    place.level === null
      ? { levels, ...without(rest, place.name), ...(value === undefined ? {} : { [place.name]: value }) }
      : {
          ...rest,
          levels: {
            ...levels,
            [place.level]: {
              ...without(levels[place.level] ?? {}, place.name),
              ...(value === undefined ? {} : { [place.name]: value }),
            },
          },
        };
  // The shape of a norm is checked with the whole pack, by its schema.
  return { ...own, differences: changed as OwnDifferences };
}

function without<V>(object: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Replaces the deadline of the same id, or adds it. */
export function withDeadline(own: OwnPack, deadline: Deadline): OwnPack {
  const others = own.differences.deadlines.filter(({ id }) => id !== deadline.id);
  return { ...own, differences: { ...own.differences, deadlines: [...others, deadline] } };
}

/** The deadline as it is in the base; one that only the region has goes. */
export function withBaseDeadline(own: OwnPack, id: string): OwnPack {
  const deadlines = own.differences.deadlines.filter((one) => one.id !== id);
  return { ...own, differences: { ...own.differences, deadlines } };
}

/** Sets the region's own wordings of a code. */
export function withWordings(own: OwnPack, list: CodeListName, code: string, wordings: readonly string[]): OwnPack {
  const others = (own.differences.codes[list] ?? []).filter((entry) => entry.code !== code);
  const entries = wordings.length === 0 ? others : [...others, { code, aliases: [...wordings] }];
  const codes = { ...without(own.differences.codes, list), ...(entries.length === 0 ? {} : { [list]: entries }) };
  return { ...own, differences: { ...own.differences, codes } };
}

/** The wordings that the region added to a code. */
export function ownWordings({ differences }: OwnPack, list: CodeListName, code: string): readonly string[] {
  return differences.codes[list]?.find((entry) => entry.code === code)?.aliases ?? [];
}

/** Sets the region's own days of a year; null leaves the year to the base. */
export function withCalendarYear(own: OwnPack, year: string, days: CalendarDays | null): OwnPack {
  const rest = without(own.differences.calendar, year);
  return { ...own, differences: { ...own.differences, calendar: days === null ? rest : { ...rest, [year]: days } } };
}

/** True when nothing differs from the base. */
export function isUnchanged({ differences }: OwnPack): boolean {
  const { levels, deadlines, codes, calendar, programRevision, applicantMinAge } = differences;
  const hasNorm = Object.values(levels).some((norms) => Object.keys(norms).length > 0);
  const isEmpty = deadlines.length === 0 && Object.keys(codes).length === 0 && Object.keys(calendar).length === 0;
  return !hasNorm && isEmpty && programRevision === undefined && applicantMinAge === undefined;
}
