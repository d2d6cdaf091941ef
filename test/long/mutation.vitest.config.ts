import { defineConfig } from 'vitest/config';

/** The tests that mutants of rules and calendar are tried on. */
export default defineConfig({
  test: {
    include: ['shared/{rules,calendar,domain}/**/*.test.ts', 'shared/reading/{finding-places,live-reading}.test.ts'],
    testTimeout: 30_000,
    // A mutant that survives has run all tests: the long ones must be short here.
    env: { KURATOR_EDITED: '8' },
  },
});
