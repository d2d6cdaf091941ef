/** A fingerprint of what was read from a workbook, so that a protocol can be held against the file later. */
import { hexDigits } from '../domain/hex-digits.ts';
import type { SheetCells } from '../domain/sheet-cells.ts';

/**
 * SHA-256 over the names and cells of the sheets, as 64 hex digits. Only content counts: sheet order, places and values;
 * not formats, widths or the file's other parts.
 */
export async function contentHash(sheets: readonly SheetCells[]): Promise<string> {
  const content = sheets.map(({ name, rows }) => [
    name,
    rows.flatMap(({ row, cells }) => {
      const filled = cells.flatMap((value, column) => (value === null ? [] : [[column, value]]));
      return filled.length === 0 ? [] : [[row, filled]];
    }),
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return hexDigits(digest);
}
