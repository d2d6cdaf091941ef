import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeListName } from '../domain/fields.ts';
import { codeBook } from './code-book.ts';
import { PACKS, packById } from './packs.ts';
import { comparableWording } from './wording.ts';

const training = packById('training');
if (!training) throw new Error('the training pack is one of the packs');
const book = codeBook(training);

/** Wordings by list and code, as registers hold them. */
const WORDINGS: readonly (readonly [CodeListName, string, readonly string[]])[] = [
  ['levels', 'ADAPT', ['адаптационный', 'Адаптационный', 'адаптационный уровень', 'адапт.', 'А', 'A', '1']],
  ['levels', 'BASE', ['базовый', 'базовый (профилактический) уровень', 'базовый(профилактический)', 'Б', 'проф.']],
  ['levels', 'CRISIS', ['кризисный', 'Кризисный уровень', 'Кризисныйуровень', 'К', 'K']],
  ['levels', 'URGENT', ['экстренный', 'Экстренный  уровень', 'экстр.', 'Э']],
  ['categories', 'CAT01', ['замещающие семьи', 'замещающая', 'Замещающая семья']],
  ['categories', 'CAT02', ['семьи, воспитывающие детей-инвалидов', 'ребёнок-инвалид', 'Семья с ребенком-инвалидом']],
  [
    'categories',
    'CAT03',
    ['семьи, воспитывающие детей с ОВЗ от рождения до 3-х лет', 'ОВЗ до 3 лет', 'Ребенок с ОВЗ (0-3 года)'],
  ],
  ['categories', 'CAT04', ['многодетные семьи', 'многодетная', 'Многодетная семья']],
  ['categories', 'CAT05', ['малообеспеченные семьи', 'малообеспеченная', 'Малоимущая']],
  ['categories', 'CAT06', ['семьи, имеющие намерение отказаться от ребенка', 'намерение отказаться от ребенка']],
  ['categories', 'CAT07', ['семьи с одним родителем', 'неполная', 'Один родитель']],
  [
    'categories',
    'CAT08',
    ['семьи, находящиеся в социально опасном положении', 'СОП', 'CОП', 'Социально-опасное положение'],
  ],
  ['categories', 'CAT09', ['семьи переселенцев, беженцев, мигрантов', 'переселенцы', 'Мигранты']],
  [
    'categories',
    'CAT10',
    [
      'родители с алкогольной или наркотической зависимостью',
      'алкогольная зависимость родителей',
      'Наркотическая зависимость родителей',
    ],
  ],
  ['categories', 'CAT11', ['несовершеннолетний в конфликте с законом', 'Конфликт с законом']],
  [
    'categories',
    'CAT12',
    ['женщины с детьми и беременные в трудной жизненной ситуации', 'ТЖС', 'Трудная жизненная ситуация'],
  ],
  ['sources', 'PARENT', ['заявление родителя']],
  ['sources', 'REPRESENTATIVE', ['заявление законного представителя']],
  ['sources', 'MINOR', ['заявление несовершеннолетнего']],
  ['sources', 'NOTICE_KDN', ['сообщение КДНиЗП', 'сообщение КДН и ЗП']],
  ['sources', 'NOTICE_SCHOOL', ['сообщение школы']],
  ['sources', 'NOTICE_GUARDIANSHIP', ['сообщение органа опеки']],
  ['sources', 'NOTICE_POLICE', ['сообщение полиции']],
  ['sources', 'NOTICE_CLINIC', ['сообщение поликлиники']],
  ['sources', 'NOTICE_BODY', ['сообщение органа системы профилактики']],
  ['applicantKinds', 'PARENT', ['родитель']],
  ['applicantKinds', 'MINOR', ['несовершеннолетний']],
  ['applicantKinds', 'AGENCY', ['орган системы профилактики']],
  ['forms', 'INDIVIDUAL', ['индивидуальное']],
  ['forms', 'GROUP', ['групповое']],
  ['decisions', 'APPROVED', ['одобрено', 'признаны нуждающимися', 'признан нуждающимся']],
  [
    'decisions',
    'REFUSED',
    [
      'отказано',
      'отказано в признании нуждающимися',
      'не признаны нуждающимися',
      'не признан нуждающимся',
      'не утверждено',
      'отклонить',
    ],
  ],
  ['results', 'R01', ['положительная динамика', 'улучшение ситуации']],
  ['results', 'R02', ['достижение младшим ребенком возраста 18 лет', 'достижение младшим ребенком 18 лет']],
  ['results', 'R03', ['заявление родителей']],
  ['results', 'R05', ['убытие в другой субъект РФ']],
  ['results', 'R06', ['письменный отказ законного представителя', 'отказ законного представителя']],
  ['results', 'R07', ['окончание срока программы', 'окончание срока договора']],
  ['results', 'R10', ['нарушение условий договора']],
];

