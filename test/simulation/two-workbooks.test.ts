import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../shared/sync/audit-chain.ts';
import { DISTRICT, type SimulatedServer } from './simulated-server.ts';
import { FIELDS } from './simulated-workbook.ts';
import { play, serverSheet, sheetOf, type Restore, type Tamper, type World } from './workbook-play.ts';
import { steps, type Step } from './workbook-script.ts';

/**
 * Workbooks of one register, with a network that loses and repeats, against the real services and SQL. A long run:
 * `KURATOR_RUNS=10000 vitest run --project node test/simulation`. Proved by breaking: the last test turns the version
 * check off and expects a lost edit.
 */
const RUNS = Number(process.env['KURATOR_RUNS'] ?? 150);

/** Generous: a busy machine is no reason to fail. */
const LONGEST_MS = 60_000 + RUNS * 400;

async function expectHonest({ server, workbooks, lost }: World): Promise<void> {
  expect(lost).toEqual([]);
  for (const workbook of workbooks) expect(sheetOf(workbook)).toEqual(serverSheet(server, workbook));
  await expectAudited(server);
  expectCounted(server);
}

/** [PU16] The register knows how many live rows it has. */
function expectCounted({ database }: SimulatedServer): void {
  const live = 'SELECT count(*) FROM register_row WHERE register_id = register.id AND payload IS NOT NULL';
  const registers = database.raw.prepare(`SELECT live_rows AS kept, (${live}) AS counted FROM register`).all();
  for (const { kept, counted } of registers) expect(kept).toBe(counted);
}

/** [AU1] [AU3] One audit row for each accepted change, in an unbroken chain. */
async function expectAudited({ database }: SimulatedServer): Promise<void> {
  const links = database.raw.prepare('SELECT n, entry, hash FROM audit ORDER BY n').all();
  const chain = links.map(({ n, entry, hash }) => ({ n: Number(n), entry: String(entry), hash: String(hash) }));
  expect((await verifyChain(DISTRICT, chain)).ok).toBe(true);
  const versions = new Map<string, number>();
  for (const { entry } of chain) {
    const { row, version }: { row: string; version: number } = JSON.parse(entry);
    expect(version).toBe((versions.get(row) ?? 0) + 1);
    versions.set(row, version);
  }
  const rows = database.raw.prepare('SELECT id, version FROM register_row').all();
  expect(new Map(rows.map(({ id, version }) => [String(id), Number(version)]))).toEqual(versions);
}

/** Gives every op the version that the server has: as if nobody compared versions. */
const unchecked: Tamper = (request, server) => {
  const rows = server.rows();
  const ops = request.ops.map((op) =>
    op.op === 'create' ? op : { ...op, baseVersion: rows.get(op.row)?.version ?? op.baseVersion },
  );
  return { ...request, ops };
};

