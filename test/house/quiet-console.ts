import { afterEach, beforeEach, vi } from 'vitest';

/** Code under test says nothing on the console unless a test expects it: an unexpected line fails the test. */
const methods = ['error', 'warn', 'log', 'info'] as const;

beforeEach(() => {
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      throw new Error(`unexpected console.${method}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});
