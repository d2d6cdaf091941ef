import { describe, expect, it } from 'vitest';
import { checkRegister } from '../../shared/rules/check-register.ts';
import type { Op } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import { pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import { submit } from '../../worker/services/submit.ts';
import { lookAheadEverywhere } from '../../worker/services/timetable.ts';
import { overtaken } from '../../worker/test-ports.ts';
import { simulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

const ACTOR = { tokenId: 'actor' };
const ROW = idOf('row');

const values = (visits: number): WireValues => ({
  level: 'BASE',
  startDate: '2026-07-01',
  visitsByMonth: { '2026-08': visits, '2026-09': visits },
});

/** A register of one family that is sent and judged, and sent anew with other visits. */
async function sentServer() {
  const server = await simulatedServer();
  const ports = { ...server.ports, check: checkRegister };
  const send = async (name: string, op: Op): Promise<void> => {
    const request = { protocol: 1, client: idOf('c'), pushId: idOf(name), epoch: null, ops: [op] };
    await push(ports, server.scope, ACTOR, request);
    const { epoch } = (await pull(ports, server.scope, { cursor: null })).cursor;
    const columns = ['level', 'startDate', 'visitsByMonth'].map((field) => ({ field }));
    const layout = [{ kind: 'families' as const, columns, given: [], rows: [ROW] }];
    const sent = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout };
    expect(await submit(ports, server.scope, ACTOR, sent)).toMatchObject({ ok: true });
  };
  await send('first', { op: 'create', row: ROW, kind: 'families', values: values(0) });
  const sendAnew = () => send('second', { op: 'set', row: ROW, baseVersion: 1, kind: 'families', values: values(2) });
  const norms = () => server.database.raw.prepare('SELECT * FROM norm_count ORDER BY month').all();
  return { database: server.database, ports, sendAnew, norms };
}

describe('the timetable, overtaken by a sending', () => {
  it('leaves the newer judgement as it is', async () => {
    const { database, ports, sendAnew, norms } = await sentServer();
    const before = norms();
    const db = overtaken(database, sendAnew, 'DELETE FROM norm_count');
    expect(await lookAheadEverywhere({ ...ports, db })).toEqual({ registers: 1, failed: 0 });
    const judged = norms();
    expect(judged).not.toEqual(before);
    expect(judged).toMatchObject([{ month: '2026-08', visitsKept: 1, visitsMissed: 0 }, { month: '2026-09' }]);
    await lookAheadEverywhere(ports);
    expect(norms()).toEqual(judged);
  });
});
