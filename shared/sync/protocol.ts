/** Requests and answers between workbook and server, as schemas: the server parses with them, the pane too. */
import * as z from 'zod';
import { REFUSAL_CODES } from './error-codes.ts';
import { MAX_LIST, MAX_OPS, MAX_PAGE, MAX_REASON, MAX_LISTED_ROWS } from './limits.ts';
import type { SentKind } from '../privacy/travel.ts';
import { kindSchema, VALUES_SCHEMA } from './payload.ts';

/** 128 random bits as 22 characters. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const districtIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const version = z.number().int().min(1).max(1e9);
const seq = z.number().int().min(0).max(1e12);
/** The number of a protocol that we do not speak must reach the code that says so. */
const protocol = z.number().int().min(0).max(1e6);

// Fields stand in the order of canonical JSON: what is parsed lists them so, and is hashed without being put in order.
const create = <K extends SentKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), op: z.literal('create'), row: idSchema, values: VALUES_SCHEMA[kind] });
const set = <K extends SentKind>(kind: K) =>
  z.strictObject({ baseVersion: version, ...create(kind).shape, op: z.literal('set') });

export const opSchema = z.discriminatedUnion('op', [
  z.discriminatedUnion('kind', [create('families'), create('visits'), create('measures'), create('specialists')]),
  z.discriminatedUnion('kind', [set('families'), set('visits'), set('measures'), set('specialists')]),
  z.strictObject({
    baseVersion: version,
    op: z.literal('delete'),
    /** Why, in the words of the person who said yes. It stands in the audit, and must name nobody. */
    reason: z.string().min(1).max(MAX_REASON).optional(),
    row: idSchema,
  }),
]);
export type Op = z.infer<typeof opSchema>;

export const pushRequestSchema = z.strictObject({
  client: idSchema,
  /** Null at the very first push of a workbook, which has seen no epoch yet. */
  epoch: z.string().max(64).nullable(),
  ops: z
    .array(opSchema)
    .min(1)
    .max(MAX_OPS)
    .refine((ops) => new Set(ops.map((op) => op.row)).size === ops.length, 'a row occurs once in a push'),
  protocol,
  pushId: idSchema,
  /** The district's seq up to which the workbook has seen the register [PU15]. Older panes do not say. */
  seen: seq.optional(),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const opOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ row: idSchema, outcome: z.literal('applied'), version }),
  z.object({ row: idSchema, outcome: z.literal('conflict'), version, deleted: z.boolean() }),
  z.object({ row: idSchema, outcome: z.literal('refused'), code: z.enum(REFUSAL_CODES) }),
]);
export type OpOutcome = z.infer<typeof opOutcomeSchema>;

const auditHead = z.object({ n: seq, hash: z.string() });

export const pushAnswerSchema = z.object({
  epoch: z.string(),
  /** The district's seq after this push. */
  seq,
  /** The push has taken that seq itself; otherwise it changed nothing [PU10]. */
  tookSeq: z.boolean(),
  outcomes: z.array(opOutcomeSchema).readonly(),
});
export type PushAnswer = z.infer<typeof pushAnswerSchema>;

/**
 * Everything up to (seq, row) has been seen; row "~" closes the seq. Removals up to `safe` are known: the cursor can be
 * trusted while no tombstone after it has been pruned.
 */
export const cursorSchema = z.object({ epoch: z.string(), seq, row: z.string(), safe: seq });
export type Cursor = z.infer<typeof cursorSchema>;
export const END_OF_SEQ = '~';

export const pullQuerySchema = z.strictObject({
  epoch: z.string().max(64).optional(),
  seq: z.coerce.number().int().min(0).max(1e12).optional(),
  row: z
    .string()
    .regex(/^([A-Za-z0-9_-]{22}|~)?$/)
    .optional(),
  safe: z.coerce.number().int().min(0).max(1e12).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
});

export const pulledRowSchema = z.object({
  row: idSchema,
  kind: kindSchema,
  version,
  /** Null: removed. */
  values: z.record(z.string(), z.json()).nullable(),
});

/** Who has changed the row last, and when [PL5]. Older servers do not say, and none does for a push past its term. */
const changedRowSchema = pulledRowSchema.extend({
  /** ISO, UTC. */
  at: z.string().optional(),
  /** The name that an administrator gave to the key or the person: staff of the same district. */
  by: z.string().optional(),
});
export type PulledRow = z.infer<typeof changedRowSchema>;

/**
 * A mark of the server's last judgement of a register: another one after each submission, and when norms or rules
 * change. Null: there is none that could stand.
 */
const standingSchema = z.string().max(80).nullable();

export const pullAnswerSchema = z.object({
  /** "full": forget what was seen before, this is all there is [PL2]. */
  resend: z.literal('full').nullable(),
  rows: z.array(changedRowSchema),
  cursor: cursorSchema,
  more: z.boolean(),
  audit: auditHead,
  standing: standingSchema.optional(),
});
export type PullAnswer = z.infer<typeof pullAnswerSchema>;

const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/);
const layoutTable = z.strictObject({
  kind: kindSchema,
  /** All recognised fields of the table, in column order, whether they leave or not: names only. */
  columns: z.array(z.strictObject({ field: fieldName, period: z.string().max(8).optional() })).max(MAX_LIST),
  given: z.array(fieldName).max(MAX_LIST),
  /** Row ids in sheet order. */
  rows: z.array(idSchema).max(MAX_LISTED_ROWS),
});
export type LayoutTable = z.infer<typeof layoutTable>;

const packId = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const submitRequestSchema = z.strictObject({
  protocol,
  epoch: z.string().max(64),
  asOf: z.iso.date(),
  pack: packId,
  /** The workbook's own pack: what it is made from, and a hash of what it says [SU6]. Absent for one of the product. */
  ownPack: z.strictObject({ base: packId, hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  layout: z
    .array(layoutTable)
    .max(200)
    .refine((tables) => {
      const rows = tables.flatMap((table) => table.rows);
      return new Set(rows).size === rows.length;
    }, 'a row stands in a register once'),
});
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

export const checkCountsSchema = z.object({
  cases: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  notes: z.number().int(),
});

/** The norms that the server judged by [SU6]. `published`: the region's, which differ; `base`: it has none of that id. */
const judgedBySchema = z.object({
  pack: z.string(),
  title: z.object({ ru: z.string(), en: z.string() }),
  norms: z.enum(['same', 'published', 'base']),
});
export type JudgedBy = z.infer<typeof judgedBySchema>;

export const submitAnswerSchema = z.object({
  state: z.enum(['sent', 'unchanged']),
  receipt: z.object({ number: z.number().int(), at: z.string(), district: z.string() }),
  check: checkCountsSchema,
  judgedBy: judgedBySchema.optional(),
  /** Rules that the server could not judge, or not wholly: what they read stays in the workbook [PR11]. */
  notJudged: z.array(z.string()).readonly().optional(),
  standing: standingSchema.optional(),
});
export type SubmitAnswer = z.infer<typeof submitAnswerSchema>;
