/** Which lines of a table of families go on with the family of the line above, and so begin no record. */
import type { SheetRow } from '../domain/sheet-cells.ts';
import { LINE_FIELDS, isOfMember } from './body-shape.ts';
import type { Identity } from './body-shape.ts';
import type { FoundTable } from './find-tables.ts';
import type { MappedColumn } from './map-columns.ts';
import { isSameCell } from './same-row.ts';
import { filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** Where a line stands: its table, and the line before it that belongs to a record. */
interface LineContext {
  readonly table: FoundTable;
  readonly identity: Identity;
  readonly last: SheetRow;
}

/** True when a row goes on with the family of the line above: its identity cells repeat it, are merged into it, or empty. */
export function continues(grid: SheetGrid, row: SheetRow, context: LineContext): boolean {
  const { table, identity, last } = context;
  if (table.kind !== 'families' || row.row - last.row > 1) return false;
  const pair = linePair(row, last);
  if (repeatsFamily(pair, context) || namesFamilyAgain(pair, table)) return true;
  if (isSecondParent(row, context)) return true;
  if (identity.columns.some((column) => filled(row.cells[column]) !== null)) return false;
  const isMerged = identity.columns.some((column) => {
    const area = grid.areaAt(row.row, column);
    return area !== null && area.top < row.row && area.top <= last.row && area.bottom - area.top < 100;
  });
  if (isMerged) return true;
  if (identity.columns.length === 0 && identity.relation === null) return false;
  if (identity.relation !== null && filled(row.cells[identity.relation]) === null) return false;
  const known = table.columns.filter((column) => column.field !== null && pair.isFilled(column));
  return known.length > 0 && known.every((column) => identity.line.has(column.column) && isEntry(column, row));
}

type InColumn = (column: MappedColumn) => boolean;

/** What a line says in a column, beside the line above. */
interface LinePair {
  readonly row: SheetRow;
  readonly isFilled: InColumn;
  /** Both say the same, or neither anything. */
  readonly isSame: InColumn;
  readonly repeats: InColumn;
  /** Both say something, each something else. */
  readonly contradicts: InColumn;
}

function linePair(row: SheetRow, last: SheetRow): LinePair {
  const isFilled: InColumn = ({ column }) => filled(row.cells[column]) !== null;
  const isSame: InColumn = ({ column }) => isSameCell(filled(row.cells[column]), filled(last.cells[column]));
  return {
    row,
    isFilled,
    isSame,
    repeats: (column) => isFilled(column) && isSame(column),
    contradicts: (column) => isFilled(column) && filled(last.cells[column.column]) !== null && !isSame(column),
  };
}

/** Each line of a person repeats what the sheet says of the family. */
function repeatsFamily(pair: LinePair, { table: { columns }, identity: { relation } }: LineContext): boolean {
  if (columns.some(({ field }) => field === 'member.name' || field === 'children.birthDate'))
    return repeatsBesideMember(pair, columns);
  return relation !== null && filled(pair.row.cells[relation]) !== null && repeatsBesideRelation(pair, columns);
}

/** The members have columns of their own: number and applicant are the family's. */
function repeatsBesideMember(pair: LinePair, columns: readonly MappedColumn[]): boolean {
  const number = numberColumn(columns);
  const names = columns.filter((column) => column === number || column.field === 'applicant');
  if (names.length === 0 || !names.every(pair.repeats)) return false;
  if (number) return !columns.some((column) => DECISIVE.has(column.field ?? '') && pair.contradicts(column));
  return repeatsAllElse(pair, columns);
}

/** «Фамилия, имя, отчество | Кем приходится»: the names are of everybody, so only the number says whose line it is. */
function repeatsBesideRelation(pair: LinePair, columns: readonly MappedColumn[]): boolean {
  const number = numberColumn(columns);
  if (!number || !pair.repeats(number)) return false;
  const others = columns.filter(({ field }) => field !== 'applicant' && field !== 'applicantBirthDate');
  return repeatsAllElse(pair, others);
}

/** The name or the number alone may be that of two families; they would differ in something else. */
function repeatsAllElse(pair: LinePair, columns: readonly MappedColumn[]): boolean {
  const others = columns.filter(({ field }) => !isOfMember(field));
  return (
    others.every((column) => !isOfFamily(column) || pair.isSame(column)) &&
    others.filter(pair.repeats).length > SAME_BY_CHANCE
  );
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

/** The number of a case, or, where no column has it, the place in the list. */
function numberColumn(columns: readonly MappedColumn[]): MappedColumn | undefined {
  return columns.find(({ field }) => field === 'caseNo') ?? columns.find(({ field }) => field === 'seq');
}

/**
 * A line without a place in the list repeats number and name for another child: the family is to be found by them in
 * every line. Whatever else it says is said above as well; the same child again would be the same case twice.
 */
function namesFamilyAgain({ isFilled, isSame, repeats }: LinePair, { columns }: FoundTable): boolean {
  const seq = columns.find(({ field }) => field === 'seq');
  if (!seq || isFilled(seq)) return false;
  const names = columns.filter(({ field }) => field === 'caseNo' || field === 'applicant');
  if (names.length < 2 || !names.every(repeats)) return false;
  const said = columns.filter((column) => column !== seq && isOfFamily(column) && isFilled(column));
  const people = columns.filter(({ field }) => field === 'children' || field === 'household');
  return said.every(isSame) && people.some((column) => isFilled(column) && !isSame(column));
}

function isOfFamily({ field }: MappedColumn): boolean {
  return field !== null && !LINE_FIELDS.has(field);
}

const DAYS = new Set(['visitDates', 'reviewDates', 'transfers', 'children.birthDate']);

/** «Поставлены на учёт в марте» in a column of days is no further day. */
function isEntry({ field, column }: MappedColumn, row: SheetRow): boolean {
  const cell = filled(row.cells[column]);
  return typeof cell !== 'string' || !DAYS.has(field ?? '') || /\d/.test(cell);
}

/** «отец: …» in the line below «мать: …»: named by the relation, without a number of its own. */
function isSecondParent(row: SheetRow, { table, identity, last }: LineContext): boolean {
  const applicant = table.columns.find(({ field }) => field === 'applicant')?.column;
  const text = applicant === undefined ? null : filled(row.cells[applicant]);
  if (typeof text !== 'string' || !PARENT.test(text)) return false;
  const numbers = identity.columns.filter((column) => column !== applicant);
  const isNumbered = numbers.some((column) => filled(last.cells[column]) !== null);
  return isNumbered && numbers.every((column) => filled(row.cells[column]) === null);
}

const PARENT = /^\s*(?:отец|папа|отчим|муж|супруг|мать|мама|мачеха|жена|супруга|сожитель)\s*[:–—-]/iu;
