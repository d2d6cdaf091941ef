/** Forms as offices print them: columns of marks, months under quarters, «с» and «по», reports of accounting programs. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../domain/day.ts';
import type { FamilyRow } from '../domain/register.ts';
import { date, read, sheet, shown } from './testing-sheet.ts';

const NAMES = ['Белова Анна Львовна', 'Осипов Пётр Ильич', 'Носова Вера Львовна', 'Лукин Олег', 'Ершова Алла Юрьевна'];

function marked(marks: readonly (readonly (string | number | null)[])[]): readonly FamilyRow[] {
  return read([
    sheet(
      [
        ['№ п/п', 'ФИО заявителя', 'Уровень сопровождения', null, null, 'Категория семьи', null, 'Дата начала'],
        [null, null, 'адаптационный', 'базовый', 'кризисный', 'многодетная', 'неполная', null],
        ...marks.map((row, at) => [at + 1, NAMES[at], ...row, date(`2026-02-0${at + 1}`)]),
      ],
      { merges: ['C1:E1', 'F1:G1'] },
    ),
  ]).register.families;
}

describe('a column for each entry of a list, with marks', () => {
  it('the mark gives the code of its column, and the place is the marked cell', () => {
    const [first, second, third, fourth] = marked([
      ['+', null, null, 'да', null],
      [null, 'v', null, '+', '+'],
      [null, null, 'х', null, 'нет'],
      ['-', '✓', null, 1, '-'],
    ]);
    expect(first?.values.level).toEqual({ code: 'ADAPT', text: 'адаптационный' });
    expect(second?.values.level?.code).toBe('BASE');
    expect(second?.movedCells?.['level']).toEqual({ row: 4, column: 3 });
    expect(second?.values.categories).toHaveLength(2);
    expect(third?.values.level?.code).toBe('CRISIS');
    expect(third?.values.categories).toBeNull();
    expect(fourth?.values.level?.code).toBe('BASE');
    expect(fourth?.values.categories).toHaveLength(1);
  });

  it('no mark is an empty value, two marks are no level', () => {
    const families = marked([
      [null, null, null, null, null],
      ['+', null, '+', null, null],
      [null, '+', null, null, null],
    ]);
    expect(families[0]?.values.level).toBeNull();
    expect(families[1]?.values.level).toEqual({ code: null, text: 'адаптационный, кризисный' });
  });

  it('columns that hold something else are no columns of marks', () => {
    const families = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'базовый', 'кризисный', 'Дата начала'],
        ...NAMES.map((name, at) => [`${at}/26`, name, `семья № ${at + 1}`, null, date('2026-02-01')]),
      ]),
    ]).register.families;
    expect(families[0]?.values.level?.code).not.toBe('BASE');
  });
});

describe('headings under headings', () => {
  it('«Сопровождение» over «с» and «по», months under quarters under a year', () => {
    const { register } = read([
      sheet(
        [
          ['ФИО', 'Сопровождение', null, null, 'Посещения 2026 г.', null, null, null],
          [null, 'уровень', 'с', 'по', 'I кв.', null, null, 'II кв.'],
          [null, null, null, null, 'янв', 'фев', 'март', 'апр'],
          ...NAMES.map((name) => [name, 'базовый', date('2026-01-12'), null, 2, 3, 1, 0]),
        ],
        { merges: ['A1:A3', 'B1:D1', 'B2:B3', 'C2:C3', 'D2:D3', 'E1:H1', 'E2:G2'] },
      ),
    ]);
    expect(register.tables[0]?.columns.map(({ field }) => field).slice(0, 4)).toEqual([
      'applicant',
      'level',
      'startDate',
      'closedOn',
    ]);
    expect(register.families[0]?.values.visitsByMonth).toEqual({
      '2026-01': 2,
      '2026-02': 3,
      '2026-03': 1,
      '2026-04': 0,
    });
  });
});

describe('the report of an accounting program', () => {
  const report = read([
    sheet([
      ['Реестр получателей'],
      ['Параметры:', 'Период: 01.01.2026 - 30.09.2026'],
      [null, 'Отбор: Услуга Равно "Социальное сопровождение"'],
      [],
      ['Организация', null, null, null, null],
      ['Получатель', 'Дата рождения', 'Договор', 'Вид сопровождения', 'Ответственный'],
      ['ГБУ КЦСОН "Исток"'],
      ...NAMES.map((name, at) => [
        name,
        `0${at + 1}.05.1980 0:00:00`,
        `Договор № ${at} от 0${at + 1}.02.2026 0:00:00`,
        'Базовый уровень',
        'Орлова Инна Игоревна',
      ]),
      ['Итого', 5],
    ]),
  ]).register;

  it('its columns are understood, its groups and totals are no families', () => {
    expect(report.families.map(({ values }) => values.applicant)).toEqual(NAMES);
    expect(report.families[0]?.values).toMatchObject({ contractNo: '0', curator: 'Орлова Инна Игоревна' });
    expect(report.families[0]?.values.level?.code).toBe('BASE');
  });
});

describe('headings that their neighbours explain', () => {
  const { register } = read([
    sheet([
      ['№', 'ФИО', 'Уровень', 'Дата снятия', 'Причина', 'Посещения за месяц (план/факт)', 'ИППСУ (№/дата)'],
      ...NAMES.map((name, at) => [
        at + 1,
        name,
        'базовый',
        date('2026-06-01'),
        'переезд',
        '2/2',
        `${at + 1}/12.03.2026`,
      ]),
    ]),
  ]);
  const fields = register.tables[0]?.columns.map(({ field }) => field) ?? [];

  it('«Причина» beside the date of closing is that of closing', () => {
    expect(fields).toContain('closeReason');
  });

  it('figures «2/2» are no levels', () => {
    expect(fields).not.toContain('levelComposite');
    expect(register.families[0]?.values.level?.code).toBe('BASE');
  });

  it('«1/12.03.2026» is number 1 of 12 March', () => {
    expect(register.families[0]?.values).toMatchObject({ programNo: '1', programDate: dayOfIso('2026-03-12') });
  });
});

describe('measures and their days', () => {
  const { register } = read([
    sheet([
      ['№ дела', 'Мероприятие', 'Исполнитель', 'Срок исполнения', 'Отметка о выполнении'],
      ['1/26', 'Консультация психолога', 'Котова О.О.', 'до 01.03.2026', 'выполнено 25.02.2026'],
      ['2/26', 'Организация досуга', 'Дом культуры', 'постоянно', 'вып.'],
      ['3/26', 'Сбор документов', 'Котова О.О.', 'в течение года', null],
      ['4/26', 'Сбор документов', 'Котова О.О.', 'с 01.02.2026 по 01.04.2026', null],
    ]),
  ]);
  it.each<[number, unknown, unknown]>([
    [0, '2026-03-01', '2026-02-25'],
    [1, null, '?'],
    [2, null, null],
    [3, '2026-04-01', null],
  ])('line %i', (at, due, done) => {
    const values = register.measures[at]?.values;
    expect([shown(values?.dueDate, true), shown(values?.doneDate, true)]).toEqual([due, done]);
  });
});

describe('the day and the reason of closing in one cell', () => {
  it.each(['5 декабря 2025 г.', '«05» декабря 2025 года'])('but not where it is a day in words: «%s»', (text) => {
    const head = ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата снятия с сопровождения'];
    const reading = read([sheet([head, ...NAMES.map((name, at) => [`${at}/26`, name, 'базовый', text])])]);
    expect(reading.register.tables[0]?.columns.map(({ field }) => field).slice(3)).toEqual(['closedOn']);
  });

  it.each([
    'снята 01.09.2026, улучшение ситуации',
    'Снята с учёта 01.09.2026 г. – улучшение ситуации',
    '01.09.2026 закрыта: положительная динамика',
  ])('in a sentence: «%s»', (text) => {
    const { register } = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Снятие с сопровождения: дата и причина'],
        ...NAMES.map((name, at) => [`${at}/26`, name, 'базовый', text]),
      ]),
    ]);
    expect(register.families[0]?.values).toMatchObject({
      closedOn: dayOfIso('2026-09-01'),
      closeReason: { code: 'R01' },
    });
  });

  it('with a stroke between them', () => {
    const { register } = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Снята (дата/причина)'],
        ...NAMES.map((name, at) => [`${at}/26`, name, 'базовый', '01.09.2026 / переезд']),
      ]),
    ]);
    expect(register.families[0]?.values.closeReason?.text).toBe('переезд');
  });
});

describe('who the applicant is', () => {
  it('«ФИО, год рождения» over adults is no list of children', () => {
    const { register } = read([
      sheet([
        ['Дата постановки на учет', 'ФИО, год рождения', 'Дети (имя, возраст)', 'Уровень'],
        ...NAMES.map((name, at) => [
          date('2026-03-02'),
          `${name}, 198${at} г.р.`,
          'Иван, 12 лет; Ева, 5 лет',
          'базовый',
        ]),
      ]),
    ]);
    expect(register.families[0]?.values.applicant).toBe(NAMES[0]);
    expect(register.families[0]?.values.children).toHaveLength(2);
    expect(register.tables[0]?.duplicateHeadings).toEqual([]);
  });

  it('the first line of a family names it where no column does', () => {
    const { register } = read([
      sheet(
        [
          ['№', 'Состав семьи', null, null, 'Категория', 'Дата постановки', 'Уровень', 'Куратор'],
          [null, 'ФИО', 'родство', 'дата рождения', null, null, null, null],
          ...NAMES.flatMap((name, at) => [
            [at + 1, name, 'мать', date('1985-05-06'), 'многодетная', date('2026-03-02'), 'базовый', 'Седых А.А.'],
            [null, 'Белов Иван', 'сын', date('2015-05-06')],
          ]),
        ],
        { merges: ['B1:D1'] },
      ),
    ]);
    expect(register.families.map(({ values }) => values.applicant)).toEqual(NAMES);
    expect(register.members).toHaveLength(2 * NAMES.length);
  });
});
