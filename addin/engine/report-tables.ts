/** What Excel demands of native tables, brought about before a report is written: distinct headings, a row, a name. */
import type { ReportCell, ReportSheet, ReportTable } from '../../shared/domain/report-sheet.ts';

/** Excel's bounds: for a heading of a table, and for its name. */
const MOST_HEADING_LETTERS = 255;
const MOST_NAME_LETTERS = 255;

/**
 * The report as it can be written. Headings of tables become one-line texts, each its own; a table without rows gets an
 * empty one; names become such as Excel takes, and none of `taken` (names of tables and ranges; case does not tell them
 * apart).
 */
export function writableReport(report: ReportSheet, taken: Iterable<string>): ReportSheet {
  if (!report.tables) return report;
  const rows = report.rows.map((row) => [...row]);
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  const tables = report.tables.map(({ name, area }): ReportTable => {
    const bottom = Math.max(area.bottom, area.top + 1);
    while (rows.length < bottom) rows.push([]);
    putHeadings(rows[area.top - 1] ?? [], area);
    return { name: freeName(name, names), area: { ...area, bottom } };
  });
  return { ...report, rows, tables };
}

function putHeadings(row: ReportCell[], { left, right }: ReportTable['area']): void {
  const used = new Set<string>();
  while (row.length <= right) row.push({ value: '' });
  for (let column = left; column <= right; column += 1) {
    const { format: _format, ...cell } = row[column] ?? { value: '' };
    const value = distinctHeading(String(cell.value), column - left + 1, used);
    row[column] = { look: 'heading', ...cell, value };
  }
}

function distinctHeading(heading: string, place: number, used: Set<string>): string {
  const plain = heading.replace(/\s+/gu, ' ').trim() || String(place);
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const made = `${plain.slice(0, MOST_HEADING_LETTERS - ending.length)}${ending}`;
    if (used.has(made.toLowerCase())) continue;
    used.add(made.toLowerCase());
    return made;
  }
}

/** With a letter first and «_» in it, a name is never taken for a cell. */
function freeName(wanted: string, taken: Set<string>): string {
  const letters = wanted.replace(/[^\p{L}\p{N}_]+/gu, '_').slice(0, MOST_NAME_LETTERS - 20);
  const base = /^[\p{L}_].*_/u.test(letters) ? letters : `Куратор_${letters}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
