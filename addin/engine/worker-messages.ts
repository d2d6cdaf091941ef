/** What the pane and the checking worker say to each other. */
import type { SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { SheetFrame } from './check-desk.ts';
import type { RunOutcome, RunRequest } from './check-runner.ts';
import type { PackTrial } from './pack-trial.ts';
import type { UpcomingList } from './upcoming.ts';

export type ToWorker =
  | { readonly kind: 'begin'; readonly frame: SheetFrame }
  | { readonly kind: 'rows'; readonly name: string; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'edit'; readonly name: string; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'keep'; readonly order: readonly string[] }
  | { readonly kind: 'run'; readonly id: number; readonly request: RunRequest }
  | { readonly kind: 'try'; readonly id: number; readonly before: RunRequest; readonly after: RunRequest }
  | { readonly kind: 'hash'; readonly id: number }
  | { readonly kind: 'upcoming'; readonly id: number }
  | { readonly kind: 'register'; readonly id: number; readonly port: MessagePort };

export type FromWorker =
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: RunOutcome }
  | { readonly kind: 'upcoming'; readonly id: number; readonly upcoming: UpcomingList | null }
  | { readonly kind: 'register'; readonly id: number; readonly isHanded: boolean }
  | { readonly kind: 'trial'; readonly id: number; readonly trial: PackTrial }
  | { readonly kind: 'hash'; readonly id: number; readonly hash: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
