/**
 * Where reading and rules run. The pane gives sheets away and gets an account and findings back; it never waits for
 * them on its own thread: a Web Worker does it (worker-check-runner.ts). Tests stay on their thread
 * (testing-check-runner.ts).
 */
import type { Day } from '../../shared/domain/day.ts';
import type { CheckResult } from '../../shared/domain/finding.ts';
import type { Register } from '../../shared/domain/register.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { MappingCorrection, ReadingAccount } from '../../shared/reading/reading.ts';
import type { HandedRegister } from './handed-register.ts';
import type { PackTrial } from './pack-trial.ts';
import type { UpcomingList } from './upcoming.ts';

export interface RunRequest {
  readonly pack: Pack;
  readonly asOf: Day;
  readonly isTextFile: boolean;
  readonly corrections: readonly MappingCorrection[];
  /** Bring in hidden sheets; their cells must have been put. */
  readonly includeHidden: boolean;
}

export interface RunOutcome {
  readonly account: ReadingAccount;
  readonly result: CheckResult;
}

/** The register of the last run as it can be sent between threads: without the look at raw cells. */
export type PlainRegister = Omit<Register, 'rawCell'>;

export interface CheckRunner {
  /** True before the first sheets are put, after `stop`, and when what it knew was lost. */
  readonly isEmpty: () => boolean;
  /**
   * Replaces what is known of these sheets. Sheets that are not in `order` are forgotten. Answers whether anything
   * differs from what was known.
   */
  readonly putSheets: (sheets: readonly SheetCells[], order: readonly string[]) => Promise<boolean>;
  /** Reads and judges the sheets put. Rejects with RunStopped after `stop`, with RunNotFetched or RunFailed. */
  readonly run: (request: RunRequest) => Promise<RunOutcome>;
  /** What the last run has to say of the days to come; null when there was none. Asked for apart: findings come first. */
  readonly upcoming: () => Promise<UpcomingList | null>;
  /** The register of the last run on its way to another thread, or null when there was none. */
  readonly register: () => Promise<HandedRegister | null>;
  /** What findings other norms would bring and take away over the sheets put. Rejects as `run` does. */
  readonly tryPack: (before: RunRequest, after: RunRequest) => Promise<PackTrial>;
  /** A fingerprint of what the sheets put hold. */
  readonly contentHash: () => Promise<string>;
  /** Ends a run under way. All sheets are forgotten. */
  readonly stop: () => void;
}

export class RunStopped extends Error {}

/** The program of the check did not come over the network: nothing is wrong with the workbook. */
export class RunNotFetched extends Error {}

/** The rules or the reading threw: our mistake, said with what is known of it. */
export class RunFailed extends Error {}
