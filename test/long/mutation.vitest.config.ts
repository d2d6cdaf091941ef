import { defineConfig } from 'vitest/config';

/** The tests that mutants of rules and calendar are tried on. */
export default defineConfig({
  test: {
    include: ['shared/{rules,calendar,domain}/**/*.test.ts', 'shared/reading/finding-places.test.ts'],
    testTimeout: 30_000,
    // Each mutant runs the tests anew: loading every module once for all of their files is most of what it costs.
    isolate: false,
    // A mutant that survives has run all tests: the long ones must be short here.
    env: { KURATOR_EDITED: '8' },
  },
});
