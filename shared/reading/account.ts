/** «Как прочитано»: what was found, how each heading was understood, what was left out and why. */
import type { Table } from '../domain/register.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import { withoutWords } from './composite-fields.ts';
import type { FoundTable } from './find-tables.ts';
import { pathText } from './heading-path.ts';
import type { ColumnAccount, TableAccount } from './reading.ts';
import type { RowPlan } from './row-plan.ts';
import type { GivenValue } from './sections.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface TableAccountInput {
  readonly grid: SheetGrid;
  readonly found: FoundTable;
  readonly plan: RowPlan;
  readonly table: Table;
  readonly records: number;
  readonly given: readonly GivenValue[];
  readonly corrections: boolean;
}

export function tableAccount(input: TableAccountInput): TableAccount {
  const { found, table, plan } = input;
  return {
    kind: table.kind,
    headerRows: table.headerRows,
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    records: input.records,
    columns: columnAccounts(input.grid, found),
    skippedRows: table.skippedRows,
    hiddenRows: plan.hiddenRows,
    given: givenTexts(input.given),
  };
}

/** Families named in sections may be hundreds: the first few show how they were understood. */
const FAMILIES_SHOWN = 5;
const MOST_SAMPLE_CHARACTERS = 60;

function givenTexts(given: readonly GivenValue[]): TableAccount['given'] {
  const families = [...new Set(given.flatMap(({ row, column }) => (column === undefined ? [] : [row])))];
  const shown = new Map(families.slice(0, FAMILIES_SHOWN).map((row) => [row, given.find((one) => one.row === row)]));
  return given
    .filter((value) => value.column === undefined || shown.get(value.row) === value)
    .map(({ field, text, row }) => ({ field, text, row }));
}

/** Accounts of all headings of a table, with up to three different values each. */
export function columnAccounts(grid: SheetGrid, found: FoundTable): readonly ColumnAccount[] {
  return found.columns.map((column) => ({
    column: column.column,
    heading: pathText(column.path),
    field: shownField(column.field),
    ...(column.period === undefined ? {} : { period: column.period }),
    confidence: Math.round(column.confidence * 100) / 100,
    hidden: grid.sheet.hiddenColumns.has(column.column),
    corrected: column.corrected,
    samples: samplesOf(grid, found, column.column),
    candidates: [...new Set(column.candidates.map(shownField).filter((field) => field !== null))].slice(0, 3),
  }));
}

/** The field as people know it: composites are shown under the one that stands for the whole cell. */
export function shownField(field: string | null): string | null {
  if (field === null) return null;
  const names: Readonly<Record<string, string>> = {
    'contract.document': 'contractNo',
    'program.document': 'programNo',
    'decision.document': 'decisionNo',
    'case.registered': 'caseNo',
    'program.term': 'programUntil',
    'contract.term': 'programUntil',
    'support.term': 'startDate',
    'account.term': 'registeredOn',
    'reviews.around': 'lastReview',
    'visits.around': 'lastVisit',
    'children.counted': 'children',
    'visits.counted': 'visitCount',
    'application.source': 'applicationDate',
    'closing.composite': 'closedOn',
    'closing.document': 'closeDecision',
    'applicant.birthDate': 'applicant',
    'applicant.household': 'applicant',
    'children.birthDate': 'children',
    'applicant.part': 'applicant',
    'name.part': 'name',
  };
  return names[field] ?? withoutWords(field.replace('member.', ''));
}

/** What is cut off is said to be. */
function shortened(text: string): string {
  return text.length > MOST_SAMPLE_CHARACTERS ? `${text.slice(0, MOST_SAMPLE_CHARACTERS - 1).trimEnd()}…` : text;
}

function samplesOf(grid: SheetGrid, found: FoundTable, column: number): readonly string[] {
  const samples = new Set<string>();
  for (let index = found.from; index < Math.min(found.to, found.from + 60) && samples.size < 3; index += 1) {
    const value = filled(grid.rows[index]?.cells[column]);
    if (value !== null) samples.add(isCellDate(value) ? cellText(value) : shortened(cellText(value)));
  }
  return [...samples];
}
