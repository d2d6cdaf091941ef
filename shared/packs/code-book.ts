/** Turns the wordings of cells into the codes of a pack. */
import type { CodeListName } from '../domain/fields.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeEntry, Pack } from './pack.ts';
import { comparableWording, wordStem } from './wording.ts';

export interface CodeBook {
  /** The code of one wording; `code: null` when the list has no such wording. */
  readonly decode: (list: CodeListName, text: string) => CodeValue;
  /**
   * The codes of a cell that may hold several wordings. Longest known wordings first, because official wordings
   * contain commas of their own; what is left is split at «;», line breaks, commas, slashes and pluses. Numbers and
   * dashes before the lines of a list are passed over.
   */
  readonly decodeList: (list: CodeListName, text: string) => readonly CodeValue[];
  /** The codes mentioned anywhere in a free text («Семьи. Адаптационный уровень»), in order, each once. */
  readonly mentions: (list: CodeListName, text: string) => readonly CodeValue[];
  readonly entries: (list: CodeListName) => readonly CodeEntry[];
}

/** Look-up of one list: by the whole wording, by its word stems, and by single words for abbreviations with a point. */
interface ListIndex {
  readonly exact: ReadonlyMap<string, string>;
  /** Null for stems that two codes share: then only the exact wording decides. */
  readonly stems: ReadonlyMap<string, string | null>;
  readonly fillers: ReadonlySet<string>;
  readonly longestWords: number;
  readonly longestText: number;
}

/** Builds the look-up for a pack's code lists. */
export function codeBook(pack: Pack): CodeBook {
  const indexes = new Map<CodeListName, ListIndex>();
  const indexOf = (list: CodeListName): ListIndex => {
    const known = indexes.get(list) ?? indexList(pack.codes[list]);
    indexes.set(list, known);
    return known;
  };
  return {
    decode: (list, text) => {
      const [line, other] = linesJoined(text);
      const code = codeOf(indexOf(list), line) ?? (other === null ? null : codeOf(indexOf(list), other));
      return { code, text: line.trim() };
    },
    decodeList: (list, text) => {
      const [joined, other] = wordsJoined(text);
      const values = listOf(indexOf(list), joined);
      return other === null || values.every(({ code }) => code !== null) ? values : listOf(indexOf(list), other);
    },
    mentions: (list, text) => mentionsIn(indexOf(list), text),
    entries: (list) => pack.codes[list],
  };
}

/**
 * A text whose words are cut at the end of lines, as copies of printed pages have them, with its words whole; and with
 * the hyphens kept, as «социально-⏎опасное» has one of its own. Null where no word is cut.
 */
function wordsJoined(text: string): readonly [string, string | null] {
  if (!text.includes('\n')) return [text, null];
  const cut = /(?<=\p{Ll})-\s{0,3}\n\s{0,3}(?=\p{Ll})/gu;
  const joined = text.replace(cut, '');
  return joined === text ? [text, null] : [joined, text.replace(cut, '-')];
}

/** The same in one line. */
function linesJoined(text: string): readonly [string, string | null] {
  const [joined, other] = wordsJoined(text);
  return [joined.replace(/\s{0,9}\n\s{0,9}/gu, ' '), other];
}

/** What people add to a wording: stop words, spaces, points, commas. Anything longer is no wording of the list. */
const SPARE_LETTERS = 120;
const SPARE_PIECES = 4;

function indexList(entries: readonly CodeEntry[]): ListIndex {
  const exact = new Map<string, string>();
  const stems = new Map<string, string | null>();
  const fillers = commonWords(entries);
  let longestWords = 1;
  for (const entry of entries) {
    for (const wording of [entry.code, entry.title.ru, entry.title.en, ...entry.aliases]) {
      const comparable = comparableWording(wording);
      exact.set(comparable, entry.code);
      longestWords = Math.max(longestWords, comparable.split(' ').length);
      const key = stemKey(comparable, fillers);
      if (key === '') continue;
      const other = stems.get(key);
      stems.set(key, other === undefined || other === entry.code ? entry.code : null);
    }
  }
  const longestText = SPARE_LETTERS + 2 * Math.max(0, ...[...exact.keys()].map((wording) => wording.length));
  return { exact, stems, fillers, longestWords, longestText };
}

/** Words that most entries of a list share («уровень», «семьи») and that so tell nothing. */
function commonWords(entries: readonly CodeEntry[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const entry of entries) {
    for (const stem of new Set(comparableWording(entry.title.ru).split(' ').map(wordStem))) {
      seen.set(stem, (seen.get(stem) ?? 0) + 1);
    }
  }
  return new Set([...seen].filter(([, times]) => times > 1 && times * 2 >= entries.length).map(([stem]) => stem));
}

