/** Norms that a region has published, as they travel. */
import * as z from 'zod';

export const publishedNormsSchema = z.object({
  packId: z.string(),
  revision: z.number(),
  /** ISO day from which they count. */
  validFrom: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  publishedAt: z.number(),
});
export type PublishedNorms = z.output<typeof publishedNormsSchema>;

/** With the text of the own pack, as the workbook keeps it. */
export const servedNormsSchema = publishedNormsSchema.extend({ content: z.string() });
export type ServedNorms = z.output<typeof servedNormsSchema>;
