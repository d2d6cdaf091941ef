/**
 * A reading that follows edits: only the edited rows are read again. What it gives equals a full reading of the sheets
 * as they are then, and every record that no edit concerns is the same object as before.
 */
import type { RecordKind } from '../domain/fields.ts';
import type { Register, RegisterRow } from '../domain/register.ts';
import type { CellValue, SheetCells, SheetRow } from '../domain/sheet-cells.ts';
import { columnAccounts } from './account.ts';
import { exchangeRecords, liveTable } from './edited-records.ts';
import type { EditedRow, LiveTable, RowExchange } from './edited-records.ts';
import { exchangeRow, searchedSheet } from './edited-row.ts';
import { isSameRow } from './same-row.ts';
import type { SearchedSheet } from './edited-row.ts';
import { forgetAll } from './memory.ts';
import { membersOf, readWhole } from './read-workbook.ts';
import type { ReadOptions, WholeReading } from './read-workbook.ts';
import type { Reading, ReadingAccount, SheetAccount } from './reading.ts';
import { hasContent } from './sheet-grid.ts';

/** A row as it is now, of a sheet that was read. */
export interface RowEdit {
  readonly sheet: string;
  readonly row: SheetRow;
}

export interface LiveReading {
  readonly reading: () => Reading;
  /**
   * Takes in rows whose cells were edited, and gives the records that changed. Null when the edits may concern more
   * than the records of these rows (headings, sections, totals, lines that join or leave a family, the end of a table,
   * report forms): then everything must be read anew, and this reading is not to be used any more.
   */
  readonly edit: (edits: readonly RowEdit[]) => readonly RowExchange[] | null;
}

interface LiveSheet {
  readonly name: string;
  /** Null for a sheet that is left out. */
  readonly searched: SearchedSheet | null;
  readonly tables: readonly LiveTable[];
  account: SheetAccount;
}

interface Live {
  readonly whole: WholeReading;
  readonly sheets: readonly LiveSheet[];
  /** Rows that are not as the sheets read first have them, by sheet and number. */
  edited: ReadonlyMap<string, ReadonlyMap<number, SheetRow>>;
  reading: Reading;
}

/** Rows of the samples that the account shows. */
const SAMPLED = 60;
/** After so many edited rows a fresh reading costs less than looking them up. */
const MOST_EDITED = 1_000;

/** Reads a workbook, and stays ready for edits. */
export function startReading(sheets: readonly SheetCells[], options: ReadOptions): LiveReading {
  const whole = readWhole(sheets, options);
  const live: Live = {
    whole,
    sheets: whole.sheets.map(({ account, tables, read }) => ({
      name: account.sheet,
      searched: read && searchedSheet(read),
      tables: tables.map(liveTable),
      account,
    })),
    edited: new Map(),
    reading: whole.reading,
  };
  return {
    reading: () => live.reading,
    edit: (edits) => {
      try {
        return editRows(live, edits);
      } finally {
        forgetAll();
      }
    },
  };
}

function editRows(live: Live, edits: readonly RowEdit[]): readonly RowExchange[] | null {
  const exchanges = new Map<RegisterRow, RowExchange>();
  const others: RowExchange[] = [];
  for (const { sheet: name, row } of edits) {
    const sheet = live.sheets.find((one) => one.name === name);
    const changed = sheet ? editRow(sheet, row) : null;
    if (changed === null) return null;
    if (changed.some(changesKey) && (live.whole.hasLoosePages || hasSeveralRegisters(live))) return null;
    for (const exchange of changed) {
      if (exchange.after) exchanges.set(exchange.after, exchange);
      else others.push(exchange);
    }
  }
  const changes = joined([...exchanges.values(), ...others]);
  live.edited = withEdits(live.edited, edits);
  if ([...live.edited.values()].reduce((sum, rows) => sum + rows.size, 0) > MOST_EDITED) return null;
  live.reading = readingOf(live, changes);
  return changes;
}

/** Sheets are held against each other by the numbers and names of their cases. */
function hasSeveralRegisters({ sheets }: Live): boolean {
  return sheets.filter(({ account }) => account.tables.some(({ kind }) => kind === 'families')).length > 1;
}

/** Pages on other sheets are joined by what names a family, and copies are known by it. */
function changesKey({ before, after }: RowExchange): boolean {
  return keysOf(before) !== keysOf(after);
}

