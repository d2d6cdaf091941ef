/**
 * Further columns of a register on a sheet of their own: the right pages of a journal, counts of visits by family and
 * month. Such a sheet makes no register by itself. Its rows belong to the families of whom they give the case number or
 * the name; or else, where it numbers its rows exactly as one register does, to the row of the same number.
 */
import { fitsName, personName } from '../domain/person-name.ts';
import type { MemberRow, RegisterRow, TableColumn } from '../domain/register.ts';
import { rowWithPage, tableWithPage } from './page-rows.ts';
import type { AddedPage } from './page-rows.ts';
import type { ReadTable } from './read-sheet.ts';

type FamilyRow = RegisterRow<'families'>;

/** A sheet that may tell more of families that another one has. */
export interface ReadPage {
  readonly sheet: string;
  /** Read as a table of families. */
  readonly table: ReadTable;
  /** It would make a register by itself: then it must name families of earlier sheets only, and repeat nothing of them. */
  readonly isRegister: boolean;
}

export interface JoinedPages {
  /** The registers with their pages, by what they were without. */
  readonly registers: ReadonlyMap<ReadTable, ReadTable>;
  /** What is left of a page that was joined, by its sheet: the account of it. */
  readonly pages: ReadonlyMap<string, ReadTable>;
}

const KEYS: ReadonlySet<string> = new Set(['seq', 'caseNo', 'applicant']);
/** Fewer rows of the same numbers may be chance. */
const FEWEST_NUMBERED = 3;
const FEWEST_NAMED = 2;
/** As many of a page's rows must belong to families. */
const MOST = 0.8;

/** Joins the pages that clearly belong to registers; the others are in neither of the answers. */
export function joinPages(registers: readonly ReadTable[], pages: readonly ReadPage[]): JoinedPages {
  const current = new Map(registers.map((one) => [one, one]));
  const joined = new Map<string, ReadTable>();
  const pagesOfOthers = new Set<ReadTable>();
  for (const page of pages) {
    const others = [...current].filter(([first]) => first !== page.table && !pagesOfOthers.has(first));
    const isBefore = (one: ReadTable): boolean => registers.indexOf(one) < registers.indexOf(page.table);
    const tables = others.filter(([first]) => !page.isRegister || isBefore(first)).map(([, table]) => table);
    const match = page.isRegister ? matchOfRegister(tables, page) : matchOf(tables, page);
    if (!match) continue;
    pagesOfOthers.add(page.table);
    for (const [first, table] of current)
      if (match.registers.includes(table)) current.set(first, registerWithPage(table, page, match));
    joined.set(page.sheet, accountOf(page, match));
  }
  return { registers: current, pages: joined };
}

interface Match {
  readonly registers: readonly ReadTable[];
  readonly columns: readonly TableColumn[];
  readonly rowOf: ReadonlyMap<FamilyRow, FamilyRow>;
}

function matchOf(registers: readonly ReadTable[], { table }: ReadPage): Match | null {
  const own = familiesOf(table);
  const known = table.account.columns.filter(({ field }) => field !== null);
  if (known.length * 2 < table.account.columns.length) return null;
  for (const field of ['caseNo', 'applicant'] as const) {
    const rowOf = byName(registers.flatMap(familiesOf), own, field);
    if (!rowOf) continue;
    const concerned = registers.filter((one) => familiesOf(one).some((row) => rowOf.has(row)));
    const columns = newColumns(concerned, table);
    if (columns.length > 0) return { registers: concerned, columns, rowOf };
  }
  const alike = registers.filter((one) => isNumberedAlike(familiesOf(one), own));
  const [only, second] = alike;
  if (!only || second) return null;
  const columns = newColumns([only], table);
  const isNewAltogether = columns.length === columnsOf(table).filter(({ field }) => field !== 'seq').length;
  if (!isNewAltogether || columns.length < 2) return null;
  return {
    registers: [only],
    columns,
    rowOf: new Map(familiesOf(only).flatMap((row, at) => (own[at] ? [[row, own[at]]] : []))),
  };
}

/** All rows of the page are of families before it, and all that it tells is new. */
function matchOfRegister(registers: readonly ReadTable[], page: ReadPage): Match | null {
  const own = familiesOf(page.table);
  if (registers.length === 0 || !tellsMore(registers, page.table)) return null;
  const families = registers.flatMap(familiesOf);
  const known = new Set(
    families.flatMap((row) => [keyOf(row, 'caseNo'), personName(row.values.applicant ?? '').rough]),
  );
  const isKnown = (row: FamilyRow): boolean =>
    known.has(keyOf(row, 'caseNo') || personName(row.values.applicant ?? '').rough);
  return own.every(isKnown) ? matchOf(registers, page) : null;
}

/** A sheet of families whose fields, but for remarks, none of the registers has. */
export function tellsMore(registers: readonly ReadTable[], page: ReadTable): boolean {
  const told = columnsOf(page).filter(({ field }) => !KEYS.has(field) && field !== 'note');
  const isGiven = (page.tables[0]?.givenFields.length ?? 0) > 0;
  return !isGiven && page.members.length === 0 && told.length > 0 && newColumns(registers, page).length >= told.length;
}

