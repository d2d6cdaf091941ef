/** Tables as offices lay them out: every layout that reading must see through. */
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, rowsOf, skippedOf, tablesOf } from './testing-view.ts';

const HEAD = ['№ п/п', '№ дела', 'ФИО заявителя', 'Категория семьи', 'Уровень', 'Куратор', 'Дата договора'];
const family = (no: number): readonly CellValue[] => [
  no,
  `${no}/25`,
  `Белова А.${no === 1 ? 'П' : 'И'}.`,
  'СОП',
  'базовый',
  'Осипова О.И.',
  date('2025-02-01'),
];
const rowNumbers = (sheets: readonly SheetCells[]): readonly number[] =>
  read(sheets).register.families.map(({ row }) => row);

describe('rows that are no records', () => {
  it('are sections, totals, number rows, repeated headings, blank rows and footnotes, each named', () => {
    const reading = read([
      sheet([
        ['№ п/п', '№ дела', 'ФИО заявителя', 'Категория семьи', 'Дата договора'],
        [1, 2, 3, 4, 5],
        ['Куратор: Белова А.П.'],
        ['Базовый уровень'],
        [1, '1/25', 'Осипова А.А.', 'СОП', date('2025-02-01')],
        [],
        ['Кризисный уровень'],
        [2, '2/25', 'Сидорова А.А.', 'СОП', date('2025-02-01')],
        ['Итого по куратору', null, 2],
        ['№ п/п', '№ дела', 'ФИО заявителя', 'Категория семьи', 'Дата договора'],
        [1, 2, 3, 4, 5],
        ['Куратор: Смирнова Е.Е.'],
        ['Адаптационный уровень'],
        [3, '3/25', 'Носова А.А.', 'ТЖС', date('2025-02-01')],
        [4],
        ['Всего семей', null, 3],
        ['* ТЖС – трудная жизненная ситуация'],
        ['Директор', null, 'Лукина О.О.'],
      ]),
    ]);
    expect(skippedOf(reading)).toEqual([
      '2 number-row',
      '3 section',
      '4 section',
      '7 section',
      '9 total',
      '10 repeated-heading',
      '11 number-row',
      '12 section',
      '13 section',
      '16 total',
      '17 footnote',
      '18 footnote',
    ]);
    expect(
      rowsOf(reading.register, 'families').map(([row, { applicant, level, curator }]) => [
        row,
        applicant,
        level,
        curator,
      ]),
    ).toEqual([
      [5, 'Осипова А.А.', 'BASE', 'Белова А.П.'],
      [8, 'Сидорова А.А.', 'CRISIS', 'Белова А.П.'],
      [14, 'Носова А.А.', 'ADAPT', 'Смирнова Е.Е.'],
    ]);
    expect(reading.register.families.map(({ given }) => [...(given ?? [])])).toEqual(
      Array.from({ length: 3 }, () => ['curator', 'level']),
    );
    expect(reading.register.tables[0]?.givenFields).toEqual(['level', 'curator']);
    expect(reading.register.tables[0]).toMatchObject({ firstRow: 3, lastRow: 14 });
  });

  it('a signature is no family, and a column of positions no signature', () => {
    const reading = read([
      sheet([
        HEAD,
        family(1),
        ['Специалист по социальной работе', null, 'Осипова О.И.'],
        ['Заведующая отделением', null, 'Лукина О.О.'],
      ]),
      sheet(
        [
          ['Должность', 'ФИО', 'Ставка'],
          ['заведующая', 'Лукина О.О.', 1],
          ['специалист по работе с семьей', 'Осипова О.И.', 0.5],
        ],
        { name: 'Кадры' },
      ),
    ]);
    expect(reading.register.families.map(({ row }) => row)).toEqual([2]);
    expect(reading.register.specialists.map(({ values }) => values.name)).toEqual(['Лукина О.О.', 'Осипова О.И.']);
  });

  it('a family whose name begins like a total is a family', () => {
    expect(
      rowNumbers([sheet([HEAD, family(1), [2, '2/25', 'Итогова Анна Павловна', 'СОП', 'базовый', 'Осипова О.И.']])]),
    ).toEqual([2, 3]);
  });

  it('a section of a journal names the specialist of its visits', () => {
    const visits = [
      ['№ дела', 'Дата выхода', 'Вид выхода', 'Результат'],
      ['Куратор: Смирнова Е.Е. (2 семьи)'],
      ['1/25', date('2026-01-05'), 'плановый', 'беседа'],
      ['2/25', '06.01.2026', 'плановый', null],
    ];
    const reading = read([sheet(visits, { name: 'Журнал выходов' })]);
    expect(reading.register.visits.map(({ values }) => values.specialist)).toEqual(['Смирнова Е.Е.', 'Смирнова Е.Е.']);
    expect(reading.register.tables[0]?.givenFields).toEqual(['specialist']);
  });

  it('a column beats a section that says the same', () => {
    const reading = read([sheet([HEAD, ['Кризисный уровень'], family(1)])]);
    expect(fieldOf(reading, 'level')).toEqual(['BASE']);
    expect(reading.register.tables[0]?.givenFields).toEqual([]);
  });
});

