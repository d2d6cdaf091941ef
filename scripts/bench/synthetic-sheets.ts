/**
 * Registers of any size for measuring: sheets of families, a journal of visits and a staff list, the same for the same
 * seed. Names are invented by combination. About one row in fifty has a defect, so that findings cost what they cost.
 */
import { dayOf, serialOf } from '../../shared/domain/day.ts';
import { isCellDate, type CellValue, type SheetCells, type SheetRow } from '../../shared/domain/sheet-cells.ts';

export interface SyntheticSize {
  readonly families: number;
  readonly visits: number;
  /** Family sheets; the journal and the staff list come on top. */
  readonly familySheets: number;
  readonly seed: number;
}

const SURNAMES = [
  'Астахова',
  'Белякова',
  'Воронина',
  'Гущина',
  'Дружинина',
  'Ефимова',
  'Зимина',
  'Калугина',
  'Лыткина',
  'Мухина',
];
const NAMES = ['Анна', 'Вера', 'Галина', 'Дарья', 'Елена', 'Жанна', 'Зоя', 'Инна', 'Кира', 'Лада'];
const PATRONYMICS = [
  'Андреевна',
  'Борисовна',
  'Викторовна',
  'Глебовна',
  'Денисовна',
  'Егоровна',
  'Ильинична',
  'Львовна',
];
/** Levels whose norms two visits a month satisfy; the others come as defects. */
const LEVELS = ['адаптационный', 'базовый'];
const HARDER_LEVELS = ['кризисный', 'экстренный'];
const CATEGORIES = ['малообеспеченная', 'неполная', 'СОП', 'многодетная'];
const SOURCES = ['заявление родителя', 'сообщение школы', 'сообщение КДНиЗП'];
const FAMILY_HEADINGS = [
  '№ п/п',
  'Номер дела',
  'ФИО заявителя',
  'ФИО ребенка (детей), дата рождения',
  'Категория семьи',
  'Источник обращения',
  'Дата подачи заявления',
  'Дата обследования',
  'Куратор',
  'Уровень сопровождения',
  'Номер ИПСС',
  'Дата ИПСС',
  'Решение комиссии: номер',
  'Решение комиссии: дата',
  'Номер договора',
  'Дата договора',
  'Дата начала сопровождения',
  'Даты пересмотра',
  'Дата снятия',
  'Причина снятия',
  'Примечание',
];

/** A small generator of repeatable random numbers (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;
const pick = <T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T => list[random(list.length)] as T;
const date = (day: number): CellValue => ({ serial: serialOf(day) });
/** Ten visits, two a month, reach from here to the last day. */
const FIRST_MONDAY = dayOf(2026, 6, 15) ?? 0;
/** The day that registers are checked for. */
export const LAST_DAY = dayOf(2026, 10, 31) ?? 0;

function person(random: Random): string {
  return `${pick(random, SURNAMES)} ${pick(random, NAMES)} ${pick(random, PATRONYMICS)}`;
}

function curatorName(index: number): string {
  const initials = 'АБВГДЕЖЗИКЛМНОПРСТУФ';
  const size = initials.length;
  const [first, second] = [initials[Math.floor(index / 10) % size], initials[Math.floor(index / (10 * size)) % size]];
  return `${SURNAMES[index % 10]} ${first}.${second}.`;
}

function child(random: Random): string {
  const birth = `${String(1 + random(28)).padStart(2, '0')}.0${1 + random(9)}.20${12 + random(12)}`;
  return `${pick(random, NAMES)}, ${birth}`;
}

/** Applied on a Monday; survey, programme, decision, contract and start follow in time. */
function familyRow(random: Random, number: number, curators: number): CellValue[] {
  const isTwin = number > 1 && random(400) === 0;
  const applied = FIRST_MONDAY + 7 * random(3);
  const isBroken = random(50) === 0;
  const isClosed = random(6) === 0;
  const category = pick(random, CATEGORIES);
  const children = Array.from({ length: category === 'многодетная' ? 3 : 1 }, () => child(random));
  return [
    number,
    `${isTwin ? number - 1 : number}/2026`,
    person(random),
    children.join('; '),
    category,
    isBroken ? 'прочее' : pick(random, SOURCES),
    date(applied),
    date(applied + 2),
    curatorName(random(15) === 0 ? random(Math.ceil(curators / 40)) : random(curators)),
    pick(random, isBroken ? HARDER_LEVELS : LEVELS),
    `П-${number}`,
    date(applied + 4),
    `Р-${number}`,
    isBroken ? '31.02.2026' : date(applied + 4),
    `Д-${number}`,
    date(random(300) === 0 ? applied + 2 : applied + 7),
    date(applied + 8),
    '',
    isClosed ? date(applied + 120) : null,
    isClosed && random(25) > 0 ? 'положительная динамика' : null,
    random(10) === 0 ? 'на контроле' : null,
  ];
}

/** Two visits a month from the start to the end, in turn; one in a hundred is written down wrong. */
function visitRow(random: Random, family: readonly CellValue[], turn: number): CellValue[] {
  const start = serialIn(family[16]) ?? 0;
  const end = serialIn(family[18]) ?? serialOf(LAST_DAY);
  const isBroken = random(100) === 0;
  const serial = isBroken ? start - 1 - random(30) : Math.min(end, start + 2 + turn * 13);
  const caseNo = random(500) === 0 ? `${random(1000)}-б/2025` : (family[1] ?? null);
  return [caseNo, { serial }, family[8] ?? null, 'плановое', 'беседа'];
}

function serialIn(value: CellValue | undefined): number | null {
  return isCellDate(value) ? value.serial : null;
}

function sheet(name: string, headings: readonly string[], rows: readonly (readonly CellValue[])[]): SheetCells {
  const all: SheetRow[] = [{ row: 1, cells: headings }, ...rows.map((cells, index) => ({ row: index + 2, cells }))];
  return { name, visibility: 'visible', rows: all, merges: [], hiddenColumns: new Set() };
}

/** The sheets of one synthetic workbook. */
export function syntheticSheets({ families, visits, familySheets, seed }: SyntheticSize): readonly SheetCells[] {
  const random = randomFrom(seed);
  const curators = Math.max(1, Math.ceil(families / 18));
  const rows = Array.from({ length: families }, (_, index) => familyRow(random, index + 1, curators));
  const journal = Array.from({ length: visits }, (_, index): CellValue[] =>
    visitRow(random, rows[index % families] ?? [], Math.floor(index / families)),
  );
  const perSheet = Math.ceil(families / familySheets);
  const staff = Array.from({ length: curators }, (_, index): CellValue[] => [
    curatorName(index),
    'специалист',
    1,
    'Северный район',
  ]);
  return [
    ...Array.from({ length: familySheets }, (_, index) =>
      sheet(`Реестр ${index + 1}`, FAMILY_HEADINGS, rows.slice(index * perSheet, (index + 1) * perSheet)),
    ),
    sheet('Журнал выходов', ['Номер дела', 'Дата посещения', 'Специалист', 'Вид посещения', 'Результат'], journal),
    sheet('Специалисты', ['ФИО специалиста', 'Должность', 'Ставка', 'Район'], staff),
  ];
}
