/** The account of a kept run: findings and rows that were not judged are those of a fresh run, after any edit. */
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../domain/finding.ts';
import type { FamilyRow, Register } from '../../domain/register.ts';
import { checkRegister, startChecker } from '../check-register.ts';
import { BY_CASE_NUMBER, BY_CURATOR, BY_FAMILY } from '../grouping.ts';
import { familyRule, groupRule, linkRule, registerRule, rowRule, type Rule } from '../rule.ts';
import { testRun } from '../test-register.ts';
import { FAMILY, GROUP, LINK, REGISTER, ROW, skipNote } from './test-rules.ts';

const values = (row: FamilyRow, more: object): FamilyRow => ({ ...row, values: { ...row.values, ...more } });

/** Rules that find and skip by what stands in a note, in every scope. */
const JUDGING: readonly Rule[] = [
  rowRule({
    ...ROW,
    prepare: () => (row, out) => {
      skipNote(row, out);
      if (row.values.note === 'б') out.find({ row, field: 'note', params: {} });
    },
  }),
  ...[BY_CASE_NUMBER, BY_CURATOR, BY_FAMILY].map((groupBy, at) =>
    groupRule({
      ...GROUP,
      id:
        (['identity/case-number-duplicate', 'identity/curator-variant', 'identity/family-duplicate'] as const)[at] ??
        GROUP.id,
      reads: ['caseNo', 'curator', 'snils', 'children'],
      groupBy,
      prepare: () => (rows, out) => {
        if (rows.length < 2) return out.skip('data-too-coarse', 'one', rows.length);
        for (const row of rows)
          out.find({ row, field: 'caseNo', params: { rows: rows.map((one) => String(one.row)) } });
      },
    }),
  ),
  familyRule({
    ...FAMILY,
    tables: ['visits', 'members', 'measures'],
    prepare: () => (family, out) => {
      const params = { visits: family.visits.length, members: family.members.length, measures: family.measures.length };
      if (family.visits.length === 0) out.skip('data-too-coarse', 'no visits');
      else out.find({ row: family.row, field: null, params });
    },
  }),
  linkRule({
    ...LINK,
    prepare: () => (row, owner, out) => {
      if (owner) out.find({ row, field: 'date', params: { of: owner.row }, about: owner });
      else out.skip('value-unreadable', owner === null ? 'nobody' : 'unsaid');
    },
  }),
  registerRule({
    ...REGISTER,
    tables: ['families', 'visits'],
    prepare: () => (register, links, out) => {
      for (const row of register.families) {
        if (links.caseOf(row).visits.length > 1) out.find({ row, field: null, params: {} });
      }
      if (register.families.length < 4) out.skip('data-too-coarse', 'few');
    },
  }),
];

const shown = ({ findings, ledger }: CheckResult) => ({ findings, ledger });

describe('the account of a kept run', () => {
  const {
    register: start,
    pack,
    asOf,
  } = testRun({
    families: [
      {
        caseNo: '1',
        applicant: 'Ромашкина Анна',
        curator: 'Лютикова В.',
        note: 'а',
        snils: '112-233-445 95',
        phone: '1',
      },
      {
        caseNo: '1',
        applicant: 'Ромашкина Алла',
        curator: 'Лютикова Вера',
        note: 'б',
        snils: '112-233-445 95',
        phone: '1',
      },
      { caseNo: '2', applicant: 'Василькова Ия', curator: 'Василькова Е.', note: 'в', snils: null, phone: '1' },
      { caseNo: null, applicant: 'Василькова Ия', curator: null, note: null, snils: null, phone: '1' },
    ],
    members: [
      { caseNo: '1', name: 'Ромашкин Пётр', relation: 'сын', birthDate: '2015-03-01' },
      { caseNo: '2', name: 'Васильков Пётр', relation: 'сын', birthDate: '2015-03-01' },
    ],
    measures: [
      { caseNo: '1', measure: 'а' },
      { caseNo: '2', measure: 'б' },
    ],
    visits: [
      { caseNo: '1', applicant: null, date: '2026-01-10' },
      { caseNo: '1', applicant: 'Василькова Ия', date: '2026-01-11' },
      { caseNo: null, applicant: 'Василькова Ия', date: '2026-01-12' },
      { caseNo: '9', applicant: null, date: '2026-01-13' },
    ],
  });
  const EDITS = {
    families: [
      { caseNo: '2' },
      { caseNo: '1' },
      { caseNo: null },
      { applicant: 'Василькова Ия' },
      { applicant: null },
      { curator: 'Лютикова Вера' },
      { note: 'а' },
      { note: 'б' },
      { phone: '2' },
      { snils: '112-233-445 95' },
    ],
    visits: [{ caseNo: '1' }, { caseNo: '2' }, { caseNo: null }, { applicant: 'Василькова И.' }, { date: null }],
    measures: [{ caseNo: '1' }, { caseNo: '2' }, { caseNo: null }],
    members: [{ caseNo: '1' }, { caseNo: '2' }, { birthDate: null }, { name: 'Ян' }],
  } as const;
  const fresh = (register: Register) => shown(checkRegister(register, { pack, asOf, rules: JUDGING }));

  it.each(
    (['families', 'visits', 'members', 'measures'] as const).flatMap((kind) =>
      EDITS[kind].map((more) => [kind, more] as const),
    ),
  )('is that of a fresh one, whichever row of %s becomes %j, and back', (kind, more) => {
    for (const [at, before] of start[kind].entries()) {
      const after = values(before as FamilyRow, more);
      const next = { ...start, [kind]: start[kind].with(at, after as never) };
      const checker = startChecker(start, { pack, asOf, rules: JUDGING });
      expect(shown(checker.result())).toEqual(fresh(start));
      checker.update(next, [{ before, after }]);
      expect(shown(checker.result())).toEqual(fresh(next));
      checker.update(start, [{ before: after, after: before }]);
      expect(shown(checker.result())).toEqual(fresh(start));
    }
  });

  it.each(['families', 'visits', 'members', 'measures'] as const)(
    'is that of a fresh one when a row of %s goes and comes',
    (kind) => {
      for (const [at, row] of start[kind].entries()) {
        const next = { ...start, [kind]: start[kind].toSpliced(at, 1) };
        const checker = startChecker(start, { pack, asOf, rules: JUDGING });
        checker.update(next, [{ before: row, after: null }]);
        expect(shown(checker.result())).toEqual(fresh(next));
        checker.update(start, [{ before: null, after: row }]);
        expect(shown(checker.result())).toEqual(fresh(start));
      }
    },
  );

  it('is that of a fresh one when several rows change at once', () => {
    const [first, second, third] = start.families;
    const [visit] = start.visits;
    if (!first || !second || !third || !visit) throw new Error('no rows');
    const swapped = [
      values(first, { caseNo: '2' }),
      values(second, { caseNo: '2', note: 'а' }),
      values(third, { caseNo: '1' }),
    ];
    const moved = { ...visit, values: { ...visit.values, caseNo: '2' } };
    const next = {
      ...start,
      families: [...swapped, ...start.families.slice(3)],
      visits: start.visits.with(0, moved),
    };
    const changes = [first, second, third].map((before, at) => ({ before, after: swapped[at] ?? null }));
    const checker = startChecker(start, { pack, asOf, rules: JUDGING });
    checker.update(next, [...changes, { before: visit, after: moved }]);
    expect(shown(checker.result())).toEqual(fresh(next));
  });
});
