/**
 * [I4] The runtime is killed at random moments while it takes pushes. Each push gives all rows one new value, so that half
 * a push would show; versions count how often each row was changed, so that a push applied twice would show.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Op, PullAnswer } from '../../shared/sync/protocol.ts';
import {
  prepareServer,
  pullAll,
  send,
  startKillable,
  type PreparedServer,
  type Push,
  type RunningWorker,
} from './killed-worker.ts';

const KILLS = Number(process.env['KURATOR_KILLS'] ?? 20);
const ROWS = 60;

const idOf = (name: string): string => name.padEnd(22, '_');
const rowIds = Array.from({ length: ROWS }, (_, index) => idOf(`row${index}`));

/** The push that brings all rows from version `turn - 1` to `turn`. */
function turnOf(turn: number, epoch: string | null): Push {
  const values = { contractNo: `${turn}/2026` };
  const ops = rowIds.map((row): Op =>
    turn === 1
      ? { op: 'create', row, kind: 'families', values }
      : { op: 'set', row, kind: 'families', baseVersion: turn - 1, values },
  );
  return { pushId: idOf(`push${turn}`), epoch, ops };
}

/** The turn at which every row stands; throws when they stand at several, or a value is not that of its version. */
function turnReached({ rows }: PullAnswer): number {
  const turns = new Set(rows.map(({ version, values }) => `${version} ${String(values?.['contractNo'])}`));
  const [only = '0 0/2026'] = [...turns];
  const turn = Number(only.split(' ')[0]);
  if (turns.size > 1 || only !== `${turn} ${turn}/2026` || (turn > 0 && rows.length !== ROWS))
    throw new Error(`rows stand at ${[...turns].join(', ')}`);
  return turn;
}

async function killAt(server: PreparedServer, acknowledged: number) {
  const worker = await startKillable(server);
  try {
    return await pushUntilKilled(worker, server.keys.operator, acknowledged);
  } finally {
    await worker.kill();
  }
}

async function pushUntilKilled(worker: RunningWorker, token: string, acknowledged: number) {
  let turn = acknowledged;
  const before = await pullAll(worker.address, token);
  const reached = turnReached(before);
  const { epoch } = before.cursor;
  const push = async (): Promise<boolean> => {
    const answer = await send(worker.address, token, turnOf(turn + 1, epoch));
    if (answer === null) return false;
    const odd = answer.outcomes.find((result) => result.outcome !== 'applied' || result.version !== turn + 1);
    if (odd) throw new Error(`push ${turn + 1} was answered by ${JSON.stringify(odd)}`);
    turn += 1;
    return true;
  };
  // The first push repeats the one without an answer, if there was one.
  await push();
  const killed = new Promise<void>((resolve) => {
    setTimeout(() => void worker.kill().then(resolve), Math.random() * 200);
  });
  while (await push());
  await killed;
  return { turn, reached };
}

describe('[I4] a runtime that is killed', () => {
  it(
    `shows no half push, loses no acknowledged one and doubles none, ${KILLS} times`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kurator-kills-'));
      try {
        const server = await prepareServer(folder);
        let turn = 0;
        let unanswered = 0;
        for (let kill = 0; kill < KILLS; kill += 1) {
          const after = await killAt(server, turn);
          // What was acknowledged before the last kill is there; at most the one push without answer more.
          expect([turn, turn + 1]).toContain(after.reached);
          unanswered += after.reached - turn;
          turn = after.turn;
        }
        const last = await startKillable(server);
        const reached = turnReached(await pullAll(last.address, server.keys.operator));
        await last.kill();
        expect([turn, turn + 1]).toContain(reached);
        expect(turn).toBeGreaterThanOrEqual(KILLS);
        process.stdout.write(
          `${KILLS} kills, ${turn} pushes acknowledged, ${unanswered} committed without an answer\n`,
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000 + KILLS * 20_000,
  );
});
