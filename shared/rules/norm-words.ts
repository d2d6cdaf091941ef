/** Params that say which norm a finding is about, and where the norm comes from. */
import type { Pack, Source } from '../packs/pack.ts';
import { both } from './rule.ts';

/**
 * The title of a level as a param that a message takes as {level} (or another name). What stands in brackets in the
 * title is left out, because messages put titles into brackets. An unknown code stands for itself.
 */
export function levelParam(pack: Pack, code: string, name = 'level'): Record<string, string> {
  const title = pack.codes.levels.find((entry) => entry.code === code)?.title ?? { ru: code, en: code };
  return both(name, { ru: withoutBrackets(title.ru), en: withoutBrackets(title.en) });
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^)]*\)/g, '');
}

/** The source of a norm as a param that a message takes as {source}. */
export function sourceParam(source: Source): Record<string, string> {
  return both('source', source.text);
}
