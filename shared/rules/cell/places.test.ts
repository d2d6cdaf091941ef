/** On which cells the rules of cells stand, and what they say there: lists over several cells, cells of several fields. */
import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../../domain/cell-address.ts';
import type { CellPlace, FamilyRow, TableColumn } from '../../domain/register.ts';
import type { RuleId } from '../../domain/rule-ids.ts';
import { checkRegister } from '../check-register.ts';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { RULES } from '../registry.ts';
import { testRun } from '../test-register.ts';

type Family = RowSketch<'families'>;
interface Changes {
  /** What the record says besides its values. */
  readonly row?: Partial<Pick<FamilyRow, 'entryCells' | 'datesAsText' | 'movedCells'>>;
  /** Columns of the table, instead of those that the fields would get. */
  readonly columns?: readonly Partial<TableColumn>[];
  readonly sketch?: RegisterSketch;
}

/** "error B2 {params} fix" of every finding of one rule over one family. */
function said(id: RuleId, family: Family, { row: more = {}, columns, sketch = {} }: Changes = {}): readonly string[] {
  const { register, pack, asOf } = testRun({ families: [family], ...sketch });
  const families = register.families.map((row) => {
    const table = { ...row.table, columns: row.table.columns.map((column, at) => ({ ...column, ...columns?.[at] })) };
    return { ...row, ...more, table };
  });
  const rules = RULES.filter((rule) => rule.id === id);
  return checkRegister({ ...register, families }, { pack, asOf, rules }).findings.map(
    ({ severity, cell, params, fix }) =>
      `${severity} ${sheetA1(cell)} ${JSON.stringify(params)}${fix ? ` ${fix.kind} ${fix.value} ${fix.display}` : ''}`,
  );
}

const place = (row: number, column: number): CellPlace => ({ row, column });
const VISITS = { visitDates: [place(2, 0), place(3, 0), place(3, 0)] };

