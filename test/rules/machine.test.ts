/** [V2] Nothing that is found, foreseen or said depends on the zone or the language of the computer. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('say-findings.ts', import.meta.url));

interface Said {
  readonly timeZone: string;
  readonly locale: string;
  readonly offset: number;
  readonly count: number;
  readonly hash: string;
}

function sayIn(zone: string, locale: string): Said {
  const env = { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale, NODE_OPTIONS: '' };
  const run = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const said: Said = JSON.parse(run.stdout);
  return said;
}

/** Turkish and Lithuanian change letters otherwise than others do; Arabic has other digits. */
const PLACES = [
  ['UTC', 'en_US.UTF-8', 'en-US'],
  ['Europe/Moscow', 'ru_RU.UTF-8', 'ru-RU'],
  ['Asia/Kamchatka', 'tr_TR.UTF-8', 'tr-TR'],
  ['Pacific/Honolulu', 'ar_EG.UTF-8', 'ar-EG'],
] as const;

describe('[V2] the computer', () => {
  it('decides nothing: four zones and languages say the same', { timeout: 180_000 }, () => {
    const said = PLACES.map(([zone, locale]) => sayIn(zone, locale));
    expect(said.map(({ timeZone, locale }) => [timeZone, locale])).toEqual(PLACES.map(([zone, , tag]) => [zone, tag]));
    expect(new Set(said.map(({ offset }) => offset)).size).toBe(4);
    expect(said[0]?.count).toBeGreaterThan(500);
    expect(new Set(said.map(({ hash }) => hash)).size).toBe(1);
  });
});
