/** Sending a register to its region: the implementation of what sync-contract.ts promises. */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { settleConflicts } from '../../shared/sync/settle.ts';
import { isTokenShaped } from '../../shared/sync/token-format.ts';
import { localCopy } from './local-copy.ts';
import { memoryOfText, memoryText } from './memory-text.ts';
import { planOf, prepareSending, rowIds, type PreparedSending } from './prepared-sending.ts';
import { sendPrepared } from './send-prepared.ts';
import { serverOrigin } from './server-address.ts';
import { serverApi } from './server-api.ts';
import type { Connection, SendPlan, SyncClient, SyncPorts } from './sync-contract.ts';

/** A client for one pane. It keeps nothing between calls but the plans it has given out. */
export function createSyncClient(ports: SyncPorts): SyncClient {
  const plans = new WeakMap<SendPlan, PreparedSending>();
  return {
    connect: (address, token, signal) => connect(ports, { address, token }, signal),

    plan: async (input, onProgress) => {
      const prepared = await prepareSending(ports, input, (share) => onProgress?.(share * 0.8));
      if (!prepared.ok) return prepared;
      const plan = planOf(prepared.value, rowIds(ports));
      plans.set(plan, prepared.value);
      onProgress?.(1);
      return { ok: true, value: plan };
    },

    send: async (connection, plan, options = {}) => {
      const prepared = plans.get(plan);
      if (prepared === undefined) throw new Error('a plan is sent by the client that made it');
      return await sendPrepared(ports, connection, prepared, options);
    },

    copy: localCopy,

    settle: async (text, choices) => {
      const memory = await memoryOfText(text);
      if (!memory.ok) return memory;
      return await memoryText({ ...memory.value, rows: settleConflicts(memory.value.rows, choices) });
    },

    otherRegisters: async (connection, plan) => {
      const listed = await serverApi(connection.address, connection.token, { ports }).registers(plan.district);
      if (!listed.ok) return listed;
      const others = listed.value.registers.filter(({ id, retiredAt }) => retiredAt === null && id !== plan.register);
      return { ok: true, value: others };
    },

    retire: async (connection, district, register) => {
      const retired = await serverApi(connection.address, connection.token, { ports }).retire({ district, register });
      return retired.ok ? { ok: true, value: null } : retired;
    },
  };
}

/** A token of an issuer has three parts; whether it is worth anything, the server says. */
const ISSUED_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

async function connect(
  ports: SyncPorts,
  typed: { readonly address: string; readonly token: string },
  signal: AbortSignal | undefined,
): Promise<Outcome<Connection>> {
  const address = serverOrigin(typed.address);
  const token = typed.token.trim();
  if (address === null) return failed('address-malformed');
  if (!isTokenShaped(token) && !ISSUED_TOKEN.test(token)) return failed('token-malformed');
  let clock: Pick<Connection, 'clockAheadMs'> = {};
  const fetch: SyncPorts['fetch'] = async (...request) => {
    const answer = await ports.fetch(...request);
    clock = clockBeside(answer.headers.get('date'), ports.now());
    return answer;
  };
  const me = await serverApi(address, token, { ports: { ...ports, fetch }, signal }).me();
  return me.ok ? { ok: true, value: { address, token, ...me.value, ...clock } } : me;
}

/** A clock set for another zone is wrong by less, and shows the right day all the same. */
const LEAST_WRONG_MS = 12 * 3_600_000;

function clockBeside(serverDate: string | null, now: number): Pick<Connection, 'clockAheadMs'> {
  const clockAheadMs = now - Date.parse(serverDate ?? '');
  return Math.abs(clockAheadMs) > LEAST_WRONG_MS ? { clockAheadMs } : {};
}
