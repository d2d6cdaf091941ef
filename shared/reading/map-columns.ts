/**
 * Which column gives which field, for one kind of table: headings and values together, assigned one to one with the
 * best total. What is doubtful keeps its low confidence and its candidates.
 */
import type { RecordKind } from '../domain/fields.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { assignBest } from './assign-columns.ts';
import { dayColumns } from './day-columns.ts';
import { namesOneParent } from './excluded-by-heading.ts';
import type { ColumnProfile } from './column-profile.ts';
import { LEAST, scoresOf } from './column-scores.ts';
import { namesApplicant } from './composite-fields.ts';
import { pathText } from './heading-path.ts';
import { matchHeading, OTHER } from './heading-match.ts';
import type { HeadingColumn } from './header-rows.ts';
import { withFurtherFacts } from './further-facts.ts';
import { levelDateColumns } from './level-dates.ts';
import { markedColumns } from './marked-columns.ts';
import { nameColumns } from './name-columns.ts';
import { withPeopleByValues } from './people-by-values.ts';
import { periodColumns } from './period-columns.ts';
import { refineByValues } from './refine-by-values.ts';
import { seriesColumns } from './series-columns.ts';
import type { MonthOfYear } from './title-lines.ts';
import { twoDayColumns } from './two-days.ts';

/** A heading as understood. `field` is a field, a composite ("contract.document"), "member.…", or null. */
export interface MappedColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly field: string | null;
  readonly period?: string;
  /** Further facts of every cell, beside what `field` stands for. */
  readonly further?: readonly string[];
  /** The place of the column among those that one field is written down in one by one, from 1. */
  readonly series?: number;
  /** The entry of a code list that a mark or a date in this column stands for. */
  readonly code?: string;
  /** The days in this column end what the column before it begins. */
  readonly isEnd?: true;
  readonly confidence: number;
  readonly candidates: readonly string[];
  readonly corrected: boolean;
  /** The field that an earlier column already gives. */
  readonly duplicateOf?: string;
}

export interface ColumnInput extends HeadingColumn {
  readonly profile: ColumnProfile;
}

/** A person's decisions: heading path → field, or null to leave the column alone. */
export type ForcedFields = Readonly<Record<string, string | null>>;

export interface MapOptions {
  readonly forced: ForcedFields;
  /** The year of periods that name none. */
  readonly year: number;
  /** The month that the sheet is about, if it is about one. */
  readonly month: MonthOfYear | null;
  readonly book: CodeBook;
}

/** From here on a heading clearly means a field, and another field this far behind is not meant. */
const CLEAR = 0.7;
const APART = 0.15;
/** «Статус» heads relations only where some of its values are. */
const RELATIONS = 0.2;

/** Maps the columns of a heading for one kind of table. */
export function mapColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): readonly MappedColumn[] {
  const days = dayColumns(kind, columns, options);
  const months = new Map([
    ...days,
    ...periodColumns(
      kind,
      columns.filter(({ column }) => !days.has(column)),
      options,
    ),
  ]);
  const others = columns.filter((column) => !months.has(column.column));
  const names = nameColumns(kind, others);
  const marked = markedColumns(kind, others, options);
  const unmarked = others.filter((column) => !marked.has(column.column));
  const levels = levelDateColumns(kind, unmarked, options);
  const single = unmarked.filter((column) => !levels.has(column.column));
  const series = seriesColumns(kind, single, options);
  const twoDays = twoDayColumns(
    kind,
    single.filter(({ column }) => !series.has(column)),
    options,
  );
  const periods = new Map([...months, ...names, ...marked, ...levels, ...series, ...twoDays]);
  const rest = columns.filter((column) => !periods.has(column.column));
  const hasMembers = kind === 'families' && rest.some((column) => isRelation(column));
  const hasApplicant = kind === 'families' && (names.size > 0 || rest.some((column) => isApplicant(column)));
  const scored = rest.map((column, at) =>
    scoresOf(kind, column, {
      before: rest[at - 1],
      hasMembers,
      hasApplicant,
      forced: options.forced,
      hasMonth: options.month !== null,
    }),
  );
  const fields = [...new Set(scored.flatMap((scores) => [...scores.keys()]))].filter((field) => field !== OTHER);
  const taken = assignBest(
    scored.map((scores, at) => {
      const least = leastSeat(scores);
      return fields.map((field) => seatScore(scores.get(field) ?? 0, least, at));
    }),
  );
  const mapped = rest.map((column, at) =>
    mappedColumn(column, scored[at] ?? new Map(), { field: fields[taken[at] ?? -1] ?? null, forced: options.forced }),
  );
  const all = [...mapped, ...periods.values()].toSorted((a, b) => a.column - b.column);
  const profiles = new Map(columns.map((column) => [column.column, column.profile]));
  const refined = markDuplicates(refineByValues(kind, all, profiles));
  return kind === 'families' ? withFurtherFacts(withPeopleByValues(refined, profiles), profiles) : refined;
}

