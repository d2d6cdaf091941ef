/** The records of a table that an edited row is part of, read again; all others stay the same objects. */
import type { MemberRow, RegisterRow } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import { recordReader } from './read-records.ts';
import type { ReadTable, TableSource } from './read-sheet.ts';
import { carriesDown, rowRoles } from './row-plan.ts';
import type { PlannedRecord, RowRole } from './row-plan.ts';
import { splitFamilies } from './several-families.ts';

/** One record in place of another; null where there was none before, or is none now. */
export interface RowExchange {
  readonly before: RegisterRow | null;
  readonly after: RegisterRow | null;
}

/** A table whose rows may be exchanged. */
export interface LiveTable {
  readonly read: ReadTable;
  readonly source: TableSource | null;
  readonly records: PlannedRecord[];
  readonly rows: RegisterRow[];
  members: readonly MemberRow[];
}

export function liveTable(read: ReadTable): LiveTable {
  return {
    read,
    source: read.source,
    records: [...(read.source?.plan.records ?? [])],
    rows: [...read.rows],
    members: read.members,
  };
}

/** A row before and after its edit; the grid holds the new one already. */
export interface EditedRow {
  readonly index: number;
  readonly old: SheetRow;
  readonly row: SheetRow;
}

/** Merged areas taller than this are no cells of a few lines. */
const TALLEST = 200;

/**
 * The records that change, in sheet order; null when the row plays another part in the table than before, so that
 * more than its own record may change.
 */
export function exchangeRecords(table: LiveTable, edited: EditedRow): readonly RowExchange[] | null {
  const place = placeOf(table.records, edited.row.row);
  const rowsAffected = mergedRows(table, edited);
  if (table.source === null || place === null || rowsAffected === null) return null;
  if (!playsTheSame(table, table.source, place, edited)) return null;
  const changed = new Set([place.at]);
  for (const row of rowsAffected) {
    const other = placeOf(table.records, row);
    if (other) changed.add(other.at);
  }
  for (const at of putLine(table.records, place, edited)) changed.add(at);
  return readAgain(
    table,
    table.source,
    [...changed].toSorted((a, b) => a - b),
  );
}

interface Place {
  readonly at: number;
  readonly line: number;
}

function placeOf(records: readonly PlannedRecord[], row: number): Place | null {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.row.row ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const line = records[low - 1]?.lines.findIndex((one) => one.row === row) ?? -1;
  return line < 0 ? null : { at: low - 1, line };
}

/** Rows that take values from a merged cell of the row; null where the area has no sensible end. */
function mergedRows({ source }: LiveTable, { row, old }: EditedRow): readonly number[] | null {
  const rows = new Set<number>();
  for (let column = 0; column < Math.max(row.cells.length, old.cells.length); column += 1) {
    const area = source?.input.grid.areaAt(row.row, column);
    if (!area || area.bottom === area.top) continue;
    if (area.bottom - area.top > TALLEST) return null;
    for (let one = area.top; one <= area.bottom; one += 1) rows.add(one);
  }
  return [...rows];
}

function playsTheSame({ records }: LiveTable, source: TableSource, { at, line }: Place, edited: EditedRow): boolean {
  const { grid } = source.input;
  const { index, old, row } = edited;
  const roleOf = rowRoles(grid, source.found);
  const above = line > 0 ? records[at]?.lines[line - 1] : records[at - 1]?.lines.at(-1);
  const [was, is] = [roleOf(old, above), roleOf(row, above)];
  if (was.kind !== 'record' || is.kind !== 'record' || was.goesOn !== is.goesOn) return false;
  const next = index + 1 < source.found.to ? grid.rows[index + 1] : undefined;
  if (next && roleOf(next, old).goesOn !== roleOf(next, row).goesOn) return false;
  return carriesTheSame(records, source, { was, is, old, row });
}

/** Naming or unnaming a row may make or end the custom of naming a family once for several rows. */
function carriesTheSame(
  records: readonly PlannedRecord[],
  { found }: TableSource,
  {
    was,
    is,
    old,
    row,
  }: { readonly was: RowRole; readonly is: RowRole; readonly old: SheetRow; readonly row: SheetRow },
): boolean {
  if (was.names === is.names) return true;
  const now = records.map((record) => (record.row === old ? { ...record, row } : record));
  return !carriesDown(records, found) && !carriesDown(now, found);
}

/** Exchanges the line in its record, and in the rows that go without the family's name because of it. */
function putLine(records: PlannedRecord[], { at, line }: Place, { old, row }: EditedRow): readonly number[] {
  const record = records[at];
  if (!record) return [];
  records[at] = { ...record, row: line === 0 ? row : record.row, lines: record.lines.with(line, row) };
  const followers: number[] = [];
  for (let next = at + 1; ; next += 1) {
    const follower = records[next];
    if (follower?.carried !== old) return followers;
    records[next] = { ...follower, carried: row };
    followers.push(next);
  }
}

/** Null where a line now names several families: then it is several records. */
function readAgain(table: LiveTable, source: TableSource, places: readonly number[]): readonly RowExchange[] | null {
  const read = recordReader(source.input);
  const exchanges: RowExchange[] = [];
  for (const at of places) {
    const [planned, before] = [table.records[at], table.rows[at]];
    if (!planned || !before) continue;
    const members: MemberRow[] = [];
    const after = read(planned, members);
    if (splitFamilies(after).length > 1) return null;
    table.rows[at] = after;
    exchanges.push({ before, after }, ...exchangeMembers(table, before, members));
  }
  return exchanges;
}

/** A member belongs to the record as an object: all of a record's members are exchanged with it. */
function exchangeMembers(table: LiveTable, family: RegisterRow, fresh: readonly MemberRow[]): readonly RowExchange[] {
  const gone = table.members.filter((member) => member.family === family);
  if (gone.length + fresh.length === 0) return [];
  const start = table.members.findIndex(({ row, family: own }) => own === family || row > family.row);
  table.members = table.members.toSpliced(start < 0 ? table.members.length : start, gone.length, ...fresh);
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, at) => ({
    before: gone[at] ?? null,
    after: fresh[at] ?? null,
  }));
}
