/** Draws the PNG icons from the SVGs beside them. Run by hand after an SVG has changed; the PNGs are kept in the repository. */
import { readFile, writeFile } from 'node:fs/promises';
import chromiumForLinux from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const FOLDER = new URL('../addin/ui/public/icons/', import.meta.url);

/** The sizes that Office asks for: the store's and catalogue's icons only of the product itself. */
const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const ICONS: Readonly<Record<string, readonly number[]>> = {
  kurator: [...RIBBON_SIZES, 96, 128],
  check: RIBBON_SIZES,
  'remove-marks': RIBBON_SIZES,
};

const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? (await chromiumForLinux.executablePath()),
  args: chromiumForLinux.args,
});
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(ICONS)) {
  const svg = await readFile(new URL(`${name}.svg`, FOLDER), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
    await writeFile(new URL(`${name}-${size}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
