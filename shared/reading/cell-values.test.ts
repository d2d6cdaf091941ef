/** What cells hold: composite cells, values that contradict the heading, values that cannot be read. */
import { expect, it } from 'vitest';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { fieldOf, rowsOf } from './testing-view.ts';

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

it('two columns of one month: the first counts, the second is named', () => {
  const months = ['Выходы, февраль 2026', 'Выходы, март 2026', 'Посещения, март 2026'];
  const reading = read([
    sheet([
      [...HEAD, ...months],
      [...family(1), 2, 1, 5],
      [...family(2), 2, 3, 4],
    ]),
  ]);
  expect(reading.register.families.map(({ values }) => values.visitsByMonth)).toEqual([
    { '2026-02': 2, '2026-03': 1 },
    { '2026-02': 2, '2026-03': 3 },
  ]);
  const { findings } = checkRegister(reading.register, { pack: TESTING_PACK, asOf: AS_OF });
  const [found] = findings.filter(({ rule }) => rule === 'table/column-duplicate');
  const at = HEAD.length;
  expect(found).toMatchObject({
    cell: { row: 1, column: at + 2 },
    related: [{ row: 1, column: at + 1 }],
    params: { firstHeading: 'Выходы, март 2026' },
  });
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

it('nothing but a birth lies before 1950', () => {
  const reading = read([
    sheet([
      ['№', '№ дела', 'Заявитель', 'Дата рождения заявителя', 'Уровень', 'Дата заявления', 'Дата договора'],
      [1, '1/25', 'Белова А.П.', date('1945-05-09'), 'базовый', date('1926-03-12'), '12.03.1926'],
      [2, '2/25', 'Осипова А.П.', '09.05.1945', 'базовый', date('1949-12-31'), date('2025-03-12')],
      [3, '3/25', 'Фомина А.П.', date('1914-05-09'), 'базовый', date('1950-01-01'), date('2025-03-12')],
    ]),
  ]);
  expect(fieldOf(reading, 'applicantBirthDate')).toEqual(['1945-05-09', '1945-05-09', '?']);
  expect(fieldOf(reading, 'applicationDate')).toEqual(['?', '?', '1950-01-01']);
  expect(fieldOf(reading, 'contractDate')).toEqual(['?', '2025-03-12', '2025-03-12']);
});

it('a notice may stand with its number and date', () => {
  const wordings = [
    'сообщение КДНиЗП № 15 от 01.02.2026',
    'КДНиЗП, исх. № 15-а/26 от 1 февраля 2026 г.',
    '№ 5 от 12.03.2025 сообщение школы',
    'заявление родителя от 12.03.2025 г.',
    'сообщение из школы (№ 7)',
    'слухи № 5 от 01.02.2026',
  ];
  const rows = wordings.map((wording, at) => [at + 1, `${at + 1}/25`, 'Белова А.П.', 'базовый', wording]);
  const reading = read([sheet([['№', '№ дела', 'Заявитель', 'Уровень', 'Источник обращения'], ...rows])]);
  expect(fieldOf(reading, 'source')).toEqual(['MSG_KDN', 'MSG_KDN', 'MSG_SCHOOL', 'APP_PARENT', 'MSG_SCHOOL', null]);
  expect(reading.register.families[0]?.values.source?.text).toBe(wordings[0]);
});

it('a month is no day on which something was done; a term may end with it', () => {
  const months = ['март 2026', '03.2026', 'мар.26'];
  const rows = months.map((month, at) => [...family(at + 1), month, month]);
  const reading = read([sheet([[...HEAD, 'Дата акта обследования', 'Программа действует до'], ...rows])]);
  expect(fieldOf(reading, 'surveyDate')).toEqual(['?', '?', '?']);
  expect(fieldOf(reading, 'programUntil')).toEqual(['2026-03-31', '2026-03-31', '2026-03-31']);
});

it('«нет» among signs says that there are none', () => {
  const rows = ['нет', 'Нет', 'отсутствуют', '-', 'X', 'нет работы'].map((signs, at) => [...family(at + 1), signs]);
  const reading = read([sheet([[...HEAD, 'Признаки'], ...rows])]);
  expect(fieldOf(reading, 'signs')).toEqual([[], [], [], null, [], [null]]);
});

it('a column of dates beside one of numbers is no second column of numbers, whatever it holds', () => {
  const reading = read([
    sheet([
      [...HEAD, '№ ИПСС', 'Дата ИПСС'],
      [...family(1), 'ИП-1', 12],
    ]),
  ]);
  expect([fieldOf(reading, 'programNo'), fieldOf(reading, 'programDate')]).toEqual([['ИП-1'], ['?']]);
});
