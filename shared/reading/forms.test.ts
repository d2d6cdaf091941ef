/** The journals of real forms (F01, F02, F14–F17, F20), filled with invented families. */
import { expect, it } from 'vitest';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, rowsOf, skippedOf, tablesOf } from './testing-view.ts';

it('F01: a journal of families with an unbalanced bracket, a number row, level and transfers in one cell', () => {
  const reading = read([
    sheet(
      [
        ['Приложение N 7'],
        ['Журнал учета семей, охваченных социальным сопровождением'],
        ['Начат 15 января 2024 г.'],
        ['Окончен _____ 20__ г.'],
        [
          'N п/п',
          'ФИО семьи (заявителя)',
          'Сведения о лицах, проживающих совместно',
          'Обстоятельства, по которым семья признана нуждающейся в предоставлении социального сопровождения',
          'Категория семьи (указывается сокращенно(1)',
          'ФИО специалиста, ответственного за работу с семьей',
          'Номер и дата договора о предоставлении социального сопровождения',
          'Уровень социального сопровождения и его продолжительность/дата перевода на другой уровень',
          'Результат сопровождения (указывается сокращенно(2)',
          'Дата снятия семьи с соп…',
        ],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [
          1,
          'Осипова А.П.',
          'Осипова А.П. (мать)\nОсипов К. (сын), 2015 г.р.',
          'конфликт',
          'неполная, СОП',
          'Белова О.И.',
          '№ 15 от 01.02.2025',
          'базовый, 1 год / 15.09.2025 кризисный',
          'улучшение ситуации',
          '30.03.2026 г.',
        ],
        [],
        ['(1) СОП – социально опасное положение.'],
      ],
      { at: 'C9' },
    ),
  ]);
  expect(tablesOf(reading)).toEqual([
    'families 15-15: C seq, D applicant, E household, F circumstances, G categories, H curator, I contractNo, I contractDate, J levelComposite, J level, J termMonths, J transfers, K result, L closedOn',
  ]);
  expect(rowsOf(reading.register, 'families')).toEqual([
    [
      15,
      {
        seq: '1',
        applicant: 'Осипова А.П.',
        household: [
          ['Осипова А.П.', null],
          ['Осипов К.', '2015-12-31'],
        ],
        circumstances: 'конфликт',
        categories: ['CAT07', 'CAT08'],
        curator: 'Белова О.И.',
        contractNo: '15',
        contractDate: '2025-02-01',
        levelComposite: 'базовый, 1 год / 15.09.2025 кризисный',
        level: 'CRISIS',
        termMonths: 12,
        transfers: [['2025-09-15', 'CRISIS']],
        result: 'R01',
        closedOn: '2026-03-30',
      },
    ],
  ]);
  expect(reading.register.families[0]?.levelBefore?.code).toBe('BASE');
  expect([...(reading.register.families[0]?.datesAsText ?? [])]).toEqual(['closedOn']);
  expect(skippedOf(reading)).toEqual(['14 number-row', '17 footnote']);
  expect(reading.account.period).toEqual({ from: '2024-01-15', to: null });
});

