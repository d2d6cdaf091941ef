/** Rows of a table that hold no record. */
import { describe, expect, it } from 'vitest';
import { date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { familyRowsOf, fieldOf, rowsOf, skippedOf } from './testing-view.ts';

describe('rows that are no records', () => {
  it.each([
    ['(1)', '(2)', '(3)'],
    ['1)', '2)', '3)'],
    ['гр. 1', 'гр. 2', 'гр. 3'],
  ])('%s, %s, %s number the columns', (...numbers) => {
    const reading = read([
      sheet([['№ дела', 'ФИО заявителя', 'Дата договора'], numbers, ['1/25', 'Осипова А.А.', date('2025-02-01')]]),
    ]);
    expect(skippedOf(reading)).toEqual(['2 number-row']);
  });

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

  it('a numbered section in the column of case numbers is no family', () => {
    const rows = [HEAD.slice(1), family(1).slice(1), ['Раздел II. Завершённые случаи'], family(2).slice(1)];
    expect(familyRowsOf(read([sheet(rows)]))).toEqual([2, 4]);
  });

  it('a signature is no family, and a column of positions no signature', () => {
    const reading = read([
      sheet([
        HEAD,
        family(1),
        ['Специалист по социальной работе', null, 'Осипова О.И.'],
        ['Заведующая отделением', null, 'Лукина О.О.'],
        [null, '(подпись)', '(расшифровка)'],
        ['*', 'графа заполняется при наличии сведений'],
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
    expect(familyRowsOf(reading)).toEqual([2]);
    expect(reading.register.specialists.map(({ values }) => values.name)).toEqual(['Лукина О.О.', 'Осипова О.И.']);
  });

  it('a signature is none in whatever columns it stands, and a surname no office', () => {
    const reading = read([
      sheet([
        HEAD,
        family(1),
        [2, '2/25', 'Директорова Анна Павловна', 'СОП', 'базовый', 'Осипова О.И.', date('2025-02-01')],
        [null, 'Специалист по социальной работе', 'Осипова О.И.'],
        [null, null, null, 'Директор', null, '_________', 'Лукина О.О.'],
      ]),
      sheet(
        [
          ['ФИО', 'Должность', 'Ставка'],
          ['Директорова О.П.', 'специалист по работе с семьей', 1],
        ],
        { name: 'Кадры' },
      ),
    ]);
    expect(familyRowsOf(reading)).toEqual([2, 3]);
    expect(reading.register.specialists.map(({ values }) => values.name)).toEqual(['Директорова О.П.']);
  });

  it.each(['* - заполняется при наличии сведений', 'Февраль', '2025 год', 'ФЕВРАЛЬ 2026', 'Примечание: см. приказ'])(
    'alone in the column of children, %j names no child',
    (text) => {
      const reading = read([
        sheet([
          ['Дети (ФИО, дата рождения)', 'ФИО заявителя', 'Категория семьи', 'Дата договора'],
          ['Егор, 05.06.2015', 'Белова Анна Павловна', 'СОП', date('2025-02-01')],
          [text],
          ['Мила, 07.09.2015', 'Громова Ольга Ильинична', 'СОП', date('2025-02-01')],
        ]),
      ]);
      expect(fieldOf(reading, 'children')).toEqual([[['Егор', '2015-06-05']], [['Мила', '2015-09-07']]]);
    },
  );

  it('subtotals that a spreadsheet adds are no families, and neither are hints under the heading', () => {
    const reading = read([
      sheet([
        HEAD,
        ['(номер)', '(текст)', '(Фамилия Имя Отчество)', '(из справочника)', null, '(ФИО)', 'дд.мм.гггг'],
        family(1),
        [null, null, null, null, null, 'Осипова О.И. Итог', 1],
        [null, null, 'Осипова О.И. Количество', 1],
        family(2),
        ['Общий итог', null, null, null, null, null, 2],
      ]),
    ]);
    expect(familyRowsOf(reading)).toEqual([3, 6]);
    expect(skippedOf(reading)).toEqual(['2 other', '4 total', '5 total', '7 total']);
  });

  it('a family whose name begins like a total is a family', () => {
    expect(
      familyRowsOf(
        read([sheet([HEAD, family(1), [2, '2/25', 'Итогова Анна Павловна', 'СОП', 'базовый', 'Осипова О.И.']])]),
      ),
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

  it.each([
    ['merged over the table', ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'A3:F3']],
    ['in its first cell', ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2']],
    ['without any merged cells', []],
  ])('a section right below the heading is no part of it: %s', (_, merges) => {
    const reading = read([
      sheet(
        [
          ['№ п/п', 'ФИО родителей', 'Социальный статус семьи', 'Договор', null, 'Куратор'],
          [null, null, null, 'Номер', 'Дата', null],
          ['Кризисный уровень'],
          [1, 'Белова А.П.', 'СОП', '1/25', date('2025-02-01'), 'Осипова О.И.'],
        ],
        { merges },
      ),
    ]);
    expect(fieldOf(reading, 'level')).toEqual(['CRISIS']);
    expect(reading.register.tables[0]?.headerRows).toEqual([1, 2]);
    expect(fieldOf(reading, 'applicant')).toEqual(['Белова А.П.']);
  });

  it('a column beats a section that says the same', () => {
    const reading = read([sheet([HEAD, ['Кризисный уровень'], family(1)])]);
    expect(fieldOf(reading, 'level')).toEqual(['BASE']);
    expect(reading.register.tables[0]?.givenFields).toEqual([]);
  });
});
