/** Counts how wordings were understood: «баз.» → BASE, 214 times. */
import { FIELDS, fieldSpec } from '../domain/fields.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { Understanding } from './reading.ts';

const MOST = 500;

/** The wordings of coded fields with their codes, most frequent first; at most 500. Unknown wordings are findings. */
export function understandingsOf(rows: readonly RegisterRow[], book: CodeBook): readonly Understanding[] {
  const coded = new Map(Object.keys(FIELDS).map((kind) => [kind, codedFields(kind)] as const));
  const counts = new Map<string, Map<string, { as: string; times: number }>>();
  for (const row of rows) {
    for (const field of coded.get(row.kind) ?? []) {
      const value: unknown = (row.values as Readonly<Record<string, unknown>>)[field];
      if (value === null || value === undefined) continue;
      for (const { code, text } of (Array.isArray(value) ? value : [value]) as readonly CodeValue[])
        if (code !== null) count(counts, field, { code, text });
    }
  }
  const titles = new Map(
    [
      'levels',
      'categories',
      'signs',
      'sources',
      'forms',
      'applicantKinds',
      'decisions',
      'results',
      'helpKinds',
    ].flatMap((list) => book.entries(list as 'levels').map((entry) => [entry.code, entry.title.ru])),
  );
  return [...counts]
    .flatMap(([field, wordings]) => [...wordings].map(([text, { as, times }]) => ({ field, text, as, times })))
    .filter(({ text, as }) => titles.get(as) !== text)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST);
}

function codedFields(kind: string): readonly string[] {
  if (kind !== 'families' && kind !== 'measures') return [];
  return Object.keys(FIELDS[kind]).filter((field) => {
    const type = fieldSpec(kind, field)?.type;
    return type === 'code' || type === 'codes';
  });
}

function count(
  counts: Map<string, Map<string, { as: string; times: number }>>,
  field: string,
  value: { readonly code: string; readonly text: string },
): void {
  let wordings = counts.get(field);
  if (!wordings) counts.set(field, (wordings = new Map()));
  const known = wordings.get(value.text);
  if (known) known.times += 1;
  else if (wordings.size < MOST) wordings.set(value.text, { as: value.code, times: 1 });
}
