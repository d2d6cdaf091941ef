/** Serves the built pane and opens pages on it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { PANE } from './build-pane.ts';
import { serveFolder } from './static-server.ts';

export interface BuiltPane {
  readonly browser: Browser;
  readonly address: string;
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
  const server = await serveFolder(PANE);
  const browser = await launchBrowser();
  return {
    browser,
    address: server.address,
    open: async (options = {}) => {
      const context = await browser.newContext({ locale: 'ru-RU', acceptDownloads: true, ...options });
      const page = await context.newPage();
      return { page, complaints: complaintsOf(page, server.address) };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
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
