/** A small register with known defects: a column of dates written as text, untidy names, a date that does not exist. */
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { packageOf, textRows } from '../../addin/file/test-package.ts';

/** Enough columns that nothing is missing by the training norms. */
export const REGISTER_HEADINGS = [
  '№ дела',
  'ФИО заявителя',
  'Категория семьи',
  'Куратор',
  'Уровень сопровождения',
  'Дата заявления',
  'Источник обращения',
  'Номер договора',
  'Дата договора',
];
const FAMILY_NAMES = ['Иванова', 'Сидорова', 'Орлова', 'Зайцева', 'Белова', 'Громова', 'Лаптева', 'Кузина'];
export const FAMILY_COUNT = 16;

/** Row 3 has a doubled space in the name, row 5 another, row 6 an impossible application date. */
function family(index: number): readonly string[] {
  const row = index + 2;
  const gap = row === 3 || row === 5 ? '  ' : ' ';
  const name = `${FAMILY_NAMES[index % FAMILY_NAMES.length]}${gap}Анна ${index < 8 ? 'Петровна' : 'Олеговна'}`;
  const applied = row === 6 ? '31.02.2026' : `${String(10 + index)}.08.2026`;
  const agreed = `${String(12 + index)}.08.2026`;
  const source = 'заявление родителя';
  return [`${index + 1}/26`, name, 'многодетная', 'Петрова О. И.', 'базовый', applied, source, `${index + 1}`, agreed];
}

export function e2eRegister(): Uint8Array {
  const table = [REGISTER_HEADINGS, ...Array.from({ length: FAMILY_COUNT }, (_, index) => family(index))];
  const widths =
    '<cols><col min="1" max="1" width="8" customWidth="1"/><col min="2" max="9" width="22" customWidth="1"/></cols>';
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return packageOf({ sheets: [{ name: 'Реестр', xml: `${frozen}${widths}${textRows(table)}` }] });
}

/** The register with one cell changed, as if in Excel. */
export async function edited(bytes: Uint8Array, row: number, column: number, text: string): Promise<Uint8Array> {
  const workbook = await openWorkbook('реестр.xlsx', bytes);
  await workbook.write([{ cell: { sheet: 'Реестр', row, column }, value: { kind: 'text', text } }]);
  return await workbook.saveCopy();
}
