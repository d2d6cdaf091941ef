/** Cells that hold a fact and further ones behind it, as their heading says. */
import { describe, expect, it } from 'vitest';
import { fieldCell } from '../domain/register.ts';
import { takePhones, takeSnils } from './contacts-in-text.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

/** Registers whose column C has the heading and the cells. */
function registerWith(heading: string, cells: readonly (string | null)[], names = 'ФИО заявителя') {
  return read([
    sheet([
      ['№ дела', names, heading, 'Уровень', 'Дата договора'],
      ...cells.map((cell, at) => [
        `${at + 1}/25`,
        `Белова Анна ${'АБВГД'.charAt(at)}.`,
        cell,
        'базовый',
        date('2025-02-01'),
      ]),
    ]),
  ]);
}

describe('an address with a telephone', () => {
  const CELLS = [
    'г. Инта, ул. Мира, 5, т. 6-12-34',
    'г. Инта, ул. 8 Марта, 12-34\n8 (922) 123-45-67 (мама), 8 922 123-45-6',
    'п. Мир, ул. Лесная, д. 3, кв. 7',
    null,
  ];

  it.each(['Адрес, телефон', 'Телефон и адрес семьи', 'Адр., тел.', 'Адрес/телефон'])(
    'under «%s» gives both',
    (heading) => {
      const reading = registerWith(heading, CELLS);
      expect(fieldOf(reading, 'phone')).toEqual(['6-12-34', '8 (922) 123-45-67, 8 922 123-45-6', null, null]);
      expect(fieldOf(reading, 'address')).toEqual([
        'г. Инта, ул. Мира, 5',
        'г. Инта, ул. 8 Марта, 12-34, (мама)',
        'п. Мир, ул. Лесная, д. 3, кв. 7',
        null,
      ]);
    },
  );

  it('stands in one cell: what is found of either belongs there', () => {
    const [family] = registerWith('Адрес, телефон', CELLS).register.families;
    const cells = ['address', 'phone'].map((field) => family && fieldCell(family, field));
    expect(cells).toEqual([
      { sheet: 'Лист1', row: 2, column: 2 },
      { sheet: 'Лист1', row: 2, column: 2 },
    ]);
  });

  it('gives no telephone where another column does, or none is written', () => {
    const both = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Адрес, телефон', 'Телефон', 'Дата договора'],
        ['1/25', 'Белова А.П.', 'ул. Мира, 5, т. 6-12-34', '8 922 123-45-67', date('2025-02-01')],
      ]),
    ]);
    expect(fieldOf(both, 'phone')).toEqual(['8 922 123-45-67']);
    expect(fieldOf(both, 'address')).toEqual(['ул. Мира, 5, т. 6-12-34']);
    expect(tablesOf(registerWith('Адрес, телефон', ['ул. Мира, 5', 'ул. Мира, 12-34'])).join()).not.toContain('phone');
    expect(tablesOf(registerWith('Адрес', CELLS)).join()).not.toContain('phone');
  });
});

describe('facts behind the name of the applicant', () => {
  const facts = ['applicant', 'applicantBirthDate', 'snils', 'address', 'phone'];
  it.each([
    [
      'ФИО, СНИЛС',
      'Белова Анна Петровна, 112-233-445 95',
      ['Белова Анна Петровна', null, '112-233-445 95', null, null],
    ],
    ['ФИО, СНИЛС', 'Белова Анна Петровна\n11223344595', ['Белова Анна Петровна', null, '11223344595', null, null]],
    [
      'ФИО заявителя, адрес',
      'Белова А.П., г. Инта, ул. Мира, 5',
      ['Белова А.П.', null, null, 'г. Инта, ул. Мира, 5', null],
    ],
    ['ФИО заявителя, № телефона', 'Белова Анна, 8 922 123-45-67', ['Белова Анна', null, null, null, '8 922 123-45-67']],
    [
      'ФИО, дата рождения, СНИЛС',
      'Белова Анна Петровна, 12.03.1985 г.р., СНИЛС 112-233-445 95',
      ['Белова Анна Петровна', '1985-03-12', '112-233-445 95', null, null],
    ],
    [
      'ФИО, дата рождения, адрес, телефон',
      'Белова Анна Петровна, 12.03.1985, г. Инта, ул. Мира, 5, тел. 6-12-34',
      ['Белова Анна Петровна', '1985-03-12', null, 'г. Инта, ул. Мира, 5', '6-12-34'],
    ],
    [
      'ФИО родителей, дата рождения, место работы',
      'Белова Анна Петровна, 12.03.1985, г. Инта, школа',
      ['Белова Анна Петровна', '1985-03-12', null, null, null],
    ],
  ])('«%s»: %s', (heading, cell, expected) => {
    const reading = read([
      sheet([
        ['№ дела', heading, 'Уровень', 'Дата договора'],
        ['1/25', cell, 'базовый', date('2025-02-01')],
      ]),
    ]);
    expect(facts.map((fact) => fieldOf(reading, fact)[0])).toEqual(expected);
  });
});

it.each([
  ['628310, г. Инта, ул. 9 Мая, 12-34', null, '628310, г. Инта, ул. 9 Мая, 12-34'],
  ['ул. Мира, д. 5 8 922 123 45 67', '8 922 123 45 67', 'ул. Мира, д. 5'],
  ['ул. Мира, 5; моб. тел.: +79221234567', '+79221234567', 'ул. Мира, 5'],
  ['ул. Мира, 5, тел. нет', null, 'ул. Мира, 5'],
  ['9221234567', '9221234567', ''],
])('telephones of «%s»', (text, found, rest) => {
  expect(takePhones(text)).toEqual({ found, rest });
});

it.each([
  ['Белова Анна, СНИЛС: 112-233-445 95', '112-233-445 95', 'Белова Анна'],
  ['Белова Анна (112-233-44)', '112-233-44', 'Белова Анна'],
  ['Белова Анна, 12.03.1985', null, 'Белова Анна, 12.03.1985'],
])('insurance numbers of «%s»', (text, found, rest) => {
  expect(takeSnils(text)).toEqual({ found, rest });
});