describe('where a table stands', () => {
  it('anywhere: at C9 under titles', () => {
    const reading = read([
      sheet([['РЕЕСТР СЕМЕЙ'], ['на 31.10.2026'], [], HEAD, family(1)], { at: 'C9', merges: ['C9:I9', 'C10:I10'] }),
    ]);
    expect(reading.register.tables[0]).toMatchObject({ headerRows: [12], firstRow: 13, lastRow: 13 });
    expect(tablesOf(reading)[0]).toContain('C seq, D caseNo, E applicant');
  });

  it('beside another, below another, each of its own kind', () => {
    const reading = read([
      sheet([
        ['Реестр'],
        [...HEAD, null, null, 'ФИО специалиста', 'Должность', 'Ставка'],
        [...family(1), null, null, 'Осипова О.И.', 'психолог', 1],
        [...family(2), null, null, 'Смирнова Е.Е.', 'психолог', '0,5'],
        family(3),
        [],
        ['Журнал выходов'],
        ['№ дела', 'Дата выхода', 'Специалист', 'Вид выхода'],
        ['1/25', date('2025-03-01'), 'Осипова О.И.', 'плановый'],
        ['2/25', '02.03.2025', 'Осипова О.И.', 'плановый'],
      ]),
    ]);
    expect(reading.register.tables.map(({ kind, firstRow, lastRow }) => [kind, firstRow, lastRow])).toEqual([
      ['families', 3, 5],
      ['specialists', 3, 4],
      ['visits', 9, 10],
    ]);
    expect(reading.register.specialists.map(({ values }) => values.rate)).toEqual([1, 0.5]);
    expect(rowsOf(reading.register, 'visits')[1]).toEqual([
      10,
      { caseNo: '2/25', date: '2025-03-02', specialist: 'Осипова О.И.', kind: 'плановый' },
    ]);
  });

  it('beside another, beginning lower', () => {
    const reading = read([
      sheet([
        HEAD,
        family(1),
        [...family(2), null, 'ФИО', 'Должность', 'Ставка'],
        [...family(3), null, 'Осипова О.И.', 'психолог', 1],
      ]),
    ]);
    expect(reading.register.families.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(rowsOf(reading.register, 'specialists')).toEqual([
      [4, { name: 'Осипова О.И.', position: 'психолог', rate: 1 }],
    ]);
  });

  it('over several sheets of one kind, in the order of the workbook', () => {
    const head = ['№', '№ дела', 'Заявитель', 'Категория', 'Дата начала'];
    const line = [1, '1/25', 'Белова А.П.', 'СОП', date('2025-02-01')];
    const reading = read([
      sheet([head, line], { name: 'Базовый' }),
      sheet([head, line], { name: 'Кризисный 2026' }),
      sheet([['Район: Степной'], head, line], { name: 'Прочие' }),
    ]);
    expect(fieldOf(reading, 'level')).toEqual(['BASE', 'CRISIS', null]);
    expect(fieldOf(reading, 'district')).toEqual([null, null, 'Степной']);
    expect(reading.account.sheets[0]?.tables[0]?.given).toEqual([{ field: 'level', text: 'Базовый', row: null }]);
    expect(reading.account.sheets[2]?.tables[0]?.given).toEqual([
      { field: 'district', text: 'Район: Степной', row: 1 },
    ]);
  });
});

describe('headings in several rows', () => {
  it('merged in both directions', () => {
    const reading = read([
      sheet(
        [
          ['№', '№ дела', 'Заявитель', 'Уровень', 'Куратор', 'Дата начала', 'Выходы в семью', null, null, null],
          [null, null, null, null, null, null, '2025', null, '2026', null],
          [null, null, null, null, null, null, 'ноябрь', 'декабрь', 'январь', 'февраль'],
          [1, '1/25', 'Белова А.П.', 'базовый', 'Осипова О.И.', date('2025-02-01'), 2, 'нет', 'X', 3],
        ],
        { merges: ['A1:A3', 'B1:B3', 'C1:C3', 'D1:D3', 'E1:E3', 'F1:F3', 'G1:J1', 'G2:H2', 'I2:J2'] },
      ),
    ]);
    expect(reading.register.tables[0]?.headerRows).toEqual([1, 2, 3]);
    expect(fieldOf(reading, 'visitsByMonth')).toEqual([{ '2025-11': 2, '2025-12': 0, '2026-01': 0, '2026-02': 3 }]);
    expect(reading.account.sheets[0]?.tables[0]?.columns.at(-1)?.heading).toBe('Выходы в семью > 2026 > февраль');
  });

  it('not merged at all, as in a text file', () => {
    const reading = read(
      [
        sheet([
          ['№', '№ дела', 'Заявитель', null, 'Договор', null, 'ИПСС', null, 'Уровень'],
          [null, null, 'ФИО', 'СНИЛС', '№', 'дата', '№', 'дата'],
          ['1', '1/25', 'Белова А.П.', '112-233-445 95', '5', '12.01.2025', 'ИП-1', '11.01.2025', 'базовый'],
        ]),
      ],
      { isTextFile: true },
    );
    expect(tablesOf(reading)).toEqual([
      'families 3-3: A seq, B caseNo, C applicant, D snils, E contractNo, F contractDate, G programNo, H programDate, I level',
    ]);
    expect(reading.register.tables[0]?.isTextFile).toBe(true);
  });
});

describe('visits of families in columns', () => {
  it.each<[string, readonly CellValue[], readonly string[]]>([
    ['real dates', [date('2026-01-01'), date('2026-02-01')], ['2026-01', '2026-02']],
    ['short months', ['янв.26', 'фев.26'], ['2026-01', '2026-02']],
    ['months and years', ['Январь 2026', 'Февраль 2026'], ['2026-01', '2026-02']],
    ['months over the turn of a year', ['декабрь', 'январь'], ['2025-12', '2026-01']],
    ['quarters', ['I квартал 2026', 'II квартал 2026'], ['2026-Q1', '2026-Q2']],
    ['visits said in words', ['Выходов в семью, январь 2026', 'Выходов в семью, февраль 2026'], ['2026-01', '2026-02']],
  ])('under %s', (_, headings, periods) => {
    const reading = read([
      sheet([
        [...HEAD, ...headings],
        [...family(1), 2, '—'],
        [...family(2), null, 'много'],
      ]),
    ]);
    expect(
      reading.register.tables[0]?.columns.filter(({ field }) => field === 'visitsByMonth').map(({ period }) => period),
    ).toEqual(periods);
    expect(fieldOf(reading, 'visitsByMonth')).toEqual([
      { [periods[0] ?? '']: 2, [periods[1] ?? '']: 0 },
      { [periods[0] ?? '']: null, [periods[1] ?? '']: Number.NaN },
    ]);
  });

  it('a date in a column of counts is not read as a count', () => {
    const reading = read([
      sheet([
        [...HEAD, 'янв.26', 'фев.26'],
        [...family(1), 2, date('2026-05-02')],
        [...family(2), 1, 1],
      ]),
    ]);
    expect(fieldOf(reading, 'visitsByMonth')[0]).toEqual({ '2026-01': 2, '2026-02': Number.NaN });
  });

  it('as lists of dates, also without their year', () => {
    const reading = read([
      sheet([
        [...HEAD, 'янв.26', 'фев.26'],
        [...family(1), '12.01, 26.01', '03.02.2026'],
        [...family(2), '12.01', '04.02; 18.02'],
      ]),
    ]);
    expect(reading.register.tables[0]?.columns.slice(-2).map(({ field, period }) => [field, period])).toEqual([
      ['visitDates', '2026-01'],
      ['visitDates', '2026-02'],
    ]);
    expect(fieldOf(reading, 'visitDates')).toEqual([
      ['2026-01-12', '2026-01-26', '2026-02-03'],
      ['2026-01-12', '2026-02-04', '2026-02-18'],
    ]);
  });
});

describe('merged cells and families over several lines', () => {
  const head = [
    '№ п/п',
    '№ дела',
    'Заявитель',
    'ФИО члена семьи',
    'Родство',
    'Дата рождения',
    'Уровень',
    'Куратор',
    'Дата договора',
  ];
  const rows = [
    head,
    [
      1,
      '1/25',
      'Белова А.П.',
      'Белова Анна Петровна',
      'мать',
      date('1985-01-01'),
      'базовый',
      'Осипова О.И.',
      date('2025-01-12'),
    ],
    [null, null, null, 'Белов Петр Ильич', 'сын', date('2015-05-05')],
    [2, '2/25', 'Сидорова И.И.', 'Сидорова Инна Ивановна', 'мать', '1990', 'кризисный', null, date('2025-02-12')],
    [null, null, null, 'Сидоров Олег Ильич', 'сын', '31.02.2015'],
  ];
  const members = [
    [2, { name: 'Белова Анна Петровна', relation: 'мать', birthDate: '1985-01-01' }],
    [3, { name: 'Белов Петр Ильич', relation: 'сын', birthDate: '2015-05-05' }],
    [4, { name: 'Сидорова Инна Ивановна', relation: 'мать', birthDate: '1990-12-31' }],
    [5, { name: 'Сидоров Олег Ильич', relation: 'сын', birthDate: '?' }],
  ];

  it('give families and their members, merged or not', () => {
    const merges = ['A', 'B', 'C', 'G', 'I'].flatMap((column) => [`${column}2:${column}3`, `${column}4:${column}5`]);
    for (const reading of [read([sheet(rows)]), read([sheet(rows, { merges: [...merges, 'H2:H5'] })])]) {
      expect(reading.register.families.map(({ row, values }) => [row, values.applicant])).toEqual([
        [2, 'Белова А.П.'],
        [4, 'Сидорова И.И.'],
      ]);
      expect(rowsOf(reading.register, 'members')).toEqual(members);
      expect(reading.register.members.map(({ family }) => family?.row)).toEqual([2, 2, 4, 4]);
      expect(reading.register.tables.map(({ kind }) => kind)).toEqual(['families', 'members']);
    }
  });

  it('a merged cell holds for all its rows and is known where it stands', () => {
    const reading = read([sheet(rows, { merges: ['H2:H5'] })]);
    expect(fieldOf(reading, 'curator')).toEqual(['Осипова О.И.', 'Осипова О.И.']);
    expect(reading.register.families[1]?.movedCells).toEqual({ curator: { row: 2, column: 7, isShared: true } });
  });

  it('also where each line repeats the number and name of the family', () => {
    const repeated = rows.map((row, at) =>
      at === 2 || at === 4 ? [row[0], ...(rows[at - 1]?.slice(1, 3) ?? []), ...row.slice(3)] : row,
    );
    const reading = read([sheet(repeated)]);
    expect(reading.register.families.map(({ row }) => row)).toEqual([2, 4]);
    expect(rowsOf(reading.register, 'members')).toEqual(members);
  });

  it('a child a line, with the birth date beside it', () => {
    const reading = read([
      sheet([
        ['№', '№ дела', 'ФИО заявителя', 'ФИО ребенка', 'Дата рождения', 'Категория', 'Уровень'],
        [1, '1/25', 'Белова А.П.', 'Белов П.', date('2015-05-05'), 'СОП', 'базовый'],
        [null, null, null, 'Белов К.', date('2017-05-05')],
        [2, '2/25', 'Сидорова И.И.', 'Сидоров О.', '31.02.2015', 'ТЖС', 'кризисный'],
      ]),
    ]);
    expect(fieldOf(reading, 'children')).toEqual([
      [
        ['Белов П.', '2015-05-05'],
        ['Белов К.', '2017-05-05'],
      ],
      [['Сидоров О.', '?']],
    ]);
  });

  it('visits of a family named once', () => {
    const reading = read([
      sheet(
        [
          ['Семья', 'Дата', 'Кто посетил', 'Результат'],
          ['Белова А.П.', date('2026-01-05'), 'Осипова О.И.', 'беседа'],
          [null, date('2026-01-15'), 'Осипова О.И.', 'беседа'],
          ['Сидорова И.И.', date('2026-01-05'), 'Осипова О.И.', 'беседа'],
          [null, date('2026-01-15'), 'Осипова О.И.', null],
        ],
        { name: 'Выходы' },
      ),
    ]);
    expect(reading.register.visits.map(({ values }) => values.applicant)).toEqual([
      'Белова А.П.',
      'Белова А.П.',
      'Сидорова И.И.',
      'Сидорова И.И.',
    ]);
    expect(reading.register.visits[1]?.movedCells).toEqual({ applicant: { row: 2, column: 0, isShared: true } });
  });
});

describe('hidden things', () => {
  const register = sheet([HEAD, family(1), family(2)], { name: 'Реестр', hiddenRows: [3], hiddenColumns: ['D'] });
  const hidden = sheet([HEAD, family(1)], { name: 'Скрытый', visibility: 'hidden' });
  const veryHidden = sheet([HEAD, family(1)], { name: 'Архив', visibility: 'veryHidden' });

  it('rows and columns are read and named', () => {
    const { register: read1, account } = read([register]);
    expect(read1.families).toHaveLength(2);
    const table = account.sheets[0]?.tables[0];
    expect(table?.hiddenRows).toBe(1);
    expect(table?.columns.filter((column) => column.hidden).map(({ field }) => field)).toEqual(['categories']);
  });

  it('sheets are left out and named; a switch brings them in', () => {
    const left = read([register, hidden, veryHidden]).account.sheets.map(({ sheet: name, leftOut }) => [name, leftOut]);
    expect(left).toEqual([
      ['Реестр', null],
      ['Скрытый', 'hidden'],
      ['Архив', 'hidden'],
    ]);
    expect(read([register, hidden, veryHidden], { includeHidden: true }).register.families).toHaveLength(4);
  });

  it('sheets of other things are left alone and named', () => {
    const sheets = [
      sheet([['Поручения'], ['Позвонить в школу'], ['Иванов', 'кабинет 5', 12]], { name: 'Заметки' }),
      sheet([], { name: 'Пустой' }),
      register,
    ];
    expect(read(sheets).account.sheets.map(({ leftOut }) => leftOut)).toEqual(['no-table', 'empty', null]);
  });
});

it('a used range blown up to the last row and column costs nothing and loses nothing', () => {
  const wide: CellValue[] = Array.from({ length: 16_384 }, () => null);
  wide.splice(0, 7, ...family(2));
  const blown: SheetCells = {
    name: 'Реестр',
    visibility: 'visible',
    rows: [
      { row: 1, cells: ['Реестр семей'] },
      { row: 3, cells: HEAD },
      { row: 4, cells: family(1) },
      { row: 5, cells: wide },
      { row: 900_000, cells: family(3) },
      { row: 1_048_576, cells: [' '] },
    ],
    merges: [
      { top: 1, left: 0, bottom: 1, right: 16_383 },
      { top: 900_001, left: 0, bottom: 1_048_576, right: 16_383 },
    ],
    hiddenColumns: new Set(),
  };
  expect(rowNumbers([blown])).toEqual([4, 5, 900_000]);
});

it('composite cells are split, in whatever order', () => {
  const reading = read([
    sheet([
      [
        '№',
        '№ дела',
        'Заявитель',
        'Договор',
        'Решение комиссии',
        'Снятие с учета (дата, причина)',
        'Уровень сопровождения',
        'ИПСС (№, дата)',
      ],
      [
        1,
        '1/25',
        'Белова А.П.',
        '№ 5 от 01.02.2025',
        'одобрено, протокол № 7 от 28.01.2025',
        '12.03.2026 положительная динамика',
        'Б (12 мес.); перевод на К 15.09.25',
        'ИП-5 от 30.01.2025 г.',
      ],
      [
        2,
        '2/25',
        'Сидорова И.И.',
        '01.02.2025',
        'отказано, № 8 от 28.01.2025',
        date('2026-03-12'),
        'адаптационный, 1 год',
        'б/н',
      ],
    ]),
  ]);
  expect(rowsOf(reading.register, 'families').map(([, values]) => values)).toEqual([
    {
      seq: '1',
      caseNo: '1/25',
      applicant: 'Белова А.П.',
      contractNo: '5',
      contractDate: '2025-02-01',
      decisionNo: '7',
      decisionDate: '2025-01-28',
      decision: 'APPROVED',
      closedOn: '2026-03-12',
      closeReason: 'R01',
      levelComposite: 'Б (12 мес.); перевод на К 15.09.25',
      level: 'CRISIS',
      termMonths: 12,
      transfers: [['2025-09-15', 'CRISIS']],
      programNo: 'ИП-5',
      programDate: '2025-01-30',
    },
    {
      seq: '2',
      caseNo: '2/25',
      applicant: 'Сидорова И.И.',
      contractDate: '2025-02-01',
      decisionNo: '8',
      decisionDate: '2025-01-28',
      decision: 'REFUSED',
      closedOn: '2026-03-12',
      levelComposite: 'адаптационный, 1 год',
      level: 'ADAPT',
      termMonths: 12,
      transfers: [],
      programNo: 'б/н',
    },
  ]);
});

it('a heading that the values contradict throughout is left alone, with what it might be', () => {
  const reading = read([
    sheet([[...HEAD, 'Дата окончания программы'], ...[1, 2, 3, 4, 5].map((no) => [...family(no), '12 мес.'])]),
  ]);
  const column = reading.account.sheets[0]?.tables[0]?.columns.at(-1);
  expect([column?.field, column?.candidates[0]]).toEqual([null, 'programUntil']);
});

it('the end of a term may be written as a span', () => {
  const reading = read([
    sheet([
      [...HEAD, 'Программа действует до'],
      [...family(1), 'с 01.02.2025 по 31.01.2026'],
      [...family(2), '31.01.2026'],
    ]),
  ]);
  expect(fieldOf(reading, 'programUntil')).toEqual(['2026-01-31', '2026-01-31']);
});

it('two columns of one field: the first counts, the second is named', () => {
  const reading = read([
    sheet([
      [...HEAD, 'Телефон', 'Контактный тел.'],
      [...family(1), '8 (900) 123-45-67', '2-22-33'],
    ]),
  ]);
  expect(reading.register.tables[0]?.duplicateHeadings).toEqual([{ field: 'phone', column: 8, row: 1 }]);
  expect(fieldOf(reading, 'phone')).toEqual(['8 (900) 123-45-67']);
});

it('what cannot be read is marked and not dropped', () => {
  const reading = read([
    sheet([
      ['№', '№ дела', 'Заявитель', 'Категория', 'Уровень', 'Дата договора', 'Количество детей', 'Дата начала'],
      [1, '1/25', 'Белова А.П.', 'соседи', 'усиленный', 'по плану', 'двое', { error: '#REF!' }],
      [2, '2/25', 'Осипова А.П.', 'СОП', 'базовый', 45_700, 2, 12],
    ]),
  ]);
  expect(rowsOf(reading.register, 'families').map(([, values]) => values)).toEqual([
    {
      seq: '1',
      caseNo: '1/25',
      applicant: 'Белова А.П.',
      categories: [null],
      level: null,
      contractDate: '?',
      childrenCount: '?',
      startDate: '?',
    },
    {
      seq: '2',
      caseNo: '2/25',
      applicant: 'Осипова А.П.',
      categories: ['CAT08'],
      level: 'BASE',
      contractDate: '2025-02-12',
      childrenCount: 2,
      startDate: '?',
    },
  ]);
  expect(reading.register.rawCell?.('Лист1', 2, 7)).toEqual({ error: '#REF!' });
});
