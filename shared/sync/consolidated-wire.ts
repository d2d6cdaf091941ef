/** The families of all districts, page by page: what a manager's pane asks for and gets. */
import * as z from 'zod';
import { MAX_PAGE } from './limits.ts';
import { districtIdSchema, idSchema, pulledRowSchema } from './protocol.ts';

/** Sealed fields that the consolidated register shows; everything else that is sealed stays with its district. */
export const CONSOLIDATED_SEALED = ['caseNo', 'applicant', 'curator', 'children'] as const;

/** Where to go on: district, register and row of the last family of the page before. */
const place = z.string().regex(/^[a-z0-9-]{1,64}:[A-Za-z0-9_-]{22}:([A-Za-z0-9_-]{22}|~)$/);

export const consolidatedQuerySchema = z.strictObject({
  after: place.optional(),
  /** Only this district. */
  district: districtIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
});
export type ConsolidatedQuery = z.infer<typeof consolidatedQuerySchema>;

export const consolidatedPageSchema = z.object({
  rows: z.array(z.object({ district: districtIdSchema, register: idSchema, row: pulledRowSchema })),
  /** Null on the last page. */
  next: place.nullable(),
  /** Families of the last sendings: how much there is to come, about. */
  expected: z.number(),
});
export type ConsolidatedPage = z.infer<typeof consolidatedPageSchema>;

export const frozenFamiliesSchema = z.object({ rows: z.array(pulledRowSchema) });
