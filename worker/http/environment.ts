/** What a request finds: the bindings of the Worker, and what signing in put there. */
import type { ApiErrorCode } from '../../shared/sync/error-codes.ts';
import type { Limiter } from '../services/limiter.ts';
import type { Authenticator } from '../services/sign-in.ts';
import type { Actor, Ports } from '../services/ports.ts';
import type { SqlDatabase } from '../store/database.ts';
import type { DistrictScope, MemberScope, RegionScope } from '../store/scope.ts';
import type { TokenRecord } from '../store/token-store.ts';

export interface RateLimitBinding {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

export interface Bindings {
  readonly DB: SqlDatabase;
  /** The built pane. Absent where only the API runs (tests). */
  readonly ASSETS?: { readonly fetch: (request: Request) => Promise<Response> };
  /** 32 random bytes as 64 hexadecimal digits: the key of hashes in the audit. A secret. */
  readonly AUDIT_KEY?: string;
  /** "true": values sealed with the region's key are taken. Anything else: refused. */
  readonly ACCEPT_SEALED?: string;
  /** Years for which the server keeps closed cases, closed registers and frozen copies; absent: for ever. */
  readonly KEEP_YEARS?: string;
  /** Cloudflare's rate limits: requests of a signed-in key, and attempts of an unknown caller. Both or none. */
  readonly RATE_LIMIT?: RateLimitBinding;
  readonly ATTEMPT_LIMIT?: RateLimitBinding;
  /** Requests a minute of the local stand-in for those bindings. */
  readonly REQUESTS_PER_MINUTE?: string;
  readonly ATTEMPTS_PER_MINUTE?: string;
  /** Sign-in by an OIDC issuer; absent: access keys only. */
  readonly OIDC_ISSUER?: string;
  readonly OIDC_AUDIENCE?: string;
  readonly OIDC_JWKS?: string;
  readonly OIDC_REGION?: string;
  readonly OIDC_ROLE_CLAIM?: string;
  readonly OIDC_DISTRICT_CLAIM?: string;
  /** The pane as the issuer knows it (a public client), and what it asks for; absent: the pane offers no such sign-in. */
  readonly OIDC_CLIENT_ID?: string;
  readonly OIDC_SCOPE?: string;
}

export interface Variables {
  readonly requestId: string;
  /** The code that the request was ended with; absent when it was not. */
  errorCode?: ApiErrorCode;
  ports: Ports;
  token: TokenRecord;
  actor: Actor;
  district: DistrictScope;
  region: RegionScope;
  member: MemberScope;
  limiter: Limiter;
  authenticator: Authenticator;
}

export interface HttpEnv {
  Bindings: Bindings;
  Variables: Variables;
}
