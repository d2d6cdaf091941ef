/** Where tables stand, and their headings in several rows. */
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { familyRowsOf, fieldOf, rowsOf, tablesOf } from './testing-view.ts';

describe('where a table stands', () => {
  it('anywhere: at C9 under titles', () => {
    const reading = read([
      sheet([['РЕЕСТР СЕМЕЙ'], ['на 31.10.2026'], [], HEAD, family(1)], { at: 'C9', merges: ['C9:I9', 'C10:I10'] }),
    ]);
    expect(reading.register.tables[0]).toMatchObject({ headerRows: [12], firstRow: 13, lastRow: 13 });
    expect(tablesOf(reading)[0]).toContain('C seq, D caseNo, E applicant');
  });

  it.each([1, 4])('after %i columns that only this office knows', (count) => {
    const own = (text: string): readonly string[] => Array.from({ length: count }, () => text);
    const reading = read([
      sheet([
        [...own('Метка'), ...HEAD],
        [...own('да'), ...family(1)],
        [...own('да'), ...family(2)],
      ]),
    ]);
    expect(reading.register.families.map(({ row }) => row)).toEqual([2, 3]);
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
    expect(familyRowsOf(reading)).toEqual([2, 3, 4]);
    expect(rowsOf(reading.register, 'specialists')).toEqual([
      [4, { name: 'Осипова О.И.', position: 'психолог', rate: 1 }],
    ]);
  });

  it.each(['Сведения о семьях', 'Реестр семей', 'Журнал'])('a journal under the title «%s» is a journal', (title) => {
    const head = ['Дата патронажа', 'ФИО заявителя', 'Результат', 'Кем проведено'];
    const visits = [3, 4, 5].map((day) => [date(`2026-03-0${day}`), 'Белова Анна Павловна', 'беседа', 'Осипова О.И.']);
    const reading = read([sheet([[title], head, ...visits])]);
    expect(tablesOf(reading)).toEqual(['visits 3-5: A date, B applicant, C result, D specialist']);
  });

  it('a journal in words that registers use as well is a journal', () => {
    const visits = [3, 4, 5].map((day) => [
      date(`2026-03-0${day}`),
      'Белова Анна Павловна',
      'Осипова О.И.',
      'плановое',
    ]);
    const reading = read([
      sheet([['Реестр семей'], ['Когда посетили', 'ФИО заявителя', 'ФИО специалиста', 'Вид'], ...visits]),
    ]);
    expect(tablesOf(reading)).toEqual(['visits 3-5: A date, B applicant, C specialist, D kind']);
  });

  it('what stands in a table below says nothing of the columns above', () => {
    const head = ['ФИО заявителя', 'Категория семьи', 'Последний выход', 'Посещения (даты)'];
    const visits = ['Осипова О.И.', 'Ежова А.П.', 'Лукина Е.А.', 'Яшина О.О.', 'Рощина В.В.', 'Осипова О.И.'];
    const reading = read([
      sheet([
        head,
        ['Белова Анна Павловна', 'СОП', date('2026-03-01'), '20.01.2026; 01.03.2026'],
        ['Громова Ольга Ильинична', 'СОП', date('2026-03-01'), '20.01.2026; 01.03.2026'],
        [],
        ['Журнал посещений'],
        ['ФИО заявителя', 'Вид посещения', 'Дата посещения', 'Кто посетил'],
        ...visits.map((who) => ['Белова Анна Павловна', 'плановое', date('2026-03-01'), who]),
      ]),
    ]);
    expect(tablesOf(reading)[0]).toBe('families 2-3: A applicant, B categories, C lastVisit, D visitDates');
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

  it('of two documents side by side: the date is that of its own', () => {
    const reading = read([
      sheet(
        [
          ['№ дела', 'Заявитель', 'Уровень', '№ протокола', 'Реквизиты договора', null],
          [null, null, null, null, 'дата', 'номер'],
          ['1/25', 'Белова А.П.', 'базовый', 12, date('2025-02-01'), '5-С'],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'] },
      ),
    ]);
    expect(tablesOf(reading)).toEqual([
      'families 3-3: A caseNo, B applicant, C level, D decisionNo, E contractDate, F contractNo',
    ]);
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
  expect(familyRowsOf(read([blown]))).toEqual([4, 5, 900_000]);
});
