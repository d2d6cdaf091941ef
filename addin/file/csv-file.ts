/** Loads a .csv file and saves copies of it: encoding, delimiter, line ends and all untouched fields stay. */
import { WorkbookError } from '../engine/workbook-port.ts';
import { valueText } from './cell-writer.ts';
import type { CsvTable } from './csv-fields.ts';
import { readCsv, refuseTooMuch } from './csv-fields.ts';
import { csvGrid, withGuard } from './csv-grid.ts';
import { decodeCsv, encodeCsv } from './csv-text.ts';
import type { ChangedCell, LoadedFile } from './loaded-file.ts';
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';

/** Throws `empty-file` when no field is filled, `too-large` for more than a sheet can hold. */
export function loadCsv(name: string, bytes: Uint8Array): LoadedFile {
  refuseTooMuch(bytes);
  const { text, encoding } = decodeCsv(bytes);
  const table = readCsv(text);
  const grid = csvGrid(table, name);
  if (grid.rows.size === 0) throw new WorkbookError('empty-file');
  return {
    grids: [grid],
    formats: [],
    isTextFile: true,
    notices: ['state-not-kept'],
    copyEnding: /\.[^.]*$/.exec(name)?.[0] ?? '.csv',
    state: { text: null, isDamaged: false },
    encoding,
    save: ({ cells }) => encodeCsv(patchedText(text, table, [...cells.values()].flat()), encoding),
  };
}

function patchedText(text: string, table: CsvTable, changes: readonly ChangedCell[]): string {
  const patches: Patch[] = [];
  const added = new Map<number, ChangedCell[]>();
  for (const change of changes) {
    const record = table.records[change.row - 1];
    const field = record?.[change.column];
    // A line must not vanish between two line ends of different kinds.
    const nothing = record?.length === 1 ? '""' : '';
    if (field) patches.push({ from: field.from, to: field.to, text: written(change, table.delimiter) || nothing });
    else added.set(change.row, [...(added.get(change.row) ?? []), change]);
  }
  if (changes.length > 0) patches.push(...closedQuotes(text, table, patches));
  const newRows = new Map<number, string>();
  for (const [row, cells] of added) {
    const record = table.records[row - 1];
    const first = record?.length ?? 0;
    const tail = fieldsFrom(first, cells, table.delimiter);
    const end = record?.at(-1)?.to;
    if (end === undefined) newRows.set(row, tail);
    else patches.push({ from: end, to: end, text: table.delimiter + tail });
  }
  return spliced(text, patches) + rowsBelow(text, table, newRows);
}

/** A quote that never closes would swallow whatever is written behind it: its field is written anew, and closed. */
function closedQuotes(text: string, table: CsvTable, patches: readonly Patch[]): readonly Patch[] {
  const patched = new Set(patches.map(({ from }) => from));
  return table.records.flatMap((record) =>
    record
      .filter(({ value, from, to }) => value.startsWith('"') && text.slice(from, to) === value && !patched.has(from))
      .map(({ value, from, to }) => ({ from, to, text: quoted(value) })),
  );
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function fieldsFrom(first: number, cells: readonly ChangedCell[], delimiter: string): string {
  const last = Math.max(...cells.map(({ column }) => column));
  const fields = Array.from({ length: last - first + 1 }, (_, index) => {
    const cell = cells.find(({ column }) => column === first + index);
    return cell ? written(cell, delimiter) : '';
  });
  return fields.join(delimiter);
}

/** Rows below the last record, with the empty ones in between. */
function rowsBelow(text: string, table: CsvTable, rows: ReadonlyMap<number, string>): string {
  if (rows.size === 0) return '';
  const first = table.records.length + 1;
  const count = Math.max(...rows.keys()) - first + 1;
  const lines = Array.from({ length: count }, (_, index) => (rows.get(first + index) ?? '') + table.lineEnd);
  const needsEnd = text !== '' && !/[\r\n]$/.test(text);
  return (needsEnd ? table.lineEnd : '') + lines.join('');
}

function written({ value }: ChangedCell, delimiter: string): string {
  const text = withGuard(valueText(value));
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim();
  return needsQuotes ? quoted(text) : text;
}
