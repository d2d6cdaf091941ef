/**
 * Memories of wordings for the length of one run. They hold texts of cells, so none may outlive the reading of its
 * workbook: readWorkbook forgets them all when it ends.
 */

export interface Memory<V> {
  readonly get: (key: string) => V | undefined;
  readonly set: (key: string, value: V) => void;
}

const all: Map<string, unknown>[] = [];

/** A memory of at most `limit` entries; when it is full it begins anew. */
export function memory<V>(limit: number): Memory<V> {
  const entries = new Map<string, V>();
  all.push(entries);
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      if (entries.size >= limit) entries.clear();
      entries.set(key, value);
    },
  };
}

/** Empties every memory. */
export function forgetAll(): void {
  for (const entries of all) entries.clear();
}
