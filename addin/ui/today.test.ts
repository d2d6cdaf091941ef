import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const DAY = new URL('../../shared/domain/day.ts', import.meta.url);
const TODAY = new URL('today.ts', import.meta.url);
const ASK = `
  const { isoOf } = await import('${DAY.href}');
  const { today } = await import('${TODAY.href}');
  console.log(isoOf(today()), new Intl.DateTimeFormat('sv-SE').format());`;

// On these two islands it is never the same day: one of them is always on another day than Greenwich.
it.each(['Pacific/Kiritimati', 'Pacific/Niue'])('the day is that of the person in %s', (zone) => {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', ASK], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  const [day, asWritten] = said.trim().split(' ');
  expect(day).toBe(asWritten);
});
