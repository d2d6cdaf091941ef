/** Errors as answers: one closed list of codes, one place that turns them into a response. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  API_ERROR_STATUS,
  isApiErrorCode,
  type ApiErrorCode,
  type SyncErrorCode,
} from '../../shared/sync/error-codes.ts';
import { apiErrorText } from '../../shared/text/api-texts.ts';
import { RETRY_AFTER_SECONDS } from '../services/limiter.ts';
import { databaseFault } from '../store/database.ts';
import type { HttpEnv } from './environment.ts';

/** Ends a request with a code of the list. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  constructor(code: ApiErrorCode) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
  }
}

/** The value of an outcome; throws its code otherwise. Codes of the client cannot come from a service. */
export function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; error: { code: SyncErrorCode } }): T {
  if (outcome.ok) return outcome.value;
  const { code } = outcome.error;
  throw new ApiError(isApiErrorCode(code) ? code : 'unexpected');
}

/** The code of an error of any origin. Unknown errors are `unexpected`; their text stays in the log. */
export function codeOf(error: unknown): ApiErrorCode {
  if (error instanceof ApiError) return error.code;
  if (!(error instanceof HTTPException)) return isPassing(error) ? 'busy' : 'unexpected';
  if (error.status === 413) return 'body-too-large';
  return error.status === 400 ? 'body-malformed' : 'unexpected';
}

/** The database is in trouble that passes: the caller comes again. */
function isPassing(error: unknown): boolean {
  return ['try-again', 'back-off'].includes(databaseFault(error));
}

/** `{ error: { code, message, requestId } }`, in Russian unless English is asked for; the log learns of the code. */
export function errorResponse(c: Context<HttpEnv>, code: ApiErrorCode): Response {
  const language = /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'ru';
  const status = API_ERROR_STATUS[code] satisfies ContentfulStatusCode;
  c.set('errorCode', code);
  if (code === 'busy') c.header('retry-after', '2');
  if (code === 'rate-limited') c.header('retry-after', String(RETRY_AFTER_SECONDS));
  return c.json(
    { error: { code, message: apiErrorText(code, language), requestId: String(c.get('requestId')) } },
    status,
  );
}
