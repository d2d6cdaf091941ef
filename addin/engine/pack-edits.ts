/** Changes of a region's own pack. Each gives a new one; what is taken back follows the base again. */
import type { CodeListName } from '../../shared/domain/fields.ts';
import type { OpenList, OwnDifferences, OwnPack } from '../../shared/packs/own-pack.ts';
import type { CodeEntry, Deadline, LevelNorms, Pack, Source } from '../../shared/packs/pack.ts';

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

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** An id that no deadline has. Ids are of letters alone: own-a … own-z, own-za … own-zz, own-zza and so on. */
export function freeDeadlineId(deadlines: readonly Deadline[]): string {
  const taken = new Set(deadlines.map(({ id }) => id));
  for (let prefix = 'own-'; ; prefix += 'z') {
    const free = [...LETTERS].find((letter) => !taken.has(`${prefix}${letter}`));
    if (free !== undefined) return `${prefix}${free}`;
  }
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

type CodeDifference = OwnDifferences['codes'][string][number];

function codeDifference({ differences }: OwnPack, list: CodeListName, code: string): CodeDifference {
  return differences.codes[list]?.find((entry) => entry.code === code) ?? { code, aliases: [] };
}

/** Changes what the region says of a code; what says nothing any more is left out. */
function withCode(own: OwnPack, list: CodeListName, changed: CodeDifference): OwnPack {
  const others = (own.differences.codes[list] ?? []).filter((entry) => entry.code !== changed.code);
  const { aliases, without: gone = [], title } = changed;
  const isEmpty = aliases.length === 0 && gone.length === 0 && title === undefined;
  return withCodes(own, list, isEmpty ? others : [...others, changed]);
}

function withCodes(own: OwnPack, list: CodeListName, entries: CodeDifference[]): OwnPack {
  const codes = { ...without(own.differences.codes, list), ...(entries.length === 0 ? {} : { [list]: entries }) };
  return { ...own, differences: { ...own.differences, codes } };
}

/** Sets the region's own wordings of a code. */
export function withWordings(own: OwnPack, list: CodeListName, code: string, wordings: readonly string[]): OwnPack {
  return withCode(own, list, { ...codeDifference(own, list, code), aliases: [...wordings] });
}

/** The wordings that the region added to a code. */
export function ownWordings(own: OwnPack, list: CodeListName, code: string): readonly string[] {
  return codeDifference(own, list, code).aliases;
}

/** Sets the wordings of the base that are not to mean this code any more. */
export function withoutWordings(own: OwnPack, list: CodeListName, code: string, gone: readonly string[]): OwnPack {
  const { without: _gone, ...rest } = codeDifference(own, list, code);
  return withCode(own, list, { ...rest, ...(gone.length === 0 ? {} : { without: [...gone] }) });
}

/** The wordings of the base that the region took from a code. */
export function goneWordings(own: OwnPack, list: CodeListName, code: string): readonly string[] {
  return codeDifference(own, list, code).without ?? [];
}

/** Adds an entry of the region's own, under a code that no other of the list has. */
export function withOwnEntry(
  own: OwnPack,
  list: OpenList,
  { title, source }: { readonly title: string; readonly source: Source },
): OwnPack {
  const taken = new Set((own.differences.codes[list] ?? []).map(({ code }) => code));
  let number = 1;
  while (taken.has(`OWN${number}`)) number += 1;
  const name = title.trim();
  return withCode(own, list, { code: `OWN${number}`, aliases: [], title: { ru: name, en: name }, source });
}

/** The entries that the region added to a list. */
export function ownEntries({ differences }: OwnPack, list: CodeListName): readonly CodeEntry[] {
  return (differences.codes[list] ?? []).flatMap((entry) =>
    entry.title === undefined ? [] : [{ code: entry.code, title: entry.title, aliases: [], source: entry.source }],
  );
}

/** Takes an entry of the region's own away, with its wordings. */
export function withoutOwnEntry(own: OwnPack, list: CodeListName, code: string): OwnPack {
  return withCodes(
    own,
    list,
    (own.differences.codes[list] ?? []).filter((entry) => entry.code !== code),
  );
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
