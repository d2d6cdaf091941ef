/**
 * [B4] Old panes and new servers, and the other way round. test/fixtures/protocol-1.json holds what panes of the first
 * release send and what its server answers. The file is frozen: it is added to, never changed, as long as protocol 1 is
 * spoken.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { pullAnswerSchema, pushAnswerSchema, submitAnswerSchema } from '../../shared/sync/protocol.ts';
import { createSyncClient } from '../../addin/engine/sync-client.ts';
import { API_ERROR_STATUS } from '../../shared/sync/error-codes.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import frozen from '../fixtures/protocol-1.json' with { type: 'json' };
import { randomBytes, wholeServer, type WholeServer } from './whole-server.ts';

interface Step {
  readonly name: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly answer?: object;
  /** Number of the step that is made again. */
  readonly repeats?: number;
}
const STEPS: readonly Step[] = frozen.steps;

function withEpoch<T>(part: T, epoch: string): T {
  return JSON.parse(JSON.stringify(part).replaceAll('$epoch', epoch)) as T;
}

describe('[B4] a pane of the first release', () => {
  let server: WholeServer;
  let epoch = '';
  const answers: unknown[] = [];

  beforeAll(async () => {
    server = await wholeServer({ acceptsSealed: false });
  });

  it.each(STEPS.map((step, index) => [step.name, index] as const))('%s', async (_, index) => {
    const step = STEPS[index];
    const made = step?.repeats === undefined ? step : STEPS[step.repeats];
    const { path = '', body } = withEpoch({ path: made?.path, body: made?.body }, epoch);
    const answer = await server.ask(path, body);
    const json: { epoch?: string } = await answer.json();
    expect(answer.status).toBe(200);
    expect(json).toMatchObject(step?.answer ?? (answers[step?.repeats ?? -1] as object));
    epoch = json.epoch ?? epoch;
    answers.push(json);
  });

  it('is the one that was frozen', async () => {
    expect(await sha256Hex(canonicalJson(frozen))).toBe(
      '3c132b192b97cefd0900f804b6df04e08d67a0868275ace3fe20c9c93244d4cf',
    );
  });
});

describe('[B4] a server of the first release', () => {
  it('is understood in every answer', () => {
    const { push, pull, submit } = frozen.answers;
    expect(pushAnswerSchema.safeParse(push).success).toBe(true);
    expect(pullAnswerSchema.safeParse(pull).success).toBe(true);
    expect(submitAnswerSchema.safeParse(submit).success).toBe(true);
  });

  it('is signed in to, also when its answers say more than we know', async () => {
    const { token } = await wholeServer({ acceptsSealed: false });
    const client = createSyncClient({
      fetch: async () => Response.json({ ...frozen.answers.me, invented: 1 }),
      randomBytes,
      now: () => 0,
      wait: () => new Promise(() => undefined),
    });
    expect(await client.connect('localhost:8787', token)).toMatchObject({ ok: true, value: { role: 'operator' } });
  });
});

describe('[B4] another protocol', () => {
  const push = { ...(STEPS[1]?.body as object), pushId: 'other'.padEnd(22, '_') };
  const submit = { protocol: 1, epoch: 'e', asOf: '2026-10-31', pack: 'training', layout: [] };
  it.each([
    ['push', { ...push, protocol: 0 }, 'protocol-too-old'],
    ['push', { ...push, protocol: 2 }, 'protocol-too-new'],
    ['submit', { ...submit, protocol: 0 }, 'protocol-too-old'],
    ['submit', { ...submit, protocol: 2 }, 'protocol-too-new'],
  ] as const)('%s of it is refused by name and writes nothing', async (act, body, code) => {
    const server = await wholeServer({ acceptsSealed: false });
    // The first request of a key notes when it was used.
    await server.ask('/me');
    const before = server.dump();
    const answer = await server.ask(`/districts/lesnoy/registers/${'R'.repeat(22)}/${act}`, body);
    expect(answer.status).toBe(API_ERROR_STATUS[code]);
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(server.dump()).toBe(before);
  });
});
