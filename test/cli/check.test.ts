/** The command line as people and other programs call it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookProblemText } from '../../shared/text/workbook-texts.ts';
import { packageOf, textCell } from '../../addin/file/test-package.ts';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (words: readonly string[], isReaderGone = false) =>
  runScript('check.ts', words, { folder, isReaderGone });

const HEADINGS = [
  '№ дела',
  'Заявитель',
  'Категория семьи',
  'Куратор',
  'Уровень сопровождения',
  'Дата заявления',
  'Источник',
  'Номер договора',
  'Дата договора',
  'Дата программы',
  'Решение',
  'Дата решения',
];
const ROW = [
  '1',
  'Ёлкина Мария Петровна',
  'многодетная',
  'Ежова А. П.',
  'базовый',
  '02.03.2026',
  'заявление родителя',
  '5',
  '06.03.2026',
  '03.03.2026',
  'одобрено',
  '04.03.2026',
];

/** A register of two families; `change` replaces a cell of the second by heading. */
function register(name: string, change: Readonly<Record<string, string>> = {}): string {
  const second = ROW.map(
    (value, index) =>
      change[HEADINGS[index] ?? ''] ?? (index === 0 ? '2' : index === 1 ? 'Осина Вера Ильинична' : value),
  );
  const rows = [HEADINGS, ROW, second].map((cells, row) => {
    const xml = cells.map((value, column) => cellXml(`${'ABCDEFGHIJKL'[column] ?? ''}${row + 1}`, value));
    return `<row r="${row + 1}">${xml.join('')}</row>`;
  });
  const path = join(folder, name);
  writeFileSync(path, packageOf({ sheets: [{ name: 'Реестр', xml: `<sheetData>${rows.join('')}</sheetData>` }] }));
  return path;
}

function cellXml(address: string, value: string): string {
  const date = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(value);
  if (!date) return textCell(address, value);
  const serial = Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])) / 86_400_000 + 25_569;
  return `<c r="${address}" s="1"><v>${serial}</v></c>`;
}

const DAMAGED = workbookProblemText('damaged-file', 'ru');
const AS_OF = ['--as-of', '2026-04-01'];
const jsonLines = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('check', () => {
  it('prints one JSON object per file, and the worst status counts', async () => {
    const good = register('good.xlsx');
    const bad = register('bad.xlsx', { 'Категория семьи': 'кочевники' });
    const broken = join(folder, 'broken.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004');
    const { status, out, err } = await check([good, bad, broken, ...AS_OF, '--json']);
    const [first, second, third] = jsonLines(out);
    expect(status).toBe(2);
    expect(first).toMatchObject({
      file: good,
      asOf: '2026-04-01',
      pack: { id: 'hmao-2018' },
      tables: [
        {
          sheet: 'Реестр',
          kind: 'families',
          headerRows: [1],
          firstRow: 2,
          lastRow: 3,
          columns: { caseNo: 'A', curator: 'D' },
        },
      ],
      summary: { cases: 2, errors: 0 },
    });
    expect(second?.['findings']).toContainEqual(
      expect.objectContaining({
        rule: 'cell/code-unknown',
        severity: 'error',
        sheet: 'Реестр',
        cell: 'C3',
        value: 'кочевники',
      }),
    );
    expect(third).toEqual({ file: broken, error: { code: 'damaged-file', message: DAMAGED } });
    expect(err).toBe(`${broken}: ${DAMAGED}\n`);
  });

  it('says 0 for a register without errors and 1 for one with', async () => {
    expect(await check([register('a.xlsx'), ...AS_OF, '--json'])).toMatchObject({ status: 0, err: '' });
    expect(await check([register('b.xlsx', { 'Категория семьи': 'кочевники' }), ...AS_OF, '--json'])).toMatchObject({
      status: 1,
      err: '',
    });
  });

  it('prints a protocol for people otherwise', async () => {
    const { status, out } = await check([register('c.xlsx', { 'Категория семьи': 'кочевники' }), ...AS_OF]);
    expect(status).toBe(1);
    expect(out).toContain('На дату 01.04.2026. Нормы:');
    expect(out).toMatch(/Версия правил: \S+ Отпечаток содержания: [0-9a-f]{64}\./);
    expect(out).toContain('лист «Реестр», строка 3, графа «Категория семьи»: ');
    expect(out).toMatch(/Не проверено или проверено не полностью: \d+\n {2}\S/);
    expect(out).toMatch(/Нет столбца «СНИЛС»\..* Неверный СНИЛС/);
  });

  it('lets no cell, heading or name of a file steer the terminal, turn the writing or write lines of its own', async () => {
    const path = join(folder, 'a\u001b[2Kb.csv');
    const cells = [
      '1',
      'Ёлкина\u001b[2J',
      'кочевники\u202e\u001b[1A\u001b[2K\u009b2K',
      '"Ежова\r\n\nЗамечаний нет."',
      'осо\u2066бый',
    ];
    writeFileSync(path, `№ дела;Заявитель;Категория\u0007 семьи;Куратор;Уровень сопровождения\n${cells.join(';')}\n`);
    const { out, err } = await check([path, join(folder, 'нет\u001b[2K.xlsx'), ...AS_OF]);
    expect(out).toContain('кочевники');
    expect(out.split('\n')).not.toContain('Замечаний нет.');
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('names the label of a card where a finding stands', async () => {
    const path = join(folder, 'карта.csv');
    const labels = ['Ф.И.О. заявителя:;Белова Анна Петровна', 'Категория семьи:;СОП', 'Уровень сопровождения:;особый'];
    writeFileSync(path, ['Карта семьи', ...labels, 'Куратор семьи:;Осипова О.И.', ''].join('\n'));
    const { out } = await check([path, ...AS_OF]);
    expect(out).toContain('строка 4, графа «Уровень сопровождения»: Уровня «особый» нет в списке.');
  });

  it.each([
    [[], 'Не назван файл для проверки.'],
    [['нет-такого.xlsx'], 'нет-такого.xlsx: Такого файла нет.'],
    [['.'], '.: Это папка, а не файл.'],
  ])('answers %j with one sentence and status 2', async (words, sentence) => {
    const { status, out, err } = await check(words);
    expect({ status, out, lines: err.trimEnd().split('\n').length }).toEqual({ status: 2, out: '', lines: 1 });
    expect(err).toContain(sentence);
  });

  it('does not call a file clean in which it found no register', async () => {
    const path = join(folder, 'письмо.csv');
    writeFileSync(path, 'Уважаемые коллеги;направляем\nсписок;позже\n');
    const { status, out, err } = await check([path, ...AS_OF, '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ file: path, error: { code: 'no-table' } });
    expect(err).toContain('Таблица реестра не найдена (листы: «письмо»)');
  });

  it('does not mind when nobody reads on', async () => {
    expect(await check([register('d.xlsx'), ...AS_OF, '--json'], true)).toEqual({ status: 0, out: '', err: '' });
  });
});
