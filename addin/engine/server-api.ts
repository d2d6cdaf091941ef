/** The routes of the server as functions, typed by the server's own types. */
import * as z from 'zod';
import { listedRegisterSchema, meSchema, type Me } from '../../shared/sync/access-wire.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';
import {
  pullAnswerSchema,
  pushAnswerSchema,
  submitAnswerSchema,
  type Cursor,
  type PullAnswer,
  type PushAnswer,
  type SubmitAnswer,
  type SubmitRequest,
} from '../../shared/sync/protocol.ts';
import type { PendingPush, SyncMemory } from '../../shared/sync/sync-memory.ts';
import { call, type CallOptions } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';

type Target = Pick<SyncMemory, 'district' | 'register' | 'client'>;

/** A server from before sealing takes none. */
const anyMeSchema = meSchema.extend({ acceptsSealed: z.boolean().default(false) });
const registersSchema = z.object({ registers: z.array(listedRegisterSchema) });

export interface ServerApi {
  readonly me: () => Promise<Outcome<Me>>;
  readonly push: (target: Target, push: PendingPush) => Promise<Outcome<PushAnswer>>;
  readonly pull: (target: Target, cursor: Cursor | null) => Promise<Outcome<PullAnswer>>;
  readonly submit: (target: Target, request: Omit<SubmitRequest, 'protocol'>) => Promise<Outcome<SubmitAnswer>>;
  readonly registers: (district: string) => Promise<Outcome<z.output<typeof registersSchema>>>;
  readonly retire: (target: Pick<Target, 'district' | 'register'>) => Promise<Outcome<{ readonly id: string }>>;
}

const param = ({ district, register }: Target) => ({ district, register });

/** The server at an origin, seen with a token. */
export function serverApi(origin: string, token: string, options: CallOptions): ServerApi {
  const v1 = serverRoutes({ address: origin, token }, options.ports);
  const register = v1.districts[':district'].registers[':register'];
  return {
    me: () => call((init) => v1.me.$get({}, { init }), anyMeSchema, options),
    registers: (district) =>
      call(
        (init) => v1.districts[':district'].registers.$get({ param: { district } }, { init }),
        registersSchema,
        options,
      ),
    retire: (target) =>
      call((init) => register.retire.$post({ param: target }, { init }), z.object({ id: z.string() }), options),
    push: (target, { pushId, epoch, seen, ops }) => {
      const json = { protocol: PROTOCOL, client: target.client, pushId, epoch, seen, ops };
      return call((init) => register.push.$post({ param: param(target), json }, { init }), pushAnswerSchema, options);
    },
    pull: (target, cursor) => {
      const query = cursor === null ? {} : { ...cursor, seq: String(cursor.seq), safe: String(cursor.safe) };
      return call((init) => register.rows.$get({ param: param(target), query }, { init }), pullAnswerSchema, options);
    },
    submit: (target, request) => {
      const json = { protocol: PROTOCOL, ...request };
      return call(
        (init) => register.submit.$post({ param: param(target), json }, { init }),
        submitAnswerSchema,
        options,
      );
    },
  };
}
