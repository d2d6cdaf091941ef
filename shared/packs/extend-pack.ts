/** A region's pack is a base and what differs from it. */
import type { CodeListName } from '../domain/fields.ts';
import type { PackInput } from './pack.ts';
import { comparableWording } from './wording.ts';

type EntryInput = NonNullable<PackInput['codes']['levels']>[number];

/** An entry to add, or wordings and a level to add to the entry of that code, and wordings to take from it. */
export type CodeDifference = Pick<EntryInput, 'code'> & Partial<EntryInput> & { readonly without?: readonly string[] };

/** What a pack says differently. What it leaves out is as in the base. */
export type PackDifferences = Partial<Omit<PackInput, 'levels' | 'codes' | 'deadlines'>> & {
  /** Norms by level; a norm that is named replaces the base's, null switches it off. */
  readonly levels?: Readonly<Record<string, Partial<PackInput['levels'][string]>>>;
  /** Replaces the deadline of the same id, or is added. */
  readonly deadlines?: readonly PackInput['deadlines'][number][];
  readonly codes?: Partial<Record<CodeListName, readonly CodeDifference[]>>;
};

/** The base with the differences laid over it. Throws when a new code has no title. */
export function extendPack(base: PackInput, differences: PackDifferences): PackInput {
  const { levels = {}, deadlines = [], codes = {}, ...plain } = differences;
  return {
    ...base,
    ...plain,
    levels: extendLevels(base.levels, levels),
    deadlines: extendById(base.deadlines, deadlines),
    codes: extendCodes(base.codes, codes),
  };
}

function extendLevels(base: PackInput['levels'], differences: PackDifferences['levels'] = {}): PackInput['levels'] {
  const levels = { ...base };
  for (const [level, norms] of Object.entries(differences)) levels[level] = { ...levels[level], ...norms };
  return levels;
}

function extendById<T extends { readonly id: string }>(base: readonly T[], differences: readonly T[]): T[] {
  const byId = new Map(base.map((one) => [one.id, one]));
  for (const one of differences) byId.set(one.id, one);
  return [...byId.values()];
}

function extendCodes(base: PackInput['codes'], differences: PackDifferences['codes'] = {}): PackInput['codes'] {
  return {
    levels: extendList(base.levels, differences.levels),
    categories: extendList(base.categories, differences.categories),
    signs: extendList(base.signs, differences.signs),
    sources: extendList(base.sources, differences.sources),
    forms: extendList(base.forms, differences.forms),
    applicantKinds: extendList(base.applicantKinds, differences.applicantKinds),
    decisions: extendList(base.decisions, differences.decisions),
    results: extendList(base.results, differences.results),
    helpKinds: extendList(base.helpKinds, differences.helpKinds),
    organisations: extendList(base.organisations, differences.organisations),
  };
}

function extendList(base: readonly EntryInput[] = [], differences: readonly CodeDifference[] = []): EntryInput[] {
  const byCode = new Map(base.map((entry) => [entry.code, entry]));
  for (const { without = [], ...difference } of differences) {
    const known = byCode.get(difference.code);
    const title = difference.title ?? known?.title;
    if (!title) throw new Error(`A new code needs a title: ${difference.code}`);
    const gone = new Set(without.map(comparableWording));
    const kept = (known?.aliases ?? []).filter((alias) => !gone.has(comparableWording(alias)));
    const aliases = [...kept, ...(difference.aliases ?? [])];
    byCode.set(difference.code, { ...known, ...difference, title, aliases });
  }
  return [...byCode.values()];
}
