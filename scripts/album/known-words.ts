/** Words that stay Russian in English: those of the registers, of the training region and of its norms. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { e2eRegister } from '../../test/e2e/e2e-register.ts';

/** What the walks enter and open, names of the training region, and the other language's own name. */
const ENTERED = [
  'русский куратор реестр список исправлено протокол проверки',
  'реестр семей лесного района за третий квартал года, уточнённый',
  'лесной речной степной район, учебный регион, учебная, учебное, оператор, руководитель, администратор',
  'дата уточняется по бумажному делу, оно в архиве; звонила мать; звонить; запись заведена дважды; чужой',
  'приказ учреждения от; нормы региона, хмао, югра, брошюра; константинопольская-верхнегорская александра константиновна',
  'преображенская-сомова елизавета',
  'верхнезареченский муниципальный район имени первых строителей; озёрный полянский камышинский тихореченский северный',
  'степной округ, дубова все районы, клёнова проверка, нормы учебного региона, сверено с делами, не книга',
  'уровень не подтверждён: нет решения консилиума; укажите кураторов; уточните уровень и дату начала; и ещё одно',
  'дальний; заречнова камышова лугова опушкина берегова плёсова анна петровна ильинична; кур',
];

/** In lower case, each once. */
export async function knownWords(): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('../../addin/ui/public/samples/', import.meta.url));
  const samples = await Promise.all((await readdir(folder)).map((name) => readFile(folder + name)));
  const books = await Promise.all(
    [e2eRegister(), ...samples].map((bytes) => openWorkbook('реестр.xlsx', new Uint8Array(bytes))),
  );
  const sheets = (await Promise.all(books.map((book) => book.readCells()))).flat();
  const cells = sheets.flatMap(({ name, rows }) => [
    name,
    ...rows.flatMap((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : ''))),
  ]);
  const words = [...cells, ...ENTERED].flatMap((text) => text.toLowerCase().match(/[а-яё]+/g) ?? []);
  return [...new Set(words)];
}
