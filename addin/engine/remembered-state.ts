/**
 * What the workbook remembers between two openings. Invariant: state that we cannot read is never overwritten; it is
 * set aside until a person says that it may go. Keys we do not know (of a newer version, or of another part of the
 * add-in) are kept as they are.
 */
import * as z from 'zod';
import type { MappingCorrection } from '../../shared/reading/reading.ts';
import { MOST_HEADER_ROWS } from './mapping-corrections.ts';

const correctionSchema = z
  .looseObject({
    sheet: z.string(),
    kind: z.enum(['families', 'members', 'visits', 'measures', 'specialists', 'summary', 'none']).optional(),
    headerRows: z.array(z.number().int().positive()).max(MOST_HEADER_ROWS).optional(),
    fields: z.record(z.string(), z.string().nullable()),
  })
  .transform(({ sheet, kind, headerRows, fields }): MappingCorrection => ({
    sheet,
    fields,
    ...(kind === undefined ? {} : { kind }),
    ...(headerRows === undefined ? {} : { headerRows }),
  }));

const explanationSchema = z.object({
  identity: z.string(),
  reason: z.string(),
  author: z.string(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
});

const stateSchema = z.looseObject({
  version: z.literal(1),
  asOf: z.iso.date().nullable().default(null),
  packId: z.string().nullable().default(null),
  /** The region's own pack as text (shared/packs/own-pack.ts); what cannot be read is said and left as it is. */
  ownPack: z.string().nullable().default(null),
  /** Hidden sheets are read too. */
  readsHidden: z.boolean().default(false),
  marksShown: z.boolean().default(true),
  author: z.string().default(''),
  corrections: z.array(correctionSchema).default([]),
  explanations: z.array(explanationSchema).default([]),
  /** What the sending part keeps, opaque here. */
  sync: z.string().nullable().default(null),
  lastRun: z
    .object({ asOf: z.iso.date(), open: z.array(z.string()).readonly(), mended: z.array(z.string()).readonly() })
    .nullable()
    .default(null),
});

export type RememberedState = z.output<typeof stateSchema>;

export const FRESH_STATE: RememberedState = stateSchema.parse({ version: 1 });

export type RecalledState =
  { readonly ok: true; readonly state: RememberedState } | { readonly ok: false; readonly why: 'damaged' | 'newer' };

/** Reads what the workbook kept; null (nothing kept) gives a fresh state. */
export function parseRemembered(text: string | null): RecalledState {
  if (text === null) return { ok: true, state: FRESH_STATE };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: 'damaged' };
  }
  const parsed = stateSchema.safeParse(json);
  if (parsed.success) return { ok: true, state: parsed.data };
  const version = z.object({ version: z.number() }).safeParse(json);
  return { ok: false, why: version.success && version.data.version > 1 ? 'newer' : 'damaged' };
}

/** The text to keep. */
export function rememberedText(state: RememberedState): string {
  return JSON.stringify(state);
}
