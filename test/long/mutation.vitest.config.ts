import { defineConfig } from 'vitest/config';

/** The tests that mutants of rules and calendar are tried on. */
export default defineConfig({
  test: { include: ['shared/{rules,calendar,domain}/**/*.test.ts'], testTimeout: 30_000 },
});
