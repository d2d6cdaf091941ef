/** Sending a register to the whole server, with keys of the region or without, and all that is said and kept of it. */
import type { SendOptions, SendOutcome } from '../../addin/engine/sync-contract.ts';
import { regionKey, type RegionKey } from '../../shared/privacy/region-key.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import type { Outcome } from '../../shared/sync/error-codes.ts';
import { DISTRICTS, randomBytes, valueOf, type WholeServer } from './whole-server.ts';

export const newKey = (): Promise<RegionKey> => regionKey(randomBytes(32));

interface Wish extends SendOptions {
  readonly sketch: RegisterSketch;
  readonly keys?: readonly RegionKey[];
  readonly memory?: string | null;
  readonly district?: string;
  readonly cutAfter?: number;
  /** What the pane believes of the server. */
  readonly believes?: boolean;
}

export async function trySending(server: WholeServer, wish: Wish): Promise<Outcome<SendOutcome>> {
  const { client, operator } = await server.pane(wish.cutAfter);
  const { register, asOf } = testRun(wish.sketch);
  const plan = await client.plan({
    district: wish.district ?? DISTRICTS[0],
    register,
    asOf,
    memory: wish.memory ?? null,
    packId: 'training',
    regionKeys: wish.keys ?? [],
    acceptsSealed: wish.believes ?? operator.acceptsSealed,
  });
  return plan.ok ? await client.send(operator, plan.value, wish) : plan;
}

/** Throws where there is no outcome. */
export const sending = async (server: WholeServer, wish: Wish): Promise<SendOutcome> =>
  valueOf(await trySending(server, wish));

/** Every request, answer, log line and row. */
export function said(server: WholeServer): string {
  const traffic = server.exchanges.map(({ path, headers, body, answer }) => [path, headers, body, answer].join('\n'));
  return [...traffic, ...server.log, server.dump()].join('\n');
}
