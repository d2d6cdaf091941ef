/** Params that say which norm a finding is about, and where the norm comes from. */
import type { Pack, Source } from '../packs/pack.ts';
import { both } from './rule.ts';

/** The title of a level as a param that a message takes as {level}. An unknown code stands for itself. */
export function levelParam(pack: Pack, code: string): Record<string, string> {
  return both('level', pack.codes.levels.find((entry) => entry.code === code)?.title ?? { ru: code, en: code });
}

/** The source of a norm as a param that a message takes as {source}. */
export function sourceParam(source: Source): Record<string, string> {
  return both('source', source.text);
}
