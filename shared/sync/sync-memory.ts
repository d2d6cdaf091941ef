/** What a workbook keeps between sendings. It stays in the workbook, beside the names it belongs to. */
import { z } from 'zod';
import type { SentKind } from '../privacy/travel.ts';
import type { ServerRow } from './merge.ts';
import { kindSchema } from './payload.ts';
import { cursorSchema, idSchema, opSchema } from './protocol.ts';
import type { WireValues } from './wire-values.ts';

const valuesSchema = z.record(z.string(), z.json()) as unknown as z.ZodType<WireValues>;

/** A row that the server knows or knew. */
export interface KnownRow {
  readonly id: string;
  readonly kind: SentKind;
  /** Null: never agreed (others made it, or the server was restored). */
  readonly base: WireValues | null;
  readonly server: ServerRow;
}

/** Short names, and the server's values only where they differ from the base: a workbook keeps at most 1 MB. */
const keptRowSchema = z
  .object({
    i: idSchema,
    k: kindSchema,
    b: valuesSchema.nullable(),
    v: z.number().int().nullable(),
    s: valuesSchema.nullable().optional(),
  })
  .transform(({ i, k, b, v, s }): KnownRow => ({
    id: i,
    kind: k,
    base: b,
    server: v === null ? null : { version: v, values: s === undefined ? b : s },
  }));

const memorySchema = z.object({
  version: z.literal(1),
  district: z.string(),
  register: idSchema,
  client: idSchema,
  /** The pseudonym key: 32 bytes as base64url. */
  key: z.string().length(43),
  cursor: cursorSchema.nullable(),
  rows: z.array(keptRowSchema),
  /** The push that has no answer yet, exactly as it was sent, and the fields whose base must not move with it. */
  pending: z
    .object({
      pushId: idSchema,
      epoch: z.string().nullable(),
      ops: z.array(opSchema),
      held: z.record(z.string(), z.array(z.string())),
    })
    .nullable(),
});

type Parsed = z.output<typeof memorySchema>;
export type SyncMemory = Readonly<Omit<Parsed, 'rows'>> & { readonly rows: readonly KnownRow[] };
export type PendingPush = NonNullable<SyncMemory['pending']>;

/** Reads kept memory; null when it is damaged or of a newer version. */
export function parseMemory(json: unknown): SyncMemory | null {
  const parsed = memorySchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The JSON to keep, which `parseMemory` reads back to the same memory. */
export function memoryJson(memory: SyncMemory): unknown {
  return { ...memory, rows: memory.rows.map(keptRow) };
}

function keptRow({ id, kind, base, server }: KnownRow): z.input<typeof keptRowSchema> {
  const kept = { i: id, k: kind, b: base, v: server === null ? null : server.version };
  const isSame = server === null || JSON.stringify(server.values) === JSON.stringify(base);
  return isSame ? kept : { ...kept, s: server.values };
}
