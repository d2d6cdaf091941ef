/** Following edits gives what a full reading gives, and so do the rules; what no edit concerns stays the same object. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../domain/register.ts';
import type { CellValue, SheetCells, SheetRow } from '../domain/sheet-cells.ts';
import { checkRegister, startChecker } from '../rules/check-register.ts';
import { startReading } from './live-reading.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Reading } from './reading.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { madeSheets } from './testing-register.ts';
import { AS_OF, date, sheet } from './testing-sheet.ts';

const OPTIONS = { pack: TESTING_PACK, asOf: AS_OF };

const FAMILIES = sheet(
  [
    ['РЕЕСТР СЕМЕЙ'],
    ['№ п/п', 'Номер дела', 'ФИО заявителя', 'Категория', 'Уровень', 'Дата договора', 'Куратор'],
    ['Северный район'],
    ...Array.from({ length: 8 }, (_, at) => [
      at + 1,
      `${at + 1}/2025`,
      `Иванова А.${'БВГДЕЖЗИ'.charAt(at)}.`,
      'СОП',
      'базовый',
      date('2025-03-12'),
      'Осипова О.О.',
    ]),
    ['Итого', 8],
  ],
  { name: 'Реестр' },
);

const MERGED = sheet(
  [
    ['№', 'Номер дела', 'ФИО члена семьи', 'Родство', 'Дата рождения', 'Уровень', 'Дата договора'],
    [1, '1/2025', 'Белова Анна Петровна', 'мать', date('1988-02-03'), 'базовый', date('2025-02-03')],
    [null, null, 'Белов Иван Олегович', 'сын', date('2015-05-06'), null, null],
    [null, null, 'Белова Зоя Олеговна', 'дочь', date('2018-05-06'), null, null],
    [2, '2/2025', 'Ким Инна Петровна', 'мать', date('1990-02-03'), 'кризисный', date('2025-02-03')],
    [null, null, 'Ким Олег Иванович', 'сын', date('2013-05-06'), null, null],
    [3, '3/2025', 'Осипова Мария Ильинична', 'мать', date('1990-02-03'), 'баз.', date('2025-04-03')],
  ],
  { name: 'По строкам', merges: ['A2:A4', 'B2:B4', 'F2:F4', 'G2:G4', 'A5:A6', 'B5:B6', 'F5:F6', 'G5:G6'] },
);

const JOURNAL = sheet(
  [
    ['Номер дела', 'Дата посещения', 'Специалист', 'Результат'],
    ...Array.from({ length: 9 }, (_, at) => [
      at % 3 === 0 ? `${at + 1}/2025` : null,
      date(`2026-0${at + 1}-12`),
      'Осипова О.О.',
      'беседа',
    ]),
  ],
  { name: 'Журнал' },
);

const BESIDE = sheet(
  Array.from({ length: 7 }, (_, at): CellValue[] =>
    at === 0
      ? [
          'Номер дела',
          'ФИО заявителя',
          'Дата договора',
          'Уровень',
          null,
          null,
          'ФИО специалиста',
          'Ставка',
          'Должность',
        ]
      : [
          `${at}/2026`,
          'Ким А.П.',
          date('2026-02-03'),
          'базовый',
          null,
          null,
          `Белова А.${'АБВГДЕ'.charAt(at - 1)}.`,
          1,
          'психолог',
        ],
  ),
  { name: 'Рядом' },
);

interface Edit {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue | 'from-column';
}

const VALUES: readonly CellValue[] = [
  null,
  null,
  'Итого',
  'Северный район',
  'Куратор: Осипова О.О.',
  'Номер дела',
  'Дата договора',
  'базовый',
  'баз.',
  'усиленный',
  'СОП, многодетная',
  '31.02.2025',
  '12.03.2025',
  '7/2025',
  '  ',
  5,
  1,
  2026,
  date('2026-01-15'),
  date('2026-03-01'),
  { error: '#REF!' },
];

const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.nat(20),
  row: fc.nat(40),
  column: fc.nat(12),
  value: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.constant('from-column' as const) },
  ),
});

const SECTIONS = sheet(
  [
    ['Дата посещения', 'Специалист', 'Результат'],
    ...[1, 2, 3].flatMap((no) => [
      [`Семья: Иванова А.${'БВГ'.charAt(no - 1)}., дело № ${no}/2025`],
      [date(`2026-0${no}-12`), 'Осипова О.И.', 'беседа'],
      [date(`2026-0${no}-25`), 'Осипова О.И.', 'беседа'],
    ]),
  ],
  { name: 'Журнал по семьям' },
);

const PAGES = sheet(
  [1, 3].flatMap((first) => [
    ['№ п/п', 'Номер дела', 'ФИО заявителя', 'Уровень'],
    ...[first, first + 1].map((no) => [no, `${no}/2025`, `Иванова А.${'БВГД'.charAt(no - 1)}.`, 'базовый']),
    ['Дата договора', 'Дата постановки', 'Куратор', 'Примечание'],
    ...[first, first + 1].map(() => [date('2025-02-03'), date('2025-02-04'), 'Осипова О.И.', 'прим.']),
  ]),
  { name: 'Постранично' },
);

const DAYS = Array.from({ length: 10 }, (_, at) => at + 1);
const MATRIX = sheet(
  [
    ['Номер дела', 'ФИО заявителя', ...DAYS],
    ...[1, 2, 3].map((no) => [`${no}/2025`, 'Ким А.П.', ...DAYS.map((day) => ((day + no) % 4 === 0 ? '+' : null))]),
  ],
  { name: 'Январь 2026' },
);

const WORKBOOKS: readonly (readonly [string, fc.Arbitrary<readonly SheetCells[]>])[] = [
  ['a made register', madeSheets.map(({ cells }) => [cells])],
  ['a made register and a journal', madeSheets.map(({ cells }) => [cells, JOURNAL])],
  ['sections and a journal', fc.constant([FAMILIES, JOURNAL])],
  ['merged lines and two tables on a sheet', fc.constant([MERGED, BESIDE])],
  ['a journal in sections and a matrix', fc.constant([SECTIONS, MATRIX])],
  ['pages and a register', fc.constant([PAGES, FAMILIES])],
];

function edited(sheets: readonly SheetCells[], { sheet: which, row, column, value }: Edit) {
  const one = sheets[which % sheets.length];
  const old = one?.rows[row % one.rows.length];
  if (!one || !old) throw new Error('every sheet has rows');
  const width = Math.max(...one.rows.map(({ cells }) => cells.length));
  const at = column % width;
  const cells = Array.from({ length: Math.max(old.cells.length, at + 1) }, (_, place) => old.cells[place] ?? null);
  cells[at] = value === 'from-column' ? (one.rows[(row + 1) % one.rows.length]?.cells[at] ?? null) : value;
  const fresh: SheetRow = { ...old, cells };
  const now = sheets.map((each) =>
    each === one ? { ...one, rows: one.rows.map((other) => (other === old ? fresh : other)) } : each,
  );
  return { sheets: now, change: { sheet: one.name, row: fresh } };
}

const plain = ({ register, account }: Reading): unknown => ({ ...register, rawCell: null, account });

/** The matcher is slow on large values: it is given them only to show a difference. */
function expectSame(one: unknown, other: unknown): void {
  const shown = isDeepStrictEqual(one, other) ? [null, null] : [one, other];
  expect(shown[0]).toEqual(shown[1]);
}

