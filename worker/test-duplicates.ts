/** Districts that send families with fingerprints, for tests of what the region finds between them. */
import { expect } from 'vitest';
import {
  districtMatchesSchema,
  regionCheckSchema,
  regionMatchesSchema,
  type DistrictMatches,
  type RegionCheck,
  type RegionMatches,
} from '../shared/sync/duplicate-wire.ts';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

/** A fingerprint in the form that travels. */
export const print = (letter: string): string => letter.repeat(22);

export interface District {
  readonly id: string;
  readonly token: string;
  readonly path: string;
  epoch: string | null;
}

export interface World {
  readonly regionId: string;
  readonly north: District;
  readonly south: District;
  readonly manager: string;
}

export type Values = Readonly<Record<string, unknown>>;

export async function makeDistrict(regionId: string, id: string): Promise<District> {
  const token = await makeToken(regionId, { role: 'operator', districts: [id] });
  return { id, token, path: `/api/v1/districts/${id}/registers/${newId()}`, epoch: null };
}

export async function makeWorld(): Promise<World> {
  const { regionId, districtIds } = await makeRegion(['Лесной', 'Речной', 'Тихий']);
  const [north = '', south = ''] = districtIds;
  return {
    regionId,
    north: await makeDistrict(regionId, north),
    south: await makeDistrict(regionId, south),
    manager: await makeToken(regionId, { role: 'manager', districts: null }),
  };
}

export async function push(at: District, ops: readonly object[]): Promise<void> {
  const body = { protocol: 1, client: newId(), pushId: newId(), epoch: at.epoch, ops };
  const answer = await ask(`${at.path}/push`, { token: at.token, body });
  const { epoch, outcomes }: { epoch: string; outcomes: { outcome: string }[] } = await answer.json();
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(ops.map(() => 'applied'));
  at.epoch = epoch;
}

/** A family of the base level; a letter for each of its fingerprints. */
export const family = (prints: string, values: Values = {}) => ({
  startDate: '2026-03-02',
  level: 'BASE',
  fingerprints: [...prints].map(print),
  ...values,
});

/** The id of a new row. */
export async function add(at: District, values: Values, kind = 'families'): Promise<string> {
  const row = newId();
  await push(at, [{ op: 'create', row, kind, values }]);
  return row;
}

export async function submit(at: District): Promise<void> {
  const columns = ['startDate', 'level', 'closedOn', 'curator'].map((field) => ({ field }));
  const layout = [{ kind: 'families', columns, given: [], rows: [] }];
  const body = { protocol: 1, epoch: at.epoch, asOf: '2026-10-31', pack: 'training', layout };
  expect((await ask(`${at.path}/submit`, { token: at.token, body })).status).toBe(200);
}

export async function seenBy(at: District): Promise<DistrictMatches> {
  const answer = await ask(`/api/v1/districts/${at.id}/duplicates`, { token: at.token });
  return districtMatchesSchema.parse(await answer.json());
}

export async function region({ manager }: World, query = ''): Promise<RegionMatches> {
  const answer = await ask(`/api/v1/duplicates${query}`, { token: manager });
  return regionMatchesSchema.parse(await answer.json());
}

export async function checked({ manager }: World): Promise<RegionCheck> {
  return regionCheckSchema.parse(await (await ask('/api/v1/region-check', { token: manager })).json());
}

/** A district's word; on its first match where none is named. */
export async function answer(at: District, verdict: string, match?: string): Promise<Response> {
  const id = match ?? (await seenBy(at)).matches[0]?.id ?? '';
  return await ask(`/api/v1/districts/${at.id}/duplicates/${id}/answer`, { token: at.token, body: { verdict } });
}

/** The region's decision on its first match. */
export async function decide(world: World, verdict: string, reason = 'сверено по делам'): Promise<Response> {
  const [match] = (await region(world)).matches;
  const cases = match?.cases.map(({ district: { id }, register, row }) => ({ district: id, register, row }));
  return await ask('/api/v1/duplicates/decisions', { token: world.manager, body: { cases, verdict, reason } });
}
