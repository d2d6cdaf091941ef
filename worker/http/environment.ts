/** What a request finds: the bindings of the Worker, and what signing in put there. */
import type { Actor, Ports } from '../services/ports.ts';
import type { SqlDatabase } from '../store/database.ts';
import type { DistrictScope, RegionScope } from '../store/scope.ts';
import type { TokenRecord } from '../store/token-store.ts';

export interface Bindings {
  readonly DB: SqlDatabase;
  /** The built pane. Absent where only the API runs (tests). */
  readonly ASSETS?: { readonly fetch: (request: Request) => Promise<Response> };
  /** 32 random bytes as 64 hexadecimal digits: the key of hashes in the audit. A secret. */
  readonly AUDIT_KEY?: string;
}

export interface Variables {
  readonly requestId: string;
  ports: Ports;
  token: TokenRecord;
  actor: Actor;
  district: DistrictScope;
  region: RegionScope;
}

export interface HttpEnv {
  Bindings: Bindings;
  Variables: Variables;
}
