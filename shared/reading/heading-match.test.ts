import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../domain/fields.ts';
import { FIELDS } from '../domain/fields.ts';
import { HEADING_ALIASES } from './heading-aliases.ts';
import { headingLikeness, matchHeading } from './heading-match.ts';
import { normaliseHeading, withoutBrackets } from './heading-normaliser.ts';
import { COMPOSITES } from './composite-fields.ts';

describe('a heading is normalised', () => {
  it.each([
    ['Дата\u00A0поступ- ления заявле- ния', 'дата поступления заявления'],
    ['N\nп/п', '№ п/п'],
    ['NN п/п', '№ п/п'],
    ['N', '№'],
    ['NN', '№'],
    ['No.', '№'],
    ['Ф.И.О. заявителя', 'фио заявителя'],
    ['Фамилия, имя, отчество (при наличии) заявителя', 'фио заявителя'],
    ['Фамилия И. О. специалиста', 'фио специалиста'],
    ['Фамилия, имя, отчество (последнее – при наличии) заявителя', 'фио заявителя'],
    ['Фамилия, инициалы специалиста', 'фио специалиста'],
    ['Страховой номер индивидуального лицевого счёта', 'снилс'],
    ['С какого времени на сопровождении', 'сдаты на сопровождении'],
    ['Фактический результат <1>', 'фактический результат'],
    ['Дата осуществления контроля 2', 'дата осуществления контроля'],
    ['Учёт*', 'учет'],
    ['Кaтегория', 'категория'],
    ['социально-опасное положение', 'социально-опасное положение'],
    ['НомерДоговора', 'номер договора'],
    ['Заявитель.СНИЛС', 'заявитель снилс'],
    ['СНИЛСЗаявителя', 'снилс заявителя'],
    ['дата_договора', 'дата договора'],
    ['Уровень (1 – базовый; 2 – кризисный), дата', 'уровень , дата'],
  ])('«%s»', (heading, wanted) => {
    expect(normaliseHeading(heading)).toBe(wanted);
  });

  it('and does without its brackets, balanced or not', () => {
    expect(withoutBrackets('категория семьи (указывается сокращенно(1)')).toBe('категория семьи');
    expect(withoutBrackets('дети (фио) семьи')).toBe('дети семьи');
  });
});

