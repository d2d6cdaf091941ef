/** How a report form is laid out: which column names the lines, which hold figures, what each line is. */
import type { SkippedRow } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { FoundTable } from './find-tables.ts';
import type { HeadingColumn } from './header-rows.ts';
import { normaliseHeading } from './heading-normaliser.ts';
import { isCompanion, reportMeaning, unitOfParts } from './report-meaning.ts';
import { isNumberRow } from './row-kinds.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface FormLine {
  readonly row: SheetRow;
  /** The name of the line as it stands. */
  readonly label: string;
  /** The name with the lines it is a part of: «Снято > из них: > с положительной динамикой». */
  readonly path: string;
  /** «01», «3.1»: the line's number where the form has one. */
  readonly number: string;
  readonly isTotal: boolean;
  readonly district: string | null;
  /** The line it is a part of, and how; null for a line that stands alone. */
  readonly partOf: { readonly line: number; readonly kind: 'sum' | 'subset' } | null;
}

export interface FormLayout {
  /** A line per figure; else a row per district. */
  readonly isByLine: boolean;
  readonly labelColumn: number;
  readonly columns: readonly HeadingColumn[];
  readonly lines: readonly FormLine[];
  readonly skipped: readonly SkippedRow[];
  /** Districts that stand as headings over the figures, by heading. */
  readonly districts: ReadonlyMap<string, string>;
  /** The wordings of levels and categories that the form was read with. */
  readonly book: CodeBook;
}

const LINE_NUMBER = /^(?:№ строки|№ стр\.?|код строки|код|№ п\/п|№|№ пп)$/u;
const TOTAL = /^\s*(?:\d+[.)]\s*)?(?:итого|всего)(?![а-яё])/iu;
const PARTS = /^[\s–—-]*(?:в\s+том\s+числе|в\s+т\.?\s*ч\.?|из\s+них|в\s+их\s+числе)/iu;
const SUBSET = /^[\s–—-]*из\s+них/iu;
/** A line with figures whose name ends with «в том числе:»: its parts follow. */
const PARTS_FOLLOW = /(?:,|\s|\()((?:в\s+том\s+числе|в\s+т\.?\s*ч\.?|из\s+них)[^:;]{0,30}:?)\s*$/iu;
const NUMBERING = /^(\d+(?:\.\d+)*)[.)]?\s+/u;
const MAIN = new Set(['start', 'in', 'out', 'end', 'total']);

export function formLayout(grid: SheetGrid, found: FoundTable, book: CodeBook): FormLayout {
  const body = grid.rows.slice(found.from, found.to);
  const numberColumn =
    found.columns.find(({ path }) => LINE_NUMBER.test(normaliseHeading(path.at(-1) ?? '')))?.column ?? -1;
  const labelColumn = labelColumnOf(found, body, numberColumn);
  const columns = found.columns.filter(({ column, path }) => {
    return (
      column !== labelColumn &&
      column !== numberColumn &&
      holdsFigures(body, column) &&
      !normaliseHeading(path.at(-1) ?? '').startsWith('ед')
    );
  });
  const meant = columns.filter(({ path }) => isMeant(path.join(' > '), book)).length;
  const linesMeant = body.filter((row) => isMeant(cellText(row.cells[labelColumn]), book)).length;
  const named = body.filter((row) => /\p{L}{2}/u.test(cellText(row.cells[labelColumn]))).length;
  const isByLine = (linesMeant >= 2 && linesMeant * 3 >= named) || meant === 0;
  const shape = { grid, found, labelColumn, numberColumn, columns, isByLine, book };
  return {
    isByLine,
    labelColumn,
    columns,
    ...linesOf(body, shape),
    districts: districtHeadings(columns, { isByLine, book }),
    book,
  };
}

function isMeant(text: string, book: CodeBook): boolean {
  const { meaning } = reportMeaning(text, book);
  return meaning !== 'other' && meaning !== 'total';
}

/** The leftmost column of names. */
function labelColumnOf(found: FoundTable, body: readonly SheetRow[], numberColumn: number): number {
  const named = found.columns.find(({ column }) => {
    if (column === numberColumn) return false;
    const texts = body.filter((row) => /\p{L}{2}/u.test(cellText(row.cells[column]))).length;
    return texts * 2 > body.filter((row) => filled(row.cells[column]) !== null).length;
  });
  return named?.column ?? found.left;
}

function holdsFigures(body: readonly SheetRow[], column: number): boolean {
  const cells = body.map((row) => filled(row.cells[column])).filter((cell) => cell !== null);
  const texts = cells.filter(
    (cell) => typeof cell === 'string' && /\p{L}{3}/u.test(cell) && !/^\s*нет\s*$/iu.test(cell),
  );
  return cells.length > 0 && texts.length * 2 < cells.length;
}

interface Shape {
  readonly grid: SheetGrid;
  readonly found: FoundTable;
  readonly labelColumn: number;
  readonly numberColumn: number;
  readonly columns: readonly HeadingColumn[];
  readonly isByLine: boolean;
  readonly book: CodeBook;
}

/** Where the lines that follow belong: under the line that «из них» or «в том числе» speaks of. */
interface Open {
  readonly line: number;
  readonly kind: 'sum' | 'subset';
  readonly path: string;
  /** The parts begin with a small letter, a dash or an indent, and so end with the first line that does not. */
  hasStyle: boolean | null;
}

