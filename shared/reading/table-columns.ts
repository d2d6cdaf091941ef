/** The columns of a found table as the register knows them: composites unfolded, members apart. */
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { DuplicateHeading, TableColumn } from '../domain/register.ts';
import { namesApplicant } from './composite-fields.ts';
import type { Composite } from './composite-fields.ts';
import type { FoundTable } from './find-tables.ts';
import { compositeOf } from './further-facts.ts';
import { pathText } from './heading-path.ts';
import type { MappedColumn } from './map-columns.ts';
import { levelText } from './level-dates.ts';
import type { LevelDates } from './level-dates.ts';
import { isNamePart } from './name-columns.ts';
import { compositeOfOther } from './several-facts-of-others.ts';

export interface ColumnPlan {
  /** Columns of the table's own kind, in sheet order. */
  readonly columns: readonly TableColumn[];
  /** Columns of the members, where each member of a family has a line. */
  readonly members: readonly TableColumn[];
  /** The column of birth dates beside the children's names. */
  readonly childBirth: number | null;
  /** Children in columns of their own, each with the column of the birth date, if there is one. */
  readonly childSeries: readonly { readonly name: number; readonly birth: number | null }[];
  /** Columns of the days on which families entered a level. */
  readonly levelDates: readonly LevelDates[];
  /** Columns that go on with the name in the column of surnames. */
  readonly nameParts: readonly number[];
  readonly duplicates: readonly DuplicateHeading[];
  /** Composite columns, with the fields each of them gives here. */
  readonly composites: readonly ({ readonly column: number } & Composite)[];
}

export function columnPlan(table: FoundTable, kind: RecordKind): ColumnPlan {
  const own = new Set(table.columns.map((column) => column.field));
  const columns: TableColumn[] = [];
  const members: TableColumn[] = [];
  const composites: ({ readonly column: number } & Composite)[] = [];
  let childBirth: number | null = null;
  const isSeries = table.columns.some(({ field, series }) => field === 'children' && series !== undefined);
  for (const column of table.columns) {
    if (column.field === null || isNamePart(column)) continue;
    const composite =
      kind === 'families'
        ? compositeOf(column.field, column.further)
        : compositeOfOther(kind, column.field, column.further);
    if (composite) {
      const fields = composite.fields.filter(
        (field) =>
          (field === column.field || !own.has(field)) && !(field === 'household' && own.has('member.relation')),
      );
      composites.push({ column: column.column, fields, split: composite.split });
      columns.push(...unfold(column, fields));
    } else if (column.field === 'children.birthDate' && isSeries) continue;
    else if (column.field === 'children.birthDate' && namesNobody(own))
      columns.push({ ...plain(column), field: 'children' });
    else if (column.field === 'children.birthDate') childBirth = column.column;
    else if (column.field.startsWith('member.')) members.push({ ...plain(column), field: column.field.slice(7) });
    else if (isLevelDate(column)) columns.push(...levelDate(column, own));
    else if (fieldSpec(kind, column.field) || column.field === 'seq') columns.push(plain(column));
  }
  return {
    columns: withFirstMember(columns, members),
    members: withSharedName(members, table),
    childBirth,
    nameParts: table.columns.filter(isNamePart).map(({ column }) => column),
    childSeries: isSeries ? childSeries(table) : [],
    levelDates: levelDates(table),
    duplicates: duplicatesOf(table),
    composites,
  };
}

/** Birth dates of children are all that the table says of them. */
function namesNobody(own: ReadonlySet<string | null>): boolean {
  return !['children', 'household', 'applicant.household', 'member.name'].some((field) => own.has(field));
}

function isLevelDate({ field, code }: MappedColumn): boolean {
  return field === 'transfers' && code !== undefined;
}

/** Today's level and the end of the programme follow from the days, where no other columns give them. */
function levelDate(column: MappedColumn, own: ReadonlySet<string | null>): readonly TableColumn[] {
  const transfers = plain(column);
  if (column.isEnd)
    return own.has('programUntil') ? [transfers] : [{ ...transfers, field: 'programUntil', partOf: 'transfers' }];
  return own.has('level') ? [transfers] : [transfers, { ...transfers, field: 'level', partOf: 'transfers' }];
}

function levelDates({ columns }: FoundTable): readonly LevelDates[] {
  const dated = columns.filter(isLevelDate);
  return dated.flatMap(({ column, code, path, isEnd }, at) => {
    const next = dated[at + 1];
    const hasEnd = next?.isEnd === true && next.code === code;
    return isEnd
      ? []
      : [{ column, level: { code: code ?? null, text: levelText(path) }, until: hasEnd ? next.column : null }];
  });
}

function childSeries(table: FoundTable): ColumnPlan['childSeries'] {
  const births = new Map(
    table.columns.flatMap(({ field, series, column }) =>
      field === 'children.birthDate' ? [[series, column] as const] : [],
    ),
  );
  return table.columns.flatMap(({ field, series, column }) =>
    field === 'children' && series !== undefined ? [{ name: column, birth: births.get(series) ?? null }] : [],
  );
}

function plain(column: MappedColumn): TableColumn {
  return {
    field: column.field ?? '',
    column: column.column,
    heading: pathText(column.path),
    ...(column.period === undefined ? {} : { period: column.period }),
    ...(column.code === undefined ? {} : { code: column.code }),
  };
}

function unfold(column: MappedColumn, fields: readonly string[]): readonly TableColumn[] {
  const [first = ''] = fields;
  const heading = pathText(column.path);
  return fields.map((field) => ({
    field,
    column: column.column,
    heading,
    ...(field === first ? {} : { partOf: first }),
  }));
}

/** Where the applicant's column names the members as well, they are read from it. */
function withSharedName(members: readonly TableColumn[], table: FoundTable): readonly TableColumn[] {
  if (!members.some((column) => column.field === 'relation') || members.some((column) => column.field === 'name'))
    return members;
  const shared = table.columns.find(({ field }) => namesApplicant(field));
  return shared ? [{ field: 'name', column: shared.column, heading: pathText(shared.path) }, ...members] : members;
}

/** Where the family has no column for the applicant, the first line of its members names one. */
function withFirstMember(columns: readonly TableColumn[], members: readonly TableColumn[]): readonly TableColumn[] {
  const name = members.find(({ field }) => field === 'name');
  if (!name || columns.some(({ field }) => field === 'applicant')) return columns;
  return [...columns, { ...name, field: 'applicant' }].toSorted((one, other) => one.column - other.column);
}

function duplicatesOf(table: FoundTable): readonly DuplicateHeading[] {
  const row = table.headerRows.at(-1) ?? 0;
  return table.columns.flatMap((column) =>
    column.duplicateOf === undefined || column.duplicateOf.includes('.')
      ? []
      : [
          {
            field: column.duplicateOf,
            ...(column.period === undefined ? {} : { period: column.period }),
            column: column.column,
            row,
          },
        ],
  );
}
