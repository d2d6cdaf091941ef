/**
 * Workbooks as hurried people keep them, the same for the same seed: every kind of table, and in each column good values
 * among wrong ones.  */
import { dayOf, serialOf } from '../../shared/domain/day.ts';
import type { CellValue, SheetCells } from '../../shared/domain/sheet-cells.ts';
import { pick, randomFrom, type Random } from '../../scripts/samples/invented-families.ts';

/** The day that these registers are checked for. */
export const AS_OF = dayOf(2026, 10, 31) ?? 0;

type Draw = (random: Random, index: number) => CellValue;
type Column = readonly [heading: string, draw: Draw];

const CURATORS = ['Ландышева О. И.', 'Василькова Е. Е.', 'Рябинина Анна Павловна', 'Рябинина А. П.'] as const;
const one =
  (...values: readonly [CellValue, ...CellValue[]]): Draw =>
  (random) =>
    pick(random, values);
/** The first value, and now and then one of the others. */
const mostly =
  (usual: Draw, ...others: readonly [CellValue, ...CellValue[]]): Draw =>
  (random, index) =>
    random(8) === 0 ? pick(random, others) : usual(random, index);
const day =
  (from: number, span: number): Draw =>
  (random) => ({ serial: serialOf((dayOf(2026, 1, 12) ?? 0) + from + random(span)) });
const WRONG_DAYS = ['31.02.2026', '12.03.2026', null, { serial: 70_000 }, 'скоро', { error: '#REF!' }] as const;
const dated = (from: number, span: number): Draw => mostly(day(from, span), ...WRONG_DAYS);

const applicant: Draw = (random, index) => {
  const name = `${pick(random, ['Калинина', 'Берёзкина', 'Осокина', 'Холмова'])} ${pick(random, ['Алла', 'Вера', 'Инна'])} ${pick(random, ['Юрьевна', 'Андреевна'])}`;
  return random(8) === 0
    ? pick(random, [`  ${name}`, name.replace('а', 'a'), null])
    : `${name} ${index % 3 === 0 ? '(мать)' : ''}`.trim();
};

const FAMILY_COLUMNS: readonly Column[] = [
  ['№ п/п', (random, index) => (random(12) === 0 ? index + 3 : index + 1)],
  ['Номер дела', (random, index) => (random(14) === 0 ? null : `${index + 1}/26`)],
  ['ФИО заявителя', applicant],
  ['СНИЛС', mostly(one('112-233-445 95', null), '112-233-445 96', '123')],
  [
    'ФИО ребенка (детей), дата рождения',
    one('Егор, 01.03.2015', 'Ева, 02.04.2024; Лев, 05.06.2012', 'Глеб, 01.01.2007', null, 'Мила'),
  ],
  ['Телефон', one('+7 912 345-67-89', '8 912 345', null, 'нет')],
  ['Категория семьи', one('СОП', 'многодетная', 'неполная', 'ребенок с ОВЗ до 3 лет', 'прочее', null)],
  ['Источник обращения', mostly(one('заявление родителя', 'сообщение школы'), 'соседи', null)],
  ['Дата подачи заявления', dated(0, 200)],
  ['Дата обследования', dated(3, 200)],
  ['Куратор', mostly(one(...CURATORS), null, 'Ландышева О.И', 'Василъкова Е. Е.')],
  ['Уровень сопровождения', one('базовый', 'кризисный', 'экстренный', 'адаптационный', 'неясно', null)],
  ['Дата создания семьи', mostly(one(null), ...WRONG_DAYS)],
  ['Номер ИПСС', mostly((_, index) => `П-${index}`, null)],
  ['Дата ИПСС', dated(6, 200)],
  ['Решение комиссии', mostly(one('одобрено'), 'отказано', null)],
  ['Дата решения комиссии', dated(6, 200)],
  ['Номер договора', mostly((_, index) => `Д-${index}`, null, 'Калинина Алла Юрьевна')],
  ['Дата договора', dated(10, 200)],
  ['Дата начала сопровождения', dated(10, 200)],
  ['Даты пересмотра', one(null, '12.05.2026; 12.08.2026', '31.04.2026')],
  ['Посещения март 2026', one(0, 1, 2, 4, null, 'два')],
  ['Посещения апрель 2026', one(0, 1, 2, 4, null)],
  ['Дата снятия', mostly(one(null), ...WRONG_DAYS, { serial: serialOf(AS_OF - 60) })],
  ['Причина снятия', one(null, 'положительная динамика', 'так вышло')],
  ['Примечание', one(null, null, ' на контроле ', 'нет связи')],
];

const JOURNAL_COLUMNS: readonly Column[] = [
  ['Номер дела', (random) => (random(12) === 0 ? pick(random, ['99/99', null]) : `${1 + random(14)}/26`)],
  ['Дата посещения', dated(20, 290)],
  ['Специалист', mostly(one(...CURATORS), null)],
  ['Вид посещения', one('плановое', 'внеплановое')],
  ['Результат', one('беседа', null)],
];

const MEASURE_COLUMNS: readonly Column[] = [
  ['Номер дела', (random) => `${1 + random(16)}/26`],
  ['Мероприятие', one('консультация психолога', 'оформление пособия', null)],
  ['Ответственный', mostly(one(...CURATORS), null)],
  ['Срок исполнения', dated(60, 290)],
  ['Дата исполнения', mostly(one(null), ...WRONG_DAYS, { serial: serialOf(AS_OF - 90) })],
  ['Результат', one('выполнено', null)],
];

const STAFF_COLUMNS: readonly Column[] = [
  ['ФИО специалиста', (_, index) => CURATORS[index % CURATORS.length] ?? null],
  ['Должность', one('специалист')],
  ['Ставка', one(1, 0.5, 'полставки')],
];

export interface SheetOfColumns {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
}

function sheetOf(random: Random, { name, columns, rows }: SheetOfColumns): SheetCells {
  const head = { row: 1, cells: columns.map(([heading]) => heading) };
  const body = Array.from({ length: rows }, (_, index) => ({
    row: index + 2,
    cells: columns.map(([, draw]) => draw(random, index)),
  }));
  return { name, visibility: 'visible', rows: [head, ...body], merges: [], hiddenColumns: new Set() };
}

const TWINNED: Column = ['Номер дела', (random, index) => `${random(14) === 0 ? 1 : index + 1}/26`];

/**
 * A register with journal, measures and staff list. With `hasTwins` some families have the number of the first one:
 * then the order of rows says which of them the visits belong to.
 */
export function messySheets(seed: number, hasTwins = true): readonly SheetCells[] {
  const random = randomFrom(seed);
  const columns = hasTwins ? FAMILY_COLUMNS.with(1, TWINNED) : FAMILY_COLUMNS;
  return [
    sheetOf(random, { name: 'Реестр', columns, rows: 14 }),
    sheetOf(random, { name: 'Журнал выходов', columns: JOURNAL_COLUMNS, rows: 40 }),
    sheetOf(random, { name: 'Мероприятия', columns: MEASURE_COLUMNS, rows: 12 }),
    sheetOf(random, { name: 'Специалисты', columns: STAFF_COLUMNS, rows: 3 }),
  ];
}
