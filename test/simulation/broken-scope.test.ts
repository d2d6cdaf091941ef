/** [Q1] The broken twin of the scope check: with it gone, what T1 looks for is there to be found. */
import { describe, expect, it, vi } from 'vitest';
import type * as Scopes from '../../worker/store/scope.ts';
import { wholeServer } from './whole-server.ts';

const guard = vi.hoisted(() => ({ isBroken: false }));

vi.mock('../../worker/store/scope.ts', async (importOriginal) => {
  const whole = await importOriginal<typeof Scopes>();
  const districtScope: typeof Scopes.districtScope = (reach, ids, id) =>
    whole.districtScope(guard.isBroken ? { ...reach, districts: null } : reach, guard.isBroken ? [id] : ids, id);
  return { ...whole, districtScope };
});

const CANARY = '7717/2026';

async function readOfOthers(isBroken: boolean): Promise<{ readonly status: number; readonly text: string }> {
  const server = await wholeServer({ acceptsSealed: false });
  server.database.raw.exec(`
    INSERT INTO region (id, title) VALUES ('elsewhere', 'Другой');
    INSERT INTO district (id, region_id, title) VALUES ('far', 'elsewhere', 'Дальний');
    INSERT INTO register (district_id, id, created_at) VALUES ('far', '${'R'.repeat(22)}', 0);
    INSERT INTO register_row (district_id, register_id, id, kind, version, seq, payload)
    VALUES ('far', '${'R'.repeat(22)}', '${'w'.repeat(22)}', 'families', 1, 1, '{"contractNo":"${CANARY}"}')`);
  guard.isBroken = isBroken;
  const answer = await server.ask(`/districts/far/registers/${'R'.repeat(22)}/rows`);
  return { status: answer.status, text: await answer.text() };
}

describe('[T1] [Q1] the scope of a request', () => {
  it('keeps the rows of another region away, and without it they show', async () => {
    const kept = await readOfOthers(false);
    expect(kept.status).toBe(404);
    expect(kept.text).not.toContain(CANARY);
    const shown = await readOfOthers(true);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(CANARY);
  });
});
