/** By when a period has to be handed in: asked by everybody of a region, set by its administrator. */
import * as z from 'zod';
import { periodKeySchema } from './region-wire.ts';

export const deadlineQuerySchema = z.strictObject({ period: periodKeySchema });

/** `isSet`: the region has set the day; otherwise it is the usual one. */
export const deadlineSchema = z.object({ period: z.string(), day: z.string(), isSet: z.boolean() });
export type Deadline = z.infer<typeof deadlineSchema>;

/** Null: back to the usual day. */
export const newDeadlineSchema = z.strictObject({ period: periodKeySchema, day: z.iso.date().nullable() });
export type NewDeadline = z.infer<typeof newDeadlineSchema>;
