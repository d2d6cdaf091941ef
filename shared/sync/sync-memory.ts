/** What a workbook keeps between sendings. It stays in the workbook, beside the names it belongs to. */
import * as z from 'zod';
import { fingerprintIn } from '../privacy/fingerprint.ts';
import type { SentKind } from '../privacy/travel.ts';
import type { ServerRow } from './merge.ts';
import { kindSchema } from './payload.ts';
import { cursorSchema, idSchema, opSchema, submitAnswerSchema } from './protocol.ts';
import type { WireValue, WireValues } from './wire-values.ts';

const valuesSchema = z.record(z.string(), z.json()) as unknown as z.ZodType<WireValues>;

/** A row that the server knows or knew. */
export interface KnownRow {
  readonly id: string;
  readonly kind: SentKind;
  /** Null: never agreed (others made it, or the server was restored). */
  readonly base: WireValues | null;
  readonly server: ServerRow;
}

/**
 * Short names, and the server's values, and who changed them, only where they differ from the base. Pseudonyms, which cannot be compressed,
 * stand once in a list of their own; a row has a mark and their place in it.
 */
const keptRowSchema = z
  .object({
    i: idSchema,
    k: kindSchema,
    b: valuesSchema.nullable(),
    v: z.number().int().nullable(),
    s: valuesSchema.nullable().optional(),
    c: z.object({ at: z.string(), by: z.string().optional() }).optional(),
  })
  .transform(({ i, k, b, v, s, c }): KnownRow => ({
    id: i,
    kind: k,
    base: b,
    server: v === null ? null : { version: v, values: s === undefined ? b : s, ...(c && { changed: c }) },
  }));

const memorySchema = z.object({
  version: z.literal(1),
  district: z.string(),
  register: idSchema,
  client: idSchema,
  /** The pseudonym key: 32 bytes as base64url. */
  key: z.string().length(43),
  /** The region's key of the last sending: pseudonyms are made with it, not with the workbook's. */
  regionKey: z.string().optional(),
  /** The region's key under which all sealed values of the rows were seen; absent when some were not. */
  openedWith: z.string().optional(),
  cursor: cursorSchema.nullable(),
  /** The last submission: a hash of what was asked, the mark of the server's judgement then, and its answer. */
  submitted: z.object({ asked: z.string(), standing: z.string().nullable(), answer: submitAnswerSchema }).optional(),
  pseudonyms: z.array(z.string()),
  rows: z.array(keptRowSchema),
  /** The push that has no answer yet, exactly as it was sent, and the fields whose base must not move with it. */
  pending: z
    .object({
      pushId: idSchema,
      epoch: z.string().nullable(),
      seen: z.number().optional(),
      ops: z.array(opSchema),
      held: z.record(z.string(), z.array(z.string())),
    })
    .nullable(),
});

type Parsed = Omit<z.output<typeof memorySchema>, 'pseudonyms'>;
export type SyncMemory = Readonly<Omit<Parsed, 'rows'>> & { readonly rows: readonly KnownRow[] };
export type PendingPush = NonNullable<SyncMemory['pending']>;

/** Reads kept memory; null when it is damaged or of a newer version. */
export function parseMemory(json: unknown): SyncMemory | null {
  const parsed = memorySchema.safeParse(json);
  if (!parsed.success) return null;
  const { pseudonyms, rows, ...memory } = parsed.data;
  const spelled = (value: WireValue): WireValue =>
    typeof value === 'string' && value.startsWith(MARK) ? (pseudonyms[Number(value.slice(1))] ?? value) : value;
  return { ...memory, rows: rows.map((row) => mapRow(row, spelled)) };
}

/** The JSON to keep, which `parseMemory` reads back to the same memory; of agreed rows nobody asks who changed them. */
export function memoryJson(memory: SyncMemory): unknown {
  const places = new Map<string, number>();
  const shortened = (value: WireValue): WireValue => {
    if (typeof value !== 'string' || fingerprintIn(value) === null) return value;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return `${MARK}${place}`;
  };
  const rows = memory.rows.map((row) => keptRow(mapRow(row, shortened)));
  return { ...memory, rows, pseudonyms: [...places.keys()] };
}

/** A control character: no text that travels can hold one. */
const MARK = '\u0001';

function mapRow(row: KnownRow, change: (value: WireValue) => WireValue): KnownRow {
  const mapped = (values: WireValues | null): WireValues | null =>
    values && Object.fromEntries(Object.entries(values).map(([field, value]) => [field, change(value)]));
  const base = mapped(row.base);
  const server = row.server && {
    ...row.server,
    values: row.server.values === row.base ? base : mapped(row.server.values),
  };
  return { ...row, base, server };
}

function keptRow({ id, kind, base, server }: KnownRow): z.input<typeof keptRowSchema> {
  const kept = { i: id, k: kind, b: base, v: server === null ? null : server.version };
  const isSame = server === null || JSON.stringify(server.values) === JSON.stringify(base);
  return isSame ? kept : { ...kept, s: server.values, c: server.changed };
}
