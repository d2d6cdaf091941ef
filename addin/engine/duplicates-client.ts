/** Possible matches, rules over several districts and digests, as functions over the server. Everything fails as a value. */
import * as z from 'zod';
import {
  districtMatchesSchema,
  districtMatchSchema,
  regionCheckSchema,
  regionMatchesSchema,
  regionMatchSchema,
  type DistrictMatch,
  type DistrictMatches,
  type MatchAnswer,
  type MatchQuery,
  type RegionCheck,
  type RegionDecision,
  type RegionMatches,
  type RegionMatchView,
} from '../../shared/sync/duplicate-wire.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import {
  digestMessageSchema,
  registerDigestSchema,
  type DigestMessage,
  type RegisterDigest,
} from '../../shared/sync/webhook-wire.ts';
import { call } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';
import type { Connection, SyncPorts } from './sync-contract.ts';

export interface DuplicatesClient {
  readonly ofDistrict: (district: string) => Promise<Outcome<DistrictMatches>>;
  readonly answer: (district: string, match: string, answer: MatchAnswer) => Promise<Outcome<DistrictMatch>>;
  readonly ofRegion: (query: MatchQuery) => Promise<Outcome<RegionMatches>>;
  readonly decide: (decision: RegionDecision) => Promise<Outcome<RegionMatchView>>;
  readonly check: () => Promise<Outcome<RegionCheck>>;
  readonly digests: (district: string) => Promise<Outcome<readonly RegisterDigest[]>>;
  readonly regionDigest: () => Promise<Outcome<DigestMessage>>;
}

const digestsSchema = z.object({ registers: z.array(registerDigestSchema) });

/** The server of a connection. */
export function duplicatesClient(
  connection: Pick<Connection, 'address' | 'token'>,
  ports: SyncPorts,
): DuplicatesClient {
  const options = { ports };
  const v1 = serverRoutes(connection, ports);
  const of = v1.districts[':district'];
  return {
    ofDistrict: (district) =>
      call((init) => of.duplicates.$get({ param: { district } }, { init }), districtMatchesSchema, options),
    answer: (district, match, json) => {
      const route = of.duplicates[':match'].answer;
      return call((init) => route.$post({ param: { district, match }, json }, { init }), districtMatchSchema, options);
    },
    ofRegion: ({ state, district, offset }) => {
      const query = {
        offset: String(offset),
        ...(state === undefined ? {} : { state }),
        ...(district === undefined ? {} : { district }),
      };
      return call((init) => v1.duplicates.$get({ query }, { init }), regionMatchesSchema, options);
    },
    decide: (json) => call((init) => v1.duplicates.decisions.$post({ json }, { init }), regionMatchSchema, options),
    check: () => call((init) => v1['region-check'].$get({}, { init }), regionCheckSchema, options),
    digests: async (district) => {
      const found = await call((init) => of.ahead.$get({ param: { district } }, { init }), digestsSchema, options);
      return found.ok ? { ok: true, value: found.value.registers } : found;
    },
    regionDigest: () => call((init) => v1.ahead.$get({}, { init }), digestMessageSchema, options),
  };
}
