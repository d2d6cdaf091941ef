/**
 * Finds a Chromium to drive: an installed Chrome, Edge or Chromium, or else the one that @sparticuz/chromium carries
 * (Linux). Nothing is downloaded. Works as root and without a graphics card, as continuous integration runs.
 */
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ALWAYS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** Launches a headless browser. Rejects with one sentence when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (executablePath) return chromium.launch({ executablePath, args: ALWAYS });
  if (process.platform !== 'linux') throw new Error('Install Chrome, Chromium or Edge to run the tests of the pane.');
  const { default: carried } = await import('@sparticuz/chromium');
  carried.setGraphicsMode = false;
  // The package's own switches are meant for a function host; --single-process crashes on a second page.
  const args = carried.args.filter((arg) => arg !== '--single-process' && !arg.startsWith('--headless'));
  return chromium.launch({ executablePath: await carried.executablePath(), args: [...args, ...ALWAYS] });
}
