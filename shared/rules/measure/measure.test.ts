import { describe, expect, it } from 'vitest';
import type { RuleIdOf } from '../../domain/rule-ids.ts';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const families = [
  {
    caseNo: '7',
    applicant: 'Ромашкина Анна Петровна',
    programDate: '2026-03-02',
    programUntil: '2026-12-31',
    closedOn: null,
  },
  {
    caseNo: '8',
    applicant: 'Незабудкина Ольга Петровна',
    programDate: '2026-03-02',
    programUntil: '2026-12-31',
    closedOn: '2026-06-01',
  },
];
const measure = {
  caseNo: '7',
  measure: 'консультация',
  responsible: 'Лютикова А. П.',
  dueDate: '2026-04-01',
  doneDate: '2026-04-01',
  result: 'проведена',
};
const shown = (id: RuleIdOf<'measure'>, measures: RegisterSketch['measures'], more: RegisterSketch = {}) =>
  outcomeOf(id, { families, ...more, ...(measures ? { measures } : {}) }).shown;

describe('measures', () => {
  it.each([
    'measure/program-empty',
    'measure/overdue',
    'measure/no-result',
    'measure/no-responsible',
    'measure/outside-programme',
    'measure/orphan',
  ] as const)('that are in order pass %s, and a workbook without them says so', (id) => {
    expect(shown(id, [measure])).toEqual([]);
    expect(outcomeOf(id, { families }).skipped).toEqual(['table-missing table:measures']);
  });

  it('are wanted for every open case with a programme', () => {
    expect(shown('measure/program-empty', [{ ...measure, caseNo: '8' }])).toEqual(['warning Реестр!A2']);
  });

  it.each([
    ['2026-10-30', null, ['warning Мероприятия!E2']],
    ['2026-10-31', null, []],
    ['2026-10-30', '2026-10-31', []],
    ['2026-10-30', 'сделано', []],
  ])('[R94] due on %s and done on %s', (dueDate, doneDate, findings) => {
    expect(
      shown('measure/overdue', [{ caseNo: '7', measure: 'консультация', responsible: null, dueDate, doneDate }]),
    ).toEqual(findings);
  });

  it('of a closed case are not overdue', () => {
    expect(shown('measure/overdue', [{ ...measure, caseNo: '8', dueDate: '2026-05-04', doneDate: null }])).toEqual([]);
  });

  it('that are done want a result', () => {
    expect(
      shown('measure/no-result', [
        { ...measure, result: null },
        { ...measure, doneDate: null, result: null },
      ]),
    ).toEqual(['warning Мероприятия!F2']);
  });

  it('want a person or an organisation', () => {
    expect(
      shown('measure/no-responsible', [
        { ...measure, responsible: null, organisation: null },
        { ...measure, responsible: null, organisation: 'школа' },
      ]),
    ).toEqual(['warning Мероприятия!C2']);
  });

  it.each([
    ['2026-03-01', '2026-03-02', ['warning Мероприятия!D2']],
    ['2026-03-02', '2026-12-31', []],
    ['2026-12-31', '2027-01-01', ['warning Мероприятия!E2']],
    ['2026-03-01', '2027-01-01', ['warning Мероприятия!D2', 'warning Мероприятия!E2']],
  ])('[R95] due %s and done %s lie within the programme or not', (dueDate, doneDate, findings) => {
    expect(shown('measure/outside-programme', [{ ...measure, dueDate, doneDate }])).toEqual(findings);
  });

  it('end with the case', () => {
    expect(
      shown('measure/outside-programme', [{ ...measure, caseNo: '8', dueDate: '2026-06-01', doneDate: '2026-06-02' }]),
    ).toEqual(['warning Мероприятия!E2']);
  });

  it('[R93] of a family that is not there stand on its cell, by number or by name', () => {
    expect(shown('measure/orphan', [{ ...measure, caseNo: '17' }])).toEqual(['warning Мероприятия!A2']);
    const byName = [
      { applicant: 'Васильков Кирилл Романович', measure: 'консультация' },
      { applicant: 'Ромашкина А. П.', measure: 'консультация' },
    ];
    expect(shown('measure/orphan', byName)).toEqual(['warning Мероприятия!A2']);
    const both = [{ caseNo: null, applicant: 'Васильков Кирилл Романович', measure: 'консультация' }];
    expect(shown('measure/orphan', both)).toEqual(['warning Мероприятия!B2']);
  });

  it.each<readonly [string, RegisterSketch, readonly string[]]>([
    ['without families', { measures: [{ caseNo: '7' }] }, ['table-missing table:families']],
    [
      'named where families are numbered',
      { families: [{ caseNo: '7' }], measures: [{ applicant: 'Ромашкина А. П.' }] },
      ['column-missing field:caseNo'],
    ],
    [
      'numbered where families are named',
      { families: [{ applicant: 'Ромашкина А. П.' }], measures: [{ caseNo: '7' }] },
      ['column-missing field:caseNo'],
    ],
    [
      'of two namesakes',
      {
        families: [{ applicant: 'Ромашкина Анна' }, { applicant: 'Ромашкина Алла' }],
        measures: [{ applicant: 'Ромашкина А.' }],
      },
      ['value-unreadable field:applicant'],
    ],
    [
      'without a number, of two namesakes',
      {
        families: [
          { caseNo: '7', applicant: 'Ромашкина Анна' },
          { caseNo: '8', applicant: 'Ромашкина Алла' },
        ],
        measures: [{ caseNo: null, applicant: 'Ромашкина А.' }],
      },
      ['value-unreadable field:caseNo'],
    ],
    ['of nobody', { families, measures: [{ caseNo: null, applicant: null, measure: 'консультация' }] }, []],
  ])('[R93] %s are not judged', (_what, sketch, skipped) => {
    expect(outcomeOf('measure/orphan', sketch)).toMatchObject({ findings: [], skipped });
  });
});
