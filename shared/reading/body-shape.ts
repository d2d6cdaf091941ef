/** What the columns of a table tell about the rows of its body: which name a record, and which a further line of one may fill. */
import { namesApplicant } from './composite-fields.ts';
import type { FoundTable } from './find-tables.ts';
import type { BodyShape } from './row-kinds.ts';
import { headingText } from './sheet-grid.ts';

/** Fields that a continued line of a family may hold. */
export const LINE_FIELDS = new Set([
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

/** True for a field of one person of a family. */
export function isOfMember(field: string | null): boolean {
  return field !== null && field.startsWith('member.');
}

/** True for a table whose rows belong to families, and no column names them: sections do, or a line above. */
export function namesNoFamily(table: FoundTable): boolean {
  const isLinked = table.kind === 'visits' || table.kind === 'measures' || table.kind === 'members';
  return isLinked && familyColumns(table).length === 0;
}

/** The columns that name the family. */
export function familyColumns(table: FoundTable): readonly number[] {
  return table.columns.filter(({ field }) => field === 'caseNo' || field === 'applicant').map(({ column }) => column);
}
