/**
 * What the OpenAPI library asks of `zod/v4/core`, for wrangler.toml's alias: it imports the whole of it, sentences in
 * fifty languages included.
 */
export { toJSONSchema } from 'zod';
