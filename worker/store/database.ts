/**
 * What the store asks of a database. D1 fits as it is, SQLite on Node through a few lines (memory-database.ts); nothing
 * outside this folder may know more. A batch is written as a whole or not at all.
 */
import * as z from 'zod';

export type SqlValue = string | number | null;

export interface SqlStatement {
  bind(...values: SqlValue[]): SqlStatement;
  all(): Promise<{ readonly results: readonly unknown[] }>;
  run(): Promise<unknown>;
}

export interface SqlDatabase {
  prepare(sql: string): SqlStatement;
  batch(statements: SqlStatement[]): Promise<readonly { readonly results: readonly unknown[] }[]>;
}

/** Bytes of one bound value at most. D1 allows 2 MB of string; the local one does not enforce it [D4]. */
const MAX_VALUE_BYTES = 1_000_000;

const utf8 = new TextEncoder();

/**
 * Cuts a list into JSON texts of at most 1 MB, each for one `json_each(?)`. Throws for a single item beyond that, which
 * the limits of the wire schemas make impossible.
 */
export function jsonChunks(items: readonly unknown[]): readonly string[] {
  const chunks: string[] = [];
  let parts: string[] = [];
  let size = 2;
  for (const item of items) {
    const text = JSON.stringify(item);
    const bytes = bytesOf(text) + 1;
    if (bytes + 2 > MAX_VALUE_BYTES) throw new Error('one item is larger than a bound value may be');
    if (size + bytes > MAX_VALUE_BYTES) {
      chunks.push(`[${parts.join(',')}]`);
      parts = [];
      size = 2;
    }
    parts.push(text);
    size += bytes;
  }
  if (parts.length > 0) chunks.push(`[${parts.join(',')}]`);
  return chunks;
}

/** Most of what is kept are ids, codes and days, whose length is seen without encoding them. */
function bytesOf(text: string): number {
  return /[\u0080-\uffff]/.test(text) ? utf8.encode(text).length : text.length;
}

/** Parses the rows of a result: the one place where SQL results become types. */
export function rowsOf<S extends z.ZodType>(
  schema: S,
  result: { readonly results: readonly unknown[] } | undefined,
): readonly z.output<S>[] {
  return z.array(schema).parse(result?.results ?? []);
}

/**
 * What an error of the database asks for: `number-taken`: another writer was first, decide anew; `try-again`: a moment's
 * trouble, the statement may or may not have run; `back-off`: too much to do, more tries would add to it; `stop`: no
 * try will help. Only what is safe to repeat may be tried again.
 */
export type DatabaseFault = 'number-taken' | 'try-again' | 'back-off' | 'stop';

/** Texts of D1's list of errors (developers.cloudflare.com/d1/observability/debug-d1) for which it says to retry. */
const TRY_AGAIN = [
  'Network connection lost',
  'reset because its code was updated',
  'Internal error while starting up D1 DB storage caused object to be reset',
  'Internal error in D1 DB storage caused object to be reset',
  'Replica disconnected from primary',
  'Cannot resolve D1 DB due to transient issue on remote node',
  "Can't read from request stream because client disconnected",
];
const BACK_OFF = ['D1 DB is overloaded', 'storage operation exceeded timeout which caused object to be reset'];

/** Tells errors of the database apart by their texts, which is all that D1 gives. What is unknown stops. */
export function databaseFault(error: unknown): DatabaseFault {
  if (!(error instanceof Error)) return 'stop';
  const text = `${error.message} ${String(error.cause ?? '')}`;
  if (/UNIQUE constraint failed/.test(text)) return 'number-taken';
  if (TRY_AGAIN.some((part) => text.includes(part))) return 'try-again';
  return BACK_OFF.some((part) => text.includes(part)) ? 'back-off' : 'stop';
}
