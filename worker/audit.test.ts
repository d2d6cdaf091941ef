import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

async function pushed() {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  const send = async (row: string) =>
    await ask(`/api/v1/districts/${district}/registers/${'R'.repeat(22)}/push`, {
      token,
      body: {
        protocol: 1,
        client: newId(),
        pushId: newId(),
        epoch: null,
        ops: [{ op: 'create', row, kind: 'families', values: { level: 'BASE' } }],
      },
    });
  expect((await send(newId())).status).toBe(200);
  return { district, send };
}

describe('the audit', () => {
  it('[L5] [AU3] cannot be changed or thinned out', async () => {
    const { district } = await pushed();
    const change = env.DB.prepare("UPDATE audit SET hash = 'x' WHERE district_id = ?").bind(district).run();
    await expect(change).rejects.toThrow('audit rows are kept');
    const removal = env.DB.prepare('DELETE FROM audit WHERE district_id = ?').bind(district).run();
    await expect(removal).rejects.toThrow('audit rows are kept');
  });

  it('[I6] [PU8] a change whose audit row cannot be written is not written either', async () => {
    const { district, send } = await pushed();
    await env.DB.prepare(
      `CREATE TRIGGER audit_broken BEFORE INSERT ON audit WHEN NEW.district_id = '${district}'
       BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`,
    ).run();
    const row = newId();
    const answer = await send(row);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('broken on purpose');
    const kept = await env.DB.prepare('SELECT count(*) AS rows FROM register_row WHERE id = ?').bind(row).first();
    expect(kept).toEqual({ rows: 0 });
    const numbers = await env.DB.prepare('SELECT seq, audit_n FROM district WHERE id = ?').bind(district).first();
    expect(numbers).toEqual({ seq: 1, audit_n: 1 });
  });
});
