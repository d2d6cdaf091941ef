/** What the pane and the worker that plans and sends say to each other. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { CellPlace, CopyComparison, DifferingCell, FrozenCopy, LocalCopy } from './local-copy.ts';
import type {
  ConflictChoice,
  Connection,
  CopyInput,
  PlanInput,
  SendOptions,
  SendOutcome,
  SendPlan,
} from './sync-contract.ts';

/** What can be copied between threads of a local copy. */
export type CopyFacts = Pick<LocalCopy, 'district' | 'register' | 'epoch'>;

/** The verbs, what they are given, and what they answer. The register comes beside them, through a port. */
export interface SyncVerbs {
  readonly plan: { readonly given: Omit<PlanInput, 'register'>; readonly answer: Outcome<SendPlan> };
  readonly send: {
    readonly given: {
      readonly connection: Connection;
      readonly options: Pick<SendOptions, 'confirmRemovals' | 'removalReason'>;
    };
    readonly answer: Outcome<SendOutcome>;
  };
  readonly settle: {
    readonly given: { readonly memory: string; readonly choices: readonly ConflictChoice[] };
    readonly answer: Outcome<string>;
  };
  readonly copy: { readonly given: Omit<CopyInput, 'register'>; readonly answer: Outcome<CopyFacts> };
  readonly cells: { readonly given: readonly CellPlace[]; readonly answer: readonly (CellAddress | null)[] };
  readonly names: { readonly given: readonly string[]; readonly answer: readonly (string | null)[] };
  readonly compare: { readonly given: FrozenCopy; readonly answer: CopyComparison };
  readonly differing: {
    readonly given: ReadonlyMap<string, WireValues>;
    readonly answer: readonly DifferingCell[];
  };
}

export type SyncVerb = keyof SyncVerbs;

export type SyncQuestion = {
  readonly [V in SyncVerb]: {
    readonly kind: V;
    readonly id: number;
    readonly given: SyncVerbs[V]['given'];
    /** `plan` and `copy`: the port that the register comes through. */
    readonly register?: MessagePort;
    /** `send`: the id of the plan; `cells`, `names`, `compare` and `differing`: that of the copy. */
    readonly of?: number;
  };
}[SyncVerb];

export type ToSyncWorker =
  | SyncQuestion
  | { readonly kind: 'stop'; readonly id: number }
  /** The workbook has kept the memory, or has failed to. */
  | { readonly kind: 'kept'; readonly id: number; readonly isKept: boolean };

export type FromSyncWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: SyncVerbs[SyncVerb]['answer'] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly id: number; readonly share: number; readonly isRetrying?: boolean }
  | { readonly kind: 'keep'; readonly id: number; readonly memory: string };
