/** What the rules of cells say of texts and numbers, and the corrections that they offer. */
import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../domain/register.ts';
import { checkRegister } from '../check-register.ts';
import type { RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';
import { testRun } from '../test-register.ts';

type Family = RowSketch<'families'>;

const paramsOf = (id: Parameters<typeof outcomeOf>[0], family: Family) =>
  outcomeOf(id, { families: [family] }).findings.map(({ params, period, field }) => [
    field,
    ...(period === undefined ? [] : [period]),
    params,
  ]);

describe('numbers', () => {
  it.each<readonly [Family, readonly unknown[]]>([
    [{ childrenCount: 'двое' }, [['childrenCount', { problem: 'text' }]]],
    [{ childrenCount: -1 }, [['childrenCount', { problem: 'negative' }]]],
    [{ childrenCount: -1.5 }, [['childrenCount', { problem: 'negative' }]]],
    [{ childrenCount: 1.5 }, [['childrenCount', { problem: 'fraction' }]]],
    [{ childrenCount: 0 }, []],
    [{ childrenCount: null }, []],
    [{ applicationDate: '1960-01-10', contractDate: 'вчера' }, []],
    [{ visitsByMonth: { '2026-03': 'два', '2026-04': 2 } }, [['visitsByMonth', '2026-03', { problem: 'text' }]]],
    [{ visitsByMonth: { '2026-03': -1, '2026-04': null } }, [['visitsByMonth', '2026-03', { problem: 'negative' }]]],
    [{ childrenCount: '#Н/Д', raw: { childrenCount: { error: '#N/A' } } }, []],
  ])('%j: %j', (family, expected) => {
    expect(paramsOf('cell/number-invalid', family)).toEqual(expected);
  });

  it('without a sheet behind them are judged as they are', () => {
    const { findings } = outcomeOf('cell/number-invalid', { families: [{ childrenCount: 'x' }], isWithoutSheet: true });
    expect(findings.map(({ params }) => params)).toEqual([{ problem: 'text' }]);
  });

  it('that a section gives have no cell that could hold an error', () => {
    const family: Family = { caseNo: '7', childrenCount: 'x', given: ['childrenCount'] };
    expect(outcomeOf('cell/number-invalid', { families: [family] }).shown).toEqual([]);
  });
});

describe('telephones', () => {
  it.each<readonly [string, readonly unknown[]]>([
    ['', []],
    ['доб. 12', []],
    ['930-771 доб 1234', []],
    ['930-771 добавочный: 12345', [{ digits: 11, count: 1 }]],
    ['930-771 ДОБ.12', []],
    ['930-771 вн. 12 (мама)', []],
    ['930-771 (вно12) 3', []],
    ['1234 внутр. 5', [{ digits: 4, count: 1 }]],
    ['89221234567 1234', [{ digits: 15, count: 1 }]],
    ['89221234567  1234', [{ digits: 15, count: 1 }]],
    ['1234  89221234567', [{ digits: 15, count: 1 }]],
    ['  89221234567  89221234568  ', []],
    ['89221234567 79221234568', []],
    ['89221234567   +79221234568', []],
    ['89221234567 8 12 34', [{ digits: 16, count: 1 }]],
    ['+7 922 123 45 67', []],
    ['дом. 8-34671-93077', []],
    ['2 891 234 567', []],
    ['28912345678', [{ digits: 11, count: 1 }]],
    ['12345678901234', [{ digits: 14, count: 1 }]],
  ])('%j: %j', (phone, expected) => {
    const { findings } = outcomeOf('cell/phone', { families: [{ phone, raw: { phone } }] });
    expect(findings.map(({ params }) => params)).toEqual(expected);
  });

  it('and numbers of insurance are looked for in their own columns', () => {
    const families: readonly Family[] = [{ phone: '112-233-445 94', snils: '8922', note: '1234', caseNo: '1' }];
    expect(outcomeOf('cell/phone', { families }).shown).toEqual(['warning Реестр!A2']);
    expect(outcomeOf('cell/snils', { families }).shown).toEqual(['error Реестр!B2']);
    expect(outcomeOf('cell/snils', { families: [{ snils: null, phone: '1' }] }).shown).toEqual([]);
    expect(outcomeOf('cell/phone', { families: [{ phone: null, snils: '1' }] }).shown).toEqual([]);
  });
});

describe('spaces', () => {
  const fixOf = (text: string, columns: readonly Partial<TableColumn>[], family: Family) => {
    const { register, pack, asOf } = testRun({ families: [family] });
    const families = register.families.map((row) => ({
      ...row,
      table: { ...row.table, columns: row.table.columns.map((column, at) => ({ ...column, ...columns[at] })) },
    }));
    const rawCell = (_sheet: string, _row: number, column: number) => (column === 0 ? text : null);
    const { findings } = checkRegister({ ...register, families, rawCell }, { pack, asOf });
    return findings.flatMap(({ rule, fix, cell, value }) =>
      rule === 'cell/untidy' ? [[fix?.kind, fix?.value, fix?.display, cell.row, cell.column, value]] : [],
    );
  };

  it.each<readonly [string, string, readonly Partial<TableColumn>[], Family]>([
    ['7\n8', '7 8', [], { contractNo: '7' }],
    ['7\r8', '7 8', [], { contractNo: '7' }],
    ['7\t8', '7 8', [], { contractNo: '7' }],
    ['7\u202f8', '7 8', [], { contractNo: '7' }],
    ['7\u20008', '7 8', [], { contractNo: '7' }],
    ['7\u20098', '7 8', [], { contractNo: '7' }],
    ['7\u30008', '7 8', [], { contractNo: '7' }],
    ['7\u200b8', '78', [], { contractNo: '7' }],
    ['\ufeff7', '7', [], { contractNo: '7' }],
    ['7 ', '7', [], { contractNo: '7' }],
    [' 7', '7', [], { contractNo: '7' }],
    ['а\rб', 'а\nб', [], { note: 'а' }],
    ['а\r б', 'а\nб', [], { note: 'а' }],
    ['а \nб', 'а\nб', [], { note: 'а' }],
    ['7\n8 ', '7\n8', [{}, { column: 0 }], { contractNo: '7', contractDate: null }],
    ['7\n8 ', '7\n8', [{ partOf: 'levelComposite' }], { contractNo: '7' }],
    ['7\n8 ', '7 8', [{}, { column: 1 }], { contractNo: '7', contractDate: null }],
    ['7\n8 ', '7\n8', [{}, { column: 0 }], { contractNo: '7', note: null }],
  ])('%j becomes %j', (text, value, columns, family) => {
    expect(fixOf(text, columns, family)).toEqual([['text', value, value, 2, 0, text]]);
  });

  it.each<readonly [string, Family]>([
    ['', { contractNo: '7' }],
    ['7', { contractNo: '7' }],
    ['7 8', { contractNo: '7' }],
    ['7\u20108', { contractNo: '7' }],
    ['а\n\nб', { note: 'а' }],
    ['а\nб', { note: 'а' }],
  ])('%j stays', (text, family) => {
    expect(fixOf(text, [], family)).toEqual([]);
  });
});

describe('words of two alphabets', () => {
  it.each<readonly [string, readonly unknown[]]>([
    ['Poмашка и Чиcтякова', [[['Poмашка', 'Чиcтякова'], 'text', 'Ромашка и Чистякова', 'Ромашка и Чистякова']]],
    ['aа', [[['aа'], 'text', 'аа', 'аа']]],
    ['Aа', [[['Aа'], 'text', 'Аа', 'Аа']]],
    ['сообщeние', [[['сообщeние'], 'text', 'сообщение', 'сообщение']]],
    ['Ромашка', []],
    ['[Ромашка]', []],
    ['Xа', [[['Xа'], 'text', 'Ха', 'Ха']]],
    ['ёжик OK', []],
  ])('%j: %j', (note, expected) => {
    const { findings } = outcomeOf('cell/mixed-alphabet', { families: [{ note, raw: { note } }] });
    expect(findings.map(({ params, fix }) => [params['words'], fix?.kind, fix?.value, fix?.display])).toEqual(expected);
  });

  it('and errors are looked for in texts and in errors only', () => {
    const families: readonly Family[] = [{ note: 'а', phone: '1', raw: { note: { error: '#REF!' }, phone: 7 } }];
    expect(outcomeOf('cell/mixed-alphabet', { families }).findings).toEqual([]);
    expect(outcomeOf('cell/untidy', { families }).findings).toEqual([]);
    expect(outcomeOf('cell/formula-error', { families }).findings.map(({ params }) => params)).toEqual([
      { code: '#REF!' },
    ]);
  });
});

describe('what an open case must say', () => {
  const stagesOf = (family: Family) =>
    outcomeOf('cell/required', { families: [family] }).findings.map(
      ({ field, params }) => `${field} ${params['stage']}`,
    );
  const empty: Family = {
    applicant: null,
    categories: null,
    curator: null,
    programDate: null,
    contractNo: null,
    contractDate: null,
    surveyDate: null,
  };

  it.each<readonly [string, Family, readonly string[]]>([
    ['at first', {}, ['applicant always', 'categories always']],
    ['with a list of nothing', { categories: [] }, ['applicant always', 'categories always']],
    ['with a category', { categories: 'CAT05' }, ['applicant always']],
    ['with a wording', { categories: 'чудо', applicant: '', raw: {} }, ['applicant always']],
    ['from the survey', { surveyDate: '2026-03-10' }, ['applicant always', 'categories always', 'curator survey']],
    [
      'from the contract',
      { contractNo: '7' },
      ['applicant always', 'categories always', 'curator survey', 'programDate contract', 'contractDate contract'],
    ],
    ['of a contract that says nothing', { contractNo: '' }, ['applicant always', 'categories always']],
  ])('%s: %j', (_what, more, expected) => {
    expect(stagesOf({ ...empty, ...more }).toSorted()).toEqual(expected.toSorted());
  });

  it.each<readonly [Family, readonly string[]]>([
    [
      { applicant: 'Ромашкина' },
      ['categories', 'applicationDate', 'source', 'curator', 'level', 'programDate', 'contractNo', 'contractDate'],
    ],
    [
      { contractNo: '7', contractDate: null, programDate: null },
      ['applicant', 'categories', 'applicationDate', 'source', 'curator', 'level'],
    ],
  ])('names the columns that are not there: %j', (family, fields) => {
    const { skipped } = outcomeOf('cell/required', { families: [family] });
    expect(skipped).toEqual(fields.map((field) => `column-missing field:${field}`).toSorted());
  });

  it.each<readonly [Family, number]>([
    [{ curator: 'Лютикова', surveyDate: null }, 1],
    [{ contractNo: '7' }, 1],
    [{ curator: 'Лютикова', contractNo: '7', surveyDate: null }, 1],
    [{ note: 'а' }, 0],
  ])('is judged where any of them is there: %j', (family, looked) => {
    const { register, pack, asOf } = testRun({ families: [family] });
    const { ledger } = checkRegister(register, { pack, asOf });
    expect(ledger.find(({ rule }) => rule === 'cell/required')?.looked).toBe(looked);
  });
});