it('F02: a merged heading, a date with its hour, name and birth date together', () => {
  const reading = read([
    sheet(
      [
        [
          'N п/п',
          'Дата приема несовершеннолетнего',
          'От кого поступили сведения о несовершеннолетнем',
          'Кем доставлен в учреждение',
          'Ф.И.О. несовершеннолетнего, дата рождения',
          'Обстоятельства, обусловившие прием несовершеннолетнего в учреждение',
          'Сведения о родителях',
          null,
          'Адрес (место жительства несовершеннолетнего)',
          'Примечание',
        ],
        [null, null, null, null, null, null, 'Ф.И.О. матери и отца', 'место их нахождения'],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [
          1,
          '12.03.2025, 14:30',
          'сообщение полиции',
          'сотрудник полиции',
          'Белов Петр Олегович, 01.02.2014',
          'безнадзорность',
          'Белова А.А., Белов О.П.',
          'г. Лесной',
          'ул. Мира, д. 1',
        ],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:H1', 'I1:I2', 'J1:J2'] },
    ),
  ]);
  expect(rowsOf(reading.register, 'families')).toEqual([
    [
      4,
      {
        seq: '1',
        startDate: '2025-03-12',
        source: 'MSG_POLICE',
        children: [['Белов Петр Олегович', '2014-02-01']],
        circumstances: 'безнадзорность',
        applicant: 'Белова А.А., Белов О.П.',
        address: 'ул. Мира, д. 1',
      },
    ],
  ]);
});

it('F14: headings hyphenated by hand, applicant with household, decision as date and number', () => {
  const reading = read([
    sheet([
      ['Начата "12" января 2020 г.'],
      [
        'NN п/п',
        'Дата поступ- ления заявле- ния',
        'Ф.И.О. заяви- теля, состав семьи (ф.и.о., родст- венные отноше- ния)',
        'Адрес зани- маемого жилого помеще- ния',
        'Решение о поста- новке на учет или об отказе в поста- новке на учет (дата, номер)',
        'Отметка о получении гражда- нином решения',
      ],
      [
        1,
        date('2025-01-12'),
        'Белов И.И., жена Белова А.А., сын Белов П.И. 2015',
        'ул. Мира, 1',
        '15.01.2025 № 3',
        'получено',
      ],
    ]),
  ]);
  expect(rowsOf(reading.register, 'families')).toEqual([
    [
      3,
      {
        seq: '1',
        applicationDate: '2025-01-12',
        applicant: 'Белов И.И.',
        household: [
          ['Белов И.И.', null],
          ['Белова А.А.', null],
          ['Белов П.И.', '2015-12-31'],
        ],
        address: 'ул. Мира, 1',
        decisionNo: '3',
        decisionDate: '2025-01-15',
      },
    ],
  ]);
});

it('F15: the household in one cell, a word cut without a space', () => {
  const reading = read([
    sheet([
      [
        'N п/п',
        'Фамилия, имя, отчество. Состав семьи (Ф.И.О., родственные отношения, дата рождения)',
        'Адрес и краткая характеристика занимаемого жилого помещения',
        'Основание для постановки на учет',
        'Решение органа местного самоуправ-ления о постановке на учет (дата и номер)',
      ],
      [
        1,
        'Белов И.И.\nжена Белова А.А. 01.01.1985\nсын Белов П.И. 05.05.2015',
        'ул. Мира, 1',
        'многодетная',
        '12.01.2025 № 5',
      ],
    ]),
  ]);
  expect(tablesOf(reading)[0]).toContain('D circumstances, E decisionNo, E decisionDate');
  expect(fieldOf(reading, 'decisionDate')).toEqual(['2025-01-12']);
});

it('F16: a member a line, and a second block of headings below that ends the first', () => {
  const reading = read([
    sheet([
      [
        'N',
        'Фамилия, имя, отчество принятого на учет заявителя. Состав семьи',
        'Родство',
        'Дата рождения',
        'Адрес и краткая характеристика занимаемого жилого помещения',
        'Основание постановки на учет',
      ],
      [1, 2, 3, 4, 5, 6],
      [1, 'Белова Анна Петровна', 'заявитель', date('1985-01-01'), 'ул. Мира, 1', 'многодетная'],
      [null, 'Белов Петр Ильич', 'сын', date('2015-05-05')],
      [null, 'Белова Ольга Ильинична', 'дочь', '06.06.2017'],
      [2, 'Осипова Инна Львовна', 'заявитель', date('1987-01-01'), 'ул. Лесная, 5', 'неполная'],
      [
        'Постановление местной администрации о постановке на учет (номер и дата)',
        'Категория граждан, имеющих право на получение жилья',
      ],
      [7, 8],
      ['№ 5 от 01.02.2025', 'малоимущие'],
    ]),
  ]);
  expect(rowsOf(reading.register, 'families').map(([row, values]) => [row, values['applicant']])).toEqual([
    [3, 'Белова Анна Петровна'],
    [6, 'Осипова Инна Львовна'],
  ]);
  expect(
    reading.register.members.map((row) => [row.row, row.values.name, row.values.relation, row.family?.row]),
  ).toEqual([
    [3, 'Белова Анна Петровна', 'заявитель', 3],
    [4, 'Белов Петр Ильич', 'сын', 3],
    [5, 'Белова Ольга Ильинична', 'дочь', 3],
    [6, 'Осипова Инна Львовна', 'заявитель', 6],
  ]);
});

it('F17: name with birth date, and date with reason of closing', () => {
  const reading = read([
    sheet(
      [
        [
          'N п/п',
          'Номер анкеты гражданина',
          'Ф.И.О., дата рождения',
          'Форма обращения',
          null,
          'Дата постановки на учет',
          'Дата и причины прекращения учета сведений о гражданине <1>',
        ],
        [null, null, null, 'лично', 'через представительство'],
        [
          1,
          'А-15',
          'Белова Анна Петровна, 01.02.1985',
          'да',
          null,
          date('2025-01-12'),
          '15.03.2026, положительная динамика',
        ],
        [2, 'А-16', 'Осипов Иван Ильич, 05.06.1980', null, 'да', date('2025-03-12'), null],
      ],
      { merges: ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2', 'F1:F2', 'G1:G2'] },
    ),
  ]);
  expect(rowsOf(reading.register, 'families')).toEqual([
    [
      3,
      {
        seq: '1',
        applicant: 'Белова Анна Петровна',
        applicantBirthDate: '1985-02-01',
        registeredOn: '2025-01-12',
        closedOn: '2026-03-15',
        closeReason: 'R01',
      },
    ],
    [4, { seq: '2', applicant: 'Осипов Иван Ильич', applicantBirthDate: '1980-06-05', registeredOn: '2025-03-12' }],
  ]);
});

it('F20: a diary of visits', () => {
  const reading = read([
    sheet([
      [
        'Дата и время посещения (прихода, ухода)',
        'ФИО получателя услуг (утрата способности к самообслуж-ю)',
        'Доставка продуктов питания и иных товаров',
        'Иные оказанные услуги',
      ],
      ['05.03.2026 10:00', 'Белова А.П.', 'да', 'беседа'],
    ]),
  ]);
  expect(rowsOf(reading.register, 'visits')).toEqual([[2, { date: '2026-03-05', applicant: 'Белова А.П.' }]]);
});
