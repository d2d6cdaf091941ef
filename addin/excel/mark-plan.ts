/**
 * What marks look like and how few conditional formats they need: cells below each other become one area, many areas
 * one conditional format. Pure; Excel is spoken to in marks.ts.
 */
import type { Severity } from '../../shared/domain/finding.ts';
import type { Mark } from '../engine/workbook-port.ts';
import { addressOfArea } from './range-address.ts';

/** How a severity is drawn: differing in shape (line, weight, slant) as well as in colour. */
export interface MarkLook {
  readonly fill: string;
  readonly line: 'Continuous' | 'Dash' | 'Dot';
  readonly colour: string;
  readonly font: 'bold' | 'underline' | 'italic';
}

export const MARK_LOOKS: Readonly<Record<Severity, MarkLook>> = {
  error: { fill: '#FFC7CE', line: 'Continuous', colour: '#9C0006', font: 'bold' },
  warning: { fill: '#FFEB9C', line: 'Dash', colour: '#7F6000', font: 'underline' },
  note: { fill: '#DDEBF7', line: 'Dot', colour: '#1F4E79', font: 'italic' },
};

/** More areas than this make Excel slow to recalculate; the gravest are drawn. */
export const MAX_MARKED_AREAS = 3_000;
/** Excel takes at most 8,192 characters of addresses at once. */
const MAX_ADDRESS = 8_000;
const MAX_AREAS_PER_FORMAT = 400;
const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'note'];

/** One conditional format to make: "B2,B4:B9". */
export interface MarkFormat {
  readonly sheet: string;
  readonly severity: Severity;
  readonly addresses: string;
}

export interface MarkPlan {
  readonly formats: readonly MarkFormat[];
  /** Cells that were left out because there are too many areas. */
  readonly leftOut: number;
}

/** The conditional formats for marks. A cell named twice is marked once, with the graver severity. */
export function planMarks(marks: readonly Mark[]): MarkPlan {
  const seen = new Set<string>();
  const runs: Run[] = [];
  for (const severity of GRAVEST_FIRST) {
    const fresh = marks.filter(({ severity: own, cell }) => {
      if (own !== severity) return false;
      const key = `${cell.sheet}\n${cell.row}:${cell.column}`;
      return seen.has(key) ? false : seen.add(key);
    });
    runs.push(...runsOf(fresh, severity));
  }
  const drawn = runs.slice(0, MAX_MARKED_AREAS);
  const leftOut = runs.slice(MAX_MARKED_AREAS).reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  return { formats: formatsOf(drawn), leftOut };
}

interface Run {
  readonly sheet: string;
  readonly severity: Severity;
  readonly column: number;
  readonly top: number;
  bottom: number;
}

function runsOf(marks: readonly Mark[], severity: Severity): readonly Run[] {
  const sorted = marks
    .map(({ cell }) => cell)
    .toSorted((a, b) => compare(a.sheet, b.sheet) || a.column - b.column || a.row - b.row);
  const runs: Run[] = [];
  for (const { sheet, row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.sheet === sheet && last.column === column && last.bottom === row - 1) last.bottom = row;
    else runs.push({ sheet, severity, column, top: row, bottom: row });
  }
  return runs;
}

function formatsOf(runs: readonly Run[]): readonly MarkFormat[] {
  const open = new Map<string, { sheet: string; severity: Severity; addresses: string; areas: number }>();
  const closed: MarkFormat[] = [];
  for (const { sheet, severity, column, top, bottom } of runs) {
    const key = `${severity}\n${sheet}`;
    const address = addressOfArea({ top, left: column, bottom, right: column });
    const current = open.get(key);
    const isFull =
      current && (current.areas >= MAX_AREAS_PER_FORMAT || current.addresses.length + address.length + 1 > MAX_ADDRESS);
    if (current && !isFull) {
      current.addresses += `,${address}`;
      current.areas += 1;
      continue;
    }
    if (current) closed.push(formatOf(current));
    open.set(key, { sheet, severity, addresses: address, areas: 1 });
  }
  return [...closed, ...[...open.values()].map(formatOf)];
}

function formatOf({ sheet, severity, addresses }: MarkFormat): MarkFormat {
  return { sheet, severity, addresses };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The formula of a mark: always true, without any function or reference that a language or a moved row could change,
 * and recognisable later on another machine.
 */
export function markFormula(severity: Severity): string {
  return `="kurator:${severity}"<>""`;
}

/** True for a formula of ours, of this or an earlier session. */
export function isMarkFormula(formula: unknown): boolean {
  return typeof formula === 'string' && /^=?\s*"kurator:[a-z]+"\s*<>\s*""$/.test(formula);
}
