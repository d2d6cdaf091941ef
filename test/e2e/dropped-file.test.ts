import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PANE } from './build-pane.ts';
import type { BuiltPane } from './built-pane.ts';
import { builtPane } from './built-pane.ts';

let pane: BuiltPane;
beforeAll(async () => {
  pane = await builtPane();
});
afterAll(() => pane.close());

/** Drags a file of the disk over the page and lets it go, as the browser itself sees it: refused, it is not dropped. */
async function dropFile(page: Page, file: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, x: 500, y: 600, data });
  }
}

describe('a register that is dropped on the page', () => {
  it('is opened, and another does not take the place of the work in it', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${pane.address}/pane.html`);
    await page.getByText('перетащите файл').waitFor();
    await dropFile(page, join(PANE, 'samples', 'plain.xlsx'));
    await page.getByLabel('На дату').waitFor();
    const heading = page.getByText('plain.xlsx').first();
    expect(await heading.isVisible()).toBe(true);

    await dropFile(page, join(PANE, 'samples', 'plain.xlsx'));
    expect(await page.getByLabel('На дату').isVisible()).toBe(true);
    expect(await heading.isVisible()).toBe(true);
    expect(page.context().pages().length).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
