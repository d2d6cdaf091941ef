/** Builds the pane once, before the first file of the browser's tests: all of them look at the same one. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Where the built pane lies; `npm start` serves the same folder. */
export const PANE = fileURLToPath(new URL('../../dist', import.meta.url));

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/** Called by Vitest, which sets NODE_ENV to "test": libraries would put their development half into the bundle. */
export default async function buildPane(): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile, logLevel: 'silent', build: { outDir: PANE } });
  } finally {
    process.env['NODE_ENV'] = before;
  }
}