function familiesOf({ rows }: ReadTable): readonly FamilyRow[] {
  return rows.filter((row): row is FamilyRow => row.kind === 'families');
}

function columnsOf({ tables }: ReadTable): readonly TableColumn[] {
  return tables[0]?.columns ?? [];
}

/** The columns of the page whose fields none of the registers has. */
function newColumns(registers: readonly ReadTable[], page: ReadTable): readonly TableColumn[] {
  const given = new Set(
    registers.flatMap(({ tables }) =>
      tables.flatMap(({ columns, givenFields }) => [...columns.map(({ field }) => field), ...givenFields]),
    ),
  );
  return columnsOf(page).filter(({ field }) => !KEYS.has(field) && !given.has(field));
}

/**
 * Families and their rows on the page by number or name; null where these name too few. Of several with one name the
 * first is meant.
 */
function byName(
  families: readonly FamilyRow[],
  own: readonly FamilyRow[],
  field: 'caseNo' | 'applicant',
): ReadonlyMap<FamilyRow, FamilyRow> | null {
  const rows = new Map(own.toReversed().map((row) => [keyOf(row, field), row]));
  rows.delete('');
  const found = new Map<FamilyRow, FamilyRow>();
  for (const family of families) {
    const key = keyOf(family, field);
    const row = rows.get(key);
    if (row) found.set(family, row);
    rows.delete(key);
  }
  if (field === 'applicant') addByShortName(found, families, [...rows.values()]);
  return found.size >= FEWEST_NAMED && found.size >= own.length * MOST ? found : null;
}

/** «Белова А.П.» for «Белова Анна Петровна»: where it fits one family only, and that family no other row. */
function addByShortName(
  found: Map<FamilyRow, FamilyRow>,
  families: readonly FamilyRow[],
  rows: readonly FamilyRow[],
): void {
  const named = families.map((row) => ({ row, name: personName(row.values.applicant ?? '') }));
  const byRough = Map.groupBy(named, ({ name }) => name.rough);
  const fitting = rows.map((row) => {
    const name = personName(row.values.applicant ?? '');
    return { row, fits: (byRough.get(name.rough) ?? []).filter((one) => fitsName(one.name, name)) };
  });
  const claims = new Map<FamilyRow, number>();
  for (const { fits } of fitting) for (const one of fits) claims.set(one.row, (claims.get(one.row) ?? 0) + 1);
  for (const { row, fits } of fitting) {
    const [only, second] = fits;
    if (only && !second && !found.has(only.row) && claims.get(only.row) === 1) found.set(only.row, row);
  }
}

function keyOf({ values }: FamilyRow, field: 'caseNo' | 'applicant'): string {
  const text = values[field] ?? '';
  return field === 'applicant' ? (text === '' ? '' : personName(text).key) : text.trim().toLowerCase();
}

function isNumberedAlike(families: readonly FamilyRow[], own: readonly FamilyRow[]): boolean {
  const numbers = own.map(({ values }) => values.seq ?? '');
  const isClear =
    numbers.length >= FEWEST_NUMBERED && new Set(numbers).size === numbers.length && !numbers.includes('');
  return (
    isClear && families.length === own.length && families.every(({ values }, at) => (values.seq ?? '') === numbers[at])
  );
}

function registerWithPage(register: ReadTable, { sheet, table: page }: ReadPage, match: Match): ReadTable {
  const [first, ...rest] = register.tables;
  const [ofPage] = page.tables;
  if (!first || !ofPage) return register;
  const added: AddedPage = { sheet, columns: match.columns };
  const table = tableWithPage(first, added, { ...ofPage, skippedRows: skippedOf(page, match) });
  const rows = new Map(familiesOf(register).map((row) => [row, rowWithPage(row, table, added, match.rowOf.get(row))]));
  const member = (one: MemberRow): MemberRow =>
    one.family ? { ...one, family: rows.get(one.family) ?? one.family } : one;
  return {
    ...register,
    source: null,
    tables: [table, ...rest],
    rows: [...rows.values()],
    members: register.members.map(member),
  };
}

/** The rows of the page that belong to nobody are named like any other that is left out. */
function skippedOf(page: ReadTable, { rowOf }: Match): ReadTable['account']['skippedRows'] {
  const used = new Set(rowOf.values());
  const others = familiesOf(page).filter((row) => !used.has(row));
  return [...page.account.skippedRows, ...others.map(({ row }) => ({ row, why: 'other' as const }))];
}

function accountOf({ table }: ReadPage, match: Match): ReadTable {
  const continues = match.registers.flatMap(({ tables }) => tables.slice(0, 1).map(({ sheet }) => sheet));
  return {
    ...table,
    source: null,
    tables: [],
    rows: [],
    members: [],
    account: { ...table.account, records: match.rowOf.size, skippedRows: skippedOf(table, match), continues },
  };
}
