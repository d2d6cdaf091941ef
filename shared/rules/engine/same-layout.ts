/** Whether what is compiled for one table, or one register, fits another. */
import type { Register, Table } from '../../domain/register.ts';

/** True when a table has the same sheet, headings and columns; rows may have come or gone. */
export function isSameLayout(a: Table, b: Table): boolean {
  return a === b || (a.sheet === b.sheet && a.kind === b.kind && layoutOf(a) === layoutOf(b));
}

function layoutOf({ headerRows, columns, givenFields, isTextFile, duplicateHeadings }: Table): string {
  return JSON.stringify([headerRows, columns, givenFields, isTextFile, duplicateHeadings]);
}

/** True when nothing but rows differs. */
export function isSameFrame(a: Register, b: Register): boolean {
  return (
    a.specialists === b.specialists &&
    a.reports === b.reports &&
    (a.rawCell === undefined) === (b.rawCell === undefined) &&
    a.tables.length === b.tables.length &&
    a.tables.every((table, index) => {
      const other = b.tables[index];
      return other !== undefined && isSameLayout(table, other);
    })
  );
}
