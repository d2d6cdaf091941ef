import { getEventListeners } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { webPorts } from './web-ports.ts';

afterEach(() => vi.useRealTimers());

it('waits as long as it was told, or until it is stopped, and hangs on to nothing afterwards', async () => {
  vi.useFakeTimers();
  const stopper = new AbortController();
  const { wait } = webPorts();
  const over = [false, false];
  const waits = [500, 60_000].map(async (ms, index) => {
    await wait(ms, stopper.signal);
    over[index] = true;
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(over).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toEqual([true, false]);
  expect(getEventListeners(stopper.signal, 'abort')).toHaveLength(1);
  stopper.abort();
  await Promise.all(waits);
  expect(getEventListeners(stopper.signal, 'abort')).toHaveLength(0);
  expect(vi.getTimerCount()).toBe(0);
});
