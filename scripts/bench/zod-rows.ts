/** The same row checks as a schema: what a developer would pick for them without rules of their own. */
import * as z from 'zod';
import type { Day } from '../../shared/domain/day.ts';
import type { FamilyRow } from '../../shared/domain/register.ts';

/** Rules that the schema states. */
export const STATED: ReadonlySet<string> = new Set(['cell/code-unknown', 'deadline/order', 'closing/reason-missing']);

const day = z.union([z.number(), z.nan()]).nullable().optional();
const code = z
  .object({ code: z.string().nullable(), text: z.string() })
  .refine((value) => value.code !== null, 'code')
  .nullable()
  .optional();

/** Steps of the procedure in their order, as the fields that date them. */
export const STEPS = [
  'applicationDate',
  'surveyDate',
  'programDate',
  'decisionDate',
  'contractDate',
  'startDate',
  'closedOn',
] as const;

function rowSchema(asOf: Day): z.ZodType {
  return z
    .object({
      applicationDate: day,
      surveyDate: day,
      programDate: day,
      decisionDate: day,
      contractDate: day,
      startDate: day,
      closedOn: day,
      source: code,
      categories: z.array(code).nullable().optional(),
      closeReason: code,
    })
    .superRefine((row, context) => {
      let before = -Infinity;
      for (const step of STEPS) {
        const value = row[step];
        if (value === null || value === undefined) continue;
        if (value < before) context.addIssue({ code: 'custom', path: [step], message: 'order' });
        before = value;
      }
      if (typeof row.closedOn === 'number' && row.closedOn <= asOf && !row.closeReason) {
        context.addIssue({ code: 'custom', path: ['closeReason'], message: 'reason' });
      }
    });
}

/** The number of issues over all rows. */
export function zodIssues(families: readonly FamilyRow[], asOf: Day): number {
  const schema = rowSchema(asOf);
  let issues = 0;
  for (const { values } of families) issues += schema.safeParse(values).error?.issues.length ?? 0;
  return issues;
}
