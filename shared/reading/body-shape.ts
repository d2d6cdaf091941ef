/** What the columns of a table tell about the rows of its body: which name a record, and which lines go on with one. */
import type { SheetRow } from '../domain/sheet-cells.ts';
import { namesApplicant } from './composite-fields.ts';
import type { FoundTable } from './find-tables.ts';
import type { MappedColumn } from './map-columns.ts';
import type { BodyShape } from './row-kinds.ts';
import { isSameCell } from './same-row.ts';
import { filled, headingText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** Fields that a continued line of a family may hold. */
const LINE_FIELDS = new Set([
  'children',
  'children.birthDate',
  'household',
  'phone',
  'categories',
  'signs',
  'transfers',
  'visitDates',
  'reviewDates',
  'helpKinds',
  'note',
  'applicant.household',
]);
const KEY_FIELDS = new Set([
  'caseNo',
  'applicant',
  'applicant.birthDate',
  'applicant.household',
  'case.registered',
  'children',
  'household',
  'name',
  'date',
  'measure',
  'member.name',
]);
/** The shape of a table's body. */
export function bodyShape(table: FoundTable): BodyShape {
  const columns = new Set<number>();
  const keys: number[] = [];
  const headings = new Map<number, ReadonlySet<string>>();
  let seq: number | null = null;
  for (const column of table.columns) {
    headings.set(column.column, new Set(column.path.map((part) => headingText(part).toLowerCase())));
    if (column.field === null) continue;
    columns.add(column.column);
    if (column.field === 'seq') seq = column.column;
    if (KEY_FIELDS.has(column.field) && column.period === undefined) keys.push(column.column);
  }
  return { left: table.left, right: table.right, columns, seq, keys, isInSections: namesNoFamily(table), headings };
}

/** Columns that tell whose record a line is. */
export interface Identity {
  readonly columns: readonly number[];
  /** Columns that a continued line may fill. */
  readonly line: ReadonlySet<number>;
  /** The applicant's column names the members too: each line has a relation and no member column of its own. */
  readonly relation: number | null;
}

export function identityColumns(table: FoundTable): Identity {
  const hasMemberName = table.columns.some((column) => column.field === 'member.name');
  const relation = table.columns.find((column) => column.field === 'member.relation')?.column ?? null;
  const isShared = relation !== null && !hasMemberName;
  const columns: number[] = [];
  const line = new Set<number>();
  for (const { field, column } of table.columns) {
    if (field === null) continue;
    const isApplicant = namesApplicant(field);
    if (field === 'seq' || field === 'caseNo' || field === 'case.registered' || (isApplicant && !isShared))
      columns.push(column);
    if (LINE_FIELDS.has(field) || isOfMember(field) || (isApplicant && isShared)) line.add(column);
  }
  return { columns, line, relation: isShared ? relation : null };
}

/** Each line of a member repeats what the sheet says of the family, where members have columns of their own. */
function repeatsFamily(row: SheetRow, last: SheetRow, table: FoundTable, { relation }: Identity): boolean {
  const hasOwnColumns = table.columns.some(({ field }) => field === 'member.name' || field === 'children.birthDate');
  // «Фамилия, имя, отчество | Кем приходится»: the names are of everybody, so only the number says whose line it is.
  const isShared = relation !== null && filled(row.cells[relation]) !== null;
  if (!hasOwnColumns && !isShared) return false;
  const isSame = ({ column }: MappedColumn): boolean =>
    isSameCell(filled(row.cells[column]), filled(last.cells[column]));
  const isFilled = ({ column }: MappedColumn): boolean => filled(row.cells[column]) !== null;
  const contradicts = ({ field, column }: MappedColumn): boolean =>
    DECISIVE.has(field ?? '') && filled(last.cells[column]) !== null;
  const number =
    table.columns.find(({ field }) => field === 'caseNo') ?? table.columns.find(({ field }) => field === 'seq');
  const names = table.columns.filter(
    (column) => column === number || (column.field === 'applicant' && (hasOwnColumns || !number)),
  );
  if (names.length === 0 || !names.every((column) => isFilled(column) && isSame(column))) return false;
  if (number && hasOwnColumns)
    return !table.columns.some((column) => contradicts(column) && isFilled(column) && !isSame(column));
  // The name or the number alone may be that of two families; they would differ in something else.
  const others = table.columns.filter(
    ({ field }) => !isOfMember(field) && (hasOwnColumns || (field !== 'applicant' && field !== 'applicantBirthDate')),
  );
  return (
    others.every((column) => !isOfFamily(column) || isSame(column)) &&
    others.filter((column) => isFilled(column) && isSame(column)).length > SAME_BY_CHANCE
  );
}

/**
 * A line without a place in the list repeats number and name for another child: the family is to be found by them in
 * every line. Whatever else it says is said above as well; the same child again would be the same case twice.
 */
function namesFamilyAgain(row: SheetRow, last: SheetRow, { columns }: FoundTable): boolean {
  const isFilled = ({ column }: MappedColumn): boolean => filled(row.cells[column]) !== null;
  const isSame = ({ column }: MappedColumn): boolean =>
    isSameCell(filled(row.cells[column]), filled(last.cells[column]));
  const seq = columns.find(({ field }) => field === 'seq');
  if (!seq || isFilled(seq)) return false;
  const names = columns.filter(({ field }) => field === 'caseNo' || field === 'applicant');
  if (names.length < 2 || !names.every((column) => isFilled(column) && isSame(column))) return false;
  const said = columns.filter((column) => column !== seq && isOfFamily(column) && isFilled(column));
  const people = columns.filter(({ field }) => field === 'children' || field === 'household');
  return said.every(isSame) && people.some((column) => isFilled(column) && !isSame(column));
}

const SAME_BY_CHANCE = 3;
/** Lines of one number that say these otherwise are no lines of one record: that the number is there twice is to be said. */
const DECISIVE = new Set([
  'level',
  'levelComposite',
  'contractNo',
  'contractDate',
  'contract.document',
  'closedOn',
  'closing.composite',
]);

function isOfFamily({ field }: MappedColumn): boolean {
  return field !== null && !LINE_FIELDS.has(field);
}

function isOfMember(field: string | null): boolean {
  return field !== null && field.startsWith('member.');
}

/** True when a row goes on with the family of the line above: its identity cells are merged into it, or empty. */
export function continues(
  grid: SheetGrid,
  row: SheetRow,
  context: { readonly table: FoundTable; readonly identity: Identity; readonly last: SheetRow },
): boolean {
  const { table, identity, last } = context;
  if (table.kind !== 'families' || row.row - last.row > 1) return false;
  if (repeatsFamily(row, last, table, identity) || namesFamilyAgain(row, last, table)) return true;
  if (isSecondParent(row, context)) return true;
  if (identity.columns.some((column) => filled(row.cells[column]) !== null)) return false;
  const isMerged = identity.columns.some((column) => {
    const area = grid.areaAt(row.row, column);
    return area !== null && area.top < row.row && area.top <= last.row && area.bottom - area.top < 100;
  });
  if (isMerged) return true;
  if (identity.columns.length === 0 && identity.relation === null) return false;
  const known = table.columns.filter((column) => column.field !== null && filled(row.cells[column.column]) !== null);
  if (identity.relation !== null && filled(row.cells[identity.relation]) === null) return false;
  return known.length > 0 && known.every((column) => identity.line.has(column.column) && isEntry(column, row));
}

const DAYS = new Set(['visitDates', 'reviewDates', 'transfers', 'children.birthDate']);

/** «Поставлены на учёт в марте» in a column of days is no further day. */
function isEntry({ field, column }: MappedColumn, row: SheetRow): boolean {
  const cell = filled(row.cells[column]);
  return typeof cell !== 'string' || !DAYS.has(field ?? '') || /\d/.test(cell);
}

/** «отец: …» in the line below «мать: …»: named by the relation, without a number of its own. */
function isSecondParent(
  row: SheetRow,
  { table, identity, last }: { readonly table: FoundTable; readonly identity: Identity; readonly last: SheetRow },
): boolean {
  const applicant = table.columns.find(({ field }) => field === 'applicant')?.column;
  const text = applicant === undefined ? null : filled(row.cells[applicant]);
  if (typeof text !== 'string' || !PARENT.test(text)) return false;
  const numbers = identity.columns.filter((column) => column !== applicant);
  const isNumbered = numbers.some((column) => filled(last.cells[column]) !== null);
  return isNumbered && numbers.every((column) => filled(row.cells[column]) === null);
}

const PARENT = /^\s*(?:отец|папа|отчим|муж|супруг|мать|мама|мачеха|жена|супруга|сожитель)\s*[:–—-]/iu;

/** True for a table whose rows belong to families, and no column names them: sections do, or a line above. */
export function namesNoFamily(table: FoundTable): boolean {
  const isLinked = table.kind === 'visits' || table.kind === 'measures' || table.kind === 'members';
  return isLinked && familyColumns(table).length === 0;
}

/** The columns that name the family. */
export function familyColumns(table: FoundTable): readonly number[] {
  return table.columns.filter(({ field }) => field === 'caseNo' || field === 'applicant').map(({ column }) => column);
}