/** Wordings that stand in no list: other words, orders, endings, abbreviations, typing errors. */
const UNLISTED: Readonly<Record<RecordKind, readonly (readonly [string, string])[]>> = {
  families: [
    ['N', 'seq'],
    ['Дата принятия на сопровождение', 'registeredOn'],
    ['№ учётного дела семьи', 'caseNo'],
    ['Уч. номер семьи', 'caseNo'],
    ['Когда взяли на сопровождение', 'startDate'],
    ['ФИО обратившегося гражданина', 'applicant'],
    ['Члены семьи (ФИО, степень родства, год рождения)', 'household'],
    ['Несовершеннолетние дети (ФИО, дата рожд.)', 'children'],
    ['Детей в семье (кол-во)', 'childrenCount'],
    ['Адрес фактического места жительства', 'address'],
    ['Контактный номер телефона', 'phone'],
    ['Катигория семьи', 'categories'],
    ['Дата проткоола', 'decisionDate'],
    ['Получаетль соц. услуг (Ф.И.О.)', 'applicant'],
    ['Договор от:', 'contractDate'],
    ['Уровень (с какой даты), дата установления', 'levelComposite'],
    ['От кого поступило обращение', 'source'],
    ['Дата рег. заявления', 'applicationDate'],
    ['Дата акта обслед. ЖБУ', 'surveyDate'],
    ['Специалист, ответственный за сопровождение', 'curator'],
    ['Уровенъ соц. сопровождения', 'level'],
    ['Продолжительность (в месяцах)', 'termMonths'],
    ['ИПСС, номер', 'programNo'],
    ['ДатаИППСУ', 'programDate'],
    ['DATA_DOG', 'contractDate'],
    ['N_DOG', 'contractNo'],
    ['UROVEN', 'level'],
    ['PRICHINA_SNYATIYA', 'closeReason'],
    ['Соцработник (куратор)', 'curator'],
    ['Основание (категория)', 'categories'],
    ['ПричинаСнятия', 'closeReason'],
    ['Ведёт семью', 'curator'],
    ['Состав семьи (дети)', 'children'],
    ['ИПСС утверждена', 'programDate'],
    ['ИПСС действительна до', 'programUntil'],
    ['Номер протокола комиссии', 'decisionNo'],
    ['Дата заключ. договора', 'contractDate'],
    ['Договор о соц. сопровождении (№ и дата)', 'contract.document'],
    ['Сопровождение начато с', 'startDate'],
    ['Состоит на учете с (дата)', 'registeredOn'],
    ['Изменение уровня (дата, новый уровень)', 'transfers'],
    ['Плановая дата консилиума', 'nextReview'],
    ['Даты выхода специалиста в семью', 'visitDates'],
    ['Дата посл. посещения', 'lastVisit'],
    ['Дата снятия с соц. сопровождения', 'closedOn'],
    ['Прич. снятия', 'closeReason'],
    ['Постановление КДНиЗП (снятие)', 'closeDecision'],
    ['Дата подписания согласия', 'consentDate'],
    ['Территориальный участок', 'district'],
    ['Обстоятельства признания нуждающимся', 'circumstances'],
    ['№ случая', 'caseNo'],
    ['Ур-нь', 'level'],
    ['Дата составления ИП', 'programDate'],
    ['Согласие на ОПД (дата)', 'consentDate'],
    ['Группа учета семьи', 'categories'],
    ['Уровень на момент снятия с сопровождения', 'level'],
    ['Программа продлена до (дата)', 'programUntil'],
    // words that turn the heading to another matter
    ['Дата расторжения соглашения', 'closedOn'],
    ['Дата расторжения договора', 'closedOn'],
    ['Основание расторжения договора', 'closeReason'],
    ['Причина исключения из списка', 'closeReason'],
    ['Фамилия, инициалы специалиста, назначенного куратором', 'curator'],
    ['ФИО законного представителя несовершеннолетнего ребенка (детей)', 'applicant'],
    ['Дата подачи заявления о предоставлении соц. сопровождения', 'applicationDate'],
    ['Дата заключения', 'contractDate'],
    ['Срок, на который заключен договор, мес.', 'termMonths'],
    ['Дата утверждения МИПСС', 'programDate'],
    ['С какого времени на сопр-нии', 'startDate'],
    ['Число, месяц, год рождения', 'applicantBirthDate'],
    ['Отметка о снятии (дата, причина)', 'closing.composite'],
    ['Дата выхода из программы', 'closedOn'],
    ['Ф.И.О. куратора, место работы, должность', 'curator'],
    ['Ребенок, переданный на воспитание (Ф.И.О., дата рождения)', 'children'],
    ['Когда сняли', 'closedOn'],
    ['Ф.И.О. родителей закрепленной семьи', 'applicant'],
    ['Последний контакт с семьёй (дата)', 'lastVisit'],
    ['Контакт. тел.', 'phone'],
    ['Открепление (дата)', 'closedOn'],
    ['Дата решения о постановке семьи', 'decisionDate'],
    ['Дата и результаты первичного обследования', 'surveyDate'],
    ['Кто выявил', 'source'],
    ['Адресный специалист', 'curator'],
    ['Ф.И.О. получателя государственной услуги', 'applicant'],
    // questions of a form on the web, exported with its answers
    ['Кто ваш куратор?', 'curator'],
    ['Укажите уровень сопровождения', 'level'],
    ['Выберите категорию семьи', 'categories'],
  ],
  members: [
    ['Степень родства по отношению к заявителю', 'relation'],
    ['Место учебы (школа, класс)', 'study'],
    ['Где учится ребёнок, где работает', 'study'],
  ],
  visits: [
    ['Фактический результат', 'result'],
    ['ФИО специалиста, посетившего семью', 'specialist'],
    ['Итоги выхода', 'result'],
    ['Кто осуществил контакт', 'specialist'],
    ['Содержание контакта', 'result'],
    ['Форма контакта', 'kind'],
    ['Кем осуществлён', 'specialist'],
  ],
  measures: [
    ['Срок исполнения (план)', 'dueDate'],
    ['Дата фактич. исполнения', 'doneDate'],
  ],
  specialists: [['Ф.И.О. работника', 'name']],
};

describe('headings that nobody listed', () => {
  const cases = (Object.keys(UNLISTED) as RecordKind[]).flatMap((kind) =>
    UNLISTED[kind].map(([heading, field]) => [kind, heading, field] as const),
  );
  it.each(cases)('%s: «%s» is %s', (kind, heading, field) => {
    const best = matchHeading([heading], kind)[0];
    expect(best?.field).toBe(field);
    expect(best?.score).toBeGreaterThanOrEqual(0.57);
  });
});

