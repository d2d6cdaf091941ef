/**
 * One register with tables of every kind, linked by numbers, by names and by lines, with cells that stand elsewhere:
 * what all rules together say of it, and that every single edit of it is followed as if all were judged anew.
 */
import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../domain/cell-address.ts';
import type { CheckResult } from '../domain/finding.ts';
import type { Register, RegisterRow } from '../domain/register.ts';
import { checkRegister, startChecker } from './check-register.ts';
import type { RegisterSketch } from './example.ts';
import { testRun } from './test-register.ts';

const SKETCH: RegisterSketch = {
  families: [
    {
      seq: '1',
      caseNo: '1/2026',
      applicant: 'Ромашкина Анна Петровна',
      snils: '112-233-445 95',
      children: [{ birth: '2015-03-01' }],
      categories: 'CAT04; CAT05',
      phone: '8 922 123-45-6',
      source: 'заявление родителя',
      applicationDate: '2026-01-12',
      surveyDate: '2026-01-13',
      programDate: '2026-01-20',
      decisionDate: '2026-01-19',
      contractNo: '1',
      contractDate: '2026-01-21',
      startDate: '2026-01-21',
      curator: 'Лютикова А. П.',
      level: 'BASE',
      transfers: [['2026-05-12', 'BASE']],
      reviewDates: ['2026-03-02'],
      visitDates: ['2026-01-27', '2026-02-10', '2026-01-10'],
      closedOn: null,
      closeReason: null,
    },
    {
      seq: '2',
      caseNo: '2/2026',
      applicant: 'Ромашкина А. П.',
      children: [{ birth: '2015-03-01' }, { birth: '31.02.2015' }],
      categories: 'многодетная; странная',
      applicationDate: '2026-02-02',
      surveyDate: null,
      programDate: '2026-02-20',
      contractNo: null,
      contractDate: '2026-02-19',
      curator: 'Лютикова А.П.',
      level: 'особый',
      closedOn: '2026-08-03',
      closeReason: null,
      raw: { applicationDate: '02.02.2026', applicant: 'Ромашкина  А. П.' },
    },
    { seq: '4', caseNo: '№ 1/2026', applicant: 'Незабудкина Ольга', level: 'CRISIS', startDate: '2026-09-01' },
    { sheet: 'Второй', applicant: 'Василькова Вера', curator: 'Лютикова А. П.', level: 'CRISIS', given: ['level'] },
    { sheet: 'Второй', applicant: 'Василькова Вера', curator: 'Пионов К. Р.', level: 'CRISIS', given: ['level'] },
  ],
  members: [
    { caseNo: '1/2026', name: 'Ромашкин Пётр', relation: 'сын', birthDate: '2015-03-01', snils: '112-233-445 96' },
    { caseNo: '2/2026', name: 'Ромашкина Ия', relation: 'дочь', birthDate: '2099-01-01', snils: null },
  ],
  visits: [
    { caseNo: '1/2026', applicant: null, date: '2026-02-10', specialist: 'Лютикова А. П.' },
    { caseNo: '1/2026', applicant: null, date: '2026-02-10', specialist: 'Лютикова Анна Павловна' },
    { caseNo: '1/2026', applicant: null, date: '2026-11-10', specialist: 'Пионов К. Р.' },
    { caseNo: null, applicant: 'Василькова Вера', date: 'в среду', specialist: null },
    { caseNo: null, applicant: 'Ромашкина А. П.', date: '2026-09-02', specialist: 'Лютикова А. П.' },
    { caseNo: '9/2026', applicant: null, date: '2026-03-10', specialist: 'Лютикова А. П.' },
  ],
  measures: [
    { caseNo: '1/2026', measure: 'консультация', responsible: null, dueDate: '2026-03-02', doneDate: null },
    {
      caseNo: '7/2026',
      measure: 'занятие',
      responsible: 'Пионов К. Р.',
      dueDate: '2025-03-02',
      doneDate: '2026-03-02',
    },
  ],
  specialists: [
    { name: 'Лютикова Анна Павловна', rate: 0.1 },
    { name: 'Пионов К. Р.', rate: 'полная' },
  ],
};

const lines = ({ findings, ledger, summary }: CheckResult): string =>
  [
    JSON.stringify(summary),
    ...findings.map(({ cell, params, related, fix, ...rest }) =>
      JSON.stringify({ at: sheetA1(cell), ...rest, params, beside: related.map(sheetA1), fix }),
    ),
    ...ledger.map(
      ({ rule, looked, findings: found, skipped }) =>
        `${rule}: ${looked} looked at, ${found} found${skipped.map((one) => `; ${one.reason} ${one.detail} ${one.rows}`).join('')}`,
    ),
  ].join('\n');

describe('a whole register', () => {
  it('[R5][R9] is judged like this (after a meant change: vitest -u)', async () => {
    const { register, pack, asOf } = testRun(SKETCH);
    const result = checkRegister(register, { pack, asOf });
    await expect(`${lines(result)}\n`).toMatchFileSnapshot('./whole-register.txt');
  });

  it('[R5][R9] without its sheets is judged like this, with the values in place of the cells', async () => {
    const { register, pack, asOf } = testRun({ ...SKETCH, isWithoutSheet: true });
    const result = checkRegister(register, { pack, asOf });
    await expect(`${lines(result)}\n`).toMatchFileSnapshot('./whole-register-sent.txt');
  });
});

const KINDS = ['families', 'members', 'visits', 'measures'] as const;

function replaced(register: Register, gone: RegisterRow, come: RegisterRow | null): Register {
  const list = register[gone.kind] as readonly RegisterRow[];
  return { ...register, [gone.kind]: list.flatMap((row) => (row === gone ? (come ?? []) : row)) };
}

/** Each row with one of its values emptied, and with the values of its neighbour. */
function editsOf(register: Register): readonly (readonly [gone: RegisterRow, come: RegisterRow | null])[] {
  return KINDS.flatMap((kind) => {
    const rows: readonly RegisterRow[] = register[kind];
    return rows.flatMap((row, at) => {
      const emptied = Object.keys(row.values).map((field) => ({ ...row, values: { ...row.values, [field]: null } }));
      const neighbour = rows[(at + 1) % rows.length] ?? row;
      const alike = { ...row, values: { ...row.values, ...neighbour.values } };
      return [null, { ...row }, alike, ...emptied].map((come) => [row, come as RegisterRow | null] as const);
    });
  });
}

describe('[R40] every edit of a whole register', () => {
  const { register: start, pack, asOf } = testRun({ ...SKETCH, isWithoutSheet: true });
  const fresh = (register: Register): string => lines(checkRegister(register, { pack, asOf }));

  it('is followed, and so is its undoing', () => {
    const edits = editsOf(start);
    expect(edits.length).toBeGreaterThan(150);
    const unedited = fresh(start);
    for (const [gone, come] of edits) {
      const checker = startChecker(start, { pack, asOf });
      const edited = replaced(start, gone, come);
      expect(lines(checker.update(edited, [{ before: gone, after: come }]))).toBe(fresh(edited));
      if (come === null) continue;
      const back = { ...gone };
      const undone = replaced(edited, come, back);
      expect(lines(checker.update(undone, [{ before: come, after: back }]))).toBe(unedited);
    }
  });
});
