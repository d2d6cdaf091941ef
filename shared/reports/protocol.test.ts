import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../domain/day.ts';
import type { CheckResult, Finding } from '../domain/finding.ts';
import { isOwnReport } from '../domain/report-sheet.ts';
import { packById } from '../packs/packs.ts';
import type { ProtocolInput } from './protocol.ts';
import { printedText, protocolFacts, protocolSheet } from './protocol.ts';
import { reportClipboard, reportCsv } from './report-csv.ts';

/** As the workbook keeps it: this one has no end. */
const EXPLANATION = { identity: 'a', reason: 'уточняется', author: 'Петрова', since: '2026-10-30', until: null };

const FINDING: Finding = {
  rule: 'cell/date-invalid',
  severity: 'error',
  cell: { sheet: 'Реестр 1', row: 14, column: 5 },
  field: 'appliedOn',
  value: '31.02.2026',
  params: { of: 'cell', value: '31.02.2026', field: 'Дата заявления' },
  fix: null,
  related: [],
  subject: 'Иванова М. П.',
  curator: null,
  identity: 'a',
};
const RESULT: CheckResult = {
  asOf: dayOfIso('2026-10-31') ?? 0,
  pack: { id: 'training', version: '1.0.0' },
  engine: '0.1.0',
  findings: [FINDING],
  ledger: [
    { rule: 'cell/date-invalid', looked: 20, findings: 1, skipped: [] },
    {
      rule: 'visits/below-norm',
      looked: 0,
      findings: 0,
      skipped: [{ rule: 'visits/below-norm', reason: 'norm-null', detail: 'level:CRISIS', rows: 4 }],
    },
  ],
  summary: { cases: 20, visits: 5, errors: 1, warnings: 0, notes: 0 },
};
const training = packById('training');
if (!training) throw new Error('no training pack');
const INPUT: ProtocolInput = {
  file: 'реестр.xlsx',
  result: RESULT,
  pack: training,
  hash: 'ab'.repeat(32),
  checkedAt: '31.10.2026, 14:05',
  explanations: new Map([['a', EXPLANATION]]),
  leftOut: ['Старый'],
};
const lines = (input: ProtocolInput): readonly string[] =>
  protocolSheet(input, 'ru').rows.map((row) => row.map(({ value }) => value).join(' | '));

describe('the protocol', () => {
  it('names all that is needed to repeat the run', () => {
    const facts = Object.fromEntries(protocolFacts(INPUT, 'ru'));
    expect(facts).toMatchObject({
      Файл: 'реестр.xlsx',
      'На дату': '31.10.2026',
      Нормы: 'Учебный набор (training, редакция 1.0.0)',
      'Версия правил': '0.1.0',
      'Отпечаток содержания (SHA-256)': 'ab'.repeat(32),
      'Не прочитаны листы': 'Старый',
      'Из них пояснено': '1',
    });
  });

  it('has a line for every rule, with what was not judged and why, and says that norms are invented', () => {
    const text = lines(INPUT);
    expect(text.some((line) => line.includes('нормы в нём придуманы'))).toBe(true);
    expect(text.find((line) => line.endsWith('|  | 20 | 1'))).toBeDefined();
    expect(text.find((line) => line.endsWith('| 0 | 0') && line.includes('кризисный'))).toBeDefined();
  });

  it('leads from every finding to its cell, and gives its explanation', () => {
    const row = protocolSheet(INPUT, 'ru').rows.find((cells) => cells.some(({ link }) => link !== undefined));
    expect(row?.[3]).toEqual({ value: 'Реестр 1!F14', link: FINDING.cell });
    expect(row?.[4]?.value).toBe('уточняется (Петрова, 30.10.2026)');
  });

  it('is known again as the add-in’s own sheet', () => {
    const rows = protocolSheet(INPUT, 'ru').rows.map((cells, index) => ({
      row: index + 1,
      cells: cells.map(({ value }) => value),
    }));
    expect(isOwnReport({ rows })).toBe(true);
    expect(isOwnReport({ rows: rows.slice(2) })).toBe(false);
  });

  it('says of paper how many findings the sheet and the file have, which is not always all', () => {
    expect(printedText(3000, 5000, 'ru')).toMatch(/первые 3\s000 замечаний из 5\s000\..* их 5\s000\.$/);
    expect(printedText(3000, 61_000, 'ru')).toMatch(/из 61\s000\..* их 20\s000\.$/);
    expect(printedText(3000, 61_000, 'en')).toContain('have 20,000 of them');
  });

  it('says how many findings it leaves out', () => {
    const findings = Array.from({ length: 20_007 }, () => FINDING);
    expect(lines({ ...INPUT, result: { ...RESULT, findings } }).at(-1)).toContain('7');
  });
});

const sheet = (value: string) => ({ name: 'x', widths: [], rows: [[{ value }, { value: 5 }]] });

describe('a report as text', () => {
  it.each([
    ['=1+1', "'=1+1;5"],
    ['+7 912', "'+7 912;5"],
    ['-5', "'-5;5"],
    ['@SUM(A1)', "'@SUM(A1);5"],
    ['\tx', "'\tx;5"],
    ['\0x', "'\0x;5"],
    ['  =1', "'  =1;5"],
    ['a"b', '"a""b";5'],
    ['a;b', '"a;b";5'],
    ['a\r\nb', '"a\r\nb";5'],
    ['обычный', 'обычный;5'],
  ])('writes %j as a text and nothing else', (value, line) => {
    expect(reportCsv(sheet(value))).toBe(`\uFEFF${line}\r\n`);
  });

  it('never lets a cell begin as a formula, and keeps each row one line on the clipboard', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(reportClipboard(sheet(value))).not.toMatch(/^\s*[=+\-@]|\n/);
      }),
    );
  });
});