describe('headings in two or three rows', () => {
  it.each<[readonly string[], string]>([
    [['Договор', 'дата'], 'contractDate'],
    [['Договор', '№'], 'contractNo'],
    [['ИПСС', '№'], 'programNo'],
    [['Решение комиссии', 'дата'], 'decisionDate'],
    [['Решение комиссии', 'решение'], 'decision'],
    [['Заявление', 'источник'], 'source'],
    [['Заявитель', 'СНИЛС'], 'snils'],
    [['Заявитель', 'дата рождения'], 'applicantBirthDate'],
    [['Заявитель', 'д.р.'], 'applicantBirthDate'],
    [['Дети', 'количество'], 'childrenCount'],
    [['Дети', 'ФИО, дата рождения'], 'children'],
    [['Снятие с сопровождения', 'причина'], 'closeReason'],
    [['Снятие с сопровождения', 'решение КДНиЗП'], 'closeDecision'],
    [['Консилиум', 'следующий'], 'nextReview'],
    [['Сопровождение', 'вид (уровень)'], 'level'],
    [['Сведения о сопровождении', 'Договор', 'дата'], 'contractDate'],
    [['Уровень сопровождения', 'срок, мес.'], 'termMonths'],
    [['Снятие с учета', '№ протокола'], 'closeDecision'],
    [['Заключение консилиума', 'дата'], 'decisionDate'],
    [['Заключение консилиума', '№'], 'decisionNo'],
    [['Постановка на учет', '№ протокола'], 'decisionNo'],
  ])('%j', (path, field) => {
    expect(matchHeading(path, 'families')[0]?.field).toBe(field);
  });
});

it('every listed wording finds its own field, and every field is known', () => {
  let count = 0;
  for (const [kind, fields] of Object.entries(HEADING_ALIASES) as [
    RecordKind,
    Readonly<Record<string, readonly string[]>>,
  ][]) {
    for (const [field, wordings] of Object.entries(fields)) {
      const isKnown =
        Object.hasOwn(FIELDS[kind], field) ||
        Object.hasOwn(COMPOSITES, field) ||
        ['seq', 'children.birthDate', 'district', 'phone'].includes(field);
      expect([kind, field, isKnown]).toEqual([kind, field, true]);
      for (const wording of wordings) {
        count += 1;
        const own = matchHeading([wording], kind).find((one) => one.field === field);
        expect([wording, own?.score ?? 0]).toEqual([wording, expect.closeTo(1, 1)]);
      }
    }
  }
  expect(count).toBeGreaterThan(600);
});

it.each([
  [['Результат рассмотрения: решение, дата, №', '№'], 'decisionNo'],
  [['Результат рассмотрения: решение, дата, №', 'дата'], 'decisionDate'],
  [['Договор: номер, дата, срок', 'дата'], 'contractDate'],
  [['Решение о снятии', 'дата'], 'closedOn'],
  [['Решение о снятии', 'причина'], 'closeReason'],
])('reads %j as %s, whatever else is listed above', (path, field) => {
  expect(matchHeading(path, 'families')[0]?.field).toBe(field);
});

it('knows handing a programme over for no step', () => {
  expect(matchHeading(['Дата вручения ИПСС'], 'families')[0]?.field).toBe('-');
});

it.each([
  'Дата ознакомления с программой',
  'Телефон специалиста',
  'Дата закрепления куратора',
  'Дата ответа на запрос',
  'Дата снятия с учета у нарколога',
  'Дата снятия ребенка с внутришкольного учета',
  'Дата отчисления из школы',
  'Дата начала работы матери',
  'Дата окончания отпуска по уходу',
  'Дата восстановления в родительских правах',
  'Дата расторжения брака',
  'Форма обучения',
  'Семейный статус',
  'Год постройки дома',
  'Количество детей, посещающих детский сад',
])('«%s» is no fact of the family', (heading) => {
  const best = matchHeading([heading], 'families')[0];
  expect(best === undefined || best.field === '-' || best.score < 0.57).toBe(true);
});

it('tells headings from what stands in cells', () => {
  for (const text of [
    'Иванова Анна Петровна',
    'ул. Мира, д. 5',
    '12.03.2025',
    'проведена беседа',
    '№ 5 от 01.02.2025',
  ]) {
    expect([text, headingLikeness(text) < 0.6]).toEqual([text, true]);
  }
  for (const text of ['ФИО заявителя', 'Дата договора', '№ п/п', 'Кол-во детей']) {
    expect([text, headingLikeness(text) >= 0.6]).toEqual([text, true]);
  }
});
