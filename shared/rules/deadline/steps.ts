/** Steps of the procedure and the fields that prove them. */
import type { Day } from '../../domain/day.ts';
import type { FieldOf } from '../../domain/fields.ts';
import type { FamilyRow } from '../../domain/register.ts';
import type { Step } from '../../packs/pack.ts';
import type { TableRun } from '../rule.ts';

/** Steps that a field of the family's row proves; the first visit stands in other places. */
export type DatedStep = Exclude<Step, 'firstVisit'>;

const FIELD_OF_STEP = {
  application: 'applicationDate',
  survey: 'surveyDate',
  programme: 'programDate',
  decision: 'decisionDate',
  contract: 'contractDate',
  start: 'startDate',
  closing: 'closedOn',
} as const satisfies Record<DatedStep, FieldOf<'families'>>;

/** All fields that steps are read from. */
export const STEP_FIELDS: readonly FieldOf<'families'>[] = Object.values(FIELD_OF_STEP);

/** False for the first visit alone. */
export function isDatedStep(step: Step): step is DatedStep {
  return step !== 'firstVisit';
}

/** The field that proves a step. */
export function stepField(step: DatedStep): (typeof FIELD_OF_STEP)[DatedStep] {
  return FIELD_OF_STEP[step];
}

/** The pack's steps in their order, those that the table has a column for; the others are named as missing. */
export function keptSteps(run: TableRun<'families'>): readonly DatedStep[] {
  const order = run.pack.stepOrder.filter(isDatedStep);
  const kept = order.filter((step) => run.has(stepField(step)));
  for (const step of order) if (!kept.includes(step)) run.skip('column-missing', `field:${stepField(step)}`);
  return kept;
}

/** The date of a step: undefined without a column, null when empty, NaN when unreadable. */
export function stepDate(row: FamilyRow, step: DatedStep): Day | null | undefined {
  return row.values[FIELD_OF_STEP[step]];
}
