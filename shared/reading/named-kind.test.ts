/** What a sheet is called, and what that says of its tables. */
import { describe, expect, it } from 'vitest';
import { kindNamed, namesOffice } from './named-kind.ts';
import { read, sheet } from './testing-sheet.ts';

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

describe('records of a staff list that say what headings say', () => {
  it.each([
    ['специалист по социальной работе', 'полная', 'Степной район'],
    ['специалист по сопровождению', 'ставка', 'территория района'],
    ['социальный работник', 'полная ставка', 'участок № 3'],
    ['куратор', '1 шт. ед.', 'закрепленный участок № 2'],
  ])('%s | %s | %s', (position, rate, district) => {
    const others = ['Ефремова Д.Г.', 'Чистякова Роза Федоровна', 'НИКИФОРОВА Н. М.', 'Борисова П.В. '];
    const records = ['Климова В.И.', ...others].map((name, at) =>
      at % 3 === 1 ? [name, 'психолог', 1, 'Заречный'] : [name, position, rate, district],
    );
    const heading = ['ФИО специалиста', 'Должность', 'Ставка', 'Участок'];
    const { register } = read([sheet([heading, ...records], { name: 'Специалисты' })]);
    expect(register.specialists.map(({ values }) => values.name)).toEqual(records.map(([name]) => String(name).trim()));
  });
});
