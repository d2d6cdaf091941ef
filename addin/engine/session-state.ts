/** Everything the screen shows of an open workbook. Plain data that never changes once made. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CheckResult, Finding } from '../../shared/domain/finding.ts';
import type { ReadingAccount } from '../../shared/reading/reading.ts';
import type { OwnPack, OwnPackFault } from '../../shared/packs/own-pack.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { Explanation } from './explanations.ts';
import type { Comparison } from './finding-history.ts';
import type { RememberedState } from './remembered-state.ts';
import type { UpcomingList } from './upcoming.ts';
import type { EditOutcome, Mark, WorkbookErrorCode } from './workbook-port.ts';

/** What is under way. `share` runs from 0 to 1; null where it is not known. */
export interface Work {
  readonly kind: 'reading' | 'checking' | 'writing';
  readonly share: number | null;
  /** False for a re-check after an edit: it goes on quietly. */
  readonly isAsked: boolean;
}

export type Problem =
  | { readonly kind: 'workbook'; readonly code: WorkbookErrorCode }
  /** A part of the program did not come over the network. */
  | { readonly kind: 'not-fetched' }
  | { readonly kind: 'failed'; readonly detail: string };

export interface Run {
  readonly result: CheckResult;
  readonly account: ReadingAccount;
  /** Findings that are not explained, in sheet order. */
  readonly open: readonly Finding[];
  readonly explained: readonly { readonly finding: Finding; readonly explanation: Explanation }[];
  readonly comparison: Comparison;
  /** Null until it has been asked for. */
  readonly upcoming: UpcomingList | null;
  /** False for a re-check after edits. */
  readonly isAsked: boolean;
  /** Milliseconds since 1970, and how long reading and judging took. */
  readonly finishedAtMs: number;
  readonly tookMs: number;
}

/**
 * A register whose re-check takes longer is re-checked only when asked. A check that was asked for reads everything,
 * and says little of what a re-check takes.
 */
const LIVE_LIMIT_MS = 4_000;
const ASKED_LIMIT_MS = 20_000;

/** Whether the register is re-checked while people work in it. */
export function isQuick({ isAsked, tookMs }: Pick<Run, 'isAsked' | 'tookMs'>): boolean {
  return tookMs <= (isAsked ? ASKED_LIMIT_MS : LIVE_LIMIT_MS);
}

/** One step that can be undone: corrections of findings, or a cell edited by hand in the grid. */
export interface JournalEntry {
  readonly id: number;
  readonly kind: 'fix' | 'edit';
  /** The rule that was mended; null for an edit by hand. */
  readonly rule: string | null;
  /** What became of the edits; cells that somebody has changed or moved since are left out. */
  readonly outcomes: readonly EditOutcome[];
  /** How many cells the step has written. */
  readonly written: number;
  readonly atMs: number;
  readonly isUndone: boolean;
}

/** What the last fixing or undoing came to, for the line «Исправлено. Отменить». */
export interface FixNotice {
  readonly entryId: number;
  readonly what: 'fixed' | 'undone';
  readonly done: number;
  readonly failed: number;
  /** Cells left alone because a filter hides their rows; not among the failed. */
  readonly filtered: number;
}

/** How the workbook keeps the add-in's state. */
export type Memory = 'working' | 'damaged' | 'newer' | 'not-kept';

export interface SessionState {
  readonly remembered: RememberedState;
  readonly memory: Memory;
  /** ISO day and pack of the next run. */
  readonly asOf: string;
  readonly packId: string;
  /** The region's own pack that the workbook carries. */
  readonly ownPack: { readonly own: OwnPack; readonly pack: Pack } | null;
  /** Why the pack that the workbook names is not in use. */
  readonly packFault: OwnPackFault | 'unknown' | null;
  /** Name of the protocol's sheet that this session added; null when there is none. */
  readonly protocolSheet: string | null;
  /** Norms being changed; nothing is judged by them yet. */
  readonly packDraft: OwnPack | null;
  readonly work: Work | null;
  readonly run: Run | null;
  /** The sheet, the date or the norms have changed since the run, and no re-check is on its way. */
  readonly isStale: boolean;
  readonly problem: Problem | null;
  readonly marksProblem: WorkbookErrorCode | 'failed' | null;
  /** Cells that the region has remarked upon, marked beside the findings. */
  readonly remarks: readonly Mark[];
  readonly journal: readonly JournalEntry[];
  readonly notice: FixNotice | null;
  readonly selected: CellAddress | null;
  /** Last row of what is selected there. */
  readonly selectedLastRow: number | null;
  /** A file's content is other than what was opened, or saved last. */
  readonly hasUnsavedChanges: boolean;
}
