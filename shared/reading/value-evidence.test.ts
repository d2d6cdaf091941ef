/** Values as the second witness: headings that nobody knows, that mislead, and that belong to other offices. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { ColumnAccount } from './reading.ts';
import { date, read, sheet } from './testing-sheet.ts';

const HEAD = ['№ п/п', '№ дела', 'ФИО заявителя', 'Куратор', 'Дата договора', 'Дата начала сопровождения'];
const SURNAMES = ['Белова', 'Осипова', 'Носова', 'Лукина', 'Ершова', 'Зимина', 'Котова', 'Рябова'];

/** How the last column of a register is understood, under a heading and with the values repeated. */
function understood(heading: string, values: readonly CellValue[], head = HEAD): ColumnAccount | undefined {
  const rows = SURNAMES.map((surname, at): readonly CellValue[] => [
    at + 1,
    `${at + 1}/25`,
    `${surname} Анна Павловна`,
    'Смирнова Е.Е.',
    date(`2025-02-0${at + 1}`),
    date(`2025-03-0${at + 1}`),
    values[at % values.length] ?? null,
  ]);
  const account = read([sheet([[...head, heading], ...rows])]).account.sheets[0]?.tables[0];
  expect(account?.kind).toBe('families');
  return account?.columns.at(-1);
}

describe('values tell the field where the heading does not', () => {
  it.each<[string, readonly CellValue[], string]>([
    ['Группа сопровождения', ['базовый', 'кризисный', 'адаптационный'], 'level'],
    ['Статус сопровождения', ['базовый', 'кризисный', 'адаптационный'], 'level'],
    ['К какой группе отнесена', ['многодетная', 'СОП', 'неполная'], 'categories'],
    ['Резолюция', ['одобрено', 'отказано'], 'decision'],
    ['Инд. / групп.', ['индивидуальная', 'групповая'], 'form'],
    ['Кто пришёл', ['родитель', 'несовершеннолетний', 'орган'], 'applicantKind'],
    ['Для связи', ['8-912-345-67-10', '8-912-345-67-11'], 'phone'],
    ['Страх. №', ['112-233-445 95', '112-233-446 96'], 'snils'],
    ['Мальчики и девочки', ['Белова Мария, 12.03.2015', 'Белов Иван, 01.02.2019\nБелова Ольга, 2020 г.р.'], 'children'],
  ])('«%s»', (heading, values, field) => {
    expect(understood(heading, values)).toMatchObject({ field });
  });

  it('with doubt, where the heading gives no hint', () => {
    const column = understood('Резолюция', ['одобрено', 'отказано']);
    expect(column?.confidence).toBeLessThan(0.75);
  });

  it('a letter or a figure alone is no evidence', () => {
    for (const values of [
      ['А', 'Б'],
      [1, 2, 3],
    ])
      expect(understood('Группа', values)?.field).toBeNull();
  });

  it('a field that has its column already is not taken a second time', () => {
    const head = ['№ п/п', '№ дела', 'ФИО заявителя', 'Уровень сопровождения'];
    const rows = SURNAMES.map((surname, at) => [at + 1, `${at + 1}/25`, `${surname} А.П.`, 'базовый', 'кризисный']);
    const reading = read([sheet([[...head, 'Что было раньше'], ...rows])]);
    expect(reading.register.families[0]?.values.level?.code).toBe('BASE');
    expect(reading.account.sheets[0]?.tables[0]?.columns.at(-1)?.field).toBeNull();
  });
});

describe('what is planned has not happened', () => {
  it.each(['План. дата оконч.', 'Плановая дата окончания', 'Планируемая дата снятия с учёта', 'Предстоящее снятие'])(
    '«%s» is no date of closing',
    (heading) => {
      expect(understood(heading, [date('2027-02-01'), date('2027-03-01')])?.field).not.toBe('closedOn');
    },
  );
});

describe('«рег. номер» names the case, «№» counts the lines', () => {
  it.each(['Рег. номер', 'Регистр. номер', 'Реестровый номер'])('«%s»', (heading) => {
    const head = ['ФИО заявителя', 'Куратор', 'Уровень сопровождения'];
    const rows = SURNAMES.map((surname, at) => [`Р-${101 + at}`, `${surname} А.П.`, 'Смирнова Е.Е.', 'базовый']);
    const reading = read([sheet([[heading, ...head], ...rows])]);
    expect(reading.register.families[0]?.values.caseNo).toBe('Р-101');
  });
});