describe('workbooks of one register', () => {
  it(
    '[S1] [S5] [S6] [L1] two of them converge after any order of edits, faults and sendings, and lose no edit',
    async () => {
      const property = fc.asyncProperty(steps(2), async (script) => expectHonest(await play({ count: 2 }, script)));
      await expect(fc.assert(property, { numRuns: RUNS })).resolves.toBeUndefined();
    },
    LONGEST_MS,
  );

  it.each([3, 4, 5])(
    '[S2] so do %i',
    async (count) => {
      const property = fc.asyncProperty(steps(count), async (script) => expectHonest(await play({ count }, script)));
      await expect(fc.assert(property, { numRuns: Math.ceil(RUNS / 5) })).resolves.toBeUndefined();
    },
    LONGEST_MS,
  );

  it(
    '[S2] [MG2] so do workbooks of two editions: what the older one does not know stays as others wrote it',
    async () => {
      const property = fc.asyncProperty(steps(3), fc.constantFrom(...FIELDS), async (script, unknown) =>
        expectHonest(await play({ count: 3, unknown }, script)),
      );
      await expect(fc.assert(property, { numRuns: Math.ceil(RUNS / 10) })).resolves.toBeUndefined();
    },
    LONGEST_MS,
  );

  it(
    '[B2] and when the server is put back to an older copy of itself while they are ahead of it',
    async () => {
      const when = fc.record({ copiedAt: fc.nat(4), putBackAt: fc.integer({ min: 5, max: 25 }) });
      const property = fc.asyncProperty(steps(2), when, async (script, restore) =>
        expectHonest(await play({ count: 2, restore }, script)),
      );
      await expect(fc.assert(property, { numRuns: Math.ceil(RUNS / 20) })).resolves.toBeUndefined();
    },
    LONGEST_MS,
  );

  it('[S1] [Q1] without the version check an edit is lost', async () => {
    const property = fc.asyncProperty(steps(2), async (script) => {
      const { lost } = await play({ count: 2, tamper: unchecked }, script);
      return lost.length === 0;
    });
    // A loss shows in about one run of thirty: so many runs make it sure, and the first one ends them.
    const { failed } = await fc.check(property, { numRuns: 2000, endOnFailure: true });
    expect(failed).toBe(true);
  });

  /** Found by the runs above; played first by everybody who changes the merge. */
  it.each<{ readonly name: string; readonly script: readonly Step[]; readonly restore?: Restore }>([
    {
      name: 'an overtaken push that changed nothing still learns of the removal that overtook it',
      script: [
        { who: 0, act: 'edit', row: 0, field: 'level', value: '4' },
        { who: 1, act: 'remove', row: 0 },
        { who: 0, act: 'send', faults: ['overtaken'], pageSize: 1 },
        { who: 0, act: 'send', faults: [], pageSize: 1 },
        { who: 0, act: 'edit', row: 0, field: 'level', value: '1' },
        { who: 0, act: 'send', faults: [], pageSize: 1 },
      ],
    },
    {
      name: '[PU15] a family that two people write down at the same moment is one row, and a conflict where they differ',
      script: [
        { who: 0, act: 'write-down', family: 'a', value: '3' },
        { who: 1, act: 'write-down', family: 'a', value: '4' },
        { who: 0, act: 'send', faults: ['overtaken'], pageSize: 5 },
      ],
    },
    {
      name: 'a choice for one field of a row that was never agreed leaves it the row it is',
      script: [
        { who: 0, act: 'write-down', family: 'b', value: '1' },
        { who: 0, act: 'send', faults: [], pageSize: 1 },
        { who: 1, act: 'send', faults: [], pageSize: 1 },
        { who: 1, act: 'write-down', family: 'b', value: '7' },
        { who: 1, act: 'settle', take: 'mine' },
      ],
    },
    {
      name: '[MG8] a value taken over and then put back by the other side is not sent again',
      script: [
        { who: 1, act: 'edit', row: 0, field: 'level', value: '8' },
        { who: 1, act: 'send', faults: [], pageSize: 1 },
        { who: 1, act: 'edit', row: 0, field: 'level', value: '1' },
        { who: 0, act: 'edit', row: 0, field: 'level', value: '9' },
        { who: 0, act: 'send', faults: [], pageSize: 1 },
        { who: 0, act: 'settle', take: 'theirs' },
        { who: 1, act: 'send', faults: [], pageSize: 1 },
      ],
    },
    {
      name: '[B2] a row of a push without an answer, removed from the sheet after a restore, is not taken for one of others',
      restore: { copiedAt: 0, putBackAt: 5 },
      script: [
        { who: 0, act: 'add', value: '1' },
        { who: 0, act: 'sort' },
        { who: 0, act: 'write-down', family: 'a', value: '1' },
        { who: 0, act: 'edit', row: 2, field: 'level', value: '9' },
        { who: 1, act: 'edit', row: 0, field: 'startDate', value: '1' },
        { who: 1, act: 'send', faults: ['overtaken', 'answer-lost'], pageSize: 1 },
        { who: 1, act: 'remove', row: 0 },
        { who: 0, act: 'add', value: '1' },
        { who: 1, act: 'settle', take: 'theirs' },
        { who: 0, act: 'sort' },
        { who: 1, act: 'adopt' },
        { who: 0, act: 'write-down', family: 'a', value: '1' },
      ],
    },
  ])('[S1] $name', async ({ script, restore }) => {
    const world = await play({ count: 2, ...(restore && { restore }) }, script);
    expect(world.lost).toEqual([]);
    await expectHonest(world);
  });
});
