/**
 * The closed list of what can go wrong between a workbook and the server. Every code has a sentence in
 * shared/text/api-texts.ts; the server's codes also have an HTTP status.
 */

/** Codes the server answers with, and the status each of them has. */
export const API_ERROR_STATUS = {
  'not-signed-in': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-unknown': 405,
  'not-json': 415,
  'body-malformed': 400,
  'body-too-large': 413,
  'too-many-rows': 413,
  'identifying-data': 422,
  'protocol-too-old': 426,
  'protocol-too-new': 426,
  'push-id-reused': 409,
  'epoch-changed': 409,
  'register-moved-on': 409,
  'register-begun': 409,
  'register-retired': 409,
  'too-many-registers': 409,
  'pack-unknown': 422,
  'already-exists': 409,
  'sending-outdated': 409,
  'errors-remain': 422,
  'explanation-missing': 422,
  'already-decided': 409,
  'own-access': 409,
  'pack-invalid': 422,
  'webhook-address': 422,
  'pairing-unknown': 404,
  'pairing-locked': 403,
  'rate-limited': 429,
  busy: 503,
  unexpected: 500,
} as const;

export type ApiErrorCode = keyof typeof API_ERROR_STATUS;

/** True for a code that a server of ours may answer with. */
export function isApiErrorCode(code: string): code is ApiErrorCode {
  return Object.hasOwn(API_ERROR_STATUS, code);
}

/** What can go wrong on the way, or in the pane, before or after the server. */
export const CLIENT_ERROR_CODES = [
  'address-malformed',
  'token-malformed',
  'no-connection',
  'answer-unreadable',
  'not-kurator',
  'timed-out',
  'outcome-unknown',
  'stopped',
  'memory-damaged',
  'memory-too-large',
  'memory-not-kept',
  'nothing-to-send',
  'no-district',
  'other-district',
  'region-key-needed',
  'pane-failed',
  'sign-in-stopped',
  'sign-in-failed',
] as const;

export type ClientErrorCode = (typeof CLIENT_ERROR_CODES)[number];

export type SyncErrorCode = ApiErrorCode | ClientErrorCode;

/** Why the server refused one row. */
export const REFUSAL_CODES = [
  'identifying-data',
  'row-missing',
  'fields-unknown',
  'sealed-not-accepted',
  'register-full',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** An answer that is a value: either what was asked for, or a code from the list. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SyncError };

export interface SyncError {
  readonly code: SyncErrorCode;
  /** Names the request in the server's log; null when no answer came. */
  readonly requestId: string | null;
}

/** The answer that is a code. `requestId`: of the server's log, where there was an answer. */
export function failed(
  code: SyncErrorCode,
  requestId: string | null = null,
): { readonly ok: false; readonly error: SyncError } {
  return { ok: false, error: { code, requestId } };
}
