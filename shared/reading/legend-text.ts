/**
 * Legends of codes in a text: «(1 – адаптационный; 2 – базовый)», «Категория: 1 - многодетная, 2 - неполная»,
 * «МД – многодетная; НП – неполная». What the wordings mean is not asked here.
 */

/** A code with what stands for it, as they are written. */
export type CodeOfLegend = readonly [code: string, wording: string];

export interface LegendInText {
  readonly codes: readonly CodeOfLegend[];
  /** What stands before the first code: «Категория семьи:». */
  readonly label: string;
}

/** 1 – …, 2 = …, 3: …; no «3-х лет», no «5-летний». */
const NUMBER =
  /(?<![\p{L}\p{N}.,/-])(\d{1,2})(\s{0,2}[.)]?\s{0,2}[-–—=:]|[.)])\s{0,2}(?=["«]?\p{L}{2})(?!(?:го|му|ти|ми|ый|ой|ая|ое|ые|ых|ую|ух|летн\p{L}{0,4})(?!\p{L}))/gu;
/** МД – …; М = …; мн. – …: only at the beginning of a piece, and with spaces around the dash. */
const LETTERS = /(?<=^|[,;:()\n.]\s{0,2})(\p{L}{1,5}\.?(?:\/\p{L}{1,4}\.?)?)\s{1,2}[-–—=]\s{1,2}(?=["«]?\p{L}{3})/gu;
/** What stands behind that is prose. */
const LONGEST = 2_000;

interface Entry {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** «1) …» may as well be a list of things: only a dash says what a code means. */
  readonly hasDash: boolean;
}

/** The legends of a text, one after another: a new one begins where the codes begin anew. */
export function legendsIn(text: string): readonly LegendInText[] {
  const plain = text.slice(0, LONGEST);
  const numbers = groupsOf(entriesIn(plain, NUMBER), (code, last) => Number(code) > Number(last));
  const groups = numbers.length > 0 ? numbers : groupsOf(entriesIn(plain, LETTERS), () => true);
  return groups.map((group, at) => {
    const before = plain.slice(groups[at - 1]?.at(-1)?.end ?? 0, group[0]?.start ?? 0);
    return {
      codes: group.map((entry, place) => {
        const next = group[place + 1] ?? groups[at + 1]?.[0];
        return [codeKey(entry.code), wordingOf(plain.slice(entry.end, next?.start ?? plain.length))] as const;
      }),
      label: before
        .slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1)
        .trim(),
    };
  });
}

/** One code alone at the beginning of a text, as each line of a legend has it; null where there is none. */
export function entryOf(text: string): CodeOfLegend | null {
  const [entry] = entriesIn(text.slice(0, LONGEST).trim(), NUMBER);
  if (!entry || entry.start !== 0) return null;
  const wording = wordingOf(text.trim().slice(entry.end));
  return wording === '' ? null : [codeKey(entry.code), wording];
}

/** The form in which codes are compared: 01 is 1, «М.» is «м». */
export function codeKey(code: string): string {
  const plain = code.trim().replace(/\.$/u, '').toLowerCase();
  return /^\d{1,2}$/u.test(plain) ? String(Number(plain)) : plain;
}

/** A heading without the legend of its numbers, which says nothing of what the column holds. */
export function withoutLegend(heading: string): string {
  if (!/\d/u.test(heading)) return heading;
  const [group] = groupsOf(
    entriesIn(heading.slice(0, LONGEST), NUMBER).filter(({ hasDash }) => hasDash),
    (code, last) => Number(code) > Number(last),
  );
  const [first, last] = [group?.[0], group?.at(-1)];
  if (!first || !last) return heading;
  const bracket = heading.lastIndexOf('(', first.start);
  const isInBracket = bracket >= 0 && !heading.slice(bracket, first.start).includes(')');
  const rest = heading.slice(last.end);
  const length = isInBracket ? closing(rest) : wordingOf(rest).length;
  return `${heading.slice(0, isInBracket ? bracket : first.start)} ${rest.slice(length)}`.replace(/\s+/gu, ' ').trim();
}

function entriesIn(text: string, pattern: RegExp): readonly Entry[] {
  return [...text.matchAll(pattern)].map((match) => ({
    code: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
    hasDash: /[-–—=:]/u.test(match[2] ?? '-'),
  }));
}

/** Two codes or more are a legend. */
function groupsOf(
  entries: readonly Entry[],
  goesOn: (code: string, last: string) => boolean,
): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1)?.at(-1);
    if (last && goesOn(entry.code, last.code)) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups.filter((group) => group.length > 1);
}

/** The wording at the beginning of a text: up to the end of the piece, the sentence or the bracket around the legend. */
function wordingOf(text: string): string {
  const piece = text.split(/[;\n]|\.\s+(?=\p{Lu})/u)[0] ?? '';
  const end = closing(piece) - 1;
  return (end < piece.length && piece[end] === ')' ? piece.slice(0, end) : piece)
    .replace(/^[\s"«]{1,9}|[\s,.:("»]{1,9}$/gu, '')
    .replace(/,?\s{1,3}код$/iu, '');
}

/** The length up to the bracket that closes one opened before the text, which it includes; all of it without one. */
function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth < 0) return at + 1;
  }
  return text.length;
}
