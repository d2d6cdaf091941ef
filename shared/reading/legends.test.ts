/** Codes of a legend: numbers in cells, and what they stand for in the heading, in a note, or on a sheet of lists. */
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { startReading } from './live-reading.ts';
import { findingsIn } from './testing-findings.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { fieldOf, skippedOf, tablesOf } from './testing-view.ts';

const NAMES = ['Белова Анна Петровна', 'Громова Инна Ильинична', 'Носова Зоя Олеговна', 'Ершова Вера Павловна'];
const lines = (level: readonly CellValue[], category: readonly CellValue[]): readonly (readonly CellValue[])[] =>
  NAMES.map((name, at) => [
    at + 1,
    `${at + 1}/26`,
    name,
    category[at] ?? null,
    level[at] ?? null,
    'Осипова О.И.',
    date('2026-02-02'),
  ]);
const head = (level: string, category: string): readonly CellValue[] => [
  '№ п/п',
  '№ дела',
  'ФИО заявителя',
  category,
  level,
  'Куратор',
  'Дата договора',
];
const LEVELS = '1 – экстренный; 2 – кризисный; 3 – базовый; 4 – адаптационный';
const CATEGORIES = '1 – многодетная, 2 – неполная, 3 – ОВЗ до 3 лет, 4 – СОП';
const COLUMNS = 'A seq, B caseNo, C applicant, D categories, E level, F curator, G contractDate';
const body = lines([1, 2, 3, 4], [1, '2', '1, 4', '3;4']);

describe('a column of codes is read by its legend', () => {
  const plain = head('Уровень', 'Категория семьи');
  it.each<[string, readonly SheetCells[]]>([
    ['in the headings', [sheet([head(`Уровень (${LEVELS})`, `Категория семьи (${CATEGORIES})`), ...body])]],
    ['in a note above', [sheet([['Реестр семей'], [`Уровень: ${LEVELS}. Категория: ${CATEGORIES}.`], plain, ...body])]],
    ['in two notes below', [sheet([plain, ...body, [], ['Примечание:'], [`Категории: ${CATEGORIES}`], [LEVELS]])]],
    [
      'line by line below',
      [
        sheet([
          plain,
          ...body,
          [],
          ['Категории:'],
          ...CATEGORIES.split(', ').map((line) => [line]),
          ['Уровни:'],
          ...LEVELS.split('; ').map((line) => [line]),
        ]),
      ],
    ],
    [
      'as a list beside the table',
      [
        sheet([
          [...plain, null, 'Код', 'Категория', null, 'Код', 'Уровень'],
          ...body.map((cells, at) => [
            ...cells,
            null,
            at + 1,
            CATEGORIES.split(', ')[at]?.slice(4) ?? null,
            null,
            at + 1,
            LEVELS.split('; ')[at]?.slice(4) ?? null,
          ]),
        ]),
      ],
    ],
    [
      'on a sheet of lists',
      [
        sheet([plain, ...body], { name: 'Реестр' }),
        sheet(
          [
            ['Код', 'Категория семьи', null, 'Код', 'Уровень', null, 'Код', 'Причина снятия'],
            ...[0, 1, 2, 3].map((at): readonly CellValue[] => [
              at + 1,
              CATEGORIES.split(', ')[at]?.slice(4) ?? null,
              null,
              at + 1,
              LEVELS.split('; ')[at]?.slice(4) ?? null,
              null,
              ...(at < 2 ? [at + 1, ['заявление родителей', 'положительная динамика'][at] ?? null] : []),
            ]),
          ],
          { name: 'Справочник' },
        ),
      ],
    ],
  ])('%s', (_, sheets) => {
    const reading = read(sheets);
    expect(tablesOf(reading).map((one) => one.replace(/^families \d+-\d+: /u, ''))).toEqual([COLUMNS]);
    expect(fieldOf(reading, 'level')).toEqual(['URGENT', 'CRISIS', 'BASE', 'ADAPT']);
    expect(fieldOf(reading, 'categories')).toEqual([['CAT04'], ['CAT07'], ['CAT04', 'CAT08'], ['CAT03', 'CAT08']]);
    expect(findingsIn(...sheets)).toEqual([]);
    expect(reading.account.understandings).toContainEqual({ field: 'level', text: '1', as: 'URGENT', times: 1 });
  });

  it('of letters, beside the words', () => {
    const reading = read([
      sheet([
        ['(1) МД – многодетная; НП – неполная'],
        head('Уровень (А – адаптационный, Б – базовый, КР – кризисный)', 'Категория'),
        ...lines(['А', 'Б', 'КР', 'базовый'], ['МД', 'НП, МД', 'СОП', 'многодетная']),
      ]),
    ]);
    expect(fieldOf(reading, 'level')).toEqual(['ADAPT', 'BASE', 'CRISIS', 'BASE']);
    expect(fieldOf(reading, 'categories')).toEqual([['CAT04'], ['CAT07', 'CAT04'], ['CAT08'], ['CAT04']]);
  });

  it('where the cell holds the code with its wording', () => {
    const reading = read([sheet([plain, ...lines(['3 – кризисный', '2-базовый'], ['4. СОП', '1 - многодетная'])])]);
    expect(fieldOf(reading, 'level').slice(0, 2)).toEqual(['CRISIS', 'BASE']);
    expect(fieldOf(reading, 'categories').slice(0, 2)).toEqual([['CAT08'], ['CAT04']]);
  });

  it('and what the legend does not say is unknown, whatever the pack says', () => {
    const one = sheet([
      head('Уровень (1 – базовый, 2 – кризисный, 3 – особый)', `Категория (${CATEGORIES})`),
      ...lines([4, 1, 3, 2], [1, 9, '2, 7', 4]),
    ]);
    expect(findingsIn(one).toSorted()).toEqual([
      'cell/code-unknown D3',
      'cell/code-unknown D4',
      'level/unknown E2',
      'level/unknown E4',
    ]);
    expect(read([one]).register.families[2]?.values.level).toEqual({ code: null, text: '3 (особый)' });
  });

  it('also with the term and the transfers in one cell', () => {
    const one = sheet([
      head('Уровень, срок, дата перевода (1 – базовый, 2 – кризисный)', 'Категория'),
      ...lines(
        ['1, 12 мес.', '1, 12 мес. / 15.05.2026 – 2', '9, 10 мес.', 'базовый, 10 мес.'],
        ['СОП', 'СОП', 'СОП', 'СОП'],
      ),
    ]);
    expect(fieldOf(read([one]), 'level')).toEqual(['BASE', 'CRISIS', null, 'BASE']);
    expect(fieldOf(read([one]), 'termMonths')).toEqual([12, 12, 10, 10]);
    expect(fieldOf(read([one]), 'transfers')[1]).toEqual([['2026-05-15', 'CRISIS']]);
    expect(read([one]).register.families[2]?.values.level).toEqual({ code: null, text: 'код 9' });
    expect(findingsIn(one)).toEqual(['level/unknown E4']);
  });

  it('unless two notes explain a code otherwise', () => {
    const one = sheet([
      ['Категории: 1 – многодетная, 2 – неполная'],
      head('Уровень', 'Категория'),
      ...lines(['базовый', 'базовый'], [1, 2]),
      [],
      ['Категории: 1 – многодетная, 2 – СОП'],
    ]);
    expect(fieldOf(read([one]), 'categories').slice(0, 2)).toEqual([['CAT04'], [null]]);
  });
});

