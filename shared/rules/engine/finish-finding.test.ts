/** What the engine adds to what a check states: text of the cell, people, severity, correction, identity. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { checkRegister } from '../check-register.ts';
import type { RegisterSketch } from '../example.ts';
import { familyRule, registerRule, rowRule, type Draft, type Rule, type TableDraft } from '../rule.ts';
import { testRun } from '../test-register.ts';
import { NO_EXAMPLES } from './test-rules.ts';

const HEAD = { severity: 'error', basis: ['test'], needs: [], examples: NO_EXAMPLES, reads: [], requires: [] } as const;
const FIX = { kind: 'text', value: 'б', display: 'б' } as const;

function found(sketch: RegisterSketch, rule: Rule): readonly Finding[] {
  const { register, pack, asOf } = testRun(sketch);
  return checkRegister(register, { pack, asOf, rules: [rule] }).findings;
}

/** The finding of a rule that states one draft with every family. */
function ofDraft(
  sketch: RegisterSketch,
  draft: Omit<Draft<'families'>, 'row' | 'params'>,
  severity: Rule['severity'] = 'error',
): Finding | undefined {
  const rule = rowRule({
    ...HEAD,
    id: 'closing/reason-missing',
    severity,
    scope: 'row',
    table: 'families',
    prepare: () => (row, out) => out.find({ row, params: {}, ...draft }),
  });
  return found(sketch, rule).at(-1);
}

const ofEveryRow = (table: 'visits' | 'specialists') =>
  rowRule({
    ...HEAD,
    id: 'closing/reason-missing',
    scope: 'row',
    table,
    prepare: () => (row, out) => out.find({ row, field: null, params: {} }),
  });

describe('who a finding is about', () => {
  it.each<readonly [NonNullable<RegisterSketch['families']>[number], string | null, string | null]>([
    [{ applicant: 'Ромашкина Анна', caseNo: '7', curator: 'Лютикова В.' }, 'Ромашкина Анна', 'Лютикова В.'],
    [{ applicant: null, caseNo: '7', curator: null }, '№ 7', null],
    [{ applicant: '', caseNo: '№ 7', curator: '' }, '№ 7', null],
    [{ applicant: null, caseNo: ' № 7' }, '№ 7', null],
    [{ applicant: null, caseNo: '7 (было № 6)' }, '№ 7 (было № 6)', null],
    [{ applicant: null, caseNo: null }, null, null],
  ])('%j: %s, %s', (family, subject, curator) => {
    expect(ofDraft({ families: [family] }, { field: null })).toMatchObject({ subject, curator });
  });

  it('is a person by name, and whoever made the visit', () => {
    const visits = [{ caseNo: '7', specialist: 'Лютикова В.' }];
    expect(found({ visits }, ofEveryRow('visits'))).toMatchObject([{ subject: '№ 7', curator: 'Лютикова В.' }]);
    const specialists = [{ name: 'Лютикова В.' }];
    expect(found({ specialists }, ofEveryRow('specialists'))).toMatchObject([
      { subject: 'Лютикова В.', curator: null, identity: 'closing/reason-missing|лютикова в|||Лютикова В.' },
    ]);
  });

  it('is the family that the check names, where the row is another', () => {
    const rule = familyRule({
      ...HEAD,
      id: 'visits/duplicate',
      scope: 'family',
      tables: ['visits'],
      prepare: () => (family, out) => {
        for (const row of family.visits) out.find({ row, about: family.row, field: 'date', params: {} });
      },
    });
    const sketch: RegisterSketch = {
      families: [{ caseNo: '№ 7', applicant: 'Ромашкина Анна', curator: 'Василькова Е.' }],
      visits: [{ caseNo: '7', date: '2026-03-10', specialist: 'Лютикова В.' }],
    };
    expect(found(sketch, rule)).toMatchObject([
      {
        subject: 'Ромашкина Анна',
        curator: 'Василькова Е.',
        cell: { sheet: 'Журнал', row: 2, column: 1 },
        identity: 'visits/duplicate|7|date||10.03.2026',
      },
    ]);
  });
});