const rowsOf = ({ register }: Reading): readonly RegisterRow[] => [
  ...register.families,
  ...register.members,
  ...register.visits,
  ...register.measures,
  ...register.specialists,
];

describe('a reading that follows edits', () => {
  it.each(WORKBOOKS)('equals a full reading after any edits, and gives the same findings: %s', (_, workbooks) => {
    fc.assert(
      fc.property(workbooks, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        let sheets: readonly SheetCells[] = start;
        let live = startReading(sheets, OPTIONS);
        let checker = startChecker(live.reading().register, OPTIONS);
        for (const one of edits) {
          const { sheets: now, change } = edited(sheets, one);
          const before = rowsOf(live.reading());
          sheets = now;
          const changes = live.edit([change]);
          if (changes === null) {
            live = startReading(sheets, OPTIONS);
            checker = startChecker(live.reading().register, OPTIONS);
            continue;
          }
          const full = readWorkbook(sheets, OPTIONS);
          expectSame(plain(live.reading()), plain(full));
          const exchanged = new Set(changes.map((each) => each.after));
          const kept = new Set(before);
          expect(rowsOf(live.reading()).every((row) => kept.has(row) !== exchanged.has(row))).toBe(true);
          expectSame(checker.update(live.reading().register, changes), checkRegister(full.register, OPTIONS));
        }
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['a date', 5, 5, date('2025-04-01')],
    ['a level in other words', 6, 4, 'баз.'],
    ['a name', 7, 2, 'Петрова М.И.'],
    ['an emptied cell', 8, 6, null],
    ['a case number that is there twice', 9, 1, '1/2025'],
  ])('reads one record again for %s', (_, row, column, value) => {
    const live = startReading([FAMILIES, JOURNAL], OPTIONS);
    const { change, sheets } = edited([FAMILIES, JOURNAL], { sheet: 0, row: row - 1, column, value });
    const changes = live.edit([change]);
    expect(changes?.map(({ before, after }) => [before?.row, after?.row])).toEqual([[row, row]]);
    expect(plain(live.reading())).toEqual(plain(readWorkbook(sheets, OPTIONS)));
    expect(live.reading().register.rawCell?.('Реестр', row, column)).toEqual(value);
  });

  it('takes several rows at once, also one that is edited twice', () => {
    const live = startReading([FAMILIES], OPTIONS);
    const first = edited([FAMILIES], { sheet: 0, row: 4, column: 4, value: 'кризисный' });
    const second = edited(first.sheets, { sheet: 0, row: 4, column: 3, value: 'СОП, многодетная' });
    const third = edited(second.sheets, { sheet: 0, row: 6, column: 4, value: 'баз.' });
    const before = live.reading().register.families;
    const changes = live.edit([first.change, second.change, third.change]);
    expect(changes?.map((each) => each.before)).toEqual([before[1], before[3]]);
    expect(plain(live.reading())).toEqual(plain(readWorkbook(third.sheets, OPTIONS)));
  });

  it.each([
    ['a heading', 2, 4, 'Уровень сопровождения'],
    ['a section', 3, 0, 'Южный район'],
    ['a title', 1, 0, 'РЕЕСТР'],
    ['the total', 12, 0, 'Осипова'],
    ['a row that becomes a total', 9, 0, 'Итого'],
    ['a row that is not there yet', 13, 0, 9],
  ])('asks for a full reading when the edit concerns %s', (_, number, column, value) => {
    const live = startReading([FAMILIES], OPTIONS);
    const old = FAMILIES.rows.find(({ row }) => row === number) ?? { row: number, cells: [] };
    const cells = number === 9 ? [value, 6] : Array.from({ length: 7 }, (_each, at) => old.cells[at] ?? null);
    cells[column] = value;
    expect(live.edit([{ sheet: 'Реестр', row: { ...old, cells } }])).toBeNull();
  });
});