/** Beside a table, from its 39th line on. */
const LIST: Readonly<Record<number, readonly CellValue[]>> = { 38: [1, 'многодетная'], 39: [2, 'неполная'] };

describe('a legend', () => {
  it('gives no values to the table, and makes no records', () => {
    const one = sheet([
      ['Уровни:'],
      ['1 – базовый'],
      ['2 – кризисный'],
      head('Уровень', 'Категория'),
      ...lines([1, 2, 1, 2], ['СОП', 'СОП', 'СОП', 'СОП']),
      [],
      ['1', 'многодетная'],
      ['2', 'неполная'],
    ]);
    const reading = read([one]);
    expect(fieldOf(reading, 'level')).toEqual(['BASE', 'CRISIS', 'BASE', 'CRISIS']);
    expect(reading.register.tables[0]?.givenFields).toEqual([]);
    expect(skippedOf(reading)).toEqual(['10 footnote', '11 footnote']);
  });

  it('leaves numbers of children and lines of report forms alone', () => {
    const reading = read([
      sheet(
        [
          [...head('Уровень', 'Категория'), 'Число детей'],
          ...lines(['базовый', 'базовый'], ['СОП', 'СОП']).map((cells, at) => [...cells, at + 1]),
          [],
          [CATEGORIES],
        ],
        { name: 'Реестр' },
      ),
      sheet(
        [
          ['№ строки', 'Наименование показателя', 'Всего'],
          [1, 'многодетные семьи'],
          [2, 'неполные семьи'],
        ],
        {
          name: 'Отчёт',
        },
      ),
    ]);
    expect(fieldOf(reading, 'childrenCount')).toEqual([1, 2, 3, 4]);
    expect(fieldOf(reading, 'categories').slice(0, 2)).toEqual([['CAT08'], ['CAT08']]);
  });

  it('is read anew when it is edited, wherever it stands', () => {
    const list = sheet(
      [
        ['Код', 'Уровень'],
        [1, 'базовый'],
        [2, 'кризисный'],
      ],
      { name: 'Коды' },
    );
    const many = Array.from({ length: 100 }, (_, at) => lines([1], [at % 2 === 0 ? 1 : 2])[0] ?? []);
    const one = sheet([head('Уровень', 'Категория'), ...many, [], ['1 – многодетная; 2 – неполная']], {
      name: 'Реестр',
    });
    const edit = (name: string, row: number, cells: readonly CellValue[]) =>
      startReading([one, list], { pack: TESTING_PACK, asOf: AS_OF }).edit([{ sheet: name, row: { row, cells } }]);
    expect(edit('Реестр', 103, ['1 – многодетная; 2 – СОП'])).toBeNull();
    expect(edit('Коды', 2, [1, 'экстренный'])).toBeNull();
    const beside = sheet([
      head('Уровень', 'Категория'),
      ...many.map((cells, at) => [...cells, null, ...(LIST[at] ?? [])]),
    ]);
    const live = startReading([beside], { pack: TESTING_PACK, asOf: AS_OF });
    expect(fieldOf(live.reading(), 'categories')[0]).toEqual(['CAT04']);
    expect(live.edit([{ sheet: 'Лист1', row: { row: 40, cells: [...(many[38] ?? []), null, 1, 'СОП'] } }])).toBeNull();
    const changed = edit('Реестр', 50, [1, '1/26', NAMES[0] ?? '', 2, 2, 'Осипова О.И.', date('2026-02-02')]);
    expect(changed?.map(({ after }) => after?.kind)).toEqual(['families']);
  });
});
