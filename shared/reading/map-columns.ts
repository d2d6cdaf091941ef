/**
 * Which column gives which field, for one kind of table: headings and values together, assigned one to one with the
 * best total. What is doubtful keeps its low confidence and its candidates.
 */
import type { RecordKind } from '../domain/fields.ts';
import { assignBest } from './assign-columns.ts';
import { columnFit } from './column-fit.ts';
import type { ColumnProfile } from './column-profile.ts';
import { matchHeading, OTHER } from './heading-match.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { HeadingColumn } from './header-rows.ts';
import { periodColumns } from './period-columns.ts';
import { refineByValues } from './refine-by-values.ts';

/** A heading as understood. `field` is a field, a composite ("contract.document"), "member.…", or null. */
export interface MappedColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly field: string | null;
  readonly period?: string;
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
}

const LEAST = 0.57;
/** Fields of the members of a family that a table of families may have, where each member has a line. */
const MEMBER_PARTS = ['name', 'relation', 'birthDate', 'snils', 'disability', 'study'];

/** "Договор > Дата": a heading path as people and corrections write it. */
export function pathText(path: readonly string[]): string {
  return path.join(' > ');
}

/** Maps the columns of a heading for one kind of table. */
export function mapColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): readonly MappedColumn[] {
  const periods = periodColumns(kind, columns, options);
  const rest = columns.filter((column) => !periods.has(column.column));
  const hasMembers = kind === 'families' && rest.some((column) => isRelation(column));
  const scored = rest.map((column, at) =>
    scoresOf(kind, column, { before: rest[at - 1], hasMembers, forced: options.forced }),
  );
  const fields = [...new Set(scored.flatMap((scores) => [...scores.keys()]))].filter((field) => field !== OTHER);
  const taken = assignBest(
    scored.map((scores, at) => fields.map((field) => seatScore(scores.get(field) ?? 0, scores.get(OTHER) ?? 0, at))),
  );
  const mapped = rest.map((column, at) =>
    mappedColumn(column, scored[at] ?? new Map(), { field: fields[taken[at] ?? -1] ?? null, forced: options.forced }),
  );
  const all = [...mapped, ...periods.values()].toSorted((a, b) => a.column - b.column);
  return markDuplicates(refineByValues(kind, all, new Map(columns.map((column) => [column.column, column.profile]))));
}

function isRelation(column: ColumnInput): boolean {
  const best = matchHeading(column.path, 'members')[0];
  return best?.field === 'relation' && best.score >= 0.7;
}

/** Earlier columns win ties; a heading that is known to mean something else needs a clearly better fit. */
function seatScore(score: number, other: number, at: number): number {
  return score < LEAST || score < other ? 0 : score - at * 1e-5;
}

interface ScoreContext {
  readonly before: ColumnInput | undefined;
  readonly hasMembers: boolean;
  readonly forced: ForcedFields;
}

function scoresOf(kind: RecordKind, column: ColumnInput, context: ScoreContext): ReadonlyMap<string, number> {
  const forced = context.forced[pathText(column.path)];
  if (forced !== undefined) return forced === null ? new Map() : new Map([[forced, 10]]);
  const scores = new Map<string, number>();
  for (const { field, score } of matchHeading(column.path, kind)) {
    scores.set(
      field,
      field === OTHER ? score : weigh(score, columnFit(kind, field, column.profile), column.profile.size),
    );
  }
  if (context.hasMembers) addMemberScores(scores, column);
  preferNeighbour(scores, column, kind === 'families' ? context.before : undefined);
  return scores;
}

function addMemberScores(scores: Map<string, number>, column: ColumnInput): void {
  for (const { field, score } of matchHeading(column.path, 'members')) {
    if (MEMBER_PARTS.includes(field))
      scores.set(
        `member.${field}`,
        weigh(score, columnFit('members', field, column.profile), column.profile.size) * 0.97,
      );
  }
  if (scores.has('member.birthDate')) {
    scores.delete('children.birthDate');
    const isApplicants = termsOf(normaliseHeading(pathText(column.path))).has('applicant');
    if (!isApplicants) scores.set('applicantBirthDate', (scores.get('applicantBirthDate') ?? 0) * 0.7);
  }
  // Beside a column of relations each line names one person: no list of the household.
  if (!scores.has('member.name') || column.profile.severalLines >= 0.2) return;
  for (const list of ['household', 'applicant.household']) {
    const score = scores.get(list);
    if (score !== undefined) scores.set(list, score * 0.8);
  }
}

/** «Дата рождения» beside the children's names is theirs, unless it says whose it is. */
function preferNeighbour(scores: Map<string, number>, column: ColumnInput, neighbour: ColumnInput | undefined): void {
  const own = scores.get('applicantBirthDate');
  if (own === undefined || !neighbour) return;
  const terms = termsOf(normaliseHeading(pathText(column.path)));
  const before = matchHeading(neighbour.path, 'families')[0]?.field;
  if ((before === 'children' || before === 'household') && !terms.has('applicant') && !terms.has('parent')) {
    scores.set('children.birthDate', Math.max(own, scores.get('children.birthDate') ?? 0));
    scores.set('applicantBirthDate', own * 0.7);
  }
}

/**
 * The values strengthen or weaken what the heading says. A few that contradict it leave doubt; where all of many do,
 * the heading must mean something else (a column of terms under «Срок действия программы» is no date).
 */
function weigh(heading: number, fit: number, cells: number): number {
  if (fit >= 0.1) return heading * (0.75 + 0.25 * Math.min(1, fit * 1.15));
  return heading * (cells < 5 ? 0.62 : 0.5);
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
      : ranked.find(([field, score]) => field !== choice.field && score > confidence + 0.15);
  const isTaken = better !== undefined && better[1] >= 0.7 && better[1] > (scores.get(OTHER) ?? 0);
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
