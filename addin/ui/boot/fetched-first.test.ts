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

/** A body of which a piece comes whenever the test says so. */
function slowBody() {
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      line = stream;
    },
  });
  return {
    body,
    drop: () => line?.enqueue(new Uint8Array(1)),
    end: () => line?.close(),
    breakOff: () => line?.error(new Error('aborted')),
  };
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

  it('is asked for again, past what the browser keeps, where the network puts a page of its own in its place', async () => {
    const kept: unknown[] = [];
    vi.stubGlobal('fetch', async (_address: string, { cache }: RequestInit) => {
      kept.push(cache);
      const headers = { 'content-type': kept.length === 1 ? 'text/html; charset=utf-8' : 'text/javascript' };
      return new Response('<p>Sign in', { headers });
    });
    const load = importOf('e.js');
    const coming = fetchedFirst(load, [], PAGE);
    await vi.advanceTimersByTimeAsync(400);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await coming).toBe('e.js');
    expect(kept).toEqual(['default', 'reload']);
  });

  it('is asked for again when nothing of it comes for long, and waited for while a little does', async () => {
    const { body, drop, end, breakOff } = slowBody();
    let asked = 0;
    vi.stubGlobal('fetch', async (_address: string, { signal }: RequestInit) => {
      asked += 1;
      if (asked > 1) {
        signal?.addEventListener('abort', breakOff);
        return new Response(body);
      }
      return await new Promise((_, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted'))));
    });
    const coming = fetchedFirst(importOf('f.js'), [], PAGE);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(asked).toBe(2);
    for (const silence of [10_000, 15_000, 15_000]) {
      await vi.advanceTimersByTimeAsync(silence);
      drop();
    }
    end();
    expect(await coming).toBe('f.js');
    expect(asked).toBe(2);
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
