/** What the services need from outside, handed in by the edge: a database, a clock, and a key. */
import type { CheckResult } from '../../shared/domain/finding.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Register } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { SqlDatabase } from '../store/database.ts';

export interface Ports {
  readonly db: SqlDatabase;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** A number from 0 to 1, for the pauses between attempts. */
  readonly chance: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** The rules, the same as in the pane. */
  readonly check: (register: Register, options: { readonly pack: Pack; readonly asOf: Day }) => CheckResult;
  /** Values sealed with the region's key are taken; otherwise refused [PR9]. */
  readonly acceptsSealed?: boolean;
  /**
   * Posts to an address of the administrator's and gives the status of the answer; redirections are not followed. Rejects
   * when no answer comes. Absent: nothing leaves this server.
   */
  readonly post?: (
    url: string,
    request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  ) => Promise<number>;
  /** Hashes values for the audit. */
  readonly hashValues: (values: unknown) => Promise<string>;
}

/** Who acts: the token's id. Names never reach a service. */
export interface Actor {
  readonly tokenId: string;
  /** May push into a closed register too: only the timetable. */
  readonly entersClosed?: true;
}
