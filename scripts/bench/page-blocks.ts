/** How long a page blocks: the longest task of its thread, as the browser itself reports tasks of 50 ms and more. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    longTasks?: { readonly start: number; readonly ms: number }[];
  }
}

/** Begins to listen in every page that is opened from now on. */
export async function listenForBlocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: { readonly start: number; readonly ms: number }[] = (window.longTasks = []);
    const watcher = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, ms: duration });
    });
    watcher.observe({ type: 'longtask', buffered: true });
  });
}

/** The long tasks since the last call, in milliseconds. */
export async function blocksOf(page: Page): Promise<readonly number[]> {
  // The browser hands its list over in a later task.
  await page.waitForTimeout(300);
  return page.evaluate(() => (window.longTasks ?? []).splice(0).map(({ ms }) => ms));
}
