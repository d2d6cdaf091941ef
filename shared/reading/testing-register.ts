/** Random registers in random layouts, for the round trip: what is written down must be read back. */
import fc from 'fast-check';
import { isoOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { columnLetters } from '../domain/cell-address.ts';
import { date, sheet } from './testing-sheet.ts';

interface Made {
  /** The fields that the column gives, with what reading must give back (as testing-sheet `shown` writes it). */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly cell: CellValue;
}

interface ColumnKind {
  readonly headings: readonly string[];
  /** Heading of the group and under it, where offices split the heading in two rows. */
  readonly grouped?: readonly [group: string, leaf: string];
  readonly fields: readonly string[];
  readonly make: (random: Dice, style: number) => Made;
}

/** Numbers drawn for one cell: each call gives the next, from 0 up to the limit. */
export type Dice = (limit: number) => number;

const SURNAMES = ['Иванова', 'Петрова', 'Сидорова', 'Осипова', 'Белова', 'Ким', 'Римская-Корсакова'];
const NAMES = ['Анна', 'Мария', 'Ольга', 'Зоя', 'Инна'];
const PATRONYMICS = ['Петровна', 'Ильинична', 'Олеговна'];
const pick = <T>(list: readonly T[], random: Dice): T => list[random(list.length)] ?? (list[0] as T);
const person = (random: Dice): string =>
  `${pick(SURNAMES, random)} ${pick(NAMES, random)} ${pick(PATRONYMICS, random)}`;
const initials = (random: Dice): string =>
  `${pick(SURNAMES, random)} ${pick(['А', 'О', 'М'], random)}.${pick(['П', 'И', 'С'], random)}.`;
const FIRST_DAY = 19_723;
const someDay = (random: Dice): Day => FIRST_DAY + random(1000);

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** A day in one of the ways in which cells hold days. */
export function writtenDay(day: Day, style: number): CellValue {
  const iso = isoOf(day);
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
  switch (style % 7) {
    case 1:
      return `${dayOfMonth}.${month}.${year}`;
    case 2:
      return `${dayOfMonth}.${month}.${year} г.`;
    case 3:
      return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year} года`;
    case 4:
      return `${dayOfMonth}.${month}.${year.slice(2)}`;
    case 5:
      return iso;
    default:
      return date(iso);
  }
}

const dayColumn = (field: string, headings: readonly string[], grouped?: readonly [string, string]): ColumnKind => ({
  headings,
  ...(grouped ? { grouped } : {}),
  fields: [field],
  make: (random, style) => {
    const day = someDay(random);
    return { expected: { [field]: isoOf(day) }, cell: writtenDay(day, style) };
  },
});

const codeColumn = (
  field: string,
  headings: readonly string[],
  wordings: Readonly<Record<string, string>>,
  isList = false,
): ColumnKind => ({
  headings,
  fields: [field],
  make: (random) => {
    const [text, code] = pick(Object.entries(wordings), random);
    return { expected: { [field]: isList ? [code] : code }, cell: text };
  },
});

/** Columns that a generated register may have. */
const COLUMNS: readonly ColumnKind[] = [
  codeColumn(
    'categories',
    ['Категория семьи', 'КАТЕГОРИЯ', 'Категория семьи (указывается сокращенно(1)', 'социальная категория'],
    { СОП: 'CAT08', многодетная: 'CAT04', 'семьи с одним родителем': 'CAT07', ТЖС: 'CAT12' },
    true,
  ),
  codeColumn('source', ['Источник обращения', 'Информация о семье получена от', 'Источник сведений'], {
    'заявление родителя': 'APP_PARENT',
    'сообщение школы': 'MSG_SCHOOL',
  }),
  codeColumn('level', ['Уровень сопровождения', 'уровень', 'Уровень социального сопровождения'], {
    базовый: 'BASE',
    Кризисный: 'CRISIS',
    'экстренный уровень': 'URGENT',
    'адапт.': 'ADAPT',
    адаптационный: 'ADAPT',
  }),
  dayColumn(
    'applicationDate',
    ['Дата заявления', 'Дата подачи заявления', 'Дата поступ- ления заявле- ния'],
    ['Заявление', 'дата'],
  ),
  dayColumn('surveyDate', ['Дата акта обследования', 'Дата обследования']),
  dayColumn('startDate', ['Дата начала сопровождения', 'Начало сопровождения', 'Принята на сопровождение (дата)']),
  dayColumn('closedOn', ['Дата снятия с сопровождения', 'Дата снятия семьи с учета', 'дата прекращения сопровождения']),
  dayColumn('programDate', ['Дата ИПСС', 'Дата утверждения программы'], ['ИПСС', 'дата']),
  dayColumn('lastVisit', ['Дата последнего выхода в семью', 'Последнее посещение', 'Дата последнего патронажа']),
  dayColumn('formedOn', ['Дата создания семьи', 'Дата образования семьи']),
  {
    headings: ['Куратор', 'Куратор семьи', 'ФИО специалиста, ответственного за работу с семьей'],
    fields: ['curator'],
    make: (random) => {
      const name = initials(random);
      return { expected: { curator: name }, cell: name };
    },
  },
  {
    headings: ['№ дела', 'Номер учетного дела', 'номер личного дела'],
    fields: ['caseNo'],
    make: (random) => {
      const text = `${random(900) + 1}-Д/${random(3) + 24}`;
      return { expected: { caseNo: text }, cell: text };
    },
  },
  {
    headings: ['Количество детей', 'Число детей', 'Кол-во детей'],
    fields: ['childrenCount'],
    make: (random, style) => {
      const count = random(5);
      return { expected: { childrenCount: count }, cell: count === 0 && style % 2 === 1 ? 'нет' : count };
    },
  },
  {
    headings: [
      'Номер и дата договора',
      'Договор № от',
      'Номер и дата договора о предоставлении социального сопровождения',
      'Договор (№, дата)',
    ],
    fields: ['contractNo', 'contractDate'],
    make: (random, style) => {
      const no = `${random(200) + 1}-С`;
      const day = someDay(random);
      const written = String(writtenDay(day, (style % 3) + 1));
      return {
        expected: { contractNo: no, contractDate: isoOf(day) },
        cell: style % 2 === 0 ? `№ ${no} от ${written}` : `${written} № ${no}`,
      };
    },
  },
  {
    headings: ['ФИО ребенка (детей), дата рождения', 'Дети (ФИО, дата рождения)', 'Дети: ФИО, дата рождения'],
    fields: ['children'],
    make: (random, style) => {
      const children = Array.from({ length: random(3) + 1 }, (): [string, Day] => [
        person(random),
        16_000 + random(4000),
      ]);
      const lines = children.map(([name, day]) =>
        style % 2 === 0 ? `${name}, ${String(writtenDay(day, 1))}` : `${name} (${String(writtenDay(day, 1))} г.р.)`,
      );
      return {
        expected: { children: children.map(([name, day]) => [name, isoOf(day)]) },
        cell: lines.join(style % 3 === 0 ? ';\n' : '\n'),
      };
    },
  },
];

const APPLICANT: ColumnKind = {
  headings: [
    'ФИО заявителя',
    'Заявитель',
    'Ф.И.О. заявителя',
    'ФИО семьи (заявителя)',
    'Фамилия, имя, отчество заявителя',
  ],
  fields: ['applicant'],
  make: (random) => {
    const name = person(random);
    return { expected: { applicant: name }, cell: name };
  },
};

export interface MadeSheet {
  readonly cells: SheetCells;
  /** Expected values of each row, by sheet row. */
  readonly rows: readonly { readonly row: number; readonly expected: Readonly<Record<string, unknown>> }[];
  readonly columns: Readonly<Record<string, number>>;
}

interface Layout {
  readonly columns: readonly number[];
  readonly seeds: readonly number[];
  readonly families: number;
  readonly top: number;
  readonly left: number;
  readonly titles: number;
  readonly hasNumberRow: boolean;
  readonly hasSections: boolean;
  readonly hasTotal: boolean;
  readonly hasSeq: boolean;
  readonly isGrouped: boolean;
  readonly keepsMerges: boolean;
  readonly blankEvery: number;
  readonly headingCase: number;
  readonly repeatHeading: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  columns: fc.shuffledSubarray(
    COLUMNS.map((_, at) => at),
    { minLength: 3 },
  ),
  seeds: fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 }),
  families: fc.integer({ min: 3, max: 12 }),
  top: fc.integer({ min: 1, max: 9 }),
  left: fc.integer({ min: 0, max: 5 }),
  titles: fc.integer({ min: 0, max: 3 }),
  hasNumberRow: fc.boolean(),
  hasSections: fc.boolean(),
  hasTotal: fc.boolean(),
  hasSeq: fc.boolean(),
  isGrouped: fc.boolean(),
  keepsMerges: fc.boolean(),
  blankEvery: fc.integer({ min: 2, max: 6 }),
  headingCase: fc.nat(4),
  repeatHeading: fc.boolean(),
});

/** Random sheets with what must be read from them. */
export const madeSheets: fc.Arbitrary<MadeSheet> = layouts.map(render);

function diceOf(seeds: readonly number[], salt: number): Dice {
  let state = salt + 1;
  return (limit) => {
    const seed = seeds[state % seeds.length] ?? 0;
    state += 1;
    return (seed + state * 7919 + salt * 104_729) % limit;
  };
}

const TITLES = ['РЕЕСТР СЕМЕЙ', 'Отделение социального сопровождения', 'по состоянию на 31.10.2026 г.'];
const SECTIONS = ['Северный район', 'Заречный район', 'Степной район'];

function written(heading: string, style: number): string {
  if (style === 1) return heading.toUpperCase();
  if (style === 2) return heading.replaceAll(' ', '\n');
  if (style === 3) return `  ${heading.replaceAll(' ', '  ')} `;
  return heading;
}

function render(layout: Layout): MadeSheet {
  const kinds = [APPLICANT, ...layout.columns.map((at) => COLUMNS[at] ?? APPLICANT)];
  const dice = diceOf(layout.seeds, 0);
  const isTwoRows = layout.isGrouped && kinds.some((kind) => kind.grouped);
  const seqWidth = layout.hasSeq ? 1 : 0;
  const width = kinds.length + seqWidth;
  const rows: (readonly CellValue[])[] = TITLES.slice(0, layout.titles).map((title) => [title]);
  const headTop = layout.top + rows.length;
  const head = headings(kinds, layout, { isTwoRows, dice });
  rows.push(...head);
  if (layout.hasNumberRow) rows.push(Array.from({ length: width }, (_, at) => at + 1));
  const expected: { row: number; expected: Readonly<Record<string, unknown>> }[] = [];
  const styles = kinds.map((_, at) => dice(97 + at));
  for (let family = 0; family < layout.families; family += 1) {
    if (layout.hasSections && family % 4 === 0) rows.push([SECTIONS[(family / 4) % 3] ?? '']);
    if (family > 0 && family % layout.blankEvery === 0) rows.push([]);
    if (layout.repeatHeading && family === layout.families - 1) rows.push(...head);
    const random = diceOf(layout.seeds, family + 1);
    const made = kinds.map((kind, at) => kind.make(random, styles[at] ?? 0));
    expected.push({
      row: layout.top + rows.length,
      expected: Object.assign({}, ...made.map((one) => one.expected)) as Record<string, unknown>,
    });
    rows.push([...(layout.hasSeq ? [family + 1] : []), ...made.map((one) => one.cell)]);
  }
  if (layout.hasTotal) rows.push(['Итого', layout.families]);
  const cells = sheet(rows, {
    at: `${columnLetters(layout.left)}${layout.top}`,
    merges: layout.keepsMerges ? mergesOf(kinds, layout, { isTwoRows, headTop, width }) : [],
  });
  const columns: Record<string, number> = {};
  for (const [at, kind] of kinds.entries())
    for (const field of kind.fields) columns[field] = layout.left + seqWidth + at;
  return { cells, rows: expected, columns };
}

function headings(
  kinds: readonly ColumnKind[],
  layout: Layout,
  context: { readonly isTwoRows: boolean; readonly dice: Dice },
): readonly (readonly CellValue[])[] {
  const top: CellValue[] = layout.hasSeq ? ['№ п/п'] : [];
  const below: CellValue[] = layout.hasSeq ? [null] : [];
  for (const kind of kinds) {
    const single = pick(kind.headings, context.dice);
    const group = context.isTwoRows ? kind.grouped : undefined;
    top.push(written(group ? group[0] : single, layout.headingCase));
    below.push(group ? group[1] : null);
  }
  return context.isTwoRows ? [top, below] : [top];
}

function mergesOf(
  kinds: readonly ColumnKind[],
  layout: Layout,
  context: { readonly isTwoRows: boolean; readonly headTop: number; readonly width: number },
): readonly string[] {
  const column = (at: number): string => columnLetters(layout.left + at);
  const across = (row: number): string => `${column(0)}${row}:${column(context.width - 1)}${row}`;
  const titles = Array.from({ length: layout.titles }, (_, at) => across(layout.top + at));
  if (!context.isTwoRows) return titles;
  const down = (at: number): string => `${column(at)}${context.headTop}:${column(at)}${context.headTop + 1}`;
  const shift = layout.hasSeq ? 1 : 0;
  const single = kinds.flatMap((kind, at) => (kind.grouped ? [] : [down(at + shift)]));
  return [...titles, ...(layout.hasSeq ? [down(0)] : []), ...single];
}
