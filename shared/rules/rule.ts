/**
 * How a rule is declared. One rule = one file + its test; the words stand in shared/text/rules/<group>.ts, and the rule
 * gets a line in registry.ts. A rule is compiled once per table (`prepare`: look at columns and norms there), then its
 * check runs over the rows, allocating nothing for a row that passes. A check is a pure function of the unit it is
 * given: nothing else of the register may be looked at, or re-checking after an edit would miss something.
 *
 *   scope       unit given to the check                                re-checked when
 *   'column'    a row, for each column of its table (with the raw cell)  the row changes
 *   'row'       one row                                                  the row changes
 *   'family'    a family with its members, visits and measures           any of them changes
 *   'link'      a visit, member or measure and the family it belongs to  the row or its belonging changes
 *   'group'     rows of one table kind with the same key                 a row enters, leaves or changes
 *   'register'  everything                                               a row of one of its tables changes
 *
 * A row rule:
 *
 *   export const applicantTooYoung = rowRule({
 *     id: 'age/applicant-too-young',
 *     severity: 'error',
 *     basis: ['pack:applicantMinAge'],
 *     scope: 'row',
 *     table: 'families',
 *     reads: ['applicantKind', 'applicantBirthDate', 'applicationDate'],
 *     requires: ['applicantKind', 'applicantBirthDate', 'applicationDate'],  // else column-missing, said by the engine
 *     needs: ['applicantMinAge'],
 *     prepare: (run) => {
 *       const norms = run.pack.applicantMinAge;
 *       if (norms === null) return run.skip('norm-null', 'applicantMinAge');  // the whole table is not judged
 *       return (row, out) => {
 *         const { applicantBirthDate: born, applicationDate: applied } = row.values;
 *         if (Number.isNaN(born)) return out.skip('value-unreadable', 'field:applicantBirthDate');
 *         const norm = normOn(norms, applied);                                 // the norm of the day that it applies to
 *         if (…) out.find({ row, field: 'applicantBirthDate', params: { age, minAge, ...sourceParam(norm.source) } });
 *       };
 *     },
 *     examples: { passes: [{ families: [{ … }] }], fails: [{ … }], undecidable: [{ … pack: { applicantMinAge: null } }] },
 *   });
 *
 * A group rule (the key says which rows belong together; rows come in sheet order; null: belongs to no group):
 *
 *   export const caseNumberDuplicate = groupRule({
 *     id: 'identity/case-number-duplicate', …, scope: 'group', table: 'families', requires: ['caseNo'],
 *     groupBy: BY_CASE_NUMBER,                      // grouping.ts; rules with the same grouping share its index
 *     prepare: () => (rows, out) => {
 *       for (const row of rows.slice(1)) out.find({ row, field: 'caseNo', params: { … }, related: […] });
 *     },
 *   });
 *
 * Severity "by-norm": pass `severity: severityOfNorm(kind)` with every finding.
 */
import type { CellAddress } from '../domain/cell-address.ts';
import type { Day } from '../domain/day.ts';
import type { AnyField, FieldOf, FieldSpec, RecordKind, TableKind } from '../domain/fields.ts';
import type { FindingParams, Fix, Severity, SkipReason } from '../domain/finding.ts';
import type { PersonName } from '../domain/person-name.ts';
import type { Register, RegisterRow, SpecialistRow, Table, TableColumn } from '../domain/register.ts';
import type { RuleId } from '../domain/rule-ids.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { Pack } from '../packs/pack.ts';
import type { Examples } from './example.ts';
import type { Grouping } from './grouping.ts';
import type { FamilyCase, Links } from './links.ts';

