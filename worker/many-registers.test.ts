import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { MAX_REGISTERS } from '../shared/sync/limits.ts';
import { ask, codeOfAnswer, makeRegion, makeToken, newId } from './test-region.ts';
import { dumpOf } from './test-tables.ts';

const ADD = `
  INSERT INTO register (district_id, id, created_at, retired_at)
  SELECT ?1, value ->> 0, 0, value ->> 1 FROM json_each(?2)`;

/** A district with registers, some of them closed, and whoever sends there. */
async function district(working: number, closed: number) {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [id = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [id] });
  const registers = Array.from({ length: working + closed }, (_, n) => [newId(), n < closed ? 1 : null] as const);
  await env.DB.prepare(ADD).bind(id, JSON.stringify(registers)).run();
  const post = async (register: string, act: string, body?: object) =>
    await ask(`/api/v1/districts/${id}/registers/${register}/${act}`, { token, method: 'POST', ...(body && { body }) });
  const push = async (register: string) => {
    const ops = [{ op: 'create', row: newId(), kind: 'families', values: { level: 'BASE' } }];
    return await post(register, 'push', { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops });
  };
  const setting = await env.DB.prepare("SELECT value FROM setting WHERE name = 'epoch'").first<string>('value');
  const submit = async (register: string) =>
    await post(register, 'submit', { protocol: 1, epoch: setting, asOf: '2026-10-31', pack: 'training', layout: [] });
  return { id, token, post, push, submit, last: registers.at(-1)?.[0] ?? '' };
}

describe('[PU18] a district with as many working registers as it may have', () => {
  it('begins no other, by a push or a submission, and goes on with those it has', async () => {
    const { id, push, submit, last } = await district(MAX_REGISTERS, 3);
    const before = await dumpOf(id);
    for (const begin of [push, submit]) {
      const answer = await begin(newId());
      expect([answer.status, await codeOfAnswer(answer)]).toEqual([409, 'too-many-registers']);
    }
    expect(await dumpOf(id)).toEqual(before);
    expect((await push(last)).status).toBe(200);
    expect((await submit(last)).status).toBe(200);
  });

  it('begins another when one is closed', async () => {
    const { push, post, last } = await district(MAX_REGISTERS, 0);
    expect((await post(last, 'retire')).status).toBe(200);
    expect((await push(newId())).status).toBe(200);
    expect(await codeOfAnswer(await push(newId()))).toBe('too-many-registers');
  });

  it('lists the working ones first, however many were closed before', async () => {
    const { id, token, push } = await district(0, 600);
    const register = newId();
    expect((await push(register)).status).toBe(200);
    const listed: { registers: { id: string }[] } = await (
      await ask(`/api/v1/districts/${id}/registers`, { token })
    ).json();
    expect(listed.registers[0]?.id).toBe(register);
  });
});
