/** The region's page and the handing in, as functions over the server. Everything fails as a value with a sentence. */
import type { Outcome } from '../../shared/sync/error-codes.ts';
import {
  consolidatedPageSchema,
  frozenFamiliesSchema,
  type ConsolidatedPage,
} from '../../shared/sync/consolidated-wire.ts';
import { deadlineSchema, type Deadline } from '../../shared/sync/deadline-wire.ts';
import type { PulledRow } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import {
  caseListSchema,
  frozenRowsSchema,
  frozenValuesSchema,
  handInListSchema,
  handInSchema,
  keyListSchema,
  pictureSchema,
  type CaseFigure,
  type CaseList,
  type HandIn,
  type HandInDecision,
  type HandInRequest,
  type Picture,
} from '../../shared/sync/region-wire.ts';
import { call } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';
import type { Connection, SyncPorts } from './sync-contract.ts';

export interface CasesWish {
  readonly district: string;
  readonly period: string;
  readonly figure: CaseFigure;
  /** Null: of unknown level. Absent: of all levels. */
  readonly level?: string | null;
}

export interface RegionClient {
  readonly picture: (period: string) => Promise<Outcome<Picture>>;
  readonly cases: (wish: CasesWish) => Promise<Outcome<CaseList>>;
  /** A page of the families of all districts, or of one; `after`: where the page before ended. */
  readonly consolidated: (
    wish: { readonly after: string | null; readonly district: string | null },
    signal: AbortSignal,
  ) => Promise<Outcome<ConsolidatedPage>>;
  readonly deadline: (period: string) => Promise<Outcome<Deadline>>;
  /** Null: back to the usual day. */
  readonly setDeadline: (period: string, day: string | null) => Promise<Outcome<Deadline>>;
  /** The families of a frozen copy, names sealed. */
  readonly frozenFamilies: (district: string, number: number) => Promise<Outcome<readonly PulledRow[]>>;
  readonly handIns: (district: string) => Promise<Outcome<readonly HandIn[]>>;
  readonly decide: (district: string, number: number, decision: HandInDecision) => Promise<Outcome<HandIn>>;
  readonly handIn: (district: string, register: string, request: HandInRequest) => Promise<Outcome<HandIn>>;
  /** Hashes of the rows of a frozen copy, by row id. */
  readonly frozenRows: (district: string, number: number) => Promise<Outcome<ReadonlyMap<string, string>>>;
  /** Values of some rows of a frozen copy, by row id, without the sealed ones; at most MAX_HELD_ROWS. */
  readonly frozenValues: (
    district: string,
    number: number,
    rows: readonly string[],
  ) => Promise<Outcome<ReadonlyMap<string, WireValues>>>;
  /** The region's public keys, raw and base64url, by name. */
  readonly receiptKeys: () => Promise<Outcome<ReadonlyMap<string, string>>>;
}

const handInAt = (district: string, number: number) => ({ district, number: String(number) });

/** The server of a connection. */
export function regionClient(connection: Connection, ports: SyncPorts): RegionClient {
  const options = { ports };
  const v1 = serverRoutes(connection, ports);
  const of = v1.districts[':district'];
  const numbered = of['hand-ins'][':number'];
  return {
    picture: (period) => call((init) => v1.picture.$get({ query: { period } }, { init }), pictureSchema, options),
    cases: ({ district, level, ...wish }) => {
      const query = { ...wish, ...(level === undefined ? {} : { level: level ?? 'none' }) };
      return call((init) => of.cases.$get({ param: { district }, query }, { init }), caseListSchema, options);
    },
    consolidated: ({ after, district }, signal) => {
      const query = { ...(after === null ? {} : { after }), ...(district === null ? {} : { district }) };
      return call((init) => v1.consolidated.$get({ query }, { init }), consolidatedPageSchema, { ports, signal });
    },
    deadline: (period) => call((init) => v1.deadlines.$get({ query: { period } }, { init }), deadlineSchema, options),
    setDeadline: (period, day) =>
      call((init) => v1.admin.deadlines.$post({ json: { period, day } }, { init }), deadlineSchema, options),
    frozenFamilies: async (district, number) => {
      const param = handInAt(district, number);
      const frozen = await call((init) => numbered.families.$get({ param }, { init }), frozenFamiliesSchema, options);
      return frozen.ok ? { ok: true, value: frozen.value.rows } : frozen;
    },
    handIns: async (district) => {
      const listed = await call(
        (init) => of['hand-ins'].$get({ param: { district } }, { init }),
        handInListSchema,
        options,
      );
      return listed.ok ? { ok: true, value: listed.value.handIns } : listed;
    },
    decide: (district, number, json) => {
      const param = handInAt(district, number);
      return call((init) => numbered.decide.$post({ param, json }, { init }), handInSchema, options);
    },
    handIn: (district, register, json) => {
      const route = of.registers[':register']['hand-in'];
      return call((init) => route.$post({ param: { district, register }, json }, { init }), handInSchema, options);
    },
    frozenRows: async (district, number) => {
      const param = handInAt(district, number);
      const frozen = await call((init) => numbered.rows.$get({ param }, { init }), frozenRowsSchema, options);
      return frozen.ok ? { ok: true, value: new Map(frozen.value.rows.map(({ row, hash }) => [row, hash])) } : frozen;
    },
    frozenValues: async (district, number, rows) => {
      const request = { param: handInAt(district, number), query: { rows: rows.join(',') } };
      const frozen = await call((init) => numbered.values.$get(request, { init }), frozenValuesSchema, options);
      if (!frozen.ok) return frozen;
      return { ok: true, value: new Map(frozen.value.rows.map(({ row, values }) => [row, values as WireValues])) };
    },
    receiptKeys: async () => {
      const listed = await call((init) => v1['receipt-keys'].$get({}, { init }), keyListSchema, options);
      return listed.ok ? { ok: true, value: new Map(listed.value.keys.map(({ name, key }) => [name, key])) } : listed;
    },
  };
}