/** What a rule may know before it sees rows. The same for the whole run. */
export interface Run {
  readonly pack: Pack;
  readonly asOf: Day;
  /** The staff list. A change in it starts a full run. */
  readonly staff: readonly SpecialistRow[];
  /** From which day on the journal of visits holds all of them (journal-coverage.ts); null where there is none. */
  readonly journalFrom: Day | null;
  /** True when the workbook has a table of the kind. */
  readonly hasTable: (kind: TableKind) => boolean;
  /** True when some table of the kind has the field (as a column or given by a section). */
  readonly hasField: <K extends RecordKind>(kind: K, field: FieldOf<K>) => boolean;
  /** Computes something once per run and keeps it (norms in force, calendar, look-ups by code). */
  readonly once: <T>(make: (pack: Pack, asOf: Day, run: Run) => T) => T;
  /** Reads a person's name; what was read once is remembered for the run. */
  readonly name: (text: string) => PersonName;
  /** Columns that the workbook's own setting lets out unsealed, as "families.applicant". */
  readonly leaving: ReadonlySet<string>;
  readonly rawCell: Register['rawCell'];
  /** Says why the rule cannot judge here, and returns null, so that `return run.skip(…)` ends prepare. */
  readonly skip: (reason: SkipReason, detail: string) => null;
}

/** What a rule may know of the table whose rows it is going to see. */
export interface TableRun<K extends RecordKind> extends Run {
  readonly table: Table;
  /** True when this table has the field, as a column or given by a section or the sheet's name. */
  readonly has: (field: FieldOf<K>) => boolean;
}

/** One column of one table. */
export interface ColumnRun extends Run {
  readonly kind: RecordKind;
  readonly table: Table;
  readonly column: TableColumn;
  /** The column's field, known to be one of the table's kind. */
  readonly field: AnyField;
  readonly spec: FieldSpec;
  /** False for the second and further fields that stand in one cell (composite cells). */
  readonly isFirstOfCell: boolean;
  /** False for the second and further columns of one field (dates over several columns). */
  readonly isFirstOfField: boolean;
}

/** A field of the kind; any field where the kind is open. */
type DraftField<K extends RecordKind> = { [P in K]: FieldOf<P> }[K];

/** A finding as a check states it. Cell, text, identity, subject and curator are added by the engine. */
export interface Draft<K extends RecordKind = RecordKind> {
  readonly row: RegisterRow<K>;
  /** The field it stands on; null: the row's key cell. */
  readonly field: DraftField<K> | null;
  readonly period?: string;
  readonly params: FindingParams;
  /** Needed with severity "by-norm"; otherwise only to lower the rule's own. */
  readonly severity?: Severity;
  readonly fix?: Fix;
  readonly related?: readonly CellAddress[];
  /** The cell, where it is another than the field's. */
  readonly cell?: CellAddress;
  /** The text of the cell, where it is to be another than what stands there. */
  readonly value?: string;
  /**
   * The family whose name and curator are shown, and whose case tells the finding apart, where the row is a visit, a
   * member or a measure. Only rules of scope family and link may give it.
   */
  readonly about?: RegisterRow<'families'>;
}

/** A finding that belongs to no row: headings, report forms. */
export interface TableDraft {
  readonly table: Table;
  readonly cell: CellAddress;
  readonly field: string | null;
  readonly value: string;
  readonly params: FindingParams;
  readonly severity?: Severity;
  readonly related?: readonly CellAddress[];
}

/** Where a check puts what it finds. */
export interface Out {
  readonly find: <K extends RecordKind>(draft: Draft<K>) => void;
  readonly findAt: (draft: TableDraft) => void;
  /**
   * This row (or family, or as many rows of a group) is not judged. Counted per reason and detail; a row that says one
   * thing twice counts once.
   */
  readonly skip: (reason: SkipReason, detail: string, rows?: number) => void;
}

interface Declaration {
  readonly id: RuleId;
  readonly severity: Severity | 'by-norm';
  /** Where the rule comes from: source ids of the rule catalogue ("S001"), "rules.md", or "pack:…" for a norm. */
  readonly basis: readonly string[];
  /** Names of the pack's norms and lists that it uses, as paths: "levels.*.visits", "codes.categories". */
  readonly needs: readonly string[];
  readonly examples: Examples;
}

/** A check over each cell of a kind of column. It must not skip rows: what it cannot judge it says in prepare. */
export interface ColumnRule extends Declaration {
  readonly scope: 'column';
  /** The fields it is about, or the sort of columns that prepare takes. */
  readonly reads: readonly AnyField[] | 'all' | 'dates' | 'events' | 'numbers';
  /**
   * True when the check needs the undecoded cell; then it is not judged (not-sent) where there is no sheet. Of one that
   * is not raw the engine drops what stands on a cell with a formula's error [R12].
   */
  readonly isRaw: boolean;
  readonly prepare: (run: ColumnRun) => ColumnCheck | null;
}
/**
 * `raw` is null for an empty cell and where the rule is not raw. `sheetRow` is the row of the cell in this column: not
 * always the record's own, because a record may have several lines.
 */
