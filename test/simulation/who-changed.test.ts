import { describe, expect, it } from 'vitest';
import { createSyncClient } from '../../addin/engine/sync-client.ts';
import type { SendOutcome } from '../../addin/engine/sync-contract.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { regionScope } from '../../worker/store/scope.ts';
import { addToken } from '../../worker/store/token-store.ts';
import { DISTRICTS, randomBytes, valueOf, wholeServer, type WholeServer } from './whole-server.ts';

const FAMILY = { caseNo: '1/2026', applicant: 'Берёзова Анна Петровна', level: 'BASE', contractNo: '3' } as const;
const register = (change: object = {}): RegisterSketch => ({ families: [{ ...FAMILY, ...change }] });

interface Sending {
  readonly sketch: RegisterSketch;
  readonly memory?: string | null;
  readonly key?: string;
  readonly fetch?: typeof globalThis.fetch;
}

async function sending(server: WholeServer, { sketch, memory = null, key, fetch }: Sending): Promise<SendOutcome> {
  const client = createSyncClient({
    fetch: fetch ?? server.fetch,
    randomBytes,
    now: Date.now,
    wait: () => new Promise(() => undefined),
  });
  const connection = valueOf(await client.connect('localhost:8787', key ?? server.token));
  const { register: cells, asOf } = testRun(sketch);
  const input = { district: DISTRICTS[0], register: cells, memory, asOf, packId: 'training' };
  return valueOf(await client.send(connection, valueOf(await client.plan(input))));
}

/** A server, and the key of a colleague. */
async function two() {
  const server = await wholeServer({ acceptsSealed: false });
  const region = regionScope({ regionId: 'region', districts: null });
  if (region === null) throw new Error('the whole region is in reach');
  const colleague = tokenOf(randomBytes(32));
  const kept = { id: 'O'.repeat(22), hash: await sha256Hex(colleague), name: 'Орлова А.', role: 'operator' } as const;
  await addToken(server.database, region, { ...kept, districts: [...DISTRICTS], createdAt: 0, expiresAt: null });
  const { memory } = await sending(server, { sketch: register() });
  return { server, colleague, memory };
}

const ORLOVA = { at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string, by: 'Орлова А.' };

describe('[PL5] who has changed a row', () => {
  it('stands beside a conflict, also at the next sending, and when other fields of the row went on', async () => {
    const { server, colleague, memory } = await two();
    await sending(server, { sketch: register({ contractNo: '77' }), memory, key: colleague });
    const mine = await sending(server, { sketch: register({ contractNo: '88' }), memory });
    expect(mine.conflicts).toMatchObject([{ field: 'contractNo', theirs: '77', changed: ORLOVA }]);
    const both = register({ contractNo: '88', level: 'CRISIS' });
    const again = await sending(server, { sketch: both, memory: mine.memory });
    expect(again).toMatchObject({ changed: 1, conflicts: [{ field: 'contractNo', changed: ORLOVA }] });
  });

  it("stands beside others' changes", async () => {
    const { server, colleague, memory } = await two();
    await sending(server, { sketch: register({ contractNo: '77' }), memory, key: colleague });
    const { incoming } = await sending(server, { sketch: register(), memory });
    expect(incoming).toMatchObject([{ field: 'contractNo', value: '77', changed: ORLOVA }]);
  });

  it('is not said by an older server: the sending goes on without it', async () => {
    const { server, colleague, memory } = await two();
    await sending(server, { sketch: register({ contractNo: '77' }), memory, key: colleague });
    const older: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init);
      const text = await answer.text();
      return new Response(text.replaceAll(/,"at":"[^"]+","by":"[^"]+"/g, ''), answer);
    };
    const mine = await sending(server, { sketch: register({ contractNo: '88' }), memory, fetch: older });
    expect(mine.conflicts).toMatchObject([{ field: 'contractNo', theirs: '77', changed: null }]);
  });
});
