/**
 * Cells of members, visits, measures and specialists that tell several facts: «12.07.2026, Лесная О.И.». A date, a
 * person and a relation are known by their look, so that what is left is the last of the facts.
 */
import type { RecordKind } from '../domain/fields.ts';
import { isDash } from './decode-number.ts';
import { findDates } from './decode-date.ts';
import { relationOf } from './decode-people.ts';
import { firstDate } from './composite-fields.ts';
import type { Composite, Parts } from './composite-fields.ts';
import { POSITIONS, REASONS_OF_VISIT } from './words-of-others.ts';
import { cellText } from './sheet-grid.ts';

/** What is taken from a text, and the text without it; null where it is not there, or more than once. */
type Take = (text: string) => { readonly value: unknown; readonly rest: string } | null;

/** Facts in the order in which they are taken; the last may be what is left. */
export interface SeveralFacts {
  /** The one that stands for the whole cell first. */
  readonly fields: readonly [string, ...string[]];
  readonly takes: readonly (readonly [field: string, take: Take])[];
  /** How many of the cells must tell all of them, where some have nothing to tell yet. */
  readonly least?: number;
}

const PERSON =
  /(?<![\p{L}-])\p{Lu}\p{Ll}[\p{L}-]*\s+(?:\p{Lu}\s?\.(?:\s?\p{Lu}\s?\.)?|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вна|чна|вич|ична)|\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?(?=\s*(?:$|[,;(])))(?!\p{L})/gu;
const RATE = /(?<![\d,.№]|№\s)(?:[01][.,]\d{1,2}|1|2)(?:\s?(?:ст(?:авк\p{L}*)?|шт)\.?)?(?![\d.,]|\p{L})/giu;

const date: Take = (text) => {
  const [only, second] = findDates(text);
  if (!only || second) return null;
  const { date: value, rest } = firstDate(text);
  return { value, rest: trimmed(rest) };
};
const person: Take = (text) => single(PERSON, text);
const rate: Take = (text) => {
  const found = single(RATE, text);
  return found && { ...found, value: Number.parseFloat(found.value.replace(',', '.')) };
};
const words: Take = (text) => (/\p{L}{3}/u.test(text) ? { value: text, rest: '' } : null);
const such =
  (test: (text: string) => boolean): Take =>
  (text) =>
    test(text) ? words(text) : null;
const relation = such((text) => text.length <= 25 && relationOf(text) !== null);

function single(pattern: RegExp, text: string): { readonly value: string; readonly rest: string } | null {
  const [only, second] = [...text.matchAll(pattern)];
  if (!only || second) return null;
  const rest = `${text.slice(0, only.index)} ${text.slice(only.index + only[0].length)}`;
  return { value: only[0].trim(), rest: trimmed(rest) };
}

/** What stood between the facts belongs to none of them. */
function trimmed(text: string): string {
  return text
    .replace(/\(\s*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:./()–—-]+|(?<![\s,;:/(–—-])[\s,;:/(–—-]+$/gu, '')
    .replace(/^([^()]*)\)$/u, '$1')
    .replace(/,?\s(?:до|к|от|на|с|срок)$/u, '');
}

const of = (...takes: readonly (readonly [string, Take])[]): SeveralFacts => ({
  fields: [takes[0]?.[0] ?? '', ...takes.slice(1).map(([field]) => field)],
  takes,
});

/** Of measures under way only their state is told. */
const UNDER_WAY = 0.2;

/** By kind, more facts before fewer: the first that a column's cells bear out is meant. */
export const SEVERAL_FACTS: Readonly<Partial<Record<RecordKind, readonly SeveralFacts[]>>> = {
  members: [
    of(['name', person], ['birthDate', date], ['relation', relation]),
    of(['name', person], ['birthDate', date]),
    of(['name', person], ['relation', relation]),
  ],
  visits: [
    of(['date', date], ['specialist', person], ['kind', such((text) => REASONS_OF_VISIT.test(text))]),
    of(['date', date], ['specialist', person]),
    of(['date', date], ['kind', such((text) => text.length <= 30 && REASONS_OF_VISIT.test(text))]),
    of(['date', date], ['result', words]),
  ],
  measures: [
    { ...of(['doneDate', date], ['result', words]), least: UNDER_WAY },
    { ...of(['dueDate', date], ['measure', words]), fields: ['measure', 'dueDate'] },
    { ...of(['responsible', person], ['organisation', words]), fields: ['organisation', 'responsible'] },
  ],
  specialists: [
    of(['name', person], ['rate', rate], ['position', such((text) => POSITIONS.test(text))]),
    of(['name', person], ['position', such((text) => POSITIONS.test(text))]),
    { ...of(['rate', rate], ['position', such((text) => POSITIONS.test(text))]), fields: ['position', 'rate'] },
  ],
};

/** The facts of a text; null unless all of them are told, and nothing else. */
export function factsIn(text: string, { takes }: SeveralFacts): Parts | null {
  const { parts, rest } = taken(text, takes);
  return rest === '' && takes.every(([field]) => parts[field] !== undefined) ? parts : null;
}

function taken(text: string, takes: SeveralFacts['takes']): { readonly parts: Parts; readonly rest: string } {
  const parts: Record<string, unknown> = {};
  let rest = text.replace(/\s+/gu, ' ').trim();
  for (const [field, take] of takes) {
    const found = take(rest);
    if (!found) continue;
    parts[field] = found.value;
    rest = found.rest;
  }
  return { parts, rest };
}

/** How the cells of such a column are split; undefined for a column of one fact. */
export function compositeOfOther(
  kind: RecordKind,
  field: string,
  further: readonly string[] = [],
): Composite | undefined {
  const fields = [field, ...further];
  const facts = (SEVERAL_FACTS[kind] ?? []).find((one) => one.fields.join() === fields.join());
  if (!facts || further.length === 0) return undefined;
  return {
    fields,
    split: (cell) => {
      const text = cellText(cell);
      return isDash(text) ? {} : taken(text, facts.takes).parts;
    },
  };
}
