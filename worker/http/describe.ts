/** The description of a route for the API document: its words, its answer, and the errors every route may give. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { API_ERROR_STATUS, type ApiErrorCode } from '../../shared/sync/error-codes.ts';

const codes = Object.keys(API_ERROR_STATUS) as [ApiErrorCode, ...ApiErrorCode[]];

export const errorSchema = z.object({
  error: z.object({ code: z.enum(codes), message: z.string(), requestId: z.string() }),
});

/** Words and answer of a route. */
export function described(summary: string, answer: z.ZodType, tags: readonly string[]) {
  return describeRoute({
    summary,
    tags: [...tags],
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: resolver(answer) } } },
      default: {
        description: 'Error: one of a closed list of codes, a sentence, the number of the request',
        content: { 'application/json': { schema: resolver(errorSchema) } },
      },
    },
  });
}
