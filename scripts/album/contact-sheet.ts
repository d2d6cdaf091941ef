/** All looks of one state on one picture. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Look } from './looks.ts';

/** Wide windows are drawn at half their size. */
const shownWidth = (width: number): number => (width > 640 ? width / 2 : width);

/** Writes `<folder>.png` from the pictures of these looks in the folder: a row for each width. */
export async function writeContactSheet(browser: Browser, folder: string, looks: readonly Look[]): Promise<void> {
  const figures = await Promise.all(
    looks.map(async ({ name, width }) => {
      const picture = await readFile(join(folder, `${name}.png`), 'base64');
      const image = `<img width="${shownWidth(width)}" alt="" src="data:image/png;base64,${picture}">`;
      return { width, html: `<figure><figcaption>${name}</figcaption>${image}</figure>` };
    }),
  );
  const rows = [...Map.groupBy(figures, ({ width }) => width).values()]
    .map((row) => `<section>${row.map(({ html }) => html).join('')}</section>`)
    .join('');
  const page = await browser.newPage({ viewport: { width: 2460, height: 800 } });
  await page.setContent(`<style>
    body { margin: 0; padding: 8px; background: #888; font: 12px sans-serif }
    section { display: flex; flex-wrap: wrap; align-items: start; gap: 8px; margin-bottom: 12px }
    figure { margin: 0 } img { display: block }
  </style>${rows}`);
  await writeFile(`${folder}.png`, await page.screenshot({ fullPage: true }));
  await page.close();
}
