import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchedFirst } from './fetched-first.ts';

const PAGE = 'https://pane.no-such-centre.ru/assets/pane.js';

/** A line that lets so many askings fail. Says what was asked for. */
function poorLine(failures: number): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    if (asked.length <= failures) throw new TypeError('Failed to fetch');
    return new Response('export default 1');
  });
  return asked;
}

/** As the bundler writes it; nothing is imported here. */
function importOf(file: string) {
  const load = vi.fn<() => Promise<string>>(async () => file);
  load.toString = () => `()=>import(\`./${file}\`)`;
  return load;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a part of the pane', () => {
  it('is imported when it and what it needs have come', async () => {
    const asked = poorLine(0);
    expect(await fetchedFirst(importOf('a.js'), ['./b.js', './a.js'], PAGE)).toBe('a.js');
    expect(asked.toSorted()).toEqual(['a.js', 'b.js'].map((file) => new URL(file, PAGE).href));
  });

  it('is asked for again on a poor line, before the browser may remember that it did not come', async () => {
    const asked = poorLine(2);
    const load = importOf('c.js');
    const coming = fetchedFirst(load, [], PAGE);
    await vi.advanceTimersByTimeAsync(400);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await coming).toBe('c.js');
    expect(asked.length).toBe(3);
  });

  it('that does not come is said not to have come, is not imported, and comes when it is asked for later', async () => {
    poorLine(3);
    const load = importOf('d.js');
    await Promise.all([
      expect(fetchedFirst(load, [], PAGE)).rejects.toThrow(/Failed to fetch dynamically imported module/),
      vi.advanceTimersByTimeAsync(10_000),
    ]);
    expect(load).not.toHaveBeenCalled();
    expect(await fetchedFirst(load, [], PAGE)).toBe('d.js');
  });
});
