/**
 * Times a subject against a baseline in one process, turn by turn. Measured is processor time of all threads (the
 * collector's too), because other programs on a busy machine do not add to it. What counts is the ratio of the medians.
 */

export interface Bench {
  readonly name: string;
  /** What the ratio may be at most; null where nothing is promised. */
  readonly aim: number | null;
  /** What the subject may take at most, in milliseconds of processor time. */
  readonly aimMs?: number;
  readonly unit: string;
  readonly baseline: () => unknown;
  readonly subject: () => unknown;
  readonly rounds?: number;
}

export interface Measured {
  readonly name: string;
  readonly ratio: number;
  readonly aim: number | null;
  readonly aimMs?: number;
  readonly baselineMs: number;
  readonly subjectMs: number;
  readonly unit: string;
}

/** One number without a baseline. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export function figure(
  name: string,
  value: number,
  unit: string,
  limits: { readonly atMost?: number; readonly atLeast?: number } = {},
): Figure {
  return { name, value, unit, ...limits };
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function timeMs(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** One uncounted warm-up, then the rounds (5 unless told), baseline and subject in turn. */
export async function measure({ name, aim, aimMs, unit, baseline, subject, rounds = 5 }: Bench): Promise<Measured> {
  await baseline();
  await subject();
  const times: { readonly baseline: number; readonly subject: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push({ baseline: await timeMs(baseline), subject: await timeMs(subject) });
  }
  const baselineMs = median(times.map((time) => time.baseline));
  const subjectMs = median(times.map((time) => time.subject));
  const limits = aimMs === undefined ? {} : { aimMs };
  return { name, aim, ...limits, unit, baselineMs, subjectMs, ratio: subjectMs / baselineMs };
}
