import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownTimetable } from './own-timetable.ts';

async function hours(count: number, fails: (hour: number) => boolean = () => false) {
  const crons: string[] = [];
  const told: string[] = [];
  const tick = ownTimetable(
    async (cron) => {
      crons.push(cron);
      if (fails(crons.length - 1)) throw new Error('нет базы');
    },
    (sentence) => told.push(sentence),
  );
  for (let hour = 0; hour < count; hour += 1) await tick();
  return { crons, told };
}

describe('the timetable of an own server', () => {
  it('does the morning’s work at once and each day, and repeats what was not taken each hour', async () => {
    const { crons } = await hours(49);
    expect(crons.flatMap((cron, hour) => (cron === '0 1 * * *' ? [hour] : []))).toEqual([0, 24, 48]);
    expect(new Set(crons).size).toBe(2);
  });

  it('tries the morning’s work again in an hour when it failed, and says so', async () => {
    const { crons, told } = await hours(3, (hour) => hour === 0);
    expect(crons).toEqual(['0 1 * * *', '0 1 * * *', '15 * * * *']);
    expect(told).toEqual(['Расписание не выполнено, следующая попытка через час: Error: нет базы']);
  });

  it('knows the crons of a deployment', async () => {
    const config = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
    for (const cron of new Set((await hours(2)).crons)) expect(config).toContain(`"${cron}"`);
  });
});
