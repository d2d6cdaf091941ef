/** Opens a session over a workbook with the browser's own clock, timers and worker. */
import { DEFAULT_PACK_ID, packById } from '../../shared/packs/packs.ts';
import { createWorkerCheckRunner } from '../engine/worker-check-runner.ts';
import type { Session } from '../engine/session.ts';
import { openSession } from '../engine/session.ts';
import type { WorkbookPort } from '../engine/workbook-port.ts';
import { today } from './today.ts';

/** How long the first screen has the line to itself. */
const QUIET_MS = 1_500;

export async function openPaneSession(workbook: WorkbookPort): Promise<Session> {
  const runner = createWorkerCheckRunner(breathe);
  const ports = {
    workbook,
    runner,
    packById,
    nowMs: Date.now,
    today,
    after,
    breathe,
  };
  const session = await openSession(ports, DEFAULT_PACK_ID);
  // The network may go away before the first check, which needs none.
  const forget = after(QUIET_MS, runner.begin);
  const close = (): void => {
    forget();
    session.close();
  };
  return { ...session, close };
}

function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
