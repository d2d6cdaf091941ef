/** Headings of members, visits, measures and specialists in words that no list has just so. */
import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';

const CLEAR = 0.62;

const meant = (kind: RecordKind, heading: string): string | null => {
  const [best] = matchHeading([heading], kind);
  return best && best.score >= CLEAR ? best.field : null;
};

describe('what a heading means', () => {
  it.each([
    ['members', 'Кем доводится матери', 'relation'],
    ['members', 'Категория инвалидности (если есть)', 'disability'],
    ['members', 'Фам., имя, отч. чл. семьи', 'name'],
    ['members', '№ кейса', 'caseNo'],
    ['members', 'Л/Д №', 'caseNo'],
    ['visits', 'В какую семью выход', 'applicant'],
    ['visits', 'Чем закончилось посещение', 'result'],
    ['visits', 'Первичный или повторный', 'kind'],
    ['visits', 'Дата выхода дд.мм.гггг', 'date'],
    ['visits', 'Специалист, посетивший', 'specialist'],
    ['measures', 'Исполнить не позднее', 'dueDate'],
    ['measures', 'Когда выполнено мероприятие', 'doneDate'],
    ['measures', 'Соисполнители', 'organisation'],
    ['measures', 'Кому поручено (ФИО)', 'responsible'],
    ['measures', 'Категория оказываемой помощи', 'helpKind'],
    ['specialists', 'Занимаемая им должность', 'position'],
    ['specialists', 'Кол-во штатных единиц', 'rate'],
    ['specialists', 'Обслуживаемые поселения', 'district'],
  ] satisfies readonly (readonly [RecordKind, string, string])[])('%s: «%s» is %s', (kind, heading, field) => {
    expect(meant(kind, heading)).toBe(field);
  });

  it.each([
    ['members', 'Доход члена семьи', 'relation'],
    ['visits', 'Следующий выход', 'date'],
    ['visits', 'Подпись специалиста', 'specialist'],
    ['measures', 'Источник финансирования мероприятия', 'measure'],
    ['measures', 'Папка', 'caseNo'],
    ['specialists', 'Стаж работы', 'name'],
    ['specialists', 'Дата приема на должность', 'position'],
  ] satisfies readonly (readonly [RecordKind, string, string])[])('%s: «%s» is no %s', (kind, heading, field) => {
    expect(meant(kind, heading)).not.toBe(field);
  });
});