describe('headings cut short', () => {
  const day = [date('2025-02-01'), date('2025-02-03')];
  it.each<[string, readonly CellValue[], string]>([
    ['Ур. сопр.', ['базовый', 'кризисный'], 'level'],
    ['Ур-нь', ['базовый', 'кризисный'], 'level'],
    ['Согласие на обр. перс. данных', day, 'consentDate'],
    ['Дата обслед.', day, 'surveyDate'],
    ['Прод-ть (мес.)', [6, 12], 'termMonths'],
    ['Рез-т сопр.', ['положительная динамика', null], 'result'],
    ['Сопр. по', [date('2026-02-01'), null], 'closedOn'],
    ['Заявление принято', day, 'applicationDate'],
    ['Кол-во н/л', [1, 2], 'childrenCount'],
    ['Пересмотр программы (последний)', day, 'lastReview'],
    ['План. консилиум', [date('2026-11-01'), date('2026-12-01')], 'nextReview'],
  ])('«%s»', (heading, values, field) => {
    expect(understood(heading, values)).toMatchObject({ field });
  });
});

describe("neighbours' columns are left alone, and push nobody out", () => {
  it.each<[string, readonly CellValue[]]>([
    ['Дата рождения матери', [date('1985-02-03'), date('1990-02-03')]],
    ['ФИО директора', ['Лукина О.О.', 'Ершова В.В.']],
    ['ФИО отца', ['Лукин Олег Олегович', 'Ершов Виктор Иванович']],
    ['Телефон школы', ['2-33-44', '2-55-66']],
    ['Уровень образования', ['высшее', 'среднее']],
    ['Уровень дохода', ['низкий', 'средний']],
    ['Номер кабинета', [12, 14]],
    ['Кадастровый номер', ['86:01:0001', '86:01:0002']],
    ['Дата выдачи паспорта', [date('2005-02-03'), date('2010-02-03')]],
    ['Куратор от школы', ['Лукина О.О.', 'Ершова В.В.']],
    ['Кол-во комнат', [1, 2, 3]],
    ['Решение суда', ['отказано', '№ 2-345 от 12.03.2020']],
    ['Дата решения суда', [date('2020-02-03'), date('2021-02-03')]],
    ['Договор найма', ['есть', 'нет']],
    ['№ договора найма', [12, 14]],
    ['Дата социального контракта', [date('2025-02-03'), date('2025-03-03')]],
    ['Дата постановки на учёт в ПДН', [date('2025-02-03'), date('2025-03-03')]],
    ['Срок действия удостоверения', [date('2026-02-03'), date('2026-03-03')]],
    ['Форма собственности', ['частная', 'муниципальная']],
    ['Результат медосмотра', ['здоров', 'учёт']],
  ])('«%s»', (heading, values) => {
    const account = understood(heading, values);
    expect(account?.field).toBeNull();
    const rows = SURNAMES.map((surname, at) => [
      at + 1,
      `${surname} А.П.`,
      'базовый',
      values[at % values.length] ?? null,
    ]);
    const reading = read([sheet([['№ п/п', 'ФИО заявителя', 'Уровень сопровождения', heading, 'Район'], ...rows])]);
    expect(reading.register.tables[0]?.columns.map(({ field }) => field).slice(0, 3)).toEqual([
      'seq',
      'applicant',
      'level',
    ]);
  });

  it('«Дата рождения матери» beside «ФИО матери» is the birth date of the applicant', () => {
    const rows = SURNAMES.map((surname, at) => [at + 1, `${surname} А.П.`, date('1985-02-03'), 'базовый']);
    const reading = read([sheet([['№ п/п', 'ФИО матери', 'Дата рождения матери', 'Уровень'], ...rows])]);
    expect(reading.register.tables[0]?.columns.map(({ field }) => field)).toEqual([
      'seq',
      'applicant',
      'applicantBirthDate',
      'level',
    ]);
  });
});

