import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { ownPackId, ownPackText, startOwnPack } from '../shared/packs/own-pack.ts';
import app from './index.ts';
import { lookAheadEverywhere } from './services/timetable.ts';
import type { SqlDatabase, SqlStatement } from './store/database.ts';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

const TODAY = Date.UTC(2026, 9, 20, 1);

/** A district whose register has one open case at the base level, taken on 1 November 2025. */
async function sentRegister(pack: string, publish: boolean) {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  const admin = await makeToken(regionId, { role: 'admin', districts: null });
  if (publish) {
    const own: object = JSON.parse(ownPackText(startOwnPack('hmao-2018', 'Нормы')));
    const body = { validFrom: '2026-01-01', pack: own };
    await ask('/api/v1/packs', { token: admin, body });
  }
  const register = newId();
  const path = `/api/v1/districts/${district}/registers/${register}`;
  const values = {
    caseNo: 'kc1_bbbbbbbbbbbbbbbbbbbbbb',
    level: 'BASE',
    startDate: '2025-11-01',
    curator: 'kp1_aaaaaaaaaaaaaaaaaaaaaa',
  };
  const row = newId();
  const ops = [{ op: 'create', row, kind: 'families', values }];
  const push = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
  const pushed = await ask(`${path}/push`, { token, body: push });
  const { epoch }: { epoch: string } = await pushed.json();
  const columns = Object.keys(values).map((field) => ({ field }));
  const layout = [{ kind: 'families', columns, given: [], rows: [row] }];
  const body = { protocol: 1, epoch, asOf: '2026-10-20', pack, layout };
  const submitted = await ask(`${path}/submit`, { token, body });
  return { district, token, register, submitted };
}

describe('the timetable', () => {
  it('keeps what falls due in each district, by kind and curator', async () => {
    const { district, token, register, submitted } = await sentRegister('hmao-2018', false);
    expect(submitted.status).toBe(200);
    const run = await lookAheadEverywhere({ db: env.DB, now: () => TODAY });
    expect(run).toMatchObject({ failed: 0 });
    const answer = await ask(`/api/v1/districts/${district}/ahead`, { token });
    expect(await answer.json()).toMatchObject({
      registers: [
        {
          register,
          at: TODAY,
          digest: {
            from: '2026-10-20',
            to: '2026-11-03',
            pack: 'hmao-2018',
            due: expect.arrayContaining([{ kind: 'term', count: 1, first: expect.stringMatching(/^2026-1[01]/) }]),
          },
        },
      ],
    });
  });

  it('looks ahead from the day that it is in Moscow', async () => {
    const { district, token } = await sentRegister('hmao-2018', false);
    await lookAheadEverywhere({ db: env.DB, now: () => Date.UTC(2026, 9, 19, 22) });
    const answer = await ask(`/api/v1/districts/${district}/ahead`, { token });
    expect(await answer.json()).toMatchObject({ registers: [{ digest: { from: '2026-10-20' } }] });
  });

  it('judges a sending, and looks ahead, by norms that the region has published', async () => {
    const pack = ownPackId('hmao-2018');
    const { district, token, submitted } = await sentRegister(pack, true);
    expect(submitted.status).toBe(200);
    expect((await sentRegister(pack, false)).submitted.status).toBe(422);
    await lookAheadEverywhere({ db: env.DB, now: () => TODAY });
    const answer = await ask(`/api/v1/districts/${district}/ahead`, { token });
    expect(await answer.json()).toMatchObject({ registers: [{ digest: { pack } }] });
  });

  it('counts anew how norms are kept, for rows that came without a judgement since, by the day of the last sending', async () => {
    const { district, token, register } = await sentRegister('training', false);
    const values = { level: 'BASE', startDate: '2026-07-01', visitsByMonth: { '2026-08': 2, '2026-09': 1 } };
    const ops = [{ op: 'create', row: newId(), kind: 'families', values }];
    const body = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
    const path = `/api/v1/districts/${district}/registers/${register}/push`;
    expect((await ask(path, { token, body })).status).toBe(200);
    const norms = async () => {
      const sql = 'SELECT sum(visitsKept) AS kept, sum(visitsMissed) AS missed FROM norm_count WHERE district_id = ?';
      return await env.DB.prepare(sql).bind(district).first();
    };
    expect(await norms()).toEqual({ kept: null, missed: null });
    await lookAheadEverywhere({ db: env.DB, now: () => TODAY });
    expect(await norms()).toEqual({ kept: 1, missed: 1 });
    await lookAheadEverywhere({ db: env.DB, now: () => Date.UTC(2027, 5, 1) });
    expect(await norms()).toEqual({ kept: 1, missed: 1 });
  });

  it('goes on with the other districts where one cannot be looked through', async () => {
    const [bad, good] = [await sentRegister('training', false), await sentRegister('training', false)];
    const db: SqlDatabase = env.DB;
    const troubled = (statement: SqlStatement): SqlStatement => ({
      all: () => statement.all(),
      run: () => statement.run(),
      bind: (...values) => {
        if (values.includes(bad.district)) throw new Error('Network connection lost');
        return statement.bind(...values);
      },
    });
    const broken: SqlDatabase = {
      batch: (statements) => db.batch(statements),
      prepare: (sql) => (sql.includes('last.as_of') ? troubled(db.prepare(sql)) : db.prepare(sql)),
    };
    expect(await lookAheadEverywhere({ db: broken, now: () => TODAY })).toMatchObject({ failed: 1 });
    const answer = await ask(`/api/v1/districts/${good.district}/ahead`, { token: good.token });
    expect(await answer.json()).toMatchObject({ registers: [{ register: good.register, at: TODAY }] });
  });

  it('runs by the platform and says in the log only how many', async () => {
    const log = vi.spyOn(console, 'log');
    await app.scheduled(null, env);
    const lines = log.mock.calls.map(([line]): unknown => JSON.parse(String(line)));
    for (const route of ['look-ahead', 'retention']) {
      expect(lines).toContainEqual(expect.objectContaining({ method: 'CRON', route, status: 200, failed: 0 }));
    }
    // The platform may end a run that takes too much: what has to leave leaves first.
    expect(lines[0]).toMatchObject({ route: 'retention' });
  });
});
