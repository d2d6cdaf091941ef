import { isOpen } from '../../domain/case-state.ts';
import type { FieldOf } from '../../domain/fields.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { rowRule } from '../rule.ts';

type Field = FieldOf<'families'>;

const ALWAYS = ['applicant', 'categories', 'applicationDate', 'source'] as const satisfies readonly Field[];
const FROM_SURVEY = ['curator', 'level'] as const satisfies readonly Field[];
const FROM_CONTRACT = ['programDate', 'contractNo', 'contractDate'] as const satisfies readonly Field[];

/** Any of these filled: the case has come as far as the contract. */
const CONTRACT_STEPS = ['contractNo', 'contractDate', 'startDate'] as const satisfies readonly Field[];
const SURVEY_STEPS = [
  'surveyDate',
  'programNo',
  'programDate',
  'decision',
  'decisionNo',
  'decisionDate',
  ...CONTRACT_STEPS,
] as const satisfies readonly Field[];

const FIELDS = [...ALWAYS, ...FROM_SURVEY, ...FROM_CONTRACT];

/** [R10] What an open case must say, by how far it has come. Only columns that the sheet has are asked for. */
export const cellRequired = rowRule({
  id: 'cell/required',
  severity: 'error',
  basis: ['S002'],
  scope: 'row',
  table: 'families',
  reads: [...FIELDS, ...SURVEY_STEPS, 'closedOn', 'decision'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const asked = (fields: readonly Field[]): readonly Field[] =>
      fields.filter((field) => run.has(field) && !run.table.givenFields.includes(field));
    const always = asked(ALWAYS);
    const fromSurvey = asked(FROM_SURVEY);
    const fromContract = asked(FROM_CONTRACT);
    for (const field of FIELDS) if (!run.has(field)) run.skip('column-missing', `field:${field}`);
    const isSurveyKept = run.has('surveyDate');
    if (always.length + fromSurvey.length + fromContract.length === 0) return null;
    return (row, out) => {
      if (!isOpen(row, run.asOf)) return;
      const ask = (fields: readonly Field[], stage: string): void => {
        for (const field of fields) if (isEmpty(row, field)) out.find({ row, field, params: { stage } });
      };
      ask(always, 'always');
      if (!isSurveyKept || anyFilled(row, SURVEY_STEPS)) ask(fromSurvey, 'survey');
      if (anyFilled(row, CONTRACT_STEPS)) ask(fromContract, 'contract');
    };
  },
  examples: {
    passes: [
      {
        families: [{ applicant: 'Ромашкина Анна', categories: 'CAT05', surveyDate: null, curator: null, level: null }],
      },
      { families: [{ applicant: null, closedOn: '2026-03-01' }] },
      { families: [{ applicant: null, decision: 'отказано' }] },
      { families: [{ contractNo: null, contractDate: null, startDate: null, curator: 'Ландышева О. И.' }] },
      { families: [{ applicationDate: '31.02.2025' }] },
    ],
    fails: [
      { families: [{ applicant: null }] },
      { families: [{ surveyDate: '2026-03-01', curator: null }] },
      { families: [{ curator: null }] },
      { families: [{ contractNo: null, contractDate: '2026-03-01' }] },
    ],
    undecidable: [{ families: [{ note: 'без столбцов' }] }],
  },
});

function isEmpty(row: FamilyRow, field: Field): boolean {
  const value = row.values[field];
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function anyFilled(row: FamilyRow, fields: readonly Field[]): boolean {
  for (const field of fields) {
    const value = row.values[field];
    if (value !== undefined && value !== null && value !== '') return true;
  }
  return false;
}
