/** Columns of people under headings that no wording explains. */
import { describe, expect, it } from 'vitest';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

const FAMILIES = ['Белова', 'Носова', 'Лукина', 'Зимина', 'Котова', 'Рябова'];
const FEW = ['Орлова И.И.', 'Сомова П.Л.'];

const started = (at: number) => date(`2025-02-0${at + 1}`);

/** A register whose column C holds people under the heading, read by default as six families with two names. */
function registerWith(
  heading: string,
  { names = FEW, first = ['№ дела', 'ФИО заявителя'] }: { names?: readonly string[]; first?: readonly string[] } = {},
) {
  return read([
    sheet([
      [...first, heading, 'Дата заявления', 'Уровень', 'Количество детей', '№ договора', 'Дата договора'],
      ...FAMILIES.map((surname, at) => {
        const told = [`${at + 1}/25`, `${surname} А.П.`].slice(0, first.length);
        return [...told, names[at % names.length] ?? null, started(at), 'базовый', 2, `${at + 7}`, started(at)];
      }),
    ]),
  ]);
}

describe('who looks after the family', () => {
  it.each([
    'Кому поручено',
    'Сопровождающий (Ф.И.О.)',
    'Чья семья',
    'За кем закреплена семья',
    'Каким специалистом сопровождается',
    'Ведущий случай',
    'Патронатный воспитатель/специалист',
    'Координатор',
  ])('is told by few names and «%s», with doubt', (heading) => {
    const reading = registerWith(heading);
    expect(fieldOf(reading, 'curator')).toEqual(FAMILIES.map((_, at) => FEW[at % 2]));
    const [column] = reading.account.sheets[0]?.tables[0]?.columns.filter((one) => one.field === 'curator') ?? [];
    expect(column?.confidence).toBeLessThan(0.75);
  });

  it.each([
    'ФИО психолога',
    'Наставник подростка',
    'Ответственный за пожарную безопасность',
    'Кто утвердил',
    'Инспектор ПДН',
    'Социальный педагог школы',
    'ФИО поручителя',
    'Водитель',
    'Замещающий специалист на время отпуска',
  ])('is not «%s»', (heading) => {
    expect(tablesOf(registerWith(heading)).join()).not.toContain('C curator');
  });

  it('is not told by a name for every family, nor beside a curator', () => {
    const names = FAMILIES.map((surname) => `${surname} Ольга`);
    expect(tablesOf(registerWith('Кому поручено', { names })).join()).not.toContain('curator');
    const beside = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Кому поручено', 'Куратор', 'Уровень', '№ договора', 'Дата договора'],
        ...FAMILIES.map((surname, at) => {
          const [one, other] = at % 2 === 0 ? FEW : FEW.toReversed();
          return [`${at + 1}/25`, `${surname} А.П.`, one ?? null, other ?? null, 'базовый', '7', date('2025-02-01')];
        }),
      ]),
    ]);
    expect(tablesOf(beside).join()).toContain('D curator');
    expect(tablesOf(beside).join()).not.toContain('C curator');
  });
});

describe('a register whose people have an unknown heading', () => {
  const names = FAMILIES.map((surname) => `${surname} Анна Петровна`);

  it.each(['Сторона договора (Ф.И.О. законного представителя)', 'С кем заключён договор'])(
    'names the applicant under «%s»',
    (heading) => {
      const reading = registerWith(heading, { names, first: ['№ п/п'] });
      expect(fieldOf(reading, 'applicant')).toEqual(names);
    },
  );

  it.each([
    ['ФИО психолога', ['№ дела'], names],
    ['ФИО участкового', ['№ п/п'], names],
    ['ФИО бабушки', ['№ дела'], names],
    ['Подписал', ['№ дела'], names],
    ['Кто подписал', ['№ п/п'], FEW],
  ])('has no applicant under «%s»', (heading, first, people) => {
    expect(fieldOf(registerWith(heading, { names: people, first }), 'applicant').filter((one) => one !== null)).toEqual(
      [],
    );
  });
});
