/** Children and other members of a family in one cell: names, birth dates, relations. */
import { dayOf, fullYear, UNREADABLE } from '../domain/day.ts';
import type { Person, Relation } from '../domain/values.ts';
import { findDates } from './decode-date.ts';
import { isDash } from './decode-number.ts';

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/^(?:прием(?:ный|ная)\s+(?:сын|дочь|реб)|подопечн|опекаем|воспитанни[кц])/iu, 'ward'],
  [/^(?:опекун|попечител|прием(?:ный|ная)\s+(?:родител|мать|мама|отец|папа)|законн\S*\s+представител)/iu, 'guardian'],
  [/^(?:сын|доч|реб[её]н|дети|несовершеннолетн|падчериц|пасын|младен|новорожд)/iu, 'child'],
  [/^(?:мать|мат\.|мама|отец|папа|родител|отчим|мачех)/iu, 'parent'],
  [/^(?:муж|жена|супруг|сожител)/iu, 'spouse'],
  [/^(?:баб|дед|праба|праде)/iu, 'grandparent'],
  [/^(?:брат|сестр)/iu, 'sibling'],
  [/^(?:внук|внучк|т[её]т|дяд|племян|свекр|т[её]щ|тест|родственни|знаком|иное|иной|други)/iu, 'other'],
];
const STUDYING = /студент|очн|обучается|курсант|учащ|техникум|колледж|университет|институт/iu;
/** Full-time study alone counts: neither «заочно» nor «очно-заочная форма». */
const PART_TIME = /заочн|вечерн|дистанц/iu;
const NOBODY = /^(?:нет|не имеет?с?я?|отсутству[а-я]*|детей нет|нет детей|беременн[а-я]*)\.?$/iu;
const BIRTH_YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:г\.?\s*р\.?|года?(?:\s+рожд[а-я.]*)?|г\.?)?/iu;
const BORN_SHORT = /(?<!\d)(\d{2})\s*г\.?\s*р\.?/iu;
const NUMBERING = /^\s*\d{1,2}\s*[.)]\s*(?=\p{L})/u;
const NEXT_NUMBER = /(?<![\s,](?:д|кв|№)\.?)\s(?=\d{1,2}\s?[.)]\s*\p{Lu})/u;
/** «Петр, Ия, Олег»: two words alone may be surname and name of one person. */
const NAMES_ALONE = /^\s*\p{Lu}\p{Ll}+(?:\s*,\s*\p{Lu}\p{Ll}+){2,}\s*$/u;
const BORN_MARK = /(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\s*г\.?\s*р\.?(?![а-яё])/giu;
const SURPLUS =
  /,?\s*(?:студент|учащ|обучает)[а-я]*|,?\s*(?:очно-?)?(?:за)?очн[а-я]*(?:\s+форм[а-я]*)?|\(?(?<!\d)\d{1,2}\s(?:лет|год[а]?)(?![а-яё])\)?|[«»"()[\]]|г\.\s*р\.?|(?<![а-яё])(?:г\.р|гр|д\.р\.?|дата рождения|род\.|рожд\.|рождения|года|г\.|г)(?![а-яё])/giu;

const BEGINS_WITH_NAME =
  /^(\p{Lu}[\p{L}-]{1,40}(?:\s{1,3}\p{Lu}[\p{L}-]{0,40}\.?(?:\s?\p{Lu}\.)?){1,3})\s?[,;(](.*)$/su;

/** «Белова Анна Львовна, г. Ясногорск, ул. Мира, 5»: the name without what the cell says more of the person. */
export function ownName(text: string): string {
  if (!/[,;(]/u.test(text)) return text;
  const [, name = '', rest = ''] = BEGINS_WITH_NAME.exec(text) ?? [];
  return name !== '' && (/\d/.test(rest) || /^[\s,]{0,5}\p{Ll}/u.test(rest)) ? name : text;
}

/** A name at the beginning of a text, and what is said behind it; null where none is, or nothing follows. */
export function afterName(text: string): { readonly name: string; readonly rest: string } | null {
  const [, name = '', rest = ''] = BEGINS_WITH_NAME.exec(text) ?? [];
  const said = rest.replace(/^[\s,;]+/u, '').replace(/(?<!\()\)$/u, '');
  return name === '' || said === '' ? null : { name, rest: said.trim() };
}

const COUNTS = ['двое', 'трое', 'четверо', 'пятеро', 'шестеро', 'семеро', 'восьмеро'];
const COUNTED = new RegExp(
  `^(?:(\\d{1,2})|(${COUNTS.join('|')}))(?:\\s?\\([а-яё]+\\))?(\\s?(?:дет|реб)[а-яё]{0,6})?\\.?$`,
  'iu',
);

/** «трое детей», «3»: people of whom only their number is told; null for other texts. */
function countedPeople(text: string): readonly Person[] | null {
  const [found, digits, word = '', children] = COUNTED.exec(text) ?? [];
  if (found === undefined) return null;
  const count = digits === undefined ? COUNTS.indexOf(word.toLowerCase()) + 2 : Number(digits);
  return Array.from({ length: count }, () => ({
    name: '',
    birthDate: null,
    relation: children === undefined ? null : 'child',
  }));
}

/** How a word names the relation («сын», «Мать:»); null when it names none. */
export function relationOf(word: string): Relation | null {
  const plain = word.trim().replace(/^[-–—(\s]+/u, '');
  for (const [pattern, relation] of RELATIONS) if (pattern.test(plain)) return relation;
  return null;
}

/** The people of a cell, in order. An empty list for «нет»; a person whose date cannot be read has NaN as birth date. */
export function parsePeople(text: string): readonly Person[] {
  // One space for many: patterns that try every start of a long gap would take seconds for it.
  const plain = text.trim().replace(/[^\S\n\r]+/gu, ' ');
  if (isDash(plain) || NOBODY.test(plain)) return [];
  const counted = countedPeople(plain);
  if (counted) return counted;
  const people: Person[] = [];
  for (const line of plain.split(/[;\n\r]+/u).flatMap(numberedPieces)) {
    for (const piece of personPieces(line)) {
      const person = personOf(piece.replace(NUMBERING, ''));
      if (person) people.push(person);
    }
  }
  return joinLooseDates(people);
}

/** «1) Иванов Петр, 05.06.2012 2) Иванова Ия»: a line that numbers its people, split at the numbers. */
function numberedPieces(line: string): readonly string[] {
  return NUMBERING.test(line) ? line.split(NEXT_NUMBER) : [line];
}

/**
 * A line split where the next person begins. Where nobody is named («18.06.2012, 29.08.2013», «сын 2012 г.р. и дочь
 * 2014 г.р.») that is each comma; else a comma (outside brackets) before a name, when a date or name came before.
 */
function personPieces(line: string): readonly string[] {
  if (!/\p{Lu}/u.test(line) && countBirths(line) > 1) return line.split(/,|\sи\s/u);
  const parts = line.split(/,(?![^()]*\))/u);
  if (NAMES_ALONE.test(line)) return parts;
  const pieces: string[] = [];
  for (const [at, part] of parts.entries()) {
    const last = pieces.at(-1);
    if (
      last === undefined ||
      isNextRelation(last, part) ||
      ((startsName(part) || isNameOfNext(part, parts[at + 1], last)) && hasName(last))
    )
      pieces.push(part);
    else pieces[pieces.length - 1] = `${last},${part}`;
  }
  return pieces;
}

/** «мать, отец, сын Олег»: nobody is named but by the relation. */
function isNextRelation(last: string, part: string): boolean {
  return /^\s*\p{L}{2,20}\s*$/u.test(last) && relationOf(last) !== null && relationOf(part) !== null;
}

/** «Софья, 25.02.2010, Мила, 07.09.2015»: a name alone between two dates, the second of which is its own. */
function isNameOfNext(part: string, next: string | undefined, last: string): boolean {
  return (
    /^\s*\p{Lu}\p{Ll}[\p{L}-]*\s*$/u.test(part.replace(NUMBERING, '')) &&
    isDateOnly(next ?? '') &&
    findDates(last).length > 0
  );
}

function isDateOnly(part: string): boolean {
  const [only, second] = findDates(part);
  return only !== undefined && !second && !/\p{L}{3}/u.test(part.slice(0, only.start) + part.slice(only.end));
}

function countBirths(line: string): number {
  return Math.max(findDates(line).length, line.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)?.length ?? 0);
}

/** «МБОУ СОШ № 3», «Школа № 5»: where a child learns. */
const PLACE_OF_STUDY = /^(?:\p{Lu}{0,6}(?:ОУ|СОШ|ООШ|ДС)(?!\p{L})|школ|лице[йя]|гимнази|колледж|техникум|училищ)/iu;

function startsName(part: string): boolean {
  const words = part.trim().replace(NUMBERING, '');
  if (PLACE_OF_STUDY.test(words)) return false;
  return (
    /^\p{Lu}[\p{L}-]+\s+\p{Lu}/u.test(words) ||
    (/^\p{Lu}\p{Ll}{2,}/u.test(words) && /\d/.test(words) && relationOf(words) === null) ||
    (relationOf(words) !== null && /\p{Lu}\p{Ll}+/u.test(words.replace(/^\S+/u, '')))
  );
}

function hasName(piece: string): boolean {
  return /\p{Lu}\p{Ll}+/u.test(piece.replace(/^\s*\p{L}+\s*[-–—:]/u, '')) || /\p{Lu}\p{Ll}+\s/u.test(piece);
}

function personOf(piece: string): Person | null {
  const birth = birthOf(piece.replace(BORN_MARK, '$1 '));
  const named = withoutRelation(birth.rest);
  // What stands behind the date of somebody named is a school or the like.
  const before = withoutRelation(birth.before).rest;
  const name = (hasName(before) ? before : named.rest)
    .replace(SURPLUS, ' ')
    .replace(/(?<![\s,:–—-])[\s,:–—-]+$/u, '')
    .replace(/^[\s,:.–—-]+/u, '')
    .replace(/\s*,\s*(?=,|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '' && birth.date === null && named.relation === null) return null;
  return {
    name,
    birthDate: birth.date,
    ...(birth.isYearOnly ? { birthYearOnly: true as const } : {}),
    relation: named.relation,
    ...(STUDYING.test(piece) && !PART_TIME.test(piece) ? { isStudying: true as const } : {}),
  };
}

interface Birth {
  readonly date: number | null;
  readonly isYearOnly: boolean;
  readonly rest: string;
  /** What stands before the date; empty without one. */
  readonly before: string;
}

function birthOf(piece: string): Birth {
  const found = findDates(piece)[0];
  if (found) {
    const before = piece.slice(0, found.start);
    return { date: found.day, isYearOnly: false, rest: `${before} ${piece.slice(found.end)}`, before };
  }
  const year = BIRTH_YEAR.exec(piece) ?? BORN_SHORT.exec(piece);
  if (year) {
    const before = piece.slice(0, year.index);
    const rest = before + piece.slice(year.index + year[0].length);
    return { date: dayOf(fullYear(year[1] ?? ''), 12, 31), isYearOnly: true, rest, before };
  }
  const looksLikeDate = /\d{1,2}[.,/-]\d{1,2}|\d{5,}/.exec(piece);
  if (!looksLikeDate) return { date: null, isYearOnly: false, rest: piece, before: '' };
  return { date: UNREADABLE, isYearOnly: false, rest: piece.replace(/[\d.,/-]{3,}/gu, ' '), before: '' };
}

function withoutRelation(text: string): { readonly relation: Relation | null; readonly rest: string } {
  const bracket = /\(([^()]*)\)?/u.exec(text);
  const inBracket = bracket ? relationOf(bracket[1] ?? '') : null;
  if (bracket && inBracket) return { relation: inBracket, rest: text.replace(bracket[0], ' ') };
  const labelled = /^\s*([а-яё]+(?:\s+[а-яё]+)?)\s*[:–—-]?\s+(?=\p{Lu})/iu.exec(text);
  const leading = labelled ? relationOf(labelled[1] ?? '') : null;
  if (labelled && leading) {
    const words = labelled[1]?.split(/\s+/u) ?? [];
    const extra = words.length > 1 && /^\p{Lu}/u.test(words[1] ?? '') ? ` ${words[1]} ` : ' ';
    return { relation: leading, rest: extra + text.slice(labelled[0].length) };
  }
  for (const part of text.split(/[,–—]|\s-\s|\s/u)) {
    const relation = /^\s*\p{Ll}/u.test(part) ? relationOf(part) : null;
    if (relation) return { relation, rest: text.replace(part, ' ') };
  }
  return { relation: null, rest: text };
}

/** A line that holds only a date belongs to the person of the line before. */
function joinLooseDates(people: readonly Person[]): readonly Person[] {
  const joined: Person[] = [];
  for (const person of people) {
    const last = joined.at(-1);
    if (person.name === '' && last && last.birthDate === null && person.birthDate !== null) {
      joined[joined.length - 1] = { ...person, name: last.name, relation: last.relation ?? person.relation };
    } else joined.push(person);
  }
  return joined;
}
