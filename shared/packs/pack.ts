/**
 * A rule pack: the norms, code lists and deadlines of a region as data. Never code. A norm that is null switches its
 * check off visibly; no norm ever falls back on another region's number.
 */
import * as z from 'zod';

const isoDate = z.iso.date();
const bilingual = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });

/** Where a norm comes from. `status` says how sure it is. */
export const sourceSchema = z.strictObject({
  id: z.string().optional(),
  text: bilingual,
  /** Of a page: a link on anything else could start a program, and packs travel in workbooks and files. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  status: z.enum(['confirmed', 'unconfirmed', 'invented']),
});

/** How binding a norm is: `recommended` lowers its rule to a warning. */
export const normKind = z.enum(['required', 'max', 'recommended']);

const norm = <S extends z.ZodRawShape>(shape: S) =>
  z
    .strictObject({
      ...shape,
      kind: normKind,
      source: sourceSchema,
      validFrom: isoDate.nullable().default(null),
      validTo: isoDate.nullable().default(null),
    })
    .nullable();

/** One norm, or several with effective dates: the one valid on the day it applies to counts. */
const norms = <S extends z.ZodRawShape>(shape: S) =>
  z.union([norm(shape), z.array(norm(shape).unwrap()).min(1)]).default(null);

/** What a norm of visits is counted by. */
export const period = z.enum(['week', 'month', 'quarter']);

/** The norms of one support level. */
export const levelNormsSchema = z.strictObject({
  caseload: norms({ max: z.number().int().positive() }),
  term: norms({ months: z.number().int().positive() }),
  visits: norms({ min: z.number().int().positive(), per: period }),
  review: norms({ everyMonths: z.number().int().positive() }),
  /** The level is for the first year of the family only. */
  firstYear: norms({ months: z.number().int().positive() }),
});

/** An entry of a code list. Aliases are further wordings that cells may hold; comparison ignores case, ё, punctuation. */
export const codeEntrySchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  title: bilingual,
  aliases: z.array(z.string().min(1)).default([]),
  /** For signs: the level that the pack ties the sign to. */
  level: z.string().optional(),
  /** Where an entry that a region adds comes from. */
  source: sourceSchema.optional(),
});

/** Steps of the procedure that a deadline can run between. */
export const step = z.enum([
  'application',
  'survey',
  'programme',
  'decision',
  'contract',
  'start',
  'firstVisit',
  'closing',
]);

/** A step is to be done within `n` working days (wd), calendar days (cd) or months of another. Day 0 is the day of `from`. */
export const deadlineSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  from: step,
  to: step,
  n: z.number().int().nonnegative(),
  unit: z.enum(['wd', 'cd', 'month']),
  shiftIfOff: z.boolean(),
  kind: normKind,
  source: sourceSchema,
  enabled: z.boolean().default(true),
  validFrom: isoDate.nullable().default(null),
  validTo: isoDate.nullable().default(null),
});

/** Days that a region works or rests apart from the federal calendar. */
export const calendarOverlaySchema = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: z.array(z.string()).default([]), work: z.array(z.string()).default([]), source: sourceSchema }),
);

const codeList = z.array(codeEntrySchema).default([]);

/** The whole pack. Strict: a key that it does not know is refused. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().min(1),
  title: bilingual,
  /** Said on every screen and report (an invented pack says so). */
  notice: bilingual.nullable().default(null),
  validFrom: isoDate.nullable().default(null),
  validTo: isoDate.nullable().default(null),
  basis: z.array(sourceSchema).min(1),
  /** Categories the pack is about; null for all. */
  scope: z.strictObject({ categories: z.array(z.string()).nullable() }),
  levels: z.record(z.string(), levelNormsSchema),
  deadlines: z.array(deadlineSchema),
  /** The order in which steps follow each other. */
  stepOrder: z.array(step),
  programRevision: norms({ months: z.number().int().positive() }),
  applicantMinAge: norms({ years: z.number().int().positive() }),
  partialPeriods: z.enum(['skip', 'prorate']).default('skip'),
  /** Base of the share of families removed for positive dynamics: readings (a), (b), (c) of the source. */
  positiveShare: z.strictObject({
    target: z.number().min(0).max(1).nullable(),
    base: z.enum(['a', 'b', 'c']),
    source: sourceSchema,
  }),
  /** A category for persons of 18 to 23 after care, where the region keeps them in the register. */
  postCareCategory: z.string().nullable().default(null),
  codes: z.strictObject({
    levels: codeList,
    categories: codeList,
    signs: codeList,
    sources: codeList,
    forms: codeList,
    applicantKinds: codeList,
    decisions: codeList,
    results: codeList,
    helpKinds: codeList,
    organisations: codeList,
  }),
  calendar: calendarOverlaySchema.default({}),
  /** Ids of rules that this pack switches off, with the reason. */
  rulesOff: z.record(z.string(), bilingual).default({}),
});

export type Pack = z.infer<typeof packSchema>;
export type PackInput = z.input<typeof packSchema>;
export type CodeEntry = z.infer<typeof codeEntrySchema>;
export type Deadline = z.infer<typeof deadlineSchema>;
export type LevelNorms = z.infer<typeof levelNormsSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Step = z.infer<typeof step>;
