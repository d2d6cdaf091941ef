/** A matrix of families and days: columns 1 … 31 of a month, in which a mark is a visit. */
import type { RecordKind } from '../domain/fields.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';
import { periodOfHeading } from './periods-in-headings.ts';

const FEWEST = 7;

interface DayColumn {
  readonly column: ColumnInput;
  readonly day: number;
}

/** The columns of days, by column: dates of visits in a journal, and of the families' visits in a register. */
export function dayColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'visits' && kind !== 'families') return found;
  for (const run of runsOf(columns)) {
    const month = monthOf(run, options);
    if (month === null) continue;
    for (const { column, day } of run) {
      found.set(column.column, {
        column: column.column,
        path: column.path,
        field: kind === 'visits' ? 'date' : 'visitDates',
        period: `${month}-${String(day).padStart(2, '0')}`,
        confidence: 0.9,
        candidates: [],
        corrected: false,
      });
    }
  }
  return found;
}

function runsOf(columns: readonly ColumnInput[]): readonly (readonly DayColumn[])[] {
  const runs: DayColumn[][] = [];
  for (const column of columns) {
    const day = dayOfLeaf(column.path.at(-1) ?? '');
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && day === before.day + 1 && column.column === before.column.column + 1)
      run.push({ column, day });
    else if (day === 1) runs.push([{ column, day }]);
    else if (day > 0 || before) runs.push([]);
  }
  return runs.filter((run) => run.length >= FEWEST);
}

/** «5», «05», «05.01.2026», and «01.2026», as the first of a month is shown in a heading; 0 for anything else. */
function dayOfLeaf(text: string): number {
  if (/^\d{2}\.20\d{2}$/.test(text)) return 1;
  const day = Number(/^(\d{1,2})(?:\.\d{2}\.\d{4})?$/.exec(text.trim())?.[1] ?? 0);
  return day <= 31 ? day : 0;
}

/** "2026-01": from the dates themselves, the heading above the days, or what the sheet is about. */
function monthOf(run: readonly DayColumn[], { month, year }: MapOptions): string | null {
  const path = run[1]?.column.path ?? [];
  const dated = /\.(\d{2})\.(\d{4})$/.exec(path.at(-1) ?? '');
  if (dated) return `${dated[2] ?? ''}-${dated[1] ?? ''}`;
  const above = periodOfHeading(path.slice(0, -1));
  const number = above?.month ?? month?.month;
  if (number === undefined) return null;
  const ofYear = above?.month ? (above.year ?? month?.year ?? year) : month?.year;
  return `${ofYear ?? year}-${String(number).padStart(2, '0')}`;
}
