/** [L7] A chain of 100,000 entries is verified within two seconds of processor time. */
import { describe, expect, it } from 'vitest';
import { extendChain, verifyChain, type AuditFact } from '../../shared/sync/audit-chain.ts';

const ENTRIES = 100_000;
const MOST_MS = 2_000;

describe('[L7] an audit chain', () => {
  it(
    `of ${ENTRIES} entries is verified in time, and a change of the last one is found`,
    { timeout: 120_000 },
    async () => {
      const facts = Array.from({ length: ENTRIES }, (_, index): AuditFact => ({
        at: '2026-11-01T08:00:00.000Z',
        actor: 'A'.repeat(22),
        action: 'set',
        register: 'R'.repeat(22),
        row: `row${index}`.padEnd(22, '_'),
        version: 2,
        fields: ['contractNo', 'level'],
        before: 'b'.repeat(64),
        after: 'c'.repeat(64),
        push: 'P'.repeat(22),
      }));
      const links = await extendChain('lesnoy', { n: 0, hash: '' }, facts);
      const start = process.cpuUsage();
      expect((await verifyChain('lesnoy', links)).ok).toBe(true);
      const { user, system } = process.cpuUsage(start);
      const ms = Math.round((user + system) / 1_000);
      process.stdout.write(`${ENTRIES} entries verified in ${ms} ms of processor time\n`);
      const last = links.at(-1);
      if (last === undefined) throw new Error('there are entries');
      const changed = { ...last, entry: last.entry.replace('level', 'lever') };
      expect(await verifyChain('lesnoy', links.with(ENTRIES - 1, changed))).toEqual({ ok: false, badN: ENTRIES });
      expect(ms).toBeLessThan(MOST_MS);
    },
  );
});
