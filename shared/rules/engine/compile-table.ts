/**
 * Compiles the rules for one table: what is the same for all of its rows is settled here, once. Here alone the kinds of
 * rows and rules are put side by side without their types: a rule of a kind only ever meets rows of that kind.
 */
import { fieldSpec, type AnyField, type RecordKind } from '../../domain/fields.ts';
import type { SkipReason } from '../../domain/finding.ts';
import type { RegisterRow, Table, TableColumn } from '../../domain/register.ts';
import type { ColumnCheck, ColumnRule, ColumnRun, Out, RegisterRule, Rule, Run, TableRun } from '../rule.ts';
import type { FamilyCase, LinkedRow, Owner } from '../links.ts';
import type { Tally } from './tally.ts';

export type RowCheck = (row: RegisterRow, out: Out) => void;
export type FamilyCheck = (family: FamilyCase, out: Out) => void;
export type LinkCheck = (row: LinkedRow, family: Owner, out: Out) => void;

export interface Compiled<C> {
  readonly tally: Tally;
  readonly check: C;
}

export interface ColumnPlan {
  readonly column: number;
  /** Key of movedCells. */
  readonly place: string;
  /** The sheet it stands on, where that is not the table's. */
  readonly page: string | undefined;
  /** Checks of the undecoded cell: called for filled cells only. */
  readonly raw: readonly Compiled<ColumnCheck>[];
  readonly decoded: readonly Compiled<ColumnCheck>[];
}

/** All that is to be done with a row of the table. */
export interface TablePlan {
  readonly rows: readonly Compiled<RowCheck>[];
  readonly families: readonly Compiled<FamilyCheck>[];
  readonly links: readonly Compiled<LinkCheck>[];
  readonly columns: readonly ColumnPlan[];
  /** Column rules that look at at least one column of the table. */
  readonly columnTallies: readonly Tally[];
  /** Rules that cannot judge this table: every row of it is counted as not judged. */
  readonly unjudged: readonly { readonly tally: Tally; readonly reason: SkipReason; readonly detail: string }[];
}

interface Reason {
  readonly reason: SkipReason;
  readonly detail: string;
}

/** The plan for the rows of a table. Rules that cannot judge it are in `unjudged`, and nowhere else. */
export function compileTable(table: Table, tallies: readonly Tally[], run: Run): TablePlan {
  const plan = {
    rows: [] as Compiled<RowCheck>[],
    families: [] as Compiled<FamilyCheck>[],
    links: [] as Compiled<LinkCheck>[],
    unjudged: [] as { tally: Tally; reason: SkipReason; detail: string }[],
  };
  const fields = new Set([...table.columns.map(({ field }) => field), ...table.givenFields]);
  for (const tally of tallies) {
    const { rule } = tally;
    if (!concernsRows(rule, table)) continue;
    const reasons: Reason[] = missingColumns(rule, fields);
    const add = <C>(list: Compiled<C>[], prepare: () => C | null): void => {
      const check = reasons.length > 0 ? null : prepareSafely(prepare, reasons);
      if (check) list.push({ tally, check });
    };
    const tableRun = { ...run, table, has: (field: string) => fields.has(field), skip: skipInto(reasons) };
    if (rule.scope === 'row') add(plan.rows, () => rule.prepare(tableRun as TableRun<never>) as RowCheck | null);
    else if (rule.scope === 'link')
      add(plan.links, () => rule.prepare(tableRun as TableRun<never>) as LinkCheck | null);
    else if (rule.scope === 'family') {
      for (const kind of rule.tables)
        if (!run.hasTable(kind)) reasons.push({ reason: 'table-missing', detail: `table:${kind}` });
      add(plan.families, () => rule.prepare(tableRun));
    }
    plan.unjudged.push(...reasons.map((reason) => ({ tally, ...reason })));
  }
  const columns = compileColumns(table, tallies, run);
  return { ...plan, ...columns, unjudged: [...plan.unjudged, ...columns.unjudged] };
}

