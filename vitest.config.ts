import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Three projects: `node` runs everything that is plain TypeScript, `workerd` runs the API on the real runtime with a
 * local D1, `browser` drives a built pane in Chromium.
 */
export default defineConfig({
  test: {
    // Chromium and the runtime wait as often as they work: two at least.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', here('./test/house/plain-line-reporter.ts')],
    projects: [
      {
        test: {
          name: 'node',
          include: [
            '{shared,addin,scripts}/**/*.test.{ts,tsx}',
            'test/{house,contract,excel-host,cli,simulation,rules}/**/*.test.ts',
          ],
          setupFiles: [here('./test/house/quiet-console.ts')],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: here('./wrangler.toml') },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(here('./worker/migrations')),
                AUDIT_KEY: 'a5'.repeat(32),
                // Tests ask oftener than people; limits.test.ts has limits of its own.
                REQUESTS_PER_MINUTE: '1000000',
                ATTEMPTS_PER_MINUTE: '1000000',
              },
            },
          })),
        ],
        test: {
          name: 'workerd',
          include: ['worker/**/*.test.ts', 'test/security/**/*.test.ts'],
          setupFiles: [here('./worker/migrate-for-tests.ts')],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [here('./test/e2e/build-pane.ts')],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
