/** How long it takes, and how much memory, to refuse files that are broken or made to do harm: each in its own process. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BAD_FILES } from '../../addin/file/testing-bad-files.ts';
import { figure, type Figure } from './measure.ts';

interface Refusal {
  readonly what: string;
  /** Processor time. */
  readonly ms: number;
  /** What the process has grown by beyond the file itself. */
  readonly mb: number;
}

export async function refusingBench(): Promise<readonly Figure[]> {
  const refusals: Refusal[] = [];
  for (const [at, { what }] of BAD_FILES.entries()) refusals.push({ what, ...(await refused(at)) });
  const slowest = refusals.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  const largest = refusals.toSorted((a, b) => b.mb - a.mb).slice(0, 3);
  return [
    ...slowest.map(({ what, ms }) =>
      figure(`refusing ${what} (slowest of ${refusals.length})`, ms, 'ms', { atMost: 1_000 }),
    ),
    ...largest.map(({ what, mb }) =>
      figure(`refusing ${what} (most memory of ${refusals.length})`, mb, 'MB', { atMost: 64 }),
    ),
  ];
}

async function refused(at: number): Promise<Omit<Refusal, 'what'>> {
  const script = fileURLToPath(new URL('./refuse-one.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(at)]);
  const [ms = Number.NaN, mb = Number.NaN] = stdout.trim().split(' ').map(Number);
  return { ms, mb };
}
