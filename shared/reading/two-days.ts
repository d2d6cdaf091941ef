/**
 * Columns of two days in a cell, «12.01.2026 – 11.07.2026»: the beginning and the end of a matter, or the last day and
 * the next one. Only where the heading asks for both: a list of days looks the same.
 */
import type { RecordKind } from '../domain/fields.ts';
import type { MapOptions, MappedColumn, ColumnInput } from './map-columns.ts';
import { namesOtherMatters, termsOf } from './heading-normaliser.ts';
import { pathText } from './heading-path.ts';
import { BEGINS, ENDS, headingParts } from './heading-variants.ts';

/** The columns of two days of a table of families, by column. Other kinds have none. */
export function twoDayColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  { forced }: Pick<MapOptions, 'forced'>,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families') return found;
  const given = new Set<string>();
  for (const { column, path, profile } of columns) {
    if (profile.size === 0 || profile.hasDate < MOST || Object.hasOwn(forced, pathText(path))) continue;
    const asked = askedBy(path, profile.twoDays());
    if (asked === null || given.has(asked)) continue;
    given.add(asked);
    // «Поставлена / снята» over one day a cell: which of them it is nothing says.
    const field = profile.twoDays() === 0 ? null : asked;
    found.set(column, {
      column,
      path,
      field,
      confidence: field === null ? 0 : CONFIDENCE,
      candidates: field === null ? [asked] : [],
      corrected: false,
    });
  }
  return found;
}

/** A cell or two with something else is a mistake in the column, and becomes a finding. */
const MOST = 0.8;
/** «Период сопровождения» over days alone may be anything. */
const LEAST = 0.3;
const CONFIDENCE = 0.85;

/** The composite that a heading asks for; null where it asks for one day, or for neither of the pairs. */
function askedBy(path: readonly string[], share: number): string | null {
  const parts = headingParts(path);
  const heading = parts.join(' ');
  const terms = termsOf(heading);
  if (namesOtherMatters(terms)) return null;
  if (terms.has('last') && (terms.has('next') || WILL_BE.test(heading))) return lastAndNext(terms);
  if (HAS_BEEN.test(heading) && WILL_BE.test(heading)) return lastAndNext(terms);
  const namesBoth = BOTH.test(heading) || (BEGINS.test(heading) && ENDS.test(heading));
  const isTerm = TERM.test(heading) && share >= LEAST;
  return namesBoth || isTerm ? spanOf(terms) : null;
}

type Terms = ReadonlyMap<string, number>;

function lastAndNext(terms: Terms): string | null {
  if (terms.has('visit')) return terms.has('review') ? null : 'visits.around';
  return terms.has('review') ? 'reviews.around' : null;
}

function spanOf(terms: Terms): string | null {
  if (OTHER_MATTERS.some((term) => terms.has(term))) return null;
  if (terms.has('programme')) return 'program.term';
  if (terms.has('contract')) return 'contract.term';
  if (terms.has('registered')) return 'account.term';
  return terms.has('support') || terms.has('case') || terms.has('start') ? 'support.term' : null;
}

const OTHER_MATTERS = [
  'visit',
  'review',
  'reason',
  'decision',
  'transfer',
  'level',
  'child',
  'study',
  'work',
  'birth',
  'disability',
];
/** What «с … по …» and «с какого по какое» become, see heading-paraphrases.ts. */
const BOTH = /(?<![а-я])с-по(?![а-я])/u;
const TERM = /(?<![а-я])(?:период|срок)(?![а-я])/u;
const HAS_BEEN = /(?<![а-я])(?:был[аои]?|прошел|прошл[а-я]{2}|проведен[аоы]?)(?![а-я])/u;
const WILL_BE = /(?<![а-я])(?:буд[а-я]{2,3}|следующ[а-я]{2,3}|план[а-я]*)(?![а-я])/u;
