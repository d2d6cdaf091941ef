/** A journal with a block of titles, a line of column numbers, and cells that hold several things at once. */
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { InventedFamily, InventedLevel } from './invented-families.ts';
import { inventedFamily, randomFrom } from './invented-families.ts';
import type { SampleSheet } from './sample-sheet.ts';
import { date, dateText } from './sample-sheet.ts';

const TITLES = [
  'Журнал учёта семей, охваченных социальным сопровождением',
  'Центр «Семья», отделение социального сопровождения (учебный образец)',
  'Начат 9 января 2025 г.',
  'Окончен _____ 20__ г.',
] as const;
const HEADINGS = [
  'N п/п',
  'ФИО семьи (заявителя)',
  'Сведения о лицах, проживающих совместно',
  'Обстоятельства, по которым семья признана нуждающейся в социальном сопровождении',
  'Категория семьи',
  'ФИО специалиста, ответственного за работу с семьей',
  'Номер и дата договора о предоставлении социального сопровождения',
  'Уровень социального сопровождения и его продолжительность/дата перевода на другой уровень',
  'Результат сопровождения',
  'Дата снятия семьи с сопровождения',
] as const;
const CURATORS = ['Ольхова Р.И.', 'Ясенева В.П.', 'Калинова М.Д.'] as const;
const TERMS: Readonly<Record<string, string>> = { базовый: '12 мес.', кризисный: '6 мес.', экстренный: '3 мес.' };

function lineOf(family: InventedFamily): CellValue[] {
  const { applicant, children, contract, level } = family;
  const household = [
    `${applicant} (мать)`,
    ...children.map(({ name, isBoy, birthDate }) => `${name} (${isBoy ? 'сын' : 'дочь'}), ${dateText(birthDate)}`),
  ];
  return [
    family.number,
    applicant,
    household.join('\n'),
    'трудности в воспитании детей',
    family.category,
    family.curator,
    `№ ${family.number}-С от ${dateText(contract)}`,
    `${level}, ${TERMS[level] ?? ''}`,
    family.closed === null ? null : 'улучшение ситуации',
    date(family.closed),
  ];
}

/** The defects: line (from 0), column, what stands there instead. */
function plant(rows: CellValue[][], families: readonly InventedFamily[]): void {
  const put = (line: number, column: number, value: CellValue): void => void rows[line]?.splice(column, 1, value);
  const nameOf = (line: number): string => families[line]?.applicant ?? '';
  put(1, 4, null);
  put(3, 5, 'Ольхова Р. И.');
  put(5, 6, `№ б/н`);
  put(7, 7, null);
  put(9, 2, `${nameOf(9)} (мать)\nДубравин Платон Юрьевич (сын), 03.04.2008`);
  put(9, 4, 'неполная');
  put(11, 7, `базовый, 12 мес.\n15.09.2026 кризисный\n01.08.2026 базовый`);
  put(13, 4, 'кочевники');
  put(15, 1, rows[14]?.[1] ?? null);
  put(15, 2, rows[14]?.[2] ?? null);
  put(27, 9, '31.11.2025');
  put(28, 9, dateText(families[28]?.closed ?? 0));
  put(29, 8, null);
}

const LEVELS: readonly InventedLevel[] = ['базовый', 'базовый', 'кризисный'];

/** The sheets of the sample. */
export function titleJournal(): readonly SampleSheet[] {
  const random = randomFrom(20_262);
  const families = Array.from({ length: 34 }, (_, index) =>
    inventedFamily({
      random,
      number: index + 1,
      level: LEVELS[index % LEVELS.length] ?? 'базовый',
      curator: CURATORS[index % CURATORS.length] ?? CURATORS[0],
      isClosed: index >= 26,
    }),
  );
  const rows = families.map(lineOf);
  plant(rows, families);
  return [
    {
      name: 'Журнал учета',
      titles: TITLES,
      headings: HEADINGS,
      hasColumnNumbers: true,
      rows,
      widths: [6, 26, 42, 26, 20, 20, 24, 28, 22, 14],
    },
  ];
}
