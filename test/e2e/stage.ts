/** Where the walks of a file of tests begin: a server with the training region, and a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startServer, type StartedServer } from './started-server.ts';

export interface Stage {
  readonly server: StartedServer;
  readonly browser: Browser;
}

export interface OwnStage extends Stage {
  /** Ends the server and starts it again over the same data, at another address. */
  readonly restart: () => Promise<void>;
}

/** Starts both before the file's first test and ends them after its last: to be called once, outside of the tests. */
export function ownStage(settings?: Readonly<Record<string, string>>): OwnStage {
  let server: StartedServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(undefined, settings), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    restart: async () => {
      await server.stop('keep');
      server = await startServer(server.dataFolder, settings);
    },
  };
}
