/** What the region's page asks and gets, as schemas: the server answers with them, the pane reads with them. */
import * as z from 'zod';
import { FIGURES, NORM_FIGURES } from '../domain/figure-names.ts';
import { MAX_LISTED_ROWS } from './limits.ts';
import { districtIdSchema, idSchema } from './protocol.ts';
import { receiptSchema } from './receipt.ts';

export const periodKeySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/);

/** Null: hidden, because the group is small and the role sees no rows. */
const figure = z.number().nullable();

const figuresSchema = z.record(z.enum(FIGURES), figure);

export const HAND_IN_STATES = ['submitted', 'accepted', 'returned'] as const;
const handInState = z.enum(HAND_IN_STATES);

const pictureRow = z.object({
  figures: figuresSchema,
  /** Open families at the end whose children nobody has counted: they are missing in the figures of children. */
  childrenUnknown: figure.optional(),
  levels: z.array(z.object({ level: z.string().nullable(), cases: figure })),
  norms: z.record(z.enum(NORM_FIGURES), figure),
  specialists: figure,
  /** Curators beyond their norm, as the last sendings were judged. */
  overNorm: figure,
  errors: figure,
  warnings: figure,
});

export const districtRowSchema = pictureRow.extend({
  district: z.object({ id: z.string(), title: z.string() }),
  lastSending: z.object({ number: z.number(), at: z.string(), asOf: z.string() }).nullable(),
  /** The newest handing in for the period; null: none. */
  handIn: z.object({ number: z.number(), at: z.string(), state: handInState }).nullable(),
  punctuality: z.enum(['in-time', 'late', 'awaited', 'missing']),
});
export type DistrictRow = z.infer<typeof districtRowSchema>;
export type PictureFigures = z.infer<typeof pictureRow>;

export const pictureSchema = z.object({
  region: z.object({ id: z.string(), title: z.string() }),
  at: z.string(),
  /** `isDeadlineSet`: the region has set the day; otherwise it is the usual one, moved to a working day. */
  period: z.object({
    key: z.string(),
    from: z.string(),
    to: z.string(),
    deadline: z.string(),
    isDeadlineSet: z.boolean(),
  }),
  /** The norms that the page speaks of. `content`: text of the region's own pack; null for one that comes with us. */
  norms: z.object({ id: z.string(), version: z.string(), content: z.string().nullable() }),
  /** Groups below this size are hidden from roles without rows; null: this role sees all. */
  hiddenBelow: z.number().nullable(),
  districts: z.array(districtRowSchema),
  /** Over all districts. Roles without rows get the sum of the districts. */
  total: pictureRow,
  /** Families that stand in several districts, as people have decided: the total and the course count each once. */
  countedOnce: z.number(),
  trend: z.array(
    z.object({
      month: z.string(),
      start: figure,
      in: figure,
      out: figure,
      positive: figure,
      end: figure,
      transferred: figure,
      visits: figure,
      norms: z.record(z.enum(NORM_FIGURES), figure),
    }),
  ),
});
export type Picture = z.infer<typeof pictureSchema>;

export const pictureQuerySchema = z.strictObject({ period: periodKeySchema });

export const CASE_FIGURES = [
  ...FIGURES,
  'visitsMissed',
  'termsLate',
  'termsOverdue',
  'specialists',
  'overNorm',
  'errors',
] as const;
export type CaseFigure = (typeof CASE_FIGURES)[number];

export const casesQuerySchema = z.strictObject({
  period: periodKeySchema,
  figure: z.enum(CASE_FIGURES),
  /** A code; «none» for cases of unknown level. */
  level: z
    .string()
    .regex(/^(none|[A-Z][A-Z0-9_]{0,31})$/)
    .optional(),
});

const isoOrNull = z.string().nullable();

/** What tells a record to people: sealed texts by field. Only a pane with the region's key can read them. */
export const sealedNamesSchema = z.object({
  caseNo: z.string().nullable(),
  applicant: z.string().nullable(),
  curator: z.string().nullable(),
});
export type SealedNames = z.infer<typeof sealedNamesSchema>;

export const caseListSchema = z.object({
  total: z.number(),
  /** The first ones; `total` says how many there are. */
  cases: z.array(
    z.object({
      register: z.string(),
      row: z.string(),
      level: z.string().nullable(),
      start: isoOrNull,
      closedOn: isoOrNull,
      isPositive: z.boolean(),
      /** Pseudonym of the curator. */
      curator: z.string().nullable(),
      sealed: sealedNamesSchema,
      /** The rules that found errors here, for «errors». */
      rules: z.array(z.string()),
      /** What the case adds to the figure: 1 for a family, its children, its visits, periods missed, errors. */
      count: z.number(),
    }),
  ),
});
export type CaseList = z.infer<typeof caseListSchema>;

const remark = z.strictObject({
  row: idSchema.nullable(),
  field: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .nullable(),
  text: z.string().trim().min(1).max(500),
});
export type Remark = z.infer<typeof remark>;

export const handInRequestSchema = z.strictObject({
  epoch: z.string().max(64),
  period: periodKeySchema,
  /** Number of the sending that was looked at: a newer one must be looked at anew. */
  sending: z.number().int().min(1),
  explanation: z.string().trim().max(1000),
});
export type HandInRequest = z.infer<typeof handInRequestSchema>;

const countsSchema = z.object({ cases: z.number(), errors: z.number(), warnings: z.number() });

export const handInSchema = z.object({
  number: z.number(),
  register: z.string(),
  period: z.string(),
  state: handInState,
  at: z.string(),
  asOf: z.string(),
  decidedAt: z.string().nullable(),
  explanation: z.string(),
  note: z.string(),
  counts: countsSchema,
  receipt: receiptSchema,
  remarks: z.array(remark),
});
export type HandIn = z.infer<typeof handInSchema>;
export const handInListSchema = z.object({ handIns: z.array(handInSchema) });

export const decisionSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('accepted') }),
  z.strictObject({
    verdict: z.literal('returned'),
    note: z.string().trim().max(1000),
    remarks: z.array(remark).max(500),
  }),
]);
export type HandInDecision = z.infer<typeof decisionSchema>;

/** The region's public keys: name → Ed25519 public key, raw, base64url. */
export const keyListSchema = z.object({ keys: z.array(z.object({ name: z.string(), key: z.string() })) });

/** Rows of a frozen copy, as hashes, so that any copy can be held against it without showing it again. */
export const frozenRowsSchema = z.object({
  rows: z.array(z.object({ row: z.string(), hash: z.string() })).max(MAX_LISTED_ROWS),
});

/** Rows of a frozen copy whose values are asked for at once: nobody looks through more. */
export const MAX_HELD_ROWS = 20;
/** Row ids with commas between them. */
export const frozenValuesQuerySchema = z.strictObject({
  rows: z.string().regex(new RegExp(`^[A-Za-z0-9_-]{22}(,[A-Za-z0-9_-]{22}){0,${MAX_HELD_ROWS - 1}}$`)),
});
/** Values of single rows of a frozen copy, without the sealed ones. */
export const frozenValuesSchema = z.object({
  rows: z.array(z.object({ row: idSchema, values: z.record(z.string(), z.json()) })).max(MAX_HELD_ROWS),
});

export const numberPathSchema = z.strictObject({
  district: districtIdSchema,
  number: z.coerce.number().int().min(1).max(1e9),
});
