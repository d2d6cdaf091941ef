/**
 * Section rows that name a family: «Семья: Белова А.П., рег. № 12», «Дело № 2/25», «Белова Анна Петровна», with the
 * family's visits, measures or members beneath.
 */
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { TitleLine } from './around-heading.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** What a section says of its family. Null: it does not say it. */
export interface NamedFamily {
  readonly applicant: string | null;
  readonly caseNo: string | null;
}

const LABEL =
  /^(?:\d+[.)]\s*)?(?:семь[яи]|фамилия|(?:фио|ф\.\s?и\.\s?о\.?)(?:\s+(?:семьи|заявителя|получателя|матери))?|заявитель(?:ница)?|гражданин|гражданка|получател\p{L}+|мать|родител\p{L}+)(?!\p{L})\s*(?:\([^()]*\))?\s*[:–—-]?\s*/iu;
/** «Дело №», then the number as far as its first digit. */
const CASE_START =
  /(?:№|(?:номер|дел[оа]|карт(?:очка|[аы](?: семьи)?)|д) ?n?)[ №:]{0,4}((?:[a-zа-яё]{1,6}[/.-]?){0,2}\d)/iu;
const CASE_END = /^([\p{L}\d/.-]{0,29})\)?/u;
/** What the number is called in front of that: «рег. № 12», «личное дело № 5», «(рег. № 7)». */
const CASE_NAME = /\(?(?:рег\p{L}{0,18}\.?|(?:уч[её]тн|личн)\p{L}{0,6}|л\/)? ?$/iu;
const NAME =
  /^\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]*\.?){0,2}(?:\s*\p{Lu}\s?\.)?$|^\p{Lu}[\p{L}-]+\s+\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.?)?$/u;
/** Signs between name and number. */
const BETWEEN = ' ,;:–—-';
/** No section that names a family is longer. */
const LONGEST = 200;
/** «Семья Беловой А.П.»: a woman's surname in the genitive. */
const OF_WOMAN = /^(\p{Lu}[\p{L}-]*?)(ов|ев|ёв|ин|ын)ой(?=\s|$)|^(\p{Lu}[\p{L}-]*?[сц]к)ой(?=\s|$)/u;

/** The family of a section's text; null when it names none. */
export function familyIn(text: string): NamedFamily | null {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length > LONGEST) return null;
  const label = LABEL.exec(plain);
  const { number, others } = caseIn(plain);
  const rest = withoutSigns(others.slice(label?.[0].length ?? 0), BETWEEN);
  const person = rest.split(/,|\s[–—-]\s/u)[0]?.trim() ?? '';
  const isName = NAME.test(person) && (label !== null || person.includes(' '));
  const named = isName ? nominative(person, label?.[0] ?? '') : null;
  if (named === null && number === null) return null;
  // Words beside a bare number say something else: «Приказ № 12 от …».
  if (number !== null && label === null && named === null && rest !== '') return null;
  return { applicant: named, caseNo: number };
}

/** The number of a family's papers («рег. № 12», «дело № 5»), and the text without it and the signs around it. */
export function caseIn(text: string): { readonly number: string | null; readonly others: string } {
  const start = CASE_START.exec(text);
  if (!start) return { number: null, others: text };
  const from = start.index + start[0].length;
  const end = CASE_END.exec(text.slice(from));
  const before = text.slice(0, start.index).replace(CASE_NAME, '');
  return {
    number: withoutSigns(`${start[1]}${end?.[1] ?? ''}`, './-'),
    others: withoutSigns(
      `${before} ${text.slice(from + (end?.[0].length ?? 0))}`.replace(/\(\s*\)/gu, ' ').replace(/\s+/gu, ' '),
      BETWEEN,
    ),
  };
}

/** The text without such signs at its ends. */
function withoutSigns(text: string, signs: string): string {
  let [from, to] = [0, text.length];
  while (from < to && signs.includes(text.charAt(from))) from += 1;
  while (to > from && signs.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function nominative(name: string, label: string): string {
  if (!/семь[яи]\s*$/iu.test(label)) return name;
  return name.replace(OF_WOMAN, (_, stem?: string, ending?: string, adjective?: string) =>
    adjective === undefined ? `${stem ?? ''}${ending ?? ''}а` : `${adjective}ая`,
  );
}

/** A line above a table that names the family it is about, as on a sheet of its own for each family. */
export interface FamilyLine {
  readonly family: NamedFamily;
  readonly text: string;
  readonly row: number;
}

/** The nearest line above a table that says whose it is: a label goes before the name, or papers before the number. */
export function familyAbove(titles: readonly TitleLine[]): FamilyLine | null {
  for (const { text, row } of titles.toReversed()) {
    const family = LABEL.test(text) || PAPERS.test(text) ? familyIn(text) : null;
    if (family !== null) return { family, text, row };
  }
  return null;
}

const PAPERS = /^(?:личное\s|учетное\s|учётное\s)?(?:дело|карт[аы]|карточка)(?!\p{L})/iu;

/** A row of a few texts and nothing else, as one text: sections may put label, name and number into cells of their own. */
export function sectionText(row: SheetRow, range: { readonly left: number; readonly right: number }): string | null {
  const texts: string[] = [];
  for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1) {
    const cell = filled(row.cells[column]);
    if (cell === null) continue;
    if (typeof cell !== 'string' && texts.length === 0) return null;
    texts.push(cellText(cell));
    if (texts.length > 4) return null;
  }
  const text = texts.join(' ');
  return texts.length === 1 || LABEL.test(text) || /^дело|^карт/iu.test(text) ? text || null : null;
}

/** How many rows are asked for a section that names a family: the first rows of a body begin with one. */
const FIRST_ROWS = 8;

/** True when the rows of a table's body stand under rows that name their family. */
export function namesFamiliesInSections(
  grid: SheetGrid,
  from: number,
  range: { readonly left: number; readonly right: number },
): boolean {
  return grid.rows.slice(from, from + FIRST_ROWS).some((row) => {
    const text = sectionText(row, range);
    return text !== null && familyIn(text) !== null;
  });
}