function isRelation(column: ColumnInput): boolean {
  const best = matchHeading(column.path, 'members')[0];
  const { profile } = column;
  // «ребенок-инвалид» is a child's name and a category of families.
  const told = profile.size === 0 ? 1 : profile.relation();
  const isBorneOut = told >= RELATIONS && (profile.size === 0 || told > profile.wordings('categories'));
  return best?.field === 'relation' && best.score >= CLEAR && isBorneOut;
}

function isApplicant({ path }: ColumnInput): boolean {
  const [best] = matchHeading(path, 'families');
  return best !== undefined && namesApplicant(best.field) && best.score >= CLEAR && !namesOneParent(path);
}

/**
 * What a field must score to be given to the column: a heading that is known to mean something else needs a better
 * fit, and one that clearly means a field is given no other one: it would push a true owner out.
 */
function leastSeat(scores: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [field, score] of scores) if (field !== OTHER) best = Math.max(best, score);
  const distant = best >= CLEAR ? best - APART : 0;
  return Math.max(LEAST, scores.get(OTHER) ?? 0, distant);
}

/** Earlier columns win ties. */
function seatScore(score: number, least: number, at: number): number {
  return score < least ? 0 : score - at * 1e-5;
}

function mappedColumn(
  column: ColumnInput,
  scores: ReadonlyMap<string, number>,
  choice: { readonly field: string | null; readonly forced: ForcedFields },
): MappedColumn {
  const ranked = [...scores].filter(([field]) => field !== OTHER).toSorted((a, b) => b[1] - a[1]);
  const confidence = choice.field === null ? 0 : Math.min(1, scores.get(choice.field) ?? 0);
  const better =
    choice.field === null
      ? ranked[0]
      : ranked.find(([field, score]) => field !== choice.field && score > confidence + APART);
  const isTaken = better !== undefined && better[1] >= CLEAR && better[1] > (scores.get(OTHER) ?? 0);
  return {
    column: column.column,
    path: column.path,
    field: isTaken ? null : choice.field,
    confidence: isTaken ? 0 : confidence,
    candidates: ranked
      .map(([field]) => field)
      .filter((field) => field !== choice.field || isTaken)
      .slice(0, 4),
    corrected: Object.hasOwn(choice.forced, pathText(column.path)),
    ...(isTaken && better ? { duplicateOf: better[0] } : {}),
  };
}

/** A duplicate counts only where the field it repeats is really given by another column before it, or at all. */
function markDuplicates(columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const given = new Set(columns.map((column) => column.field));
  return columns.map((column) => {
    if (column.duplicateOf === undefined || given.has(column.duplicateOf)) return column;
    const { duplicateOf, ...rest } = column;
    return { ...rest, field: duplicateOf, confidence: 0.6 };
  });
}