export type ColumnCheck = (row: RegisterRow, raw: CellValue, out: Out, sheetRow: number) => void;

export interface RowRule<K extends RecordKind> extends Declaration {
  readonly scope: 'row';
  readonly table: K;
  readonly reads: readonly FieldOf<K>[];
  /** Fields without which a table cannot be judged. */
  readonly requires: readonly FieldOf<K>[];
  readonly prepare: (run: TableRun<K>) => ((row: RegisterRow<K>, out: Out) => void) | null;
}

export interface FamilyRule extends Declaration {
  readonly scope: 'family';
  readonly reads: readonly FieldOf<'families'>[];
  readonly requires: readonly FieldOf<'families'>[];
  /** Other tables whose rows it looks at. The engine says table-missing where one of them is not there. */
  readonly tables: readonly ('members' | 'visits' | 'measures')[];
  readonly prepare: (run: TableRun<'families'>) => ((family: FamilyCase, out: Out) => void) | null;
}

export type LinkedKind = 'members' | 'visits' | 'measures';

export interface LinkRule<K extends LinkedKind> extends Declaration {
  readonly scope: 'link';
  readonly table: K;
  readonly reads: readonly FieldOf<K>[];
  readonly requires: readonly FieldOf<K>[];
  /** `family`: the row it belongs to; null: no such family; undefined: several families fit. */
  readonly prepare: (
    run: TableRun<K>,
  ) => ((row: RegisterRow<K>, family: RegisterRow<'families'> | null | undefined, out: Out) => void) | null;
}

export interface GroupRule<K extends RecordKind> extends Declaration {
  readonly scope: 'group';
  readonly table: K;
  readonly reads: readonly FieldOf<K>[];
  readonly requires: readonly FieldOf<K>[];
  readonly groupBy: Grouping<K>;
  /** A row may be in several groups, and each may say the same of it: only the one that names the earliest row counts. */
  readonly isOncePerCell?: true;
  readonly prepare: (run: Run) => ((rows: readonly RegisterRow<K>[], out: Out) => void) | null;
}

export interface RegisterRule extends Declaration {
  readonly scope: 'register';
  /** Kinds of tables it looks at: a changed row of another kind does not call it. Absent ones it names itself. */
  readonly tables: readonly TableKind[];
  readonly reads: readonly string[];
  readonly prepare: (run: Run) => ((register: Register, links: Links, out: Out) => void) | null;
}

type EachKind<K extends RecordKind> = { [P in K]: RowRule<P> | GroupRule<P> }[K];
type EachLink<K extends LinkedKind> = { [P in K]: LinkRule<P> }[K];

/** Any rule. */
export type Rule = ColumnRule | EachKind<RecordKind> | EachLink<LinkedKind> | FamilyRule | RegisterRule;

// They give back what they are given: the declaration is checked against the types of its scope.
export const columnRule = (rule: ColumnRule): ColumnRule => rule;
export const rowRule = <K extends RecordKind>(rule: RowRule<K>): RowRule<K> => rule;
export const familyRule = (rule: FamilyRule): FamilyRule => rule;
export const linkRule = <K extends LinkedKind>(rule: LinkRule<K>): LinkRule<K> => rule;
export const groupRule = <K extends RecordKind>(rule: GroupRule<K>): GroupRule<K> => rule;
export const registerRule = (rule: RegisterRule): RegisterRule => rule;

/** A recommendation gives a warning, everything else an error. */
export function severityOfNorm(kind: 'required' | 'max' | 'recommended'): Severity {
  return kind === 'recommended' ? 'warning' : 'error';
}

/** Two params that a message takes as one: `both('level', title)` is {level} in the reader's language. */
export function both(name: string, text: { readonly ru: string; readonly en: string }): Record<string, string> {
  return { [`${name}Ru`]: text.ru, [`${name}En`]: text.en };
}