type RuleOfRows = Exclude<Rule, ColumnRule | RegisterRule>;

function concernsRows(rule: Rule, table: Table): rule is RuleOfRows {
  return tableOf(rule) === table.kind;
}

/** The kind of rows that a rule judges; null for one of any columns or of the whole register. */
export function tableOf(rule: Rule): RecordKind | null {
  if (rule.scope === 'family') return 'families';
  return 'table' in rule ? rule.table : null;
}

function missingColumns({ requires }: RuleOfRows, fields: ReadonlySet<string>): Reason[] {
  const required: readonly string[] = requires;
  return required
    .filter((field) => !fields.has(field))
    .map((field) => ({ reason: 'column-missing', detail: `field:${field}` }));
}

const skipInto =
  (reasons: Reason[]) =>
  (reason: SkipReason, detail: string): null => {
    if (!reasons.some((one) => one.reason === reason && one.detail === detail)) reasons.push({ reason, detail });
    return null;
  };

/** A prepare that throws leaves its rule unjudged, and nothing else. */
export function prepareSafely<C>(prepare: () => C | null, reasons: Reason[]): C | null {
  try {
    return prepare();
  } catch (thrown) {
    reasons.push({ reason: 'failed', detail: `prepare:${thrown instanceof Error ? thrown.name : 'unknown'}` });
    return null;
  }
}

type ColumnPlans = Pick<TablePlan, 'columns' | 'columnTallies' | 'unjudged'>;

function compileColumns(table: Table, tallies: readonly Tally[], run: Run): ColumnPlans {
  const plans: ColumnPlan[] = [];
  const unjudged: TablePlan['unjudged'][number][] = [];
  const looking = new Set<Tally>();
  const judged = tallies.flatMap((tally) => (tally.rule.scope === 'column' ? [{ tally, rule: tally.rule }] : []));
  for (const { tally, rule } of judged) {
    if (rule.isRaw && !run.rawCell) unjudged.push({ tally, reason: 'not-sent', detail: 'cells' });
  }
  const notSent = new Set(unjudged.map(({ tally }) => tally));
  const seenCells = new Set<string>();
  const seenFields = new Set<string>();
  for (const column of table.columns) {
    const plan = { raw: [] as Compiled<ColumnCheck>[], decoded: [] as Compiled<ColumnCheck>[] };
    const columnRun = columnRunOf(table, column, run, { seenCells, seenFields });
    for (const { tally, rule } of judged) {
      if (columnRun === null || notSent.has(tally)) continue;
      const reasons: Reason[] = [];
      const check = prepareSafely(() => rule.prepare({ ...columnRun, skip: skipInto(reasons) }), reasons);
      unjudged.push(...reasons.map((reason) => ({ tally, ...reason })));
      if (!check) continue;
      plan[rule.isRaw ? 'raw' : 'decoded'].push({ tally, check });
      looking.add(tally);
    }
    seenCells.add(cellOf(column));
    seenFields.add(column.field);
    const place = column.period === undefined ? column.field : `${column.field}|${column.period}`;
    if (plan.raw.length + plan.decoded.length > 0)
      plans.push({ column: column.column, place, page: column.sheet, ...plan });
  }
  return { columns: plans, columnTallies: [...looking], unjudged };
}

const cellOf = ({ column, block = 0 }: TableColumn): string => `${block}|${column}`;

interface Seen {
  readonly seenCells: ReadonlySet<string>;
  readonly seenFields: ReadonlySet<string>;
}

function columnRunOf(table: Table, column: TableColumn, run: Run, { seenCells, seenFields }: Seen): ColumnRun | null {
  const { kind } = table;
  if (kind === 'summary') return null;
  const spec = fieldSpec(kind, column.field);
  if (!spec) return null;
  const isFirstOfCell = !seenCells.has(cellOf(column));
  const isFirstOfField = !seenFields.has(column.field);
  return { ...run, kind, table, column, field: column.field as AnyField, spec, isFirstOfCell, isFirstOfField };
}