function linesOf(
  body: readonly SheetRow[],
  shape: Shape,
): { readonly lines: readonly FormLine[]; readonly skipped: readonly SkippedRow[] } {
  const lines: FormLine[] = [];
  const skipped: SkippedRow[] = [];
  let open: Open | null = null;
  let main = -1;
  for (const row of body) {
    const raw = rawLabel(row, shape);
    const label = raw.trim().replace(/\s+/gu, ' ');
    const name = label.replace(NUMBERING, '');
    const hasFigures = shape.columns.some(({ column }) => filled(row.cells[column]) !== null);
    const why = skipReason(row, { label, hasFigures, shape });
    if (why !== null) {
      skipped.push({ row: row.row, why });
      if (why === 'section' && PARTS.test(name) && main >= 0) open = opened(lines, main, name);
      else if (why === 'section') open = null;
      continue;
    }
    if (PARTS.test(name) && main >= 0 && shape.isByLine) open = opened(lines, main, name);
    else if (open !== null)
      open = staysOpen(open, raw, { label, book: shape.book }) ? underSameUnit(open, lines, { label, shape }) : null;
    const number = cellText(row.cells[shape.numberColumn]) || (NUMBERING.exec(label)?.[1] ?? '');
    lines.push({
      row,
      label,
      path: open === null || !shape.isByLine ? label : `${open.path} > ${label}`,
      number,
      isTotal: TOTAL.test(label),
      district: shape.isByLine ? null : districtName(label),
      partOf: open === null || !shape.isByLine ? nestedIn(lines, number, shape) : { line: open.line, kind: open.kind },
    });
    if (lines.at(-1)?.partOf === null) main = lines.length - 1;
    const follow = shape.isByLine ? PARTS_FOLLOW.exec(name)?.[1] : undefined;
    if (follow !== undefined && name.length > follow.length) open = opened(lines, lines.length - 1, follow);
  }
  return trimmed(lines, skipped);
}

function opened(lines: readonly FormLine[], main: number, label: string): Open {
  return {
    line: main,
    kind: SUBSET.test(label) ? 'subset' : 'sum',
    path: `${lines[main]?.label ?? ''} > ${label}`,
    hasStyle: null,
  };
}

/** Levels under «в них детей» are parts of the line of families before it. */
function underSameUnit(
  open: Open,
  lines: readonly FormLine[],
  { label, shape }: { readonly label: string; readonly shape: Shape },
): Open {
  const whole = lines[open.line]?.label ?? '';
  const before = lines[open.line - 1];
  if (!before || !isCompanion(whole) || unitOfParts(label, shape.book) !== 'families') return open;
  return { ...open, line: open.line - 1, path: before.label + open.path.slice(whole.length) };
}

/** A line goes on with the parts while it looks like the first of them and is no line of its own standing. */
function staysOpen(open: Open, raw: string, line: { readonly label: string; readonly book: CodeBook }): boolean {
  const styled = /^(?:\s{2,}|[\s]*[–—-]|\s*\p{Ll})/u.test(raw);
  open.hasStyle ??= styled;
  if (open.hasStyle) return styled;
  const { meaning } = reportMeaning(line.label, line.book);
  return !MAIN.has(meaning) && !TOTAL.test(line.label);
}

/** Line 3.1 is a part of line 3; whether the parts make up the whole is not said, so they may not exceed it. */
function nestedIn(lines: readonly FormLine[], number: string, shape: Shape): FormLine['partOf'] {
  const parent = /^(.+)\.\d+$/.exec(number)?.[1];
  if (parent === undefined || !shape.isByLine) return null;
  const line = lines.findIndex((other) => other.number.replace(/\.$/, '') === parent);
  return line < 0 ? null : { line, kind: 'subset' };
}

function rawLabel(row: SheetRow, shape: Shape): string {
  const own = row.cells[shape.labelColumn];
  const text = typeof own === 'string' ? own : cellText(own);
  if (text.trim() !== '') return text;
  const first = row.cells
    .slice(shape.found.left, shape.found.right + 1)
    .find((cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell));
  return typeof first === 'string' ? first : '';
}

function skipReason(
  row: SheetRow,
  line: { readonly label: string; readonly hasFigures: boolean; readonly shape: Shape },
): SkippedRow['why'] | null {
  const { found } = line.shape;
  const cells = row.cells.flatMap((value, column) =>
    filled(value) !== null && column >= found.left && column <= found.right ? [{ column, value }] : [],
  );
  if (cells.length === 0) return 'blank';
  if (isNumberRow(cells, found) && line.label === '') return 'number-row';
  if (!line.hasFigures) return 'section';
  return line.label === '' ? 'other' : null;
}

/** What stands after the last line is a footnote or a signature. */
function trimmed(
  lines: readonly FormLine[],
  skipped: readonly SkippedRow[],
): { readonly lines: readonly FormLine[]; readonly skipped: readonly SkippedRow[] } {
  const last = lines.at(-1)?.row.row ?? 0;
  return {
    lines,
    skipped: skipped.map((row) =>
      row.row > last && row.why === 'section' ? { row: row.row, why: 'footnote' as const } : row,
    ),
  };
}

function districtName(label: string): string {
  return label.replace(/^\d+(?:\.\d+)*[.)]?\s+/u, '').replace(/\s*:$/u, '');
}

const DISTRICT = /район|округ|р-н|поселени|г\.\s?\p{Lu}|муниципальн/iu;

function districtHeadings(
  columns: readonly HeadingColumn[],
  context: { readonly isByLine: boolean; readonly book: CodeBook },
): ReadonlyMap<string, string> {
  const districts = new Map<string, string>();
  if (!context.isByLine) return districts;
  for (const { path } of columns) {
    const leaf = path.find((part) => DISTRICT.test(part) && !/по\s+район|наименование/iu.test(part));
    if (leaf !== undefined) districts.set(path.join(' > '), leaf);
  }
  return districts;
}
