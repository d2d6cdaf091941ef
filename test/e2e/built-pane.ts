/** Builds the pane into a folder of its own, serves it and opens pages on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from './browser.ts';
import { serveFolder } from './static-server.ts';

export interface BuiltPane {
  readonly browser: Browser;
  readonly address: string;
  /** Where the built pane lies. */
  readonly folder: string;
  /** A page in a window of its own. Errors on its console and requests to elsewhere are collected. */
  readonly open: (options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** What must stay empty: uncaught errors, console errors, requests that leave the server. */
  readonly complaints: readonly string[];
}

export async function builtPane(): Promise<BuiltPane> {
  const folder = await mkdtemp(join(tmpdir(), 'kurator-pane-'));
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  await buildForPeople(configFile, folder);
  const server = await serveFolder(folder);
  const browser = await launchBrowser();
  return {
    browser,
    address: server.address,
    folder,
    open: async (options = {}) => {
      const context = await browser.newContext({ locale: 'ru-RU', acceptDownloads: true, ...options });
      const page = await context.newPage();
      return { page, complaints: complaintsOf(page, server.address) };
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Vitest sets NODE_ENV to "test", and libraries would then put their development half into the bundle. */
async function buildForPeople(configFile: string, outDir: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile, logLevel: 'silent', build: { outDir } });
  } finally {
    process.env['NODE_ENV'] = before;
  }
}

function complaintsOf(page: Page, address: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  return complaints;
}
