/** What the pane and the checking worker say to each other. */
import type { SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { SheetFrame } from './check-desk.ts';
import type { PlainRegister, RunOutcome, RunRequest } from './check-runner.ts';

export type ToWorker =
  | { readonly kind: 'begin'; readonly frame: SheetFrame }
  | { readonly kind: 'rows'; readonly name: string; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'keep'; readonly order: readonly string[] }
  | { readonly kind: 'run'; readonly id: number; readonly request: RunRequest }
  | { readonly kind: 'register'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: RunOutcome }
  | { readonly kind: 'register'; readonly id: number; readonly register: PlainRegister | null }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
