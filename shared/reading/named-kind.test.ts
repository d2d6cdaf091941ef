/** What a sheet is called, and what that says of its tables. */
import { describe, expect, it } from 'vitest';
import { kindNamed, namesOffice } from './named-kind.ts';

describe('the kind that a name gives', () => {
  it.each([
    ['Визиты', [], 'visits'],
    ['Лист1', ['Журнал патронажа семей специалистами отделения'], 'visits'],
    ['Лист2', ['Сведения о членах семьи'], 'members'],
    ['Семейный состав', [], 'members'],
    ['Лист1', ['Утверждаю', 'План сопровождения'], 'measures'],
    ['Работники', ['Отделение сопровождения семей'], 'specialists'],
    ['Лист1', ['Мероприятия', 'Кураторы'], 'specialists'],
  ])('is found in «%s» and %j', (name, lines, kind) => {
    expect(kindNamed(name, lines)).toBe(kind);
  });

  it.each([
    ['Лист1', []],
    ['Реестр', ['Реестр семей, мероприятия']],
    ['Семьи', ['Состав и посещения']],
    ['Лист1', ['Журнал инструктажа сотрудников']],
    ['Сотрудники', ['Табель за октябрь']],
  ])('is not found in «%s» and %j', (name, lines) => {
    expect(kindNamed(name, lines)).toBeNull();
  });
});

describe('what an office keeps beside its families', () => {
  it('is named by the sheet or a line above', () => {
    expect(namesOffice(['Лист1', 'График дежурств'])).toBe(true);
    expect(namesOffice(['Отпуска'])).toBe(true);
  });

  it('is not meant where families are spoken of', () => {
    expect(namesOffice(['График выходов в семьи и дежурств'])).toBe(false);
    expect(namesOffice(['Посещения'])).toBe(false);
  });
});
