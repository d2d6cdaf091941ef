/** What a record holds before its cells are read. */
import type { TableColumn } from '../domain/register.ts';

/** Empty values of every column, in one order, so that all records share a shape. */
export function blankValues(columns: readonly TableColumn[]): () => Record<string, unknown> {
  const fields = [...new Set(columns.map((column) => column.field))];
  const periods = new Map<string, readonly string[]>();
  for (const field of fields) {
    if (field === 'visitsByMonth')
      periods.set(
        field,
        columns.flatMap((c) => (c.field === field && c.period !== undefined ? [c.period] : [])),
      );
  }
  return () => {
    const values: Record<string, unknown> = {};
    for (const field of fields) {
      const keys = periods.get(field);
      values[field] = keys ? Object.fromEntries(keys.map((key) => [key, null])) : null;
    }
    return values;
  };
}
