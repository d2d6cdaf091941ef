/**
 * The form of a backup: lines of JSON. First what it is, then a line for each row, last how many rows and the SHA-256 of
 * all lines before, so that a cut or damaged file is told before anything is written.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const headSchema = z.strictObject({
  kurator: z.literal('backup'),
  form: z.literal(1),
  at: z.string(),
  migrations: z.array(z.string()),
});
const rowSchema = z.strictObject({ table: z.string(), row: z.record(z.string(), valueSchema) });
const endSchema = z.strictObject({ rows: z.number().int(), sha256: z.string() });

export type BackupRow = z.output<typeof rowSchema>;

const FIRST = ['region', 'district'];

export interface Backup {
  /** UTC, ISO. */
  readonly at: string;
  /** Names of the migrations that the database had. */
  readonly migrations: readonly string[];
  readonly rows: readonly BackupRow[];
}

/** The text of a backup file, which `readBackup` reads back. */
export function backupText({ at, migrations, rows }: Backup): string {
  const head = { kurator: 'backup', form: 1, at, migrations };
  const lines = [head, ...rows].map((line) => JSON.stringify(line));
  const body = `${lines.join('\n')}\n`;
  return `${body}${JSON.stringify({ rows: rows.length, sha256: sha256(body) })}\n`;
}

/** Reads what backupText wrote; a sentence for a file that is damaged, cut, or none. */
export function readBackup(text: string): Backup | { readonly problem: string } {
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  const [first, ...lines] = body.trimEnd().split('\n');
  const head = headSchema.safeParse(parsed(first ?? ''));
  if (!head.success) return { problem: 'Это не резервная копия Куратора.' };
  const end = endSchema.safeParse(parsed(text.slice(body.length)));
  if (!end.success || end.data.sha256 !== sha256(body) || end.data.rows !== lines.length) {
    return { problem: 'Резервная копия повреждена или обрезана. Возьмите другую копию.' };
  }
  return {
    at: head.data.at,
    migrations: head.data.migrations,
    rows: lines.map((line) => rowSchema.parse(parsed(line))),
  };
}

/** Reads a backup from the disk; a sentence for one that is not there, or that readBackup does not take. */
export function backupOf(file: string): Backup | { readonly problem: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { problem: `Файл ${file} не читается. Проверьте имя и право чтения.` };
  }
  return readBackup(text);
}

/** Rows in the order in which a database takes them: tables that others refer to come first. */
export function inOrderOfTables<T>(all: readonly T[], tableOf: (one: T) => string): readonly T[] {
  const place = (one: T): number => {
    const at = FIRST.indexOf(tableOf(one));
    return at === -1 ? FIRST.length : at;
  };
  return all.toSorted((a, b) => place(a) - place(b));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
