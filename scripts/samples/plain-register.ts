/** One sheet, one line of headings, a column for each month. Every defect is one that offices make. */
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import { dayOf, partsOf } from '../../shared/domain/day.ts';
import type { InventedFamily } from './invented-families.ts';
import { inventedFamily, LAST_DAY, randomFrom } from './invented-families.ts';
import type { SampleSheet } from './sample-sheet.ts';
import { date, dateText } from './sample-sheet.ts';

const MONTHS = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь'] as const;
const COLUMNS = [
  '№ п/п',
  '№ дела',
  'ФИО заявителя',
  'СНИЛС',
  'ФИО ребенка (детей), дата рождения',
  'Категория семьи',
  'Источник обращения',
  'Дата подачи заявления',
  'Дата акта обследования',
  'Куратор',
  'Уровень сопровождения',
  '№ ИПСС',
  'Дата ИПСС',
  '№ решения',
  'Дата решения',
  '№ договора',
  'Дата договора',
  'Дата последнего консилиума',
] as const;
const AFTER = ['Дата снятия с сопровождения', 'Причина снятия', 'Примечание'] as const;
const CURATORS = ['Орешкина Т.В.', 'Липова Е.Н.', 'Кленова С.А.'] as const;

type Column = (typeof COLUMNS)[number] | (typeof AFTER)[number] | (typeof MONTHS)[number];
type Line = Map<Column, CellValue>;

/** The defects: line (from 0), column, what stands there instead. */
function plant(lines: readonly Line[], families: readonly InventedFamily[]): void {
  const put = (line: number, column: Column, value: CellValue): void => void lines[line]?.set(column, value);
  const day = (line: number): InventedFamily => families[line] ?? never(line);
  put(2, 'Категория семьи', null);
  put(4, 'Дата договора', dateText(day(4).contract));
  put(6, 'Дата акта обследования', '31.02.2026');
  put(8, 'Дата решения', date(day(8).application + 14));
  put(8, 'Дата договора', date(day(8).application + 15));
  put(10, 'СНИЛС', '123-456-789 00');
  put(12, 'ФИО заявителя', day(12).applicant.replace('а', 'a'));
  put(14, 'Куратор', 'Орешкина Т. В.');
  put(16, 'Уровень сопровождения', 'усиленный');
  put(18, '№ дела', lines[17]?.get('№ дела') ?? null);
  put(20, '№ договора', null);
  put(22, 'Дата последнего консилиума', date(LAST_DAY + 60));
  put(24, 'Категория семьи', 'сложная');
  put(26, 'Источник обращения', ' сообщение  школы');
  put(31, 'Причина снятия', null);
  for (const [line, month, visits] of [
    [5, 'сентябрь', 1],
    [9, 'октябрь', 'нет'],
    [11, 'сентябрь', 'две'],
  ] as const) {
    put(line, month, visits);
  }
}

function never(line: number): never {
  throw new Error(`no family ${line}`);
}

function lineOf(family: InventedFamily): Line {
  const number = `${family.number}/26`;
  return new Map<Column, CellValue>([
    ['№ п/п', family.number],
    ['№ дела', number],
    ['ФИО заявителя', family.applicant],
    ['СНИЛС', family.snils],
    [
      'ФИО ребенка (детей), дата рождения',
      family.children.map(({ name, birthDate }) => `${name}, ${dateText(birthDate)}`).join('\n'),
    ],
    ['Категория семьи', family.category],
    ['Источник обращения', family.source],
    ['Дата подачи заявления', date(family.application)],
    ['Дата акта обследования', date(family.survey)],
    ['Куратор', family.curator],
    ['Уровень сопровождения', family.level],
    ['№ ИПСС', `ИП-${family.number}`],
    ['Дата ИПСС', date(family.programme)],
    ['№ решения', number],
    ['Дата решения', date(family.decision)],
    ['№ договора', `${family.number}-С`],
    ['Дата договора', date(family.contract)],
    ['Дата последнего консилиума', date(family.reviews.at(-1) ?? null)],
    ['Дата снятия с сопровождения', date(family.closed)],
    ['Причина снятия', family.closed === null ? null : 'улучшение ситуации'],
    ...MONTHS.map((month, index): [Column, CellValue] => [month, visitsIn(family, index + 1)]),
  ]);
}

/** Two visits in every month that the family was supported in 2026. */
function visitsIn({ contract, closed }: InventedFamily, month: number): number | null {
  const first = dayOf(2026, month, 1) ?? 0;
  const last = month === 12 ? LAST_DAY : (dayOf(2026, month + 1, 1) ?? 0) - 1;
  if (last < contract || first > (closed ?? LAST_DAY)) return null;
  return first < contract && partsOf(contract).dayOfMonth > 15 ? 1 : 2;
}

/** The sheets of the sample. */
export function plainRegister(): readonly SampleSheet[] {
  const random = randomFrom(20_261);
  const families = Array.from({ length: 36 }, (_, index) =>
    inventedFamily({
      random,
      number: index + 1,
      level: 'базовый',
      curator: CURATORS[index % CURATORS.length] ?? CURATORS[0],
      isClosed: index >= 30,
    }),
  );
  const lines = families.map(lineOf);
  plant(lines, families);
  const columns: readonly Column[] = [...COLUMNS, ...MONTHS, ...AFTER];
  return [
    {
      name: 'Реестр',
      headings: [...COLUMNS, ...MONTHS.map((month) => `Выходов в семью, ${month} 2026`), ...AFTER],
      rows: lines.map((line) => columns.map((column) => line.get(column) ?? null)),
      widths: [6, 9, 30, 16, 38, 20, 24, 12, 12, 18, 14, 9, 12, 9, 12, 10, 12, 13, ...MONTHS.map(() => 10), 13, 22, 24],
      frozenColumns: 3,
    },
  ];
}
