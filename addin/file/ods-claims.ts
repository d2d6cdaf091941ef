/**
 * What the content of an .ods claims to hold. A few letters there repeat a cell over millions of rows, and the library
 * repeats it in memory. It finds tags and attributes by patterns of its own, which are looser than XML: in comments that
 * it cuts out, in capital letters, behind «_», in Chinese. So whatever the two of us could read differently is refused.
 */
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { MAX_CELLS } from './grid.ts';
import { xmlScanner, type XmlScanner } from './xml-scanner.ts';

/** Tags as the library knows them. */
const KINDS: ReadonlyMap<string, 'table' | 'row' | 'cell' | 'covered' | 'column'> = new Map([
  ['table', 'table'],
  ['工作表', 'table'],
  ['table-row', 'row'],
  ['行', 'row'],
  ['table-cell', 'cell'],
  ['数据', 'cell'],
  ['covered-table-cell', 'covered'],
  ['table-column', 'column'],
]);
const DECLARATION = /^\s*<\?xml[^<>?]*\?>/;
/** No program writes them there, and the library looks for tags inside of them. */
const HIDING_PLACES = /<\?|<!\[/;
const CLAIMS = /number-(?:rows|columns)-repeated/gi;

const damaged = (): WorkbookError => new WorkbookError('damaged-file');

/**
 * Throws `bomb` for more cells than a register can have, `too-large` for a cell outside of any sheet, `damaged-file` for
 * what is no plain XML.
 */
export function refuseClaims(content: string): void {
  const text = content.replace(DECLARATION, '');
  if (HIDING_PLACES.test(text)) throw damaged();
  const tag = xmlScanner(text);
  const seen = { claims: 0, cells: 0, row: 0, rows: 1, column: 0 };
  while (tag.next()) {
    const next = text.indexOf('<', tag.from + 1);
    if (next >= 0 && next < tag.to) throw damaged();
    if (!tag.isClose) count(tag, seen);
    if (seen.cells > MAX_CELLS) throw new WorkbookError('bomb');
  }
  if (countOf(text) !== seen.claims) throw damaged();
}

interface Seen {
  /** Attributes that repeat something. */
  claims: number;
  cells: number;
  /** The last row of those that the row in hand stands for, and how many they are. */
  row: number;
  rows: number;
  /** Cells of the row so far. */
  column: number;
}

function count(tag: XmlScanner, seen: Seen): void {
  const kind = KINDS.get(tag.name.replace(/_.*$/s, ''));
  if (kind === undefined) return;
  if (kind === 'table') seen.row = 0;
  else if (kind === 'column') times(tag, 'columns', seen);
  else if (kind === 'row') {
    seen.rows = times(tag, 'rows', seen);
    seen.row += seen.rows;
    seen.column = 0;
  } else {
    const columns = times(tag, 'columns', seen);
    seen.column += columns;
    const isFilled = kind === 'cell' && (!tag.isEmpty || tag.attribute('value-type') !== undefined);
    // An empty tag without a value only takes up room; what a merged cell covers is kept once.
    if (isFilled) seen.cells += seen.rows * columns;
    else if (kind === 'covered') seen.cells += columns;
    if (isFilled && (seen.row > MAX_ROWS || seen.column > MAX_COLUMNS)) throw new WorkbookError('too-large');
  }
}

function times(tag: XmlScanner, what: 'rows' | 'columns', seen: Seen): number {
  const said = tag.attribute(`number-${what}-repeated`);
  if (said === undefined) return 1;
  if (!/^\d{1,7}$/.test(said)) throw damaged();
  seen.claims += 1;
  return Math.max(1, Number(said));
}

function countOf(text: string): number {
  let found = 0;
  for (const _ of text.matchAll(CLAIMS)) found += 1;
  return found;
}