it.each<[string, readonly CellValue[]]>([
  ['№ паспорта', ['67 10 123456', '67 11 223456', '67 12 323456', '67 13 423456', '67 14 523456']],
  ['№ удостоверения многодетной семьи', ['МС-1', 'МС-2', 'МС-3', 'МС-4', 'МС-5']],
  ['Адрес школы', ['ул. Лесная, 5', 'ул. Мира, 7', 'ул. Лесная, 5', 'ул. Мира, 7', 'ул. Лесная, 5']],
  ['Телефон участкового', Array.from({ length: 5 }, () => '+7 912 345-67-89')],
  ['Кто помогает', ['школа, ПДН', 'опека, школа', 'школа, ПДН', 'опека, школа', 'школа, ПДН']],
  ['Д.р. отца', ['05.05.1980', '05.05.1981', '05.05.1982', '05.05.1983', '05.05.1984']],
  ['ИПРА (дата окончания)', Array.from({ length: 5 }, () => date('2027-05-05'))],
  ['Характеристика семьи', ['мать воспитывает одна', 'живут с бабушкой', 'мать работает', 'семья дружная']],
  ['Когда и докуда', Array.from({ length: 5 }, () => 'с 26.05.2024 до 25.05.2025')],
  ['Снята с учёта в КДН', Array.from({ length: 5 }, () => date('2026-05-05'))],
  ['Приказ об опеке (№, дата)', Array.from({ length: 5 }, () => '№ 12 от 05.05.2024')],
])('a column of other matters is no field of the family: «%s»', (heading, values) => {
  expect(understood(heading, values)?.field).toBeNull();
});

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора'];

/** The field of the last column of a register, of the days in it. */
function fieldUnder(heading: string, days: readonly string[]): string | undefined {
  const rows = days.map((day, at) => [
    `${at + 1}/25`,
    `${SURNAMES[at]} А.П.`,
    'базовый',
    date('2025-02-01'),
    date(day),
  ]);
  return read([sheet([[...HEADINGS, heading], ...rows])]).register.tables[0]?.columns.at(-1)?.field;
}

describe('dates that are all to come', () => {
  const TO_COME = ['2026-11-12', '2026-12-01', '2027-01-15', '2027-02-01', '2026-11-30'];
  const PAST = ['2026-01-12', '2026-02-01', '2026-03-15', '2026-11-30', '2026-05-01'];

  it.each([
    ['Дата мониторинга', 'nextReview', 'lastReview'],
    ['Дата посещения', 'nextVisit', 'lastVisit'],
    ['Дата окончания', 'programUntil', 'closedOn'],
  ])('«%s» is what is planned, else what has happened', (heading, planned, happened) => {
    expect(fieldUnder(heading, TO_COME)).toBe(planned);
    expect(fieldUnder(heading, PAST)).toBe(happened);
  });

  it.each([
    ['Дата последнего посещения', 'lastVisit'],
    ['Дата снятия с сопровождения', 'closedOn'],
  ])('are mistakes under «%s»', (heading, field) => {
    expect(fieldUnder(heading, TO_COME)).toBe(field);
  });

  it('are mistakes where they are few', () => {
    expect(fieldUnder('Дата окончания', TO_COME.slice(0, 3))).toBe('closedOn');
  });
});

/** The fields of a register's columns, of as many lines as there are values in the longest. */
function fieldsOf(
  columns: readonly (readonly [heading: string, ...values: CellValue[]])[],
): readonly (string | null)[] {
  const height = Math.max(...columns.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, at) => columns.map((column) => column[at] ?? null));
  const table = read([sheet(rows)]).account.sheets[0]?.tables[0];
  return table?.columns.map(({ field }) => field) ?? [];
}

const FAMILIES = SURNAMES.slice(0, 5).map((surname) => `${surname} Анна Павловна`);
const LEVELS = ['базовый', 'кризисный', 'базовый', 'кризисный', 'базовый'];
const PAST_DAYS = ['2026-01-12', '2026-02-01', '2026-03-15', '2026-04-30', '2026-05-01'].map(date);

describe('the end of a plan closes no family', () => {
  it.each([
    'Дата завершения плана',
    'Дата завершения индивидуального плана',
    'Дата завершения программы сопровождения',
    'Дата закрытия ИППСУ',
    'Дата завершения мероприятий',
    'Дата окончания проведения мероприятий',
    'План сопровождения: дата завершения',
  ])('«%s»', (heading) => {
    expect(understood(heading, PAST_DAYS)?.field).toBe('programUntil');
  });

  it.each(['Прекращение реализации программы (дата)', 'Дата окончания реализации мероприятий'])(
    '«%s», in more words',
    (heading) => {
      expect(understood(heading, PAST_DAYS)?.field).toBeNull();
    },
  );

  it.each([
    'Дата завершения сопровождения по программе',
    'Дата снятия с программы',
    'Дата выхода из программы',
    'Отметка о завершении программы (дата)',
  ])('«%s» does: it tells of the family', (heading) => {
    expect(understood(heading, PAST_DAYS)?.field).toBe('closedOn');
  });

  it('and the time of the plan has no other column beside it taken for one', () => {
    const fields = fieldsOf([
      ['ФИО заявителя', ...FAMILIES],
      ['Уровень', ...LEVELS],
      ['Программа: до какого числа', ...PAST_DAYS],
      ['Дата завершения программы', ...PAST_DAYS],
    ]);
    expect(fields).toEqual(['applicant', 'level', 'programUntil', null]);
  });
});

