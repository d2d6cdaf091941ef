/** What the verbs of a session share. Made once per open workbook, seen by nobody outside the engine. */
import type { Day } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { CheckRunner } from './check-runner.ts';
import type { FindingHistory } from './finding-history.ts';
import type { InTurn } from './in-turn.ts';
import type { RememberedState } from './remembered-state.ts';
import type { SessionState } from './session-state.ts';
import type { Store } from './store.ts';
import type { SheetChange, WorkbookPort } from './workbook-port.ts';

export interface SessionPorts {
  readonly workbook: WorkbookPort;
  readonly runner: CheckRunner;
  readonly packById: (id: string) => Pack | undefined;
  readonly nowMs: () => number;
  readonly today: () => Day;
  /** Lets the pane draw and answer between two pieces of work. */
  readonly breathe: () => Promise<void>;
  /** Runs an action after so many milliseconds. Returns the way to call it off. */
  readonly after: (ms: number, action: () => void) => () => void;
}

export interface SessionContext {
  readonly ports: SessionPorts;
  readonly store: Store<SessionState>;
  /** Sheets that the runner does not know in their present form; "all" before the first run. */
  dirty: Set<string> | 'all';
  /** What people have changed since the sheets were read that the findings shown come from. */
  readonly unread: Pick<SheetChange, 'sheet' | 'area'>[];
  /** The state as the workbook had it when this session last read or kept it. */
  kept: RememberedState;
  /** The state as it was when the file was opened, or a copy was made last. */
  saved: RememberedState;
  /** The remembered state is kept by one write after another. */
  readonly keeping: InTurn;
  /** The check under way. */
  running: AbortController | null;
  /** What the standing of findings is compared with: the run before the one last asked for. */
  base: FindingHistory | null;
  /** Null when no re-check is planned. */
  callOffLiveCheck: (() => void) | null;
  /** Re-checks that found the sheets changed, since somebody has last edited or asked for a check. */
  rechecks: number;
}

/** Changes a part of the state. */
export function patch({ store }: SessionContext, part: Partial<SessionState>): void {
  store.update((state) => ({ ...state, ...part }));
}