function keysOf(row: RegisterRow | null): string | null {
  if (row?.kind !== 'families') return null;
  const { seq, caseNo, applicant } = (row as RegisterRow<'families'>).values;
  return JSON.stringify([seq, caseNo, applicant]);
}

/** A record that was read again twice is one exchange: of the first by the last. */
function joined(exchanges: readonly RowExchange[]): readonly RowExchange[] {
  const byAfter = new Map<RegisterRow, RowExchange>();
  const gone: RowExchange[] = [];
  for (const { before, after } of exchanges) {
    const earlier = before === null ? undefined : byAfter.get(before);
    if (before !== null && earlier) byAfter.delete(before);
    const first = earlier ? earlier.before : before;
    if (after) byAfter.set(after, { before: first, after });
    else if (first) gone.push({ before: first, after: null });
  }
  return [...byAfter.values(), ...gone];
}

function editRow(sheet: LiveSheet, row: SheetRow): readonly RowExchange[] | null {
  const { searched, tables } = sheet;
  if (searched === null) return [];
  const { grid } = searched.read;
  const index = grid.indexFrom(row.row);
  const old = grid.rows[index];
  if (old?.row !== row.row || !hasContent(row) || (old.hidden ?? false) !== (row.hidden ?? false)) return null;
  if (isSameRow(old, row)) return [];
  const own = tables.filter(({ source }) => source && index >= source.found.from && index < source.found.to);
  if (own.length === 0 || tables.some(({ source }) => source === null)) return null;
  if (!exchangeRow(searched, index, row)) return null;
  const exchanges: RowExchange[] = [];
  for (const table of own) {
    const changed = exchangeRecords(table, { index, old, row });
    if (changed === null) return null;
    exchanges.push(...changed);
  }
  sheet.account = accountWith(sheet, { index, old, row });
  return exchanges;
}

function accountWith({ account, searched, tables }: LiveSheet, { index }: EditedRow): SheetAccount {
  const grid = searched?.read.grid;
  if (!grid) return account;
  return {
    ...account,
    tables: account.tables.map((table, at) => {
      const found = tables[at]?.source?.found;
      const isShown = found !== undefined && index >= found.from && index < found.from + SAMPLED;
      return isShown ? { ...table, columns: columnAccounts(grid, found) } : table;
    }),
  };
}

function withEdits(known: Live['edited'], edits: readonly RowEdit[]): Live['edited'] {
  const sheets = new Map(known);
  for (const name of new Set(edits.map(({ sheet }) => sheet))) {
    const rows = new Map(sheets.get(name));
    for (const { sheet, row } of edits) if (sheet === name) rows.set(row.row, row);
    sheets.set(name, rows);
  }
  return sheets;
}

function readingOf(live: Live, changes: readonly RowExchange[]): Reading {
  const { counts, reading: first } = live.whole;
  for (const { before, after } of changes) {
    if (before) counts.take(before);
    if (after) counts.add(after);
  }
  const account: ReadingAccount = {
    ...first.account,
    sheets: live.sheets.map((sheet) => sheet.account),
    understandings: counts.list(),
  };
  return { register: registerWith(live, changes), account };
}

function registerWith(live: Live, changes: readonly RowExchange[]): Register {
  const kinds = new Set(changes.map(({ before, after }) => (after ?? before)?.kind));
  const { edited, whole, reading } = live;
  const { rawCell } = whole.reading.register;
  const tables = live.sheets.flatMap((sheet) => sheet.tables);
  const rowsOf = <R extends RegisterRow>(kind: RecordKind, known: readonly R[]): readonly R[] =>
    kinds.has(kind)
      ? (tables.flatMap(({ rows }) => (rows[0]?.kind === kind ? rows : [])) as readonly RegisterRow[] as readonly R[])
      : known;
  const { families, members, visits, measures, specialists } = reading.register;
  return {
    ...reading.register,
    families: rowsOf('families', families),
    members: kinds.has('members') ? membersOf(tables) : members,
    visits: rowsOf('visits', visits),
    measures: rowsOf('measures', measures),
    specialists: rowsOf('specialists', specialists),
    rawCell: (sheet, row, column): CellValue => {
      const now = edited.get(sheet)?.get(row);
      return now ? (now.cells[column] ?? null) : (rawCell?.(sheet, row, column) ?? null);
    },
  };
}
