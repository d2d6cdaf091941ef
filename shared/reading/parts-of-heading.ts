/** A heading with columns that nothing stands in: one table with a space in it, or tables beside each other. */
import { endOfBody } from './around-heading.ts';
import { namesApplicant } from './composite-fields.ts';
import type { ColumnRange, HeadingColumn } from './header-rows.ts';
import type { Located } from './located.ts';
import { countFilled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

type TableUnder = (columns: readonly HeadingColumn[]) => Located;

/**
 * The tables under a heading, left to right, of its parts between empty columns: cut where the part beyond is a table of
 * its own. A part that names no families and ends where the one before it ends goes on with it.
 */
export function tablesUnder(
  grid: SheetGrid,
  parts: readonly (readonly HeadingColumn[])[],
  tableUnder: TableUnder,
): readonly Located[] {
  const joined: Located[] = [];
  let columns: readonly HeadingColumn[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const own = tableUnder(part);
    const both = [...columns, ...part];
    if (last && (part.length < 2 || own.kind === null)) joined.splice(-1, 1, tableUnder((columns = both)));
    else {
      const whole = last && mayGoOn(last, own) && endTogether(grid, last, own) ? tableUnder(both) : null;
      if (whole?.kind === 'families') joined.splice(-1, 1, whole);
      else joined.push(own);
      columns = whole?.kind === 'families' ? both : part;
    }
  }
  return joined;
}

/** Neither of them numbers or names what the other does as well. */
function mayGoOn(left: Located, right: Located): boolean {
  if (right.kind === 'specialists' || left.kind === 'specialists') return false;
  const keys = keysOf(left);
  return [...keysOf(right)].every((key) => !keys.has(key));
}

function keysOf({ columns }: Located): ReadonlySet<string> {
  const keys = columns.flatMap(({ field }) => {
    if (field === 'seq' || field === 'caseNo' || field === 'case.registered') return [field];
    return namesApplicant(field) ? ['applicant'] : [];
  });
  return new Set(keys);
}

/** Tables beside each other end where it happens; what is one has something in its last rows on both sides. */
function endTogether(grid: SheetGrid, left: Located, right: Located): boolean {
  const whole = { left: left.range.left, right: right.range.right };
  const [one, other] = [heightOf(grid, left, whole), heightOf(grid, right, whole)];
  return Math.min(one, other) >= SAME_HEIGHT * Math.max(one, other);
}

const SAME_HEIGHT = 0.8;

/** How many rows below the heading the last one lies that is more than a title, and has something of the table. */
function heightOf(grid: SheetGrid, { range, from }: Located, whole: ColumnRange): number {
  const least = range.right - range.left > 1 ? 2 : 1;
  for (let index = endOfBody(grid, from) - 1; index >= from; index -= 1) {
    const row = grid.rows[index];
    if (row && countFilled(row, range) >= least && countFilled(row, whole) >= MORE_THAN_TITLE) return index - from + 1;
  }
  return 0;
}

/** A signature takes two or three cells. */
const MORE_THAN_TITLE = 4;
