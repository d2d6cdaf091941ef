/** Registers of families that districts send, for tests of what the region sees of them. */
import { expect } from 'vitest';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

export interface StaffedRegion {
  readonly regionId: string;
  readonly districts: readonly string[];
  /** Keys: the operator's is for all districts. */
  readonly operator: string;
  readonly manager: string;
  readonly auditor: string;
  readonly admin: string;
}

/** A region with districts, and a key for each role. */
export async function staffedRegion(titles: readonly string[]): Promise<StaffedRegion> {
  const { regionId, districtIds } = await makeRegion(titles);
  return {
    regionId,
    districts: districtIds,
    operator: await makeToken(regionId, { role: 'operator', districts: districtIds }),
    manager: await makeToken(regionId, { role: 'manager', districts: null }),
    auditor: await makeToken(regionId, { role: 'auditor', districts: null }),
    admin: await makeToken(regionId, { role: 'admin', districts: null }),
  };
}

export interface Sent {
  readonly path: string;
  readonly district: string;
  readonly epoch: string;
  readonly rows: readonly string[];
  readonly sending: number;
}

interface Sending {
  readonly district: string;
  readonly columns: readonly string[];
  readonly cases: readonly object[];
  readonly pack?: string;
  /** An earlier sending of the same register, whose rows go. */
  readonly before?: Sent | undefined;
}

/** Sends a register of families as a workbook would, and has it judged. */
export async function sendFamilies(
  token: string,
  { district, columns, cases, pack = 'training', before }: Sending,
): Promise<Sent> {
  const path = before?.path ?? `/api/v1/districts/${district}/registers/${newId()}`;
  const rows = cases.map(() => newId());
  const ops = [
    ...(before?.rows ?? []).map((row) => ({ op: 'delete', row, baseVersion: 1 })),
    ...cases.map((values, index) => ({ op: 'create', row: rows[index], kind: 'families', values })),
  ];
  const push = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
  const pushed = await ask(`${path}/push`, { token, body: push });
  expect(pushed.status).toBe(200);
  const { epoch }: { epoch: string } = await pushed.json();
  const layout = [{ kind: 'families', columns: columns.map((field) => ({ field })), given: [], rows }];
  const submit = { protocol: 1, epoch, asOf: '2026-10-02', pack, layout };
  const submitted = await ask(`${path}/submit`, { token, body: submit });
  expect(submitted.status).toBe(200);
  const { receipt }: { receipt: { number: number } } = await submitted.json();
  return { path, district, epoch, rows, sending: receipt.number };
}
