/** Sheets that hold the same cases, by number and name: mostly the copy of an earlier register, kept in the same workbook. */
import { personName } from '../domain/person-name.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { RepeatedCases } from './reading.ts';

/** What must be known of a sheet. */
export interface SheetOfCases {
  readonly sheet: string;
  readonly rows: readonly RegisterRow[];
  /** The period it is about, as a number that grows with time; null when nothing names one. */
  readonly period: number | null;
  /** A person has said that it is to be read. */
  readonly isWanted: boolean;
}

/** Fewer shared cases are slips, and a rule finds them one by one. */
const FEWEST = 5;
/** From here on a sheet is a copy rather than one with some of the same cases. */
const MOSTLY = 0.8;
const PARTLY = 0.5;

/**
 * Pairs of sheets that share half of their cases or more, in workbook order. Where nearly all are shared and
 * the sheets are about different periods, only the later one is counted.
 */
export function repeatedCases(sheets: readonly SheetOfCases[]): readonly RepeatedCases[] {
  if (sheets.length < 2) return [];
  const { shared, sizes } = countShared(sheets);
  return [...shared].flatMap(([key, cases]) => {
    const [one, other] = key.split(' ').map((at) => sheets[Number(at)]);
    if (!one || !other) return [];
    const share = cases / Math.min(sizes.get(one) ?? 0, sizes.get(other) ?? 0);
    if (cases < FEWEST || share < PARTLY) return [];
    const [earlier, later] = (one.period ?? 0) <= (other.period ?? 0) ? [one, other] : [other, one];
    const isCopy =
      share >= MOSTLY &&
      earlier.period !== null &&
      later.period !== null &&
      earlier.period < later.period &&
      !earlier.isWanted;
    return [{ first: earlier.sheet, second: later.sheet, cases, counted: isCopy ? 'second' : 'both' } as const];
  });
}

/** Numbers may begin anew with the year: without the name, another family would be taken for a copy. */
function nameOf(values: RegisterRow['values']): string {
  const applicant = 'applicant' in values ? values.applicant : null;
  return typeof applicant === 'string' ? personName(applicant).rough : '';
}

function caseNoOf(values: RegisterRow['values']): string | null {
  return 'caseNo' in values && typeof values.caseNo === 'string' ? values.caseNo : null;
}

/** The numbers that stand on several sheets: of these alone the names must be read. */
function numbersOnSeveral(sheets: readonly SheetOfCases[]): ReadonlySet<string> {
  const first = new Map<string, SheetOfCases>();
  const several = new Set<string>();
  for (const sheet of sheets) {
    for (const { values } of sheet.rows) {
      const caseNo = caseNoOf(values);
      if (caseNo === null) continue;
      const known = first.get(caseNo);
      if (!known) first.set(caseNo, sheet);
      else if (known !== sheet) several.add(caseNo);
    }
  }
  return several;
}

function countShared(sheets: readonly SheetOfCases[]): {
  readonly shared: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<SheetOfCases, number>;
} {
  const shared = new Map<string, number>();
  const sizes = new Map<SheetOfCases, number>();
  const places = new Map<string, number[]>();
  const several = numbersOnSeveral(sheets);
  for (const [at, sheet] of sheets.entries()) {
    let size = 0;
    for (const { values } of sheet.rows) {
      const caseNo = caseNoOf(values);
      if (caseNo === null) continue;
      size += 1;
      if (!several.has(caseNo)) continue;
      const key = `${caseNo}|${nameOf(values)}`;
      const known = places.get(key);
      if (!known) places.set(key, [at]);
      else if (known.at(-1) !== at) {
        for (const before of known) shared.set(`${before} ${at}`, (shared.get(`${before} ${at}`) ?? 0) + 1);
        known.push(at);
      }
    }
    sizes.set(sheet, size);
  }
  return { shared, sizes };
}
