import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Proofs that take minutes by nature; only `npm run test:long` runs them. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/long/**/*.test.ts'],
    reporters: ['default', fileURLToPath(new URL('../house/plain-line-reporter.ts', import.meta.url))],
    fileParallelism: false,
  },
});
