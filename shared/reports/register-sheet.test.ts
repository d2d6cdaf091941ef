/** The consolidated register: what is written is a register that our own reader reads whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../domain/day.ts';
import { packById } from '../packs/packs.ts';
import { readWorkbook } from '../reading/read-workbook.ts';
import { checkRegister } from '../rules/check-register.ts';
import { registerRecord, type RegisterRecord } from './register-records.ts';
import { filledFields, registerSheet } from './register-sheet.ts';
import { AS_OF, randomCase, type RandomCase } from './test-cases.ts';
import { cellsOfReport } from './test-sheet.ts';

const TEXTS = {
  name: 'Сводный реестр',
  title: 'Сводный реестр: Пробная область',
  lead: 'На 31.07.2026.',
};
const pack = packById('training');
if (pack === undefined) throw new Error('the pack exists');

const recordOf = ({ row, district }: RandomCase, index: number): RegisterRecord =>
  registerRecord(
    {
      ...row,
      values: {
        caseNo: `${index % 7}/26`,
        applicant: `kp1_${'x'.repeat(14)}${String(index).padStart(8, '0')}`,
        ...row.values,
      },
    },
    {
      id: String(index),
      district: `Район ${district}`,
      source: `отправка № ${index}`,
      isFromFile: false,
      asOf: AS_OF,
      pack,
    },
  );

function readBack(records: readonly RegisterRecord[]) {
  const sheet = registerSheet(records, TEXTS);
  return { sheet, register: readWorkbook([cellsOfReport(sheet)], { pack: pack ?? fail(), asOf: AS_OF }).register };
}
const fail = (): never => {
  throw new Error('the pack exists');
};

describe('the consolidated register', () => {
  it('is read back family by family, each column as its field, and no rule on tables finds anything', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { minLength: 5, maxLength: 40 }), (cases) => {
        const records = cases.map(recordOf);
        const { sheet, register } = readBack(records);
        expect(register.tables.map(({ kind, headerRows }) => [kind, headerRows])).toEqual([['families', [4]]]);
        expect(register.families.length).toBe(records.length);
        const fields = register.tables[0]?.columns.map(({ field }) => field);
        expect(fields).toEqual(expect.arrayContaining(['seq', 'district', ...filledFields(records)]));
        const { findings } = checkRegister(register, { pack, asOf: AS_OF });
        // A column that no district fills is rightly said to be missing.
        const ofTable = findings.filter(({ rule }) => rule.startsWith('table/') && rule !== 'table/column-missing');
        expect(ofTable).toEqual([]);
        const missing = findings.flatMap(({ rule, field }) => (rule === 'table/column-missing' ? [field] : []));
        expect(missing.filter((field) => filledFields(records).some((one) => one === field))).toEqual([]);
        expect(sheet.tables?.[0]?.area.bottom).toBe(4 + records.length);
        for (const [index, row] of register.families.entries()) {
          const one = cases[index]?.row.values;
          expect(row.values.level?.code ?? null).toEqual(one?.level?.code ?? null);
          expect([row.values.startDate ?? null, row.values.closedOn ?? null]).toEqual([one?.startDate, one?.closedOn]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells apart case numbers that several districts use', () => {
    const records = [inDistrict('Лесной', 1), inDistrict('Речной', 8), inDistrict('Лесной', 2)];
    const numbers = readBack(records).register.families.map(({ values }) => values.caseNo);
    expect(numbers).toEqual(['1/26 · Лесной', '1/26 · Речной', '2/26']);
  });

  it.each([
    [{}, 'open'],
    [{ closedOn: AS_OF }, 'closed'],
    [{ closedOn: AS_OF + 1 }, 'open'],
    [{ startDate: null }, 'awaited'],
    [{ decision: { code: 'REFUSED', text: 'отказ' } }, 'refused'],
  ] as const)('says of %o that it is %s', (values, state) => {
    const row = { ...plain.row, values: { ...plain.row.values, ...values } };
    expect(recordOf({ ...plain, row }, 0).state).toBe(state);
  });

  it('shows pseudonyms shortened, and opened texts in their place', () => {
    const closed = recordOf(plain, 3);
    expect(closed.values.applicant).toMatch(/^№ x{8}$/);
    const place = { id: '1', district: '', source: '', isFromFile: false, asOf: AS_OF, pack };
    const opened = registerRecord(plain.row, {
      ...place,
      opened: { applicant: 'Берёзова Анна', curator: 'Соснов П. И.' },
    });
    expect([opened.values.applicant, opened.curator]).toEqual(['Берёзова Анна', 'Соснов П. И.']);
  });
});

const inDistrict = (name: string, index: number): RegisterRecord => ({ ...recordOf(plain, index), district: name });

const start = dayOf(2026, 3, 2) ?? 0;
const [sample] = fc.sample(randomCase, { numRuns: 1, seed: 7 });
if (sample === undefined) throw new Error('there is a sample');
const plain: RandomCase = {
  ...sample,
  row: {
    ...sample.row,
    values: {
      startDate: start,
      closedOn: null,
      curator: 'kp1_cccccccccccccccccccccc',
      level: { code: 'BASE', text: '' },
    },
  },
};
