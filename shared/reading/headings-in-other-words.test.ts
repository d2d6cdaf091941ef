/** Headings in words that no list of wordings has: cut words, questions, verbs, hints, words of the street and of offices. */
import { describe, expect, it } from 'vitest';
import { matchHeading } from './heading-match.ts';
import { date, read, sheet } from './testing-sheet.ts';

const LEAST = 0.57;

function meant(heading: string): string | null {
  const [best] = matchHeading(heading.split(' > '), 'families');
  return best === undefined || best.field === '-' || best.score < LEAST ? null : best.field;
}

describe('a heading in other words', () => {
  it.each([
    // one word tells, whatever unknown words stand beside it
    ['Маркеры СОП', 'signs'],
    ['Факторы социального риска в семье', 'signs'],
    ['Показатели семейного неблагополучия (коды)', 'signs'],
    ['Актуальная проблема семьи', 'circumstances'],
    ['Заметки секретаря', 'note'],
    // cut words
    ['Выявл. признаки', 'signs'],
    ['№ дог-ра', 'contractNo'],
    ['Дата дог-ра', 'contractDate'],
    ['№ прот-ла комиссии', 'decisionNo'],
    ['Дата постан-ки', 'registeredOn'],
    ['Дата постановки на уч.', 'registeredOn'],
    ['Пост. и снятие с уч. > постановка', 'registeredOn'],
    ['Реш-е о прекращении сопр-я', 'closeDecision'],
    ['Согл. на обработку ПДн, дата', 'consentDate'],
    ['Длит-ть сопровождения', 'termMonths'],
    ['Ф-ма сопровождения', 'form'],
    ['Форма сопр. (И/Г)', 'form'],
    ['К-во детей', 'childrenCount'],
    ['П/н', 'seq'],
    ['#', 'seq'],
    // questions and verbs
    ['За что сняли с учёта', 'closeReason'],
    ['Из-за чего прекращено сопровождение', 'closeReason'],
    ['Каким документом снята', 'closeDecision'],
    ['По какой причине поставлены на учёт', 'circumstances'],
    ['Чем закончилась работа с семьёй', 'result'],
    ['Что получилось в итоге', 'result'],
    ['Когда в последний раз были в семье', 'lastVisit'],
    ['Дни, когда навещали семью', 'visitDates'],
    ['Когда снова навестить', 'nextVisit'],
    ['На сколько месяцев взята', 'termMonths'],
    ['Кто живёт в доме', 'household'],
    ['Где живут', 'address'],
    ['Откуда узнали', 'source'],
    // how the cell is to be filled
    ['Форма сопровождения — нужное подчеркнуть', 'form'],
    ['Домочадцы (перечислить)', 'household'],
    ['Коды признаков через запятую', 'signs'],
    // the support, called a case
    ['Тьютор', 'curator'],
    ['Закреплённый кейс-менеджер', 'curator'],
    ['Форма ведения случая', 'form'],
    ['Признаки случая', 'signs'],
    ['Доп. сведения по случаю', 'note'],
    ['Номер кейса семьи', 'caseNo'],
    ['Случай закрыт (дата)', 'closedOn'],
    // of the beginning, and of the end
    ['№ протокола КДНиЗП о постановке', 'decisionNo'],
    ['Заседание МВК по вопросу постановки, дата', 'decisionDate'],
    ['Последний рейд', 'lastVisit'],
    ['Предыдущий визит (дата)', 'lastVisit'],
    ['Следующий рейд (план)', 'nextVisit'],
    ['Пересмотр уровня не позднее', 'nextReview'],
    ['Дата последней переоценки уровня', 'lastReview'],
    ['Даты переоценок', 'reviewDates'],
    // numbers of persons and of things
    ['Число несоверш. детей', 'childrenCount'],
    ['Количество визитов специалиста в семью', 'visitCount'],
    ['Страховой номер инд. лицевого счёта', 'snils'],
    ['Пенсионное свид-во (СНИЛС)', 'snils'],
    // columns of programs
    ['DATE_BEGIN_SOPR', 'startDate'],
    ['Патронаж > план', 'nextVisit'],
    ['ИППСУ > по (дата)', 'programUntil'],
    // what is to come
    ['Когда пересмотреть уровень', 'nextReview'],
    ['Пересмотр назначен на', 'nextReview'],
    ['Контроль семьи на дому (даты)', 'visitDates'],
    ['Д-р № (о сопровождении)', 'contractNo'],
  ])('«%s» is %s', (heading, field) => {
    expect(meant(heading)).toBe(field);
  });

  it.each([
    'Признаки заболевания',
    'Показатели успеваемости',
    'Показатели здоровья детей',
    'Проблемы со здоровьем',
    'Комментарий родителя',
    'СНИЛС отца',
    'СНИЛС детей',
    'Номер лицевого счёта',
    'Номер банковской карты',
    'Номер трудового договора',
    'Дата закрытия больничного',
    'Дата выхода из декрета',
    'Исходящий № уведомления',
    'Кем приходится ребёнку',
    'Кем выдана справка о составе семьи',
    'Дата документа',
    'Дата внесения записи',
    'Дата постановки на ВШУ',
    'Проблемы с жильём',
    'Дата создания записи',
    'ДАТА_ИЗМЕНЕНИЯ',
    'Форма социального обслуживания',
    'Спальные места у детей',
    'Девичья фамилия матери',
    'ФИО погибшего супруга',
    'Последнее место работы',
    'Предыдущее место работы',
    'Дата внесения в ЕГИССО',
    'Студентов, чел.',
    'Посещений за месяц',
    // of the agreement or of the consent
    'Дата согл.',
  ])('«%s» is no fact of the family, or may be two', (heading) => {
    expect(meant(heading)).toBeNull();
  });
});

