/** The real services on a real database, with a transport that loses, repeats and cuts. */
import type { ServerApi } from '../../addin/engine/server-api.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';
import type { PushRequest } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import { addDistrict, addRegion } from '../../worker/store/region-store.ts';
import { districtScope, registerScope, regionScope, type RegisterScope } from '../../worker/store/scope.ts';
import { testPorts } from '../../worker/test-ports.ts';
import type { Recorder } from '../../scripts/backup/memory-database.ts';
import { sqliteDatabase } from './sqlite-database.ts';

export const DISTRICT = 'lesnoy';
export const REGISTER = 'R'.repeat(22);

/** What the network does to one push. */
export type Fault = 'none' | 'request-lost' | 'answer-lost' | 'sent-twice' | 'overtaken';

/** The network of one sending. Faults are used up push by push; what comes after is without fault. */
export interface Network {
  readonly faults: readonly Fault[];
  readonly pageSize?: number;
  /** What others do while an overtaken push is on its way. */
  readonly others?: () => Promise<void>;
}

export interface SimulatedServer {
  readonly ports: Ports;
  readonly scope: RegisterScope;
  readonly database: ReturnType<typeof sqliteDatabase>;
  /** The api as one client sees it. */
  readonly api: (network: Network) => ServerApi;
  /** Live and removed rows as they stand. */
  readonly rows: () => ReadonlyMap<string, { readonly version: number; readonly values: WireValues | null }>;
}

export interface ServerOptions {
  readonly record?: Recorder;
  /** Changes a push on its way in; for tests that prove a guard by going round it. */
  readonly tamper?: (request: PushRequest, server: SimulatedServer) => PushRequest;
}

export async function simulatedServer({ record, tamper }: ServerOptions = {}): Promise<SimulatedServer> {
  const database = sqliteDatabase(record);
  const reach = { regionId: 'region', districts: null };
  const region = regionScope(reach);
  const district = districtScope(reach, [DISTRICT], DISTRICT);
  if (region === null || district === null) throw new Error('the whole region is in reach');
  await addRegion(database, region, 'Регион');
  await addDistrict(database, region, { id: DISTRICT, title: 'Лесной' });
  let time = Date.UTC(2026, 0, 1);
  const ports = await testPorts(database, () => (time += 1000));
  const scope = registerScope(district, REGISTER);
  const deliver = (request: PushRequest) =>
    push(ports, scope, { tokenId: 'actor' }, tamper ? tamper(request, server) : request);
  const server: SimulatedServer = {
    ports,
    scope,
    database,
    api: (network) => apiOf({ ports, scope, deliver }, network),
    rows: () => {
      const rows = database.raw.prepare('SELECT id, version, payload FROM register_row').all();
      return new Map(
        rows.map(({ id, version, payload }) => [
          String(id),
          { version: Number(version), values: payload === null ? null : (JSON.parse(String(payload)) as WireValues) },
        ]),
      );
    },
  };
  return server;
}

interface Wire {
  readonly ports: Ports;
  readonly scope: RegisterScope;
  readonly deliver: (request: PushRequest) => ReturnType<typeof push>;
}

/** Signing in and submission play no part here. */
async function notHere(): Promise<Outcome<never>> {
  return failed('not-found');
}

function apiOf({ ports, scope, deliver }: Wire, { faults: planned, pageSize, others }: Network): ServerApi {
  const faults = [...planned];
  return {
    me: notHere,
    submit: notHere,
    registers: notHere,
    retire: notHere,
    push: async ({ client }, { pushId, epoch, seen, ops }) => {
      const request: PushRequest = { protocol: PROTOCOL, client, pushId, epoch, seen, ops };
      const fault = faults.shift() ?? 'none';
      if (fault === 'request-lost') return failed('no-connection');
      if (fault === 'overtaken') await others?.();
      if (fault === 'sent-twice') await deliver(structuredClone(request));
      const answer = await deliver(structuredClone(request));
      return fault === 'answer-lost' ? failed('timed-out') : answer;
    },
    pull: async (_, cursor) => ({ ok: true, value: await pull(ports, scope, { cursor, limit: pageSize }) }),
  };
}
