import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';

/** A register that was sent and then closed because another workbook took its place. */
async function closedRegister() {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  const path = `/api/v1/districts/${district}/registers/${newId()}`;
  const row = newId();
  const op = { op: 'create', row, kind: 'families', values: { level: 'BASE' } };
  const push = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: [op] };
  const { epoch }: { epoch: string } = await (await ask(`${path}/push`, { token, body: push })).json();
  const layout = [{ kind: 'families', columns: [{ field: 'level' }], given: [], rows: [row] }];
  const submission = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout };
  expect((await ask(`${path}/submit`, { token, body: submission })).status).toBe(200);
  expect((await ask(`${path}/retire`, { token, method: 'POST' })).status).toBe(200);
  return { district, token, path, epoch, submission, push };
}

describe('a closed register', () => {
  it('says so to every sending, also to one that has no row to push, and keeps what it had', async () => {
    const { district, token, path, epoch, submission, push } = await closedRegister();
    const before = await env.DB.prepare('SELECT seq, audit_n FROM district WHERE id = ?').bind(district).first();
    const attempts = {
      push: { ...push, pushId: newId(), epoch },
      submit: { ...submission, asOf: '2026-11-30' },
      'hand-in': { epoch, period: '2026-Q3', sending: 1, explanation: 'Пояснение' },
    };
    for (const [act, body] of Object.entries(attempts)) {
      const answer = await ask(`${path}/${act}`, { token, body });
      expect(answer.status).toBe(409);
      expect([act, await codeOfAnswer(answer)]).toEqual([act, 'register-retired']);
    }
    // The sending that was there before is no way round either.
    expect(await codeOfAnswer(await ask(`${path}/submit`, { token, body: submission }))).toBe('register-retired');
    expect(await env.DB.prepare('SELECT seq, audit_n FROM district WHERE id = ?').bind(district).first()).toEqual(
      before,
    );
  });
});