describe('the text and the identity of a finding', () => {
  const family = { applicant: 'Ромашкина Анна', note: '  два   слова ', visitsByMonth: { '2026-03': 4, '2026-04': 5 } };

  it.each<readonly [Omit<Draft<'families'>, 'row' | 'params'>, string, string]>([
    [{ field: 'note' }, 'два   слова', 'note|'],
    [{ field: null }, 'Ромашкина Анна', '|'],
    [{ field: 'phone' }, 'Ромашкина Анна', 'phone|'],
    [{ field: 'visitsByMonth', period: '2026-04' }, '5', 'visitsByMonth|2026-04'],
    [{ field: 'note', value: ' иное' }, ' иное', 'note|'],
    [{ field: 'note', cell: { sheet: 'Реестр', row: 2, column: 2 } }, '4', 'note|'],
  ])('of %j: «%s»', (draft, value, place) => {
    const finding = ofDraft({ families: [family] }, draft);
    expect(finding).toMatchObject({
      value,
      field: draft.field,
      identity: `closing/reason-missing|ромашкина анна|${place}|${value}`,
    });
    expect(finding && 'period' in finding).toBe('period' in draft);
  });

  it.each<readonly [Omit<Draft<'families'>, 'row' | 'params'>, string]>([
    [{ field: 'note' }, 'два   слова'],
    [{ field: null }, ''],
    [{ field: 'visitsByMonth', period: '2026-04' }, '5'],
  ])('of %j without a sheet: «%s»', (draft, value) => {
    expect(ofDraft({ families: [family], isWithoutSheet: true }, draft)?.value).toBe(value);
  });

  it.each([
    [{ caseNo: '№ 7-а', applicant: 'Ромашкина Анна' }, '7-А'],
    [{ caseNo: null, applicant: 'Ромашкина  Анна' }, 'ромашкина анна'],
    [{ caseNo: null, applicant: null }, 'Реестр!2'],
  ])('of %j goes by %s', (one, key) => {
    expect(ofDraft({ families: [one] }, { field: 'caseNo', value: 'а' })?.identity).toBe(
      `closing/reason-missing|${key}|caseNo||а`,
    );
  });
});

describe('what else a check may state', () => {
  it.each<readonly [Rule['severity'], Finding['severity'] | undefined, Finding['severity']]>([
    ['error', undefined, 'error'],
    ['note', undefined, 'note'],
    ['error', 'warning', 'warning'],
    ['by-norm', undefined, 'error'],
    ['by-norm', 'warning', 'warning'],
  ])('a rule of severity %s that says %s gives %s', (own, said, given) => {
    const draft = { field: 'note', ...(said === undefined ? {} : { severity: said }) } as const;
    expect(ofDraft({ families: [{ note: 'а' }] }, draft, own)?.severity).toBe(given);
  });

  it.each<readonly [string, Omit<Draft<'families'>, 'row' | 'params'>, boolean]>([
    ['of a field with a cell', { field: 'note', fix: FIX }, true],
    ['of no field', { field: null, fix: FIX }, false],
    ['of a field that a section gives', { field: 'curator', fix: FIX }, false],
    ['of a field without a column', { field: 'phone', fix: FIX }, false],
    ['of a cell that is named', { field: 'curator', fix: FIX, cell: { sheet: 'Реестр', row: 2, column: 0 } }, true],
    ['that nobody offers', { field: 'note' }, false],
  ])('a correction %s is kept: %j %s', (_what, draft, isKept) => {
    const sketch: RegisterSketch = { families: [{ note: 'а', curator: 'Лютикова В.', given: ['curator'] }] };
    expect(ofDraft(sketch, draft)?.fix).toEqual(isKept ? FIX : null);
  });

  it('other cells are passed on, and there are none where none are named', () => {
    const cell = { sheet: 'Реестр', row: 3, column: 0 };
    expect(ofDraft({ families: [{ note: 'а' }] }, { field: 'note', related: [cell] })?.related).toEqual([cell]);
    expect(ofDraft({ families: [{ note: 'а' }] }, { field: 'note' })?.related).toEqual([]);
  });
});

describe('a finding of a table', () => {
  const cell = { sheet: 'Реестр', row: 1, column: 0 };
  const at = (draft: Partial<TableDraft>, severity: Rule['severity'] = 'warning') =>
    found(
      { families: [{ note: 'а' }] },
      registerRule({
        ...HEAD,
        id: 'table/column-missing',
        severity,
        scope: 'register',
        tables: ['families'],
        prepare: () => (register, _links, out) => {
          for (const table of register.tables)
            out.findAt({ table, cell, field: 'note', value: 'Примечание', params: {}, ...draft });
        },
      }),
    );

  it('is nobody’s, and cannot be mended by one click', () => {
    expect(at({})).toEqual([
      {
        rule: 'table/column-missing',
        severity: 'warning',
        cell,
        field: 'note',
        value: 'Примечание',
        params: {},
        fix: null,
        related: [],
        subject: null,
        curator: null,
        identity: 'table/column-missing|Реестр|note||Примечание',
      },
    ]);
  });

  it.each<readonly [Partial<TableDraft>, Rule['severity'], Partial<Finding>]>([
    [{ severity: 'note' }, 'warning', { severity: 'note' }],
    [{}, 'by-norm', { severity: 'error' }],
    [{ related: [cell] }, 'note', { severity: 'note', related: [cell] }],
    [{ field: null }, 'note', { field: null, identity: 'table/column-missing|Реестр|||Примечание' }],
  ])('takes %j over', (draft, severity, expected) => {
    expect(at(draft, severity)).toMatchObject([expected]);
  });
});