describe('a heading under another', () => {
  it.each([
    ['Решение комиссии', 'когда принято', 'decisionDate'],
    ['Решение о признании нуждающимися', 'дата принятия', 'decisionDate'],
    ['Пересмотр', 'когда был последний раз', 'lastReview'],
    ['Учёт семьи', 'взята', 'registeredOn'],
    ['Сопровождение', 'начато', 'startDate'],
    ['Удостоверение многодетной семьи', 'срок действия', null],
    ['Снятие с учёта', 'дата', 'closedOn'],
  ])('%s > %s is %s', (group, leaf, field) => {
    const rows = [1, 2, 3, 4, 5].map((no) => [`${no}/25`, `Белова А.${no}.`, 'базовый', date(`2026-0${no}-03`)]);
    const head = [
      ['№ дела', 'ФИО заявителя', 'Уровень', group],
      [null, null, null, leaf],
    ];
    const { account } = read([sheet([...head, ...rows], { merges: ['A1:A2', 'B1:B2', 'C1:C2'] })]);
    expect(account.sheets[0]?.tables[0]?.columns.find(({ column }) => column === 3)?.field).toBe(field);
  });

  it('is of the end where the one above speaks of it, and its paper is no decision of the beginning', () => {
    const rows = [1, 2, 3, 4, 5].map((no) => [`${no}/25`, `Белова А.${no}.`, 'базовый', `протокол № ${no}`, `${no}-П`]);
    const head = [
      ['№ дела', 'ФИО заявителя', 'Уровень', 'Снятие с учёта', 'Окончание сопровождения'],
      [null, null, null, 'документ', '№ протокола консилиума'],
    ];
    const { account } = read([sheet([...head, ...rows], { merges: ['A1:A2', 'B1:B2', 'C1:C2'] })]);
    const fields = account.sheets[0]?.tables[0]?.columns.slice(3).map(({ field }) => field) ?? [];
    expect(fields).toHaveLength(2);
    for (const field of fields) expect(['closeDecision', null]).toContain(field);
  });
});
