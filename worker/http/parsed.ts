/** Parsing of requests at the edge: what does not fit a schema never reaches a service, and is not echoed. */
import { validator } from 'hono-openapi';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { MAX_BODY_BYTES, MAX_PAGE } from '../../shared/sync/limits.ts';
import { districtIdSchema, idSchema } from '../../shared/sync/protocol.ts';
import { ApiError } from './api-error.ts';
import type { HttpEnv } from './environment.ts';

interface Issue {
  readonly code?: string;
  readonly path?: readonly unknown[] | undefined;
}

/** A path or query that fits no schema names nothing that exists; a body that does not is malformed. */
function refuse(target: 'json' | 'param' | 'query') {
  return (result: { readonly success: boolean; readonly error?: readonly unknown[] }): undefined => {
    if (result.success) return undefined;
    if (target === 'param') throw new ApiError('not-found');
    const issues = (result.error ?? []) as readonly Issue[];
    const isTooLong = issues.some(({ code, path }) => code === 'too_big' && path?.length === 1);
    throw new ApiError(isTooLong && target === 'json' ? 'too-many-rows' : 'body-malformed');
  };
}

/** A JSON body of at most 4 MB in the form of the schema. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return validator('json', schema, refuse('json'));
}

/** Parameters after the question mark in the form of the schema; one that is given twice has no form. */
export function query<S extends z.ZodType>(schema: S) {
  return validator('query', schema, refuse('query'));
}

/** Parameters of a path in the form of the schema. */
export function pathOf<S extends z.ZodType>(schema: S) {
  return validator('param', schema, refuse('param'));
}

export const districtPath = pathOf(z.strictObject({ district: districtIdSchema }));
export const registerPath = pathOf(z.strictObject({ district: districtIdSchema, register: idSchema }));

/** A page of what is numbered: after a number, from the beginning where none is named. */
export const numberedPage = query(
  z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(MAX_PAGE),
  }),
);

/** Refuses bodies that are not JSON or too large, before anything reads them. */
export const onlyJson = createMiddleware<HttpEnv>(async function onlyJson(c, next) {
  const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
  // Browsers send a body of no bytes with a POST that has none.
  const isEmpty = c.req.raw.body === null || c.req.header('content-length') === '0';
  if (!isEmpty && !isJson) throw new ApiError('not-json');
  await next();
});

export const limitedBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new ApiError('body-too-large');
  },
});
