/** The size of the heap after everything that can go is gone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Megabytes (10⁶ bytes) in use. */
export function heapMb(): number {
  if (typeof collect === 'function') for (let turn = 0; turn < 3; turn += 1) collect();
  return process.memoryUsage().heapUsed / 1e6;
}
