/** The records behind a number of a dropped workbook add up to the number. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../../shared/domain/day.ts';
import { packById } from '../../../shared/packs/packs.ts';
import { CASE_FIGURES, type CaseFigure } from '../../../shared/sync/region-wire.ts';
import { packageOf, textRows } from '../../file/test-package.ts';
import { fileCases } from './file-cases.ts';
import { readFileRow } from './read-file-row.ts';

const HEADINGS = [
  '№ дела',
  'ФИО заявителя',
  'Куратор',
  'Уровень сопровождения',
  'Дата начала',
  'Дата снятия',
  'Число детей',
];
const CURATORS = ['Ежова И. П.', 'Лисина О. А.'];

/** Sixteen urgent families for two curators, one closed before it began, and a journal from July on. */
function workbook(): Uint8Array {
  const families = Array.from({ length: 16 }, (_, n) => [
    `${n + 1}/26`,
    `${['Заречнова', 'Камышова', 'Лугова'][n % 3] ?? ''} ${'АБВГДЕЖЗИКЛМНОПР'.charAt(n)}. П.`,
    CURATORS[n % 2] ?? '',
    n === 5 ? 'кризисный' : 'экстренный',
    '04.05.2026',
    n === 3 ? '01.04.2026' : n === 4 ? '10.08.2026' : '',
    String(n % 4),
  ]);
  const visits = ['06.07.2026', '09.07.2026', '13.07.2026'].map((day) => [day, '1/26', 'Заречнова А. П.']);
  return packageOf({
    sheets: [
      { name: 'Реестр', xml: textRows([HEADINGS, ...families]) },
      { name: 'Журнал', xml: textRows([['Дата посещения', '№ дела', 'ФИО заявителя'], ...visits]) },
    ],
  });
}

async function read() {
  const pack = packById('training');
  const [from, to, asOf] = ['2026-07-01', '2026-09-30', '2026-10-31'].map((iso) => dayOfIso(iso) ?? Number.NaN);
  if (!pack || from === undefined || to === undefined || asOf === undefined) throw new Error('pack and days exist');
  const period = { from: '2026-07-01', to: '2026-09-30' };
  const reading = await readFileRow({ name: 'книга.xlsx', bytes: workbook(), pack, period, asOf: '2026-10-31' });
  if (reading === null) throw new Error('the workbook has families');
  return { reading, wish: { span: { from, to }, asOf, pack } };
}

describe('the records of a dropped workbook', () => {
  it.each(CASE_FIGURES.filter((figure) => !['specialists', 'overNorm', 'errors'].includes(figure)))(
    'add up to «%s»',
    async (figure) => {
      const { reading, wish } = await read();
      const { cases } = fileCases(reading, { ...wish, figure });
      const { figures, norms } = reading.row;
      const value = { ...figures, ...norms }[figure as keyof typeof figures];
      expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(value);
    },
  );

  it('name the curators, those beyond their norm, and every error by its rule', async () => {
    const { reading, wish } = await read();
    const curatorsOf = (figure: CaseFigure) =>
      new Set(fileCases(reading, { ...wish, figure }).cases.map(({ curator }) => curator)).size;
    expect([curatorsOf('specialists'), reading.row.specialists]).toEqual([2, 2]);
    expect([curatorsOf('overNorm'), reading.row.overNorm]).toEqual([1, 1]);
    const { cases } = fileCases(reading, { ...wish, figure: 'errors' });
    expect(reading.row.errors).toBeGreaterThan(0);
    expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(reading.row.errors);
    expect(cases.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  it('are narrowed to a level, and named by their place in the workbook', async () => {
    const { reading, wish } = await read();
    const { cases } = fileCases(reading, { ...wish, figure: 'end', level: 'CRISIS' });
    expect(cases.map(({ row }) => row)).toEqual(['Реестр!7']);
    expect(fileCases(reading, { ...wish, figure: 'end', level: null }).total).toBe(0);
  });
});