describe('dates over several cells', () => {
  it.each<readonly [RuleId, Family, Changes, readonly string[]]>([
    [
      'cell/date-invalid',
      { visitDates: ['2026-01-10', 'вчера', 'июль'] },
      { row: { entryCells: VISITS } },
      ['error Реестр!A3 {"of":"list"}'],
    ],
    ['cell/date-invalid', { visitDates: ['вчера', 'июль'] }, {}, ['error Реестр!A2 {"of":"list"}']],
    [
      'cell/date-invalid',
      { visitDates: ['вчера', 'июль'], raw: { visitDates: { error: '#REF!' } } },
      { row: { entryCells: { visitDates: [place(2, 0), place(3, 0)] } } },
      ['error Реестр!A3 {"of":"list"}'],
    ],
    [
      'cell/date-invalid',
      { visitDates: ['вчера', 'июль', '2026-01-10'] },
      { row: { entryCells: VISITS } },
      ['error Реестр!A2 {"of":"list"}', 'error Реестр!A3 {"of":"list"}'],
    ],
    ['cell/date-invalid', { applicationDate: 'вчера' }, {}, ['error Реестр!A2 {"of":"event"}']],
    ['cell/date-invalid', { applicationDate: '1900-01-01' }, {}, ['error Реестр!A2 {"of":"event"}']],
    ['cell/date-invalid', { applicationDate: '1949-12-31' }, {}, ['error Реестр!A2 {"of":"event"}']],
    ['cell/date-invalid', { applicationDate: '1950-01-01' }, {}, []],
    ['cell/date-invalid', { applicantBirthDate: '1900-01-01' }, {}, []],
    ['cell/date-invalid', { applicantBirthDate: '1899-12-31' }, {}, ['error Реестр!A2 {"of":"event"}']],
    ['cell/date-invalid', { applicationDate: '2100-12-31' }, {}, []],
    ['cell/date-invalid', { applicationDate: '2101-01-01' }, {}, ['error Реестр!A2 {"of":"event"}']],
    ['cell/date-invalid', { transfers: [['вчера', 'BASE']] }, {}, ['error Реестр!A2 {"of":"list"}']],
    [
      'cell/date-invalid',
      { transfers: [['2026-01-10', 'неясно']], childrenCount: 'x', categories: 'x', visitDates: [] },
      {},
      [],
    ],
    [
      'cell/date-invalid',
      { children: [{ birth: '2015-03-01' }, { birth: 'летом' }, { birth: null }] },
      {},
      ['error Реестр!A2 {"of":"birth"}'],
    ],
    [
      'cell/date-invalid',
      { children: [{ birth: 'зимой' }, { birth: 'летом' }] },
      { row: { entryCells: { children: [place(2, 0), place(3, 0)] } } },
      ['error Реестр!A2 {"of":"birth"}', 'error Реестр!A3 {"of":"birth"}'],
    ],
    [
      'cell/date-invalid',
      { children: [{ birth: 'зимой' }, { birth: 'летом' }] },
      {
        row: { entryCells: { children: [place(2, 0), place(3, 0)], 'children.birthDate': [place(4, 1), place(5, 1)] } },
      },
      ['error Реестр!B4 {"of":"birth"}', 'error Реестр!B5 {"of":"birth"}'],
    ],
    ['cell/date-invalid', { children: null }, {}, []],
    [
      'cell/date-future',
      { visitDates: ['2026-11-01', '2026-10-31', '2027-01-10'] },
      { row: { entryCells: VISITS } },
      [
        'error Реестр!A2 {"date":"2026-11-01","asOf":"2026-10-31"}',
        'error Реестр!A3 {"date":"2027-01-10","asOf":"2026-10-31"}',
      ],
    ],
    [
      'cell/date-future',
      {
        transfers: [
          ['2026-10-31', 'BASE'],
          ['2026-11-01', 'BASE'],
        ],
      },
      {},
      ['error Реестр!A2 {"date":"2026-11-01","asOf":"2026-10-31"}'],
    ],
    [
      'cell/date-future',
      { nextReview: '2027-01-10', childrenCount: 99_999, visitsByMonth: { '2026-12': 99_999 } },
      {},
      [],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10', '2026-01-11', '2026-01-12'], raw: { visitDates: '10.01.2026' } },
      { row: { entryCells: VISITS, datesAsText: new Set(['visitDates[0]', 'visitDates[1]', 'visitDates[2]']) } },
      ['warning Реестр!A2 {"date":"2026-01-10"} date 2026-01-10 10.01.2026'],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10', '2026-01-11'], raw: { visitDates: '10.01.2026' } },
      { row: { entryCells: { visitDates: [place(3, 0), place(2, 0)] }, datesAsText: new Set(['visitDates[1]']) } },
      ['warning Реестр!A2 {"date":"2026-01-11"} date 2026-01-11 11.01.2026'],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10'], raw: { visitDates: '10.01.2026' } },
      { row: { entryCells: { visitDates: [place(2, 0)] }, datesAsText: new Set(['visitDates']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10'], note: 'а', raw: { visitDates: '10.01.2026' } },
      { row: { entryCells: { visitDates: [place(2, 1)] }, datesAsText: new Set(['visitDates[0]']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10'], raw: { visitDates: '10.01.2026' } },
      { row: { entryCells: { visitDates: [place(2, 0)] } } },
      [],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10'], raw: { visitDates: '10.01.2026' } },
      { row: { datesAsText: new Set(['visitDates']) } },
      ['warning Реестр!A2 {"date":"2026-01-10"} date 2026-01-10 10.01.2026'],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['2026-01-10', '2026-01-11'], raw: { visitDates: '10.01.2026' } },
      { row: { datesAsText: new Set(['visitDates']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { visitDates: ['вчера'], raw: { visitDates: 'вчера' } },
      { row: { datesAsText: new Set(['visitDates']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { applicationDate: '2026-01-10', note: 'а', raw: { applicationDate: 46_032 } },
      { row: { datesAsText: new Set(['applicationDate']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { applicationDate: '2026-01-10', note: '10.01.2026', raw: { applicationDate: '10.01.2026' } },
      {},
      ['warning Реестр!A2 {"date":"2026-01-10"} date 2026-01-10 10.01.2026'],
    ],
    [
      'cell/date-as-text',
      { applicationDate: '2026-01-10', raw: { applicationDate: '10.01.2026' } },
      { sketch: { isTextFile: true }, row: { datesAsText: new Set(['applicationDate']) } },
      [],
    ],
    [
      'cell/date-as-text',
      { applicationDate: '2026-01-10', surveyDate: '2026-01-11', raw: { applicationDate: '10.01.2026' } },
      {},
      ['warning Реестр!A2 {"date":"2026-01-10"} date 2026-01-10 10.01.2026'],
    ],
  ])('%s of %j with %j', (id, family, changes, expected) => {
    expect(said(id, family, changes)).toEqual(expected);
  });
});

describe('a field over several columns', () => {
  it.each<readonly [RuleId, Family, Partial<TableColumn>, number]>([
    ['cell/date-invalid', { applicationDate: 'вчера', surveyDate: null }, { field: 'applicationDate' }, 1],
    ['cell/date-invalid', { children: [{ birth: 'летом' }], note: null }, { field: 'children' }, 1],
    ['cell/date-future', { surveyDate: '2027-01-10', note: null }, { field: 'surveyDate' }, 1],
    ['cell/code-unknown', { source: 'слухи', note: null }, { field: 'source' }, 1],
    ['cell/phone', { phone: '1234', note: null }, { field: 'phone' }, 1],
    ['cell/snils', { snils: '1234', note: null }, { field: 'snils' }, 1],
  ])('%s says it once: %j', (id, family, second, count) => {
    expect(said(id, family, { columns: [{}, second] })).toHaveLength(count);
  });

  it.each<readonly [RuleId, Family]>([
    ['cell/untidy', { contractNo: '7  а', note: null }],
    ['cell/mixed-alphabet', { contractNo: 'Poмашка', note: null }],
    ['cell/formula-error', { contractNo: '?', raw: { contractNo: { error: '#REF!' } }, note: null }],
  ])('%s says it once of a cell that holds two fields: %j', (id, family) => {
    expect(said(id, family, { columns: [{}, { column: 0 }] })).toHaveLength(1);
  });
});

describe('codes over several cells', () => {
  const cells = { categories: [place(2, 0), place(3, 0), place(3, 0), place(3, 1)] };
  it.each<readonly [readonly string[], readonly string[]]>([
    [
      ['неполнаяя', 'CAT05', 'многодетнаяя', 'чудо'],
      [
        'error Реестр!A2 {"wordings":["неполнаяя"],"count":1,"known":"yes","suggestion":"неполная"}',
        'error Реестр!A3 {"wordings":["многодетнаяя"],"count":1,"known":"yes","suggestion":"многодетная"}',
        'error Реестр!B3 {"wordings":["чудо"],"count":1,"known":"no","suggestion":""}',
      ],
    ],
    [
      ['CAT05', 'чудо', 'диво', 'CAT05'],
      ['error Реестр!A3 {"wordings":["чудо","диво"],"count":2,"known":"no","suggestion":""}'],
    ],
    [['CAT05', 'CAT04', 'CAT05', 'CAT04'], []],
  ])('%j', (categories, expected) => {
    expect(said('cell/code-unknown', { categories }, { row: { entryCells: cells } })).toEqual(expected);
  });

  it.each<readonly [Family, readonly string[]]>([
    [{ source: 'сообщение школы' }, []],
    [{ source: null, form: 'групповое' }, []],
    [{ source: 'слухи' }, ['error Реестр!A2 {"wordings":["слухи"],"count":1,"known":"no","suggestion":""}']],
    [{ phone: 'слухи', applicant: 'слухи', childrenCount: 2 }, []],
  ])('of %j', (family, expected) => {
    expect(said('cell/code-unknown', family)).toEqual(expected);
  });
});
