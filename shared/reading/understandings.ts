/** Counts how wordings were understood: «баз.» → BASE, 214 times. */
import { FIELD_LISTS, FIELDS, fieldSpec } from '../domain/fields.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { Understanding } from './reading.ts';

const MOST = 500;

/** The counts, kept up to date while rows change. What they say does not depend on the order of rows. */
export interface UnderstandingCounts {
  readonly add: (row: RegisterRow) => void;
  readonly take: (row: RegisterRow) => void;
  /** The wordings of coded fields with their codes, most frequent first; at most 500. Unknown wordings are findings. */
  readonly list: () => readonly Understanding[];
}

interface Count {
  readonly field: string;
  readonly text: string;
  readonly as: string;
  times: number;
}

export function understandingCounts(book: CodeBook): UnderstandingCounts {
  const fields = new Map(Object.keys(FIELDS).map((kind) => [kind, codedFields(kind)] as const));
  const counts = new Map<string, Count>();
  const titles = new Map(
    FIELD_LISTS.flatMap((list) => book.entries(list).map((entry) => [entry.code, entry.title.ru])),
  );
  const count = (field: string, { code, text }: CodeValue, by: 1 | -1): void => {
    if (code === null || titles.get(code) === text) return;
    const key = `${field}|${code}|${text}`;
    const known = counts.get(key);
    if (known) known.times += by;
    else counts.set(key, { field, text, as: code, times: by });
  };
  const countRow = (row: RegisterRow, by: 1 | -1): void => {
    for (const field of fields.get(row.kind) ?? []) {
      const value: unknown = (row.values as Readonly<Record<string, unknown>>)[field];
      if (value === null || value === undefined) continue;
      if (Array.isArray(value)) for (const one of value as readonly CodeValue[]) count(field, one, by);
      else count(field, value as CodeValue, by);
    }
  };
  return {
    add: (row) => countRow(row, 1),
    take: (row) => countRow(row, -1),
    list: () =>
      [...counts.values()]
        .filter(({ times }) => times > 0)
        .toSorted((a, b) => b.times - a.times || compare(a.field, b.field) || compare(a.text, b.text))
        .slice(0, MOST)
        .map(({ field, text, as, times }) => ({ field, text, as, times })),
  };
}

function codedFields(kind: string): readonly string[] {
  if (kind !== 'families' && kind !== 'measures') return [];
  return Object.keys(FIELDS[kind]).filter((field) => {
    const type = fieldSpec(kind, field)?.type;
    return type === 'code' || type === 'codes';
  });
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