/** Words around a wording that name no entry: «на базовом уровне сопровождения». */
const STOP_WORDS = /^(?:на|в|во|с|со|из|от|уров(?:ень|н\p{L}*)|сопровожд\p{L}*)$/u;
/** «ур.», «ур-нь», «сопр-я»: the same words cut. */
const CUT_STOP_WORDS =
  /(?<!\p{L})(?:ур(?: (?:нь|ень|вень|ня|не))?|сопр(?:ов)?(?: (?:я|ия|ие|ния|ние|нию))?)(?!\p{L})/gu;

function stemKey(comparable: string, fillers: ReadonlySet<string>): string {
  const words = comparable
    .replace(CUT_STOP_WORDS, ' ')
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.test(word));
  return words
    .map(wordStem)
    .filter((stem) => !fillers.has(stem))
    .join(' ');
}

/** «1 – многодетная», «2. неполная»: lists for choosing number their entries. */
const NUMBERED = /^\s*\d{1,2}\s?(?:[.)]|[-–—](?!\s?х))\s?(?=\p{L}{3})/u;

function codeOf(index: ListIndex, text: string): string | null {
  if (text.length > index.longestText) return null;
  const comparable = comparableWording(text.replace(NUMBERED, ''));
  return index.exact.get(comparable) ?? index.stems.get(stemKey(comparable, index.fillers)) ?? abbreviated(index, text);
}

/** «адапт. ур.», «адапт-ный»: words cut, when exactly one code has a wording that goes on like that. */
function abbreviated(index: ListIndex, text: string): string | null {
  const cut = text.replace(/(?<=\p{L}{3})-\p{L}{1,4}(?!\p{L})/gu, '.');
  if (!/(?<!\p{L})\p{L}{3,}\./u.test(cut)) return null;
  const words = comparableWording(cut)
    .replace(CUT_STOP_WORDS, ' ')
    .split(' ')
    .filter((word) => word !== '' && !word.startsWith('ур'));
  const codes = new Set<string>();
  for (const [wording, code] of index.exact) {
    const whole = wording.split(' ');
    if (
      words.length > 0 &&
      words.length <= whole.length &&
      words.every((word, at) => (whole[at] ?? '').startsWith(word))
    ) {
      codes.add(code);
    }
  }
  const [only, second] = [...codes];
  return only !== undefined && second === undefined ? only : null;
}

function listOf(index: ListIndex, text: string): readonly CodeValue[] {
  if (text.length > LONGEST_LIST) return [{ code: null, text: text.trim() }];
  const found: CodeValue[] = [];
  for (const line of text.split(/[;\n\r]+/)) {
    const pieces = line.replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s+/u, '').split(',');
    for (let start = 0; start < pieces.length;) {
      let end = Math.min(pieces.length, start + index.longestWords + SPARE_PIECES);
      while (end > start + 1 && codeOf(index, pieces.slice(start, end).join(',')) === null) end -= 1;
      const wording = pieces.slice(start, end).join(',').trim();
      if (wording !== '') found.push(...oneOrSeveral(index, wording));
      start = end;
    }
  }
  return found;
}

/** A longer cell is a story, and no list. */
const LONGEST_LIST = 5_000;

/** A piece that is no wording itself, but several joined by «/», «+» or «и»: only when each of them is known. */
function oneOrSeveral(index: ListIndex, wording: string): readonly CodeValue[] {
  const code = codeOf(index, wording);
  if (code !== null) return [{ code, text: wording }];
  for (const joint of [/[/+]/u, /\sи\s/u]) {
    const parts = wording.split(joint).filter((part) => part.trim() !== '');
    const codes = parts.map((part) => ({ code: codeOf(index, part), text: part.trim() }));
    if (parts.length > 1 && codes.every((value) => value.code !== null)) return codes;
  }
  return [{ code: null, text: wording }];
}

function mentionsIn(index: ListIndex, text: string): readonly CodeValue[] {
  const words = comparableWording(text).split(' ');
  const found: CodeValue[] = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(index.longestWords, words.length - start);
    let code: string | null = null;
    for (; length > 0; length -= 1) {
      const window = words.slice(start, start + length);
      // A single letter in running text is an initial or a section mark, not a level.
      if (length === 1 && (window[0]?.length ?? 0) < 3 && words.length > 1) continue;
      code = knownWindow(index, window.join(' '));
      if (code !== null) break;
    }
    if (code !== null && !found.some((value) => value.code === code)) {
      found.push({ code, text: words.slice(start, start + length).join(' ') });
    }
    start += code === null ? 1 : length;
  }
  return found;
}

function knownWindow(index: ListIndex, window: string): string | null {
  const key = stemKey(window, index.fillers);
  return index.exact.get(window) ?? (key.length < 3 ? null : (index.stems.get(key) ?? null));
}
