/** A .csv file as a sheet. Every cell is text or a formula's error: what a date or a number is, reading decides. */
import { isErrorText, type CellValue } from '../../shared/domain/sheet-cells.ts';
import type { CsvTable } from './csv-fields.ts';
import type { Grid, GridRow } from './grid.ts';
import { emptyRow, plainGrid } from './grid.ts';

/** The name of the only sheet: the file's name without its ending, as Excel does. */
export function csvSheetName(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31) || 'Лист1'
  );
}

/** The records as a grid. */
export function csvGrid(table: CsvTable, fileName: string): Grid {
  const rows = new Map<number, GridRow>();
  table.records.forEach((record, index) => {
    const values = record.map(({ value }) => (value === '' ? undefined : fieldValue(value)));
    while (values.length > 0 && values.at(-1) === undefined) values.pop();
    if (values.length > 0) rows.set(index + 1, { ...emptyRow(index + 1), values });
  });
  return plainGrid(csvSheetName(fileName), rows);
}

function fieldValue(text: string): CellValue {
  return isErrorText(text) ? { error: text } : withoutGuard(text);
}

/**
 * What a text must begin with so that Excel would take it for a formula when it opens the .csv file. A sign before
 * digits is a number or a telephone and harmless.
 */
const FORMULA_START = /^(?:[=@\t\r]|[+-](?![\d\s().,+-]*$))/;

/** Text that a spreadsheet would compute gets an apostrophe in front of it (OWASP ASVS 1.2.10). */
export function withGuard(text: string): string {
  return FORMULA_START.test(text) || (text.startsWith("'") && FORMULA_START.test(text.slice(1))) ? `'${text}` : text;
}

/** Takes the apostrophe of withGuard away again. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && withGuard(text.slice(1)) === text ? text.slice(1) : text;
}