describe('the place in the list', () => {
  it.each([['№ п/п'], ['п/п'], ['N п.п.'], ['№']])('«%s» beside the number of a document', (heading) => {
    const fields = fieldsOf([
      [heading, '1.', '2.', '3.', '4.', '5.'],
      ['ФИО заявителя', ...FAMILIES],
      ['Документ об обследовании, номер', '71', '116', '2', '285', '12'],
      ['Уровень', ...LEVELS],
    ]);
    expect(fields[0]).toBe('seq');
  });

  it.each(['№ п/п', '№'])('«%s», where a document has its number on a lower line of the heading', (heading) => {
    const reading = read([
      sheet(
        [
          [heading, 'ФИО заявителя', 'Документ об обследовании', null, 'Уровень'],
          [null, null, 'дата', 'номер', null],
          ...FAMILIES.map((name, at) => [`${at + 1}.`, name, PAST_DAYS[at], 100 - at * 7, LEVELS[at]]),
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'] },
      ),
    ]);
    const fields = reading.account.sheets[0]?.tables[0]?.columns.map(({ field }) => field);
    expect(fields).toEqual(['seq', 'applicant', 'surveyDate', null, 'level']);
  });
});

it('the first number under a heading counts the lines, whatever they are about', () => {
  const reading = read([
    sheet(
      [
        ['Обследования', null, null, 'Уровень'],
        ['№', 'ФИО заявителя', 'дата', null],
        ...FAMILIES.map((name, at) => [at + 1, name, PAST_DAYS[at], LEVELS[at]]),
      ],
      { merges: ['A1:C1', 'D1:D2'] },
    ),
  ]);
  expect(reading.register.tables[0]?.columns[0]?.field).toBe('seq');
});

describe('a column of one parent', () => {
  const FATHERS = [
    'Белов Олег Олегович',
    'Осипов Олег Ильич',
    'Носов Илья Ильич',
    'Лукин Пётр Ильич',
    'Ершов Ян Ильич',
  ];
  const MOTHERS = FAMILIES.map((name, at) => `${name}, 0${at + 1}.05.1985`);

  it('is nobody beside the applicant', () => {
    const fields = fieldsOf([
      ['Фамилия семьи', ...FAMILIES],
      ['Мать (ФИО, дата рождения)', ...MOTHERS],
      ['Отец (ФИО, д.р.)', ...FATHERS],
      ['Уровень', ...LEVELS],
    ]);
    expect(fields).toEqual(['applicant', null, null, 'level']);
  });

  it('is the applicant, the first of them, where nobody else is', () => {
    const fields = fieldsOf([
      ['№ п/п', 1, 2, 3, 4, 5],
      ['Мать (ФИО, дата рождения)', ...MOTHERS],
      ['Отец (ФИО, д.р.)', ...FATHERS],
      ['Уровень', ...LEVELS],
    ]);
    expect(fields).toEqual(['seq', 'applicant', null, 'level']);
  });
});

it('how a child was placed is no category of the family', () => {
  expect(understood('Форма устройства', ['замещающая', 'замещающая семья'])?.field).toBeNull();
});

it('a history of transfers tells of nothing else', () => {
  const transfers = ['19.06.2025 адаптационный', '21.12.2025 базовый', '01.02.2026 кризисный'];
  expect(understood('История переводов между уровнями', transfers)?.field).toBe('transfers');
});

describe('what a date is set for has not happened, also where it is over or there are few', () => {
  it.each([
    ['Контрольная дата мониторинга', 'nextReview'],
    ['Контрольная дата пересмотра ИППСУ', 'nextReview'],
    ['Плановая дата пересмотра', 'nextReview'],
    ['Намеченная дата консилиума', 'nextReview'],
    ['Контрольная дата посещения', 'nextVisit'],
    ['Предполагаемая дата выхода в семью', 'nextVisit'],
  ])('«%s»', (heading, field) => {
    expect(fieldUnder(heading, ['2026-01-12', '2026-02-01'])).toBe(field);
    expect(fieldUnder(heading, ['2026-01-12', '2026-02-01', '2026-03-15', '2026-11-30', '2026-05-01'])).toBe(field);
  });
});
