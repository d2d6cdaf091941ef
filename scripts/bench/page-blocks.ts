/**
 * How long a page blocks: the longest task of its thread, as the browser traces them. What counts is the processor time
 * of that thread, because other programs on a busy machine do not add to it; the time on the clock stands beside it.
 */
import type { Page } from 'playwright-core';

export interface Block {
  /** Milliseconds of processor time. */
  readonly cpuMs: number;
  /** Milliseconds on the clock. */
  readonly wallMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Traces the page while something is done, and answers with its tasks, longest first. */
export async function blocksDuring(page: Page, action: () => Promise<void>): Promise<readonly Block[]> {
  const end = await beginTrace(page);
  await action();
  return end();
}

/** Begins to trace; the answer ends it and tells the tasks, longest first. */
export async function beginTrace(page: Page): Promise<() => Promise<readonly Block[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  const traceConfig = { includedCategories: ['toplevel'], excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return tasksOfPages(events);
  };
}

/** The browser also traces its own threads and the workers; only the threads of pages count. */
function tasksOfPages(events: readonly TraceEvent[]): readonly Block[] {
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return events
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pages.has(`${pid}:${tid}`))
    .map(({ tdur = 0, dur = 0 }) => ({ cpuMs: tdur / 1_000, wallMs: dur / 1_000 }))
    .toSorted((a, b) => b.cpuMs - a.cpuMs);
}
