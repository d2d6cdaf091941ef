/** «Отчёт»: what is written is read back by our own reader, and the rules on report forms find it in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Register } from '../domain/register.ts';
import { packById } from '../packs/packs.ts';
import { readWorkbook } from '../reading/read-workbook.ts';
import { checkRegister } from '../rules/check-register.ts';
import { consolidatedTable } from './consolidated.ts';
import { formColumns, formFaults, formPeriod, formRow, reportFormSheet, type ReportFormInput } from './report-form.ts';
import { reportPeriod } from './report-period.ts';
import { AS_OF, factsOf, LEVELS, randomCase, type RandomCase } from './test-cases.ts';
import { cellsOfReport } from './test-sheet.ts';

const pack = packById('training');
const period = reportPeriod('2026-Q2');
const TEXTS = {
  sheet: 'Отчёт',
  lead: 'Составлен по реестру.',
  balance: 'Баланс сходится.',
  signs: ['Исполнитель ____'],
};

const TITLES: Readonly<Record<string, string>> = {
  north: 'Северный район',
  south: 'Южный район',
  west: 'Западный район',
};

function inputOf(cases: readonly RandomCase[], byDistrict = true): ReportFormInput {
  if (!pack || !period) throw new Error('pack and period exist');
  const wish = { cut: 'district', period, levels: LEVELS, groups: byDistrict ? Object.keys(TITLES) : [] } as const;
  const { rows, total } = consolidatedTable(cases.map(factsOf), wish);
  return {
    rows: byDistrict ? rows.map((row) => formRow(TITLES[row.group ?? ''] ?? '', row)) : [],
    total: formRow('Всего', total),
    pack,
    period: 'за 2 квартал 2026 года',
    place: 'Пробная область',
  };
}

function read(input: ReportFormInput) {
  if (!pack) throw new Error('the pack exists');
  const { register } = readWorkbook([cellsOfReport(reportFormSheet(input, TEXTS))], { pack, asOf: AS_OF });
  return register;
}

const reportFindings = (register: Register) =>
  checkRegister(register, { pack: pack ?? fail(), asOf: AS_OF }).findings.filter(({ rule }) =>
    rule.startsWith('report/'),
  );
const fail = (): never => {
  throw new Error('the pack exists');
};

describe('the report form', () => {
  it('is read back whole: period, districts, units, levels and every figure', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { maxLength: 30 }), (cases) => {
        const input = inputOf(cases);
        const [form] = read(input).reports;
        expect(form?.period).toEqual(period && { from: period.from, to: period.to });
        const wanted = [...input.rows, { ...input.total, name: null }].map(({ name, figures }) => [
          name,
          figures.start,
          figures.in,
          figures.out,
          figures.positive,
          figures.end,
          figures.startChildren,
          figures.inChildren,
          figures.outChildren,
          figures.endChildren,
        ]);
        const found = Map.groupBy(form?.figures ?? [], ({ cell }) => cell.row);
        const lines = [...found.values()].map((its) => {
          const of = (meaning: string, unit: string) =>
            its.find((one) => one.meaning === meaning && one.unit === unit)?.value ?? null;
          return [
            its[0]?.district,
            ...['start', 'in', 'out', 'positive', 'end'].map((meaning) => of(meaning, 'families')),
            ...['start', 'in', 'out', 'end'].map((meaning) => of(meaning, 'children')),
          ];
        });
        expect(lines).toEqual(wanted);
        const levels = new Set(form?.figures.map(({ level }) => level).filter((level) => level !== undefined));
        expect([...levels]).toEqual(LEVELS);
      }),
      { numRuns: 40 },
    );
  });

  it('passes the rules on report forms where it balances, and is found out where it does not', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { maxLength: 30 }), (cases) => {
        const input = inputOf(cases);
        const findings = reportFindings(read(input));
        const faulty = findings.filter(({ params }) => params['expected'] !== undefined).map(({ cell }) => cell.row);
        const names = [...input.rows.map(({ name }) => name), 'Всего'];
        const found = names.filter((_, index) => faulty.includes(5 + index));
        expect(found).toEqual(expect.arrayContaining([...formFaults(input)]));
        expect(findings.filter(({ rule }) => rule !== 'report/balance')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a silent district empty, says what the figures are without, and passes the rules with that', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { maxLength: 30 }), (cases) => {
        const input = inputOf(cases.filter(({ district }) => district !== 'west'));
        const rows = input.rows.map((row) => ({ ...row, isSilent: row.name === TITLES['west'] }));
        const notes = ['Нет данных: Западный район. Отсюда ещё ничего не отправляли.'];
        const sheet = reportFormSheet({ ...input, rows }, { ...TEXTS, notes });
        const line = sheet.rows.find(([first]) => first?.value === TITLES['west']);
        expect(line?.slice(1).map(({ value }) => value)).toEqual(line?.slice(1).map(() => ''));
        expect(sheet.rows.flatMap((row) => row.map(({ value }) => value))).toEqual(expect.arrayContaining(notes));
        const total = sheet.rows.find(([first]) => first?.value === 'Всего');
        const whole = reportFormSheet(input, TEXTS).rows.find(([first]) => first?.value === 'Всего');
        expect(total).toEqual(whole);
        const { register } = readWorkbook([cellsOfReport(sheet)], { pack: pack ?? fail(), asOf: AS_OF });
        expect(register.reports.length).toBe(1);
        expect(reportFindings(register).filter(({ rule }) => rule !== 'report/balance')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('has a column for unknown levels only where there are some, and leaves hidden numbers empty', () => {
    const none = inputOf([]);
    expect(formColumns(none).map(({ heading }) => heading)).not.toContain('Уровень не указан, семей');
    const odd = { ...none, total: { ...none.total, levels: [{ level: null, cases: 2 }] } };
    expect(formColumns(odd).map(({ heading }) => heading)).toContain('Уровень не указан, семей');
    const hidden = { ...none.total, figures: { ...none.total.figures, end: null } };
    const sheet = reportFormSheet({ ...none, total: hidden }, TEXTS);
    const line = sheet.rows.find(([first]) => first?.value === 'Всего');
    expect(line?.some(({ value }) => value === '')).toBe(true);
    expect(formFaults({ rows: [], total: hidden })).toEqual([]);
  });

  it.each(['2026-Q1', '2026-Q4', '2026-01', '2026-05', '2026-12'])('says the period %s so that it is read', (key) => {
    const [form] = read({ ...inputOf([]), period: formPeriod(key) }).reports;
    const { from, to } = reportPeriod(key) ?? fail();
    expect(form?.period).toEqual({ from, to });
  });

  it('names the rows that do not balance', () => {
    const { rows, total } = inputOf([]);
    const bad = { ...total, name: 'Лесной район', figures: { ...total.figures, start: 3, in: 1, out: 1, end: 2 } };
    expect(formFaults({ rows: [...rows, bad], total })).toEqual(['Лесной район']);
  });
});
