/** A register, a journal of visits and a staff list. */
import type { Day } from '../../shared/domain/day.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { InventedFamily, InventedLevel } from './invented-families.ts';
import { inventedFamily, LAST_DAY, randomFrom } from './invented-families.ts';
import type { SampleSheet } from './sample-sheet.ts';
import { date, dateText } from './sample-sheet.ts';

const HEADINGS = [
  '№ п/п',
  '№ дела',
  'ФИО заявителя',
  'Дети (ФИО, дата рождения)',
  'Категория семьи',
  'Источник сведений',
  'Дата заявления',
  'Дата акта обследования',
  'Куратор',
  'Уровень',
  '№ ИПСС',
  'Дата ИПСС',
  'Решение',
  '№ решения',
  'Дата решения',
  '№ договора',
  'Дата договора',
  'Даты консилиумов',
  'Дата снятия',
  'Причина снятия',
] as const;
const CURATORS = ['Рогозина К.Л.', 'Камышова Н.Е.', 'Вереск О.А.'] as const;
/** Days between visits that keep the norm of the level; Monday and Thursday for two a week. */
const PACE: Readonly<Record<string, number>> = { базовый: 13, кризисный: 6, экстренный: 3 };

function lineOf(family: InventedFamily): CellValue[] {
  const number = `${family.number}/26`;
  return [
    family.number,
    number,
    family.applicant,
    family.children.map(({ name, birthDate }) => `${name}, ${dateText(birthDate)}`).join('\n'),
    family.category,
    family.source,
    date(family.application),
    date(family.survey),
    family.curator,
    family.level,
    `ИП-${family.number}`,
    date(family.programme),
    'одобрено',
    number,
    date(family.decision),
    `${family.number}-С`,
    date(family.contract),
    family.reviews.length === 1 ? date(family.reviews[0] ?? null) : family.reviews.map(dateText).join(', ') || null,
    date(family.closed),
    family.closed === null ? null : 'положительная динамика',
  ];
}

function visitsOf(family: InventedFamily): readonly (readonly [InventedFamily, Day])[] {
  const visits: [InventedFamily, Day][] = [];
  const pace = PACE[family.level] ?? 13;
  for (let day = family.contract; day <= (family.closed ?? LAST_DAY); day += pace) visits.push([family, day]);
  return visits;
}

function journalOf(families: readonly InventedFamily[]): CellValue[][] {
  return families
    .flatMap(visitsOf)
    .filter(([{ number }, day]) => number !== 5 || day < LAST_DAY - 70)
    .toSorted(([, a], [, b]) => a - b)
    .map(([family, day]) => [`${family.number}/26`, date(day), family.curator, 'плановый', 'проведена беседа']);
}

/** The defects: one family hardly visited (above), visits that fit no family, twice the same, too early, by others. */
function plantVisits(rows: CellValue[][], families: readonly InventedFamily[]): void {
  const first = families[0];
  rows.push(['99/26', date(LAST_DAY - 3), CURATORS[0], 'плановый', 'проведена беседа']);
  rows.push([...(rows[40] ?? [])]);
  if (first) rows.push([`${first.number}/26`, date(first.contract - 20), first.curator, 'плановый', 'первичный выход']);
  rows[60]?.splice(2, 1, rows[60][2] === CURATORS[1] ? CURATORS[2] : CURATORS[1]);
  rows[80]?.splice(1, 1, '2026.13.40');
}

function plantFamilies(rows: CellValue[][], families: readonly InventedFamily[]): void {
  const put = (line: number, column: number, value: CellValue): void => void rows[line]?.splice(column, 1, value);
  put(2, 8, 'Рогозина К. Л.');
  put(6, 12, 'отказано');
  put(9, 13, null);
  put(11, 14, dateText(families[11]?.decision ?? 0));
  put(13, 4, 'многодетная');
  put(
    13,
    3,
    (families[13]?.children ?? [])
      .slice(0, 1)
      .map(({ name, birthDate }) => `${name}, ${dateText(birthDate)}`)
      .join('\n'),
  );
  put(15, 5, null);
}

/** Seven urgent families of one curator: one more than the training norms allow. */
function levelOf(index: number): InventedLevel {
  if (index >= 20 && index < 27) return 'экстренный';
  return index % 4 === 3 ? 'кризисный' : 'базовый';
}

/** The sheets of the sample. */
export function visitRegister(): readonly SampleSheet[] {
  const random = randomFrom(20_263);
  const families = Array.from({ length: 32 }, (_, index) =>
    inventedFamily({
      random,
      number: index + 1,
      level: levelOf(index),
      curator: levelOf(index) === 'экстренный' ? CURATORS[2] : (CURATORS[index % 2] ?? CURATORS[0]),
      isClosed: index >= 29,
    }),
  );
  const rows = families.map(lineOf);
  plantFamilies(rows, families);
  const visits = journalOf(families);
  plantVisits(visits, families);
  return [
    {
      name: 'Реестр',
      headings: HEADINGS,
      rows,
      widths: [6, 9, 30, 38, 20, 26, 12, 12, 18, 14, 9, 12, 12, 9, 12, 10, 12, 24, 12, 24],
      frozenColumns: 3,
    },
    {
      name: 'Журнал посещений',
      headings: ['№ дела', 'Дата посещения', 'Специалист', 'Вид посещения', 'Результат'],
      rows: visits,
      widths: [10, 14, 20, 16, 30],
    },
    {
      name: 'Специалисты',
      headings: ['ФИО специалиста', 'Должность', 'Ставка'],
      rows: CURATORS.map((name, index) => [name, 'специалист по социальной работе', index === 1 ? 0.5 : 1]),
      widths: [22, 34, 10],
    },
  ];
}