const SIGNS = [
  'педагогическая безграмотность родителей',
  'несовершеннолетний отбывает наказание в местах лишения свободы',
  'семья, восстановившаяся в родительских правах',
  'временная нетрудоспособность или инвалидность одного из родителей',
  'послеразводное состояние',
  'ребенок с ОВЗ от рождения до 3-х лет',
  'государственная социальная помощь на основании социального контракта',
  'низкий уровень социализации и правовой компетенции',
];

describe('a code book', () => {
  it.each(WORDINGS.flatMap(([list, code, texts]) => texts.map((text) => [list, text, code] as const)))(
    'reads in %s «%s» as %s',
    (list, text, code) => {
      expect(book.decode(list, text).code).toBe(code);
    },
  );

  it.each([
    ['экстренный ур.', 'URGENT'],
    ['экстр ур', 'URGENT'],
    ['баз. ур-нь', 'BASE'],
    ['ур. базовый', 'BASE'],
    ['на баз. ур-не', 'BASE'],
    ['Б. ур.', 'BASE'],
    ['базовый ур-нь сопр-я', 'BASE'],
    ['проф-кий', 'BASE'],
    ['адапт. ур.', 'ADAPT'],
    ['адапт-ный', 'ADAPT'],
    ['криз ур-нь сопр.', 'CRISIS'],
    ['кризис-й ур.', 'CRISIS'],
    ['базо-\nвый', 'BASE'],
    ['2. базовый', 'BASE'],
  ])('reads the cut words «%s» as %s', (text, code) => {
    expect(book.decode('levels', text).code).toBe(code);
  });

  it('reads the eight signs', () => {
    expect(SIGNS.map((sign) => book.decode('signs', sign).code)).toEqual([
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
      'B8',
    ]);
  });

  it.each<[CodeListName, string]>([
    ['levels', 'усиленный'],
    ['levels', '5'],
    ['levels', 'ур-нь'],
    ['levels', 'не базовый ур.'],
    ['categories', 'соседи'],
    ['categories', 'семья'],
    ['sources', 'объявление в газете'],
    ['forms', 'бригадное'],
    ['results', 'другое'],
    ['results', 'на словах'],
    ['results', 'по просьбе соседей'],
    ['decisions', 'может быть'],
  ])('leaves in %s «%s» unknown', (list, text) => {
    expect(book.decode(list, text)).toEqual({ code: null, text });
  });

  it.each<[string, readonly (string | null)[]]>([
    ['семьи, воспитывающие детей-инвалидов; многодетные семьи', ['CAT02', 'CAT04']],
    ['семьи переселенцев, беженцев, мигрантов, СОП', ['CAT09', 'CAT08']],
    ['СОП, ТЖС', ['CAT08', 'CAT12']],
    ['многодетная\nнеполная', ['CAT04', 'CAT07']],
    ['1. многодетная\n2) неполная\n- СОП', ['CAT04', 'CAT07', 'CAT08']],
    ['многодетная/неполная', ['CAT04', 'CAT07']],
    ['многодетная, соседи, СОП;', ['CAT04', null, 'CAT08']],
    ['много-\nдетная', ['CAT04']],
    ['социально-\nопасное положение; непол-\nная', ['CAT08', 'CAT07']],
    ['2 – неполная', ['CAT07']],
    ['', []],
  ])('takes «%s» apart', (text, codes) => {
    expect(book.decodeList('categories', text).map((value) => value.code)).toEqual(codes);
  });

  it.each([
    ['a gap', `многодетная${' '.repeat(32_000)}СОП`],
    ['commas', 'Аа, '.repeat(8_000)],
    ['lines', 'Аа\n'.repeat(8_000)],
  ])('does not take apart a cell filled to its limit: %s', (_what, text) => {
    expect(book.decodeList('categories', text)).toEqual([{ code: null, text: text.trim() }]);
  });

  it('gives the text of each wording as it stands', () => {
    expect(book.decodeList('categories', 'Многодетная,  СОП /ТЖС').map((value) => value.text)).toEqual([
      'Многодетная',
      'СОП',
      'ТЖС',
    ]);
  });

  it('has no wording that means two things', () => {
    for (const pack of PACKS) {
      for (const [list, entries] of Object.entries(pack.codes)) {
        const seen = new Map<string, string>();
        for (const entry of entries) {
          for (const wording of [entry.title.ru, ...entry.aliases].map(comparableWording)) {
            expect([list, wording, seen.get(wording) ?? entry.code]).toEqual([list, wording, entry.code]);
            seen.set(wording, entry.code);
          }
        }
      }
    }
  });

  it('reads any mixture of known wordings back', () => {
    const wordings = WORDINGS.filter(([list]) => list === 'categories').flatMap(([, code, texts]) =>
      texts.map((text) => ({ code, text })),
    );
    const separators = fc.constantFrom('; ', ';', '\n', ';\n');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...wordings), { maxLength: 6 }), separators, (chosen, separator) => {
        const text = chosen.map((one) => one.text).join(separator);
        expect(book.decodeList('categories', text).map((value) => value.code)).toEqual(chosen.map((one) => one.code));
      }),
    );
  });
});
