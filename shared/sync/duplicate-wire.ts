/** What is asked and told of possible matches between districts, as schemas for server and pane. */
import * as z from 'zod';
import {
  ANSWER_EXAMPLE,
  CHECK_EXAMPLE,
  DECISION_EXAMPLE,
  DISTRICT_MATCHES_EXAMPLE,
  REGION_MATCHES_EXAMPLE,
} from './duplicate-examples.ts';
import { districtIdSchema, idSchema } from './protocol.ts';

export const VERDICTS = ['same', 'different', 'transfer'] as const;
const verdict = z.enum(VERDICTS);
export const MATCH_STATES = ['open', ...VERDICTS] as const;
const state = z.enum(MATCH_STATES);

/** Matches of one page at most. */
export const MATCH_PAGE = 50;
/** Characters of a reason at most. */
export const MAX_MATCH_REASON = 500;

const named = z.object({ id: z.string(), title: z.string() });
const caseFacts = {
  register: idSchema,
  row: idSchema,
  level: z.string().nullable(),
  /** ISO; null: not begun, or unreadable. */
  start: z.string().nullable(),
};

/** A match as a district sees it: its own case, and of the other side the name of the district alone. */
export const districtMatchSchema = z.object({
  id: idSchema,
  ...caseFacts,
  other: z.object({ title: z.string() }),
  state,
  mine: verdict.nullable(),
  /** The other district has given its word; which, is not told before both have. */
  hasOtherAnswered: z.boolean(),
  decidedBy: z.enum(['districts', 'region']).nullable(),
  /** Of the region's decision. */
  reason: z.string(),
  /** An earlier word of this district no longer counts: the data have changed since. */
  hasLapsed: z.boolean(),
});
export type DistrictMatch = z.infer<typeof districtMatchSchema>;
export const districtMatchesSchema = z
  .object({ total: z.number(), matches: z.array(districtMatchSchema) })
  .meta({ examples: [DISTRICT_MATCHES_EXAMPLE] });
export type DistrictMatches = z.infer<typeof districtMatchesSchema>;

export const matchAnswerSchema = z
  .strictObject({
    /** `open` takes the word back. */
    verdict: state,
    reason: z.string().trim().max(MAX_MATCH_REASON).default(''),
  })
  .meta({ examples: [ANSWER_EXAMPLE] });
export type MatchAnswer = z.input<typeof matchAnswerSchema>;

const regionCase = z.object({
  ...caseFacts,
  district: named,
  /** ISO; null: open. */
  closedOn: z.string().nullable(),
  /** The applicant sealed with the region's key, where it was sent; the server cannot open it. */
  applicant: z.string().nullable(),
});
const word = z.object({
  /** Id of the district; null: the region. */
  district: z.string().nullable(),
  verdict,
  reason: z.string(),
  at: z.string(),
  /** No longer counts: the fingerprints in common have changed since. */
  hasLapsed: z.boolean(),
});
export const regionMatchSchema = z.object({
  state,
  cases: z.array(regionCase).length(2),
  /** Fingerprints in common: the more, the likelier one family. */
  signs: z.number(),
  words: z.array(word),
});
export type RegionMatchView = z.infer<typeof regionMatchSchema>;

export const matchQuerySchema = z.strictObject({
  state: state.optional(),
  /** A district that takes part. */
  district: districtIdSchema.optional(),
  offset: z.coerce.number().int().min(0).max(1e6).default(0),
});
export interface MatchQuery {
  readonly state?: z.infer<typeof state> | undefined;
  readonly district?: string | undefined;
  readonly offset: number;
}

export const regionMatchesSchema = z
  .object({
    counts: z.record(state, z.number()),
    /** There are more shared cases than can be compared at once: settle some first. */
    isCut: z.boolean(),
    /** Of the state and district asked for; `matches` is a page of them. */
    total: z.number(),
    matches: z.array(regionMatchSchema),
  })
  .meta({ examples: [REGION_MATCHES_EXAMPLE] });
export type RegionMatches = z.infer<typeof regionMatchesSchema>;

const caseRefSchema = z.strictObject({ district: districtIdSchema, register: idSchema, row: idSchema });
export const regionDecisionSchema = z
  .strictObject({
    cases: z.array(caseRefSchema).length(2),
    /** `open` takes the decision back. */
    verdict: state,
    reason: z.string().trim().min(1).max(MAX_MATCH_REASON),
  })
  .meta({ examples: [DECISION_EXAMPLE] });
export type RegionDecision = z.infer<typeof regionDecisionSchema>;

const regionRule = z.enum(['region/family-in-two-districts', 'region/transfer-unmatched', 'region/specialist-load']);
export const regionCheckSchema = z
  .object({
    asOf: z.string(),
    /** The norms that were held against it. */
    pack: z.object({ id: z.string(), version: z.string() }),
    findings: z.array(
      z.object({
        rule: regionRule,
        severity: z.enum(['error', 'warning', 'note']),
        district: named,
        register: z.string().nullable(),
        row: z.string().nullable(),
        /** Of a specialist over the norm: the pseudonym. */
        curator: z.string().nullable(),
        /** Sealed: the applicant or the curator, where sent. */
        sealed: z.object({ table: z.string(), row: z.string(), field: z.string(), value: z.string() }).nullable(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      }),
    ),
    ledger: z.array(
      z.object({
        rule: regionRule,
        looked: z.number(),
        findings: z.number(),
        skipped: z.array(z.object({ reason: z.string(), detail: z.string(), rows: z.number() })),
      }),
    ),
    /** Districts that have sent nothing yet: nothing of them is judged. */
    silent: z.array(z.string()),
  })
  .meta({ examples: [CHECK_EXAMPLE] });
export type RegionCheck = z.infer<typeof regionCheckSchema>;

export const matchPathSchema = z.strictObject({ district: districtIdSchema, match: idSchema });
