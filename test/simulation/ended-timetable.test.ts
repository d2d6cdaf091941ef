import { describe, expect, it } from 'vitest';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import { submit } from '../../worker/services/submit.ts';
import { lookAheadEverywhere } from '../../worker/services/timetable.ts';
import { addDistrict } from '../../worker/store/region-store.ts';
import { districtScope, registerScope, regionScope } from '../../worker/store/scope.ts';
import { DISTRICT, REGISTER, simulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

const ACTOR = { tokenId: 'actor' };
const HEAVY = 'bor';
const OTHERS = [DISTRICT, 'yar'];

/** A region of three districts with a register each, and a platform that ends every run at the register of one. */
async function region() {
  let isEnded = false;
  const server = await simulatedServer({
    record: (sql, values) => {
      isEnded ||= sql.includes('INTO look_ahead') && values.includes(HEAVY);
      if (isEnded) throw new Error('the platform has ended this run');
    },
  });
  const ports = { ...server.ports, check: checkRegister };
  const reach = { regionId: 'region', districts: null };
  const scope = regionScope(reach);
  const ids = [...OTHERS, HEAVY];
  for (const id of ids) {
    const district = districtScope(reach, ids, id);
    if (scope === null || district === null) throw new Error('the whole region is in reach');
    await addDistrict(server.database, scope, { id, title: id });
    const register = registerScope(district, REGISTER);
    const op = { op: 'create', row: idOf('row'), kind: 'families', values: { level: 'BASE' } } as const;
    await push(ports, register, ACTOR, { protocol: 1, client: idOf('c'), pushId: idOf(id), epoch: null, ops: [op] });
    const { epoch } = (await pull(ports, register, { cursor: null })).cursor;
    const sent = { protocol: 1, epoch, asOf: '2026-10-31', pack: 'training', layout: [] };
    expect(await submit(ports, register, ACTOR, sent)).toMatchObject({ ok: true });
  }
  const night = async () => {
    isEnded = false;
    await lookAheadEverywhere(ports).catch(() => null);
  };
  const looked = () => server.database.raw.prepare('SELECT district_id FROM look_ahead ORDER BY 1').all();
  return { night, looked };
}

describe('a timetable that the platform ends each night at the same register', () => {
  it('goes on behind it the next night, so that all others are looked at', async () => {
    const { night, looked } = await region();
    await night();
    await night();
    expect(looked()).toEqual(OTHERS.map((district_id) => ({ district_id })));
  });
});
