/**
 * Reading: the sheets of a workbook as they are kept, into a register, with the account of how they were read.
 * Nothing is dropped in silence: what cannot be read is marked in the values, what is left out is named in the account.
 */
import { isoOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { RecordKind } from '../domain/fields.ts';
import type {
  FamilyRow,
  MeasureRow,
  MemberRow,
  Register,
  RegisterRow,
  ReportForm,
  SpecialistRow,
  Table,
  VisitRow,
} from '../domain/register.ts';
import type { SheetCells } from '../domain/sheet-cells.ts';
import { codeBook } from '../packs/code-book.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { Pack } from '../packs/pack.ts';
import { standInColumns } from './card-labels.ts';
import { looksLikeCard } from './family-cards.ts';
import type { Legend } from './legend-columns.ts';
import { legendsOfSheets } from './legend-notes.ts';
import { forgetAll } from './memory.ts';
import { joinPages, tellsMore } from './pages-apart.ts';
import type { ReadPage } from './pages-apart.ts';
import { rawCells } from './raw-cells.ts';
import { readSheet } from './read-sheet.ts';
import type { ReadSheet, ReadTable } from './read-sheet.ts';
import type { MappingCorrection, Reading, ReadingAccount, RepeatedCases, SheetAccount } from './reading.ts';
import { repeatedCases } from './repeated-cases.ts';
import { sheetGrid } from './sheet-grid.ts';
import { contextMonth, namedYear, periodOfTitles } from './title-lines.ts';
import { understandingCounts } from './understandings.ts';
import type { UnderstandingCounts } from './understandings.ts';

export interface ReadOptions {
  readonly pack: Pack;
  readonly asOf: Day;
  /** From a .csv file: dates are text there by nature. */
  readonly isTextFile?: boolean;
  readonly corrections?: readonly MappingCorrection[];
  /** Bring in hidden and very hidden sheets. */
  readonly includeHidden?: boolean;
}

/** Reads a whole workbook at once. Sheets in workbook order; never throws on what cells hold. */
export function readWorkbook(sheets: readonly SheetCells[], options: ReadOptions): Reading {
  const steps = readWorkbookSteps(sheets, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export interface SheetReading {
  readonly account: SheetAccount;
  readonly tables: readonly ReadTable[];
  /** Null for a sheet that is left out. */
  readonly read: ReadSheet | null;
}

/** A reading with all that it was made of. */
export interface WholeReading {
  readonly reading: Reading;
  readonly sheets: readonly SheetReading[];
  readonly counts: UnderstandingCounts;
  /** Sheets might go on with a register if its numbers or names were others. */
  readonly hasLoosePages: boolean;
}

/** Reads a workbook and keeps what single rows can be read again with (live-reading.ts). */
export function readWhole(sheets: readonly SheetCells[], options: ReadOptions): WholeReading {
  const steps = readSheets(sheets, options);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  } finally {
    forgetAll();
  }
}

/** The same in slices: yields between blocks of rows, so that a window can breathe or a run be stopped. */
export function* readWorkbookSteps(sheets: readonly SheetCells[], options: ReadOptions): Generator<undefined, Reading> {
  try {
    return (yield* readSheets(sheets, options)).reading;
  } finally {
    forgetAll();
  }
}

function* readSheets(sheets: readonly SheetCells[], options: ReadOptions): Generator<undefined, WholeReading> {
  const book = codeBook(options.pack);
  const all: SheetReading[] = [];
  const legendsFor = legendsOfSheets(sheets, book);
  for (const sheet of sheets) {
    const correction = options.corrections?.find((one) => one.sheet === sheet.name);
    const leftOut = reasonToLeaveOut(sheet, correction, options.includeHidden ?? false);
    const context = {
      book,
      asOf: options.asOf,
      isTextFile: options.isTextFile ?? false,
      correction,
      legends: legendsFor(sheet.name),
    };
    const read = leftOut === null ? yield* readSheet(sheet, context) : null;
    const tables = read?.tables ?? [];
    all.push({
      account: {
        sheet: sheet.name,
        visibility: sheet.visibility,
        tables: tables.map((table) => table.account),
        leftOut: leftOut ?? (tables.length > 0 ? null : isEmpty(sheet) ? 'empty' : whyNoTable(read)),
      },
      tables,
      read,
    });
  }
  const { readings: whole, hasLoosePages } = yield* withPages(sheets, all, { ...options, book, legendsFor });
  const repeats = repeatsOf(whole, options);
  const readings = withoutCopies(whole, repeats);
  const register = registerOf(
    sheets,
    readings.flatMap(({ tables }) => tables),
  );
  const counts = understandingCounts(book);
  for (const row of register.families) counts.add(row);
  for (const row of register.measures) counts.add(row);
  const account = {
    ...accountOf(readings, counts, options.corrections ?? []),
    ...(repeats.length > 0 ? { repeats } : {}),
  };
  return { reading: { register, account }, sheets: readings, counts, hasLoosePages };
}

/** Sheets that make no register by themselves may go on with one that another sheet holds. */
function* withPages(
  sheets: readonly SheetCells[],
  readings: readonly SheetReading[],
  {
    book,
    asOf,
    isTextFile = false,
    corrections = [],
    legendsFor,
  }: ReadOptions & { readonly book: CodeBook; readonly legendsFor: (sheet: string) => readonly Legend[] },
): Generator<undefined, { readonly readings: readonly SheetReading[]; readonly hasLoosePages: boolean }> {
  const registers = readings.flatMap(({ tables }) => tables.filter(({ account }) => account.kind === 'families'));
  const pages: ReadPage[] = [];
  for (const [at, { account, tables }] of readings.entries()) {
    const sheet = sheets[at];
    const known = corrections.find((one) => one.sheet === account.sheet);
    if (!sheet || registers.length === 0 || known?.kind !== undefined) continue;
    const [own, other] = tables;
    const place = own && !other ? registers.indexOf(own) : -1;
    if (own && place > 0 && tellsMore(registers.slice(0, place), own))
      pages.push({ sheet: account.sheet, table: own, isRegister: true });
    if (!mayGoOn(account)) continue;
    const correction = { ...known, sheet: account.sheet, kind: 'families' as const, fields: known?.fields ?? {} };
    const read = yield* readSheet(sheet, { book, asOf, isTextFile, correction, legends: legendsFor(account.sheet) });
    const [table, second] = read.tables;
    if (table && !second) pages.push({ sheet: account.sheet, table, isRegister: false });
  }
  const joined = joinPages(registers, pages);
  const withPage = (reading: SheetReading): SheetReading => {
    const page = joined.pages.get(reading.account.sheet);
    return page
      ? { ...reading, account: { ...reading.account, tables: [page.account], leftOut: null }, tables: [page] }
      : { ...reading, tables: reading.tables.map((table) => joined.registers.get(table) ?? table) };
  };
  return { readings: readings.map(withPage), hasLoosePages: joined.pages.size < pages.length };
}

function mayGoOn({ leftOut, tables }: SheetAccount): boolean {
  return leftOut === 'no-table' || (leftOut === null && tables.every(({ kind }) => kind === 'summary'));
}

function repeatsOf(readings: readonly SheetReading[], options: ReadOptions): readonly RepeatedCases[] {
  const sheets = readings.flatMap(({ account, tables }) => {
    const rows = tables.flatMap((table) => (table.account.kind === 'families' ? table.rows : []));
    if (rows.length === 0) return [];
    const titles = tables.flatMap((table) => table.titles);
    const month = contextMonth(titles, account.sheet, options.asOf);
    const year = month?.year ?? namedYear(titles, account.sheet);
    const isWanted = options.corrections?.some(({ sheet, kind }) => sheet === account.sheet && kind !== undefined);
    const period = year === null ? null : year * 100 + (month?.month ?? 0);
    return [{ sheet: account.sheet, rows, period, isWanted: isWanted ?? false }];
  });
  return repeatedCases(sheets);
}

/** A copy of an earlier period is named, and not counted. */
function withoutCopies(readings: readonly SheetReading[], repeats: readonly RepeatedCases[]): readonly SheetReading[] {
  const copies = new Set(repeats.flatMap(({ first, counted }) => (counted === 'second' ? [first] : [])));
  if (copies.size === 0) return readings;
  return readings.map((reading) =>
    copies.has(reading.account.sheet)
      ? { ...reading, account: { ...reading.account, tables: [], leftOut: 'copy' }, tables: [] }
      : reading,
  );
}

function reasonToLeaveOut(
  sheet: SheetCells,
  correction: MappingCorrection | undefined,
  includeHidden: boolean,
): SheetAccount['leftOut'] {
  if (sheet.visibility !== 'visible' && !includeHidden) return 'hidden';
  return correction?.kind === 'none' ? 'corrected' : null;
}

function isEmpty(sheet: SheetCells): boolean {
  return sheetGrid(sheet).rows.length === 0;
}

function registerOf(sheets: readonly SheetCells[], read: readonly ReadTable[]): Register {
  const rows = read.flatMap((table) => table.rows);
  const ofKind = <R extends RegisterRow>(kind: RecordKind): readonly R[] =>
    rows.filter((row) => row.kind === kind) as readonly RegisterRow[] as readonly R[];
  return {
    tables: read.flatMap((table): readonly Table[] => table.tables),
    families: ofKind<FamilyRow>('families'),
    members: membersOf(read),
    visits: ofKind<VisitRow>('visits'),
    measures: ofKind<MeasureRow>('measures'),
    specialists: ofKind<SpecialistRow>('specialists'),
    reports: read.flatMap((table): readonly ReportForm[] => (table.report ? [table.report] : [])),
    rawCell: rawCells(sheets),
  };
}

/** The members of families whose lines they stand on, and those with a table of their own. */
export function membersOf(read: readonly Pick<ReadTable, 'rows' | 'members'>[]): readonly MemberRow[] {
  return read.flatMap((table): readonly MemberRow[] => [
    ...table.members,
    ...(table.rows.filter((row) => row.kind === 'members') as readonly RegisterRow[] as readonly MemberRow[]),
  ]);
}

function whyNoTable(read: ReadSheet | null): 'in-columns' | 'card' | 'no-table' {
  if (read && standInColumns(read.grid)) return 'in-columns';
  return read && looksLikeCard(read.grid) ? 'card' : 'no-table';
}

function accountOf(
  readings: readonly SheetReading[],
  counts: UnderstandingCounts,
  corrections: readonly MappingCorrection[],
): ReadingAccount {
  const titles = readings.flatMap(({ tables }) => tables.flatMap((table) => table.titles));
  const period = periodOfTitles(titles);
  return {
    sheets: readings.map(({ account }) => account),
    understandings: counts.list(),
    period: period && {
      from: period.from === null ? null : isoOf(period.from),
      to: period.to === null ? null : isoOf(period.to),
    },
    staleCorrections: staleCorrections(readings, corrections),
  };
}

/** Corrected headings that their sheet no longer has. */
function staleCorrections(
  readings: readonly SheetReading[],
  corrections: readonly MappingCorrection[],
): ReadingAccount['staleCorrections'] {
  return corrections.flatMap((correction) => {
    const reading = readings.find(({ account }) => account.sheet === correction.sheet);
    if (['hidden', 'corrected', 'copy'].includes(reading?.account.leftOut ?? '')) return [];
    const headings = new Set(reading?.tables.flatMap((table) => table.headings) ?? []);
    return Object.keys(correction.fields)
      .filter((heading) => !headings.has(heading))
      .map((heading) => ({ sheet: correction.sheet, heading }));
  });
}
