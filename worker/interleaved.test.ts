import { describe, expect, it } from 'vitest';
import type { PullAnswer } from '../shared/sync/protocol.ts';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

interface Caller {
  readonly district: string;
  readonly token: string;
  readonly path: string;
  /** Stands in every row of the caller and nowhere else. */
  readonly canary: string;
}

const CALLERS = 20;
const REQUESTS = 2_000;
const AT_ONCE = 100;

async function callers(): Promise<readonly Caller[]> {
  const names = Array.from({ length: CALLERS }, (_, index) => `Район ${index}`);
  const { regionId, districtIds } = await makeRegion(names);
  return await Promise.all(
    districtIds.map(async (district, index) => ({
      district,
      token: await makeToken(regionId, { role: 'operator', districts: [district] }),
      path: `/api/v1/districts/${district}/registers/${newId()}`,
      canary: `${7000 + index}/2026`,
    })),
  );
}

const pushOf = ({ canary }: Caller) => ({
  protocol: 1,
  client: newId(),
  pushId: newId(),
  epoch: null,
  ops: [{ op: 'create', row: newId(), kind: 'families', values: { contractNo: canary } }],
});

/** One request of a kind by turns; gives what came back with what must stand in it. */
async function one(caller: Caller, kind: number): Promise<{ readonly text: string; readonly own: string }> {
  const { token, path, district, canary } = caller;
  switch (kind) {
    case 0: {
      const body = pushOf(caller);
      const answer = await ask(`${path}/push`, { token, body });
      return { text: await answer.text(), own: body.ops[0]?.row ?? '' };
    }
    case 1:
      return { text: await (await ask(`${path}/rows`, { token })).text(), own: canary };
    case 2:
      return { text: await (await ask('/api/v1/me', { token })).text(), own: district };
    default: {
      const answer = await ask(`/api/v1/districts/${district}x/registers`, { token });
      return { text: await answer.text(), own: answer.headers.get('x-request-id') ?? 'none' };
    }
  }
}

describe('requests of one isolate', () => {
  it('[T8] 2,000 mixed ones of twenty callers: each is answered with its own, and with nothing of another', async () => {
    const all = await callers();
    for (const caller of all) await ask(`${caller.path}/push`, { token: caller.token, body: pushOf(caller) });
    const marks = all.flatMap(({ canary, district }) => [canary, district]);
    let seen = 0;
    for (let start = 0; start < REQUESTS; start += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, index) => {
          const caller = all[(start + index * 7) % CALLERS];
          if (caller === undefined) throw new Error('there are callers');
          const { text, own } = await one(caller, index % 4);
          expect(text).toContain(own);
          const foreign = marks.filter((mark) => mark !== caller.canary && mark !== caller.district);
          expect(foreign.filter((mark) => text.includes(mark))).toEqual([]);
          seen += 1;
        }),
      );
    }
    expect(seen).toBe(REQUESTS);
  }, 120_000);

  it('[D6] 200 pulls of 500 rows at once all end, and say the same', async () => {
    const [caller] = await callers();
    if (caller === undefined) throw new Error('there are callers');
    const { token, path, canary } = caller;
    const ops = Array.from({ length: 500 }, () => pushOf(caller).ops[0]);
    expect((await ask(`${path}/push`, { token, body: { ...pushOf(caller), ops } })).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(`${path}/rows?limit=500`, { token })));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(texts.size).toBe(1);
    const { rows }: PullAnswer = JSON.parse([...texts][0] ?? '');
    expect(rows).toHaveLength(500);
    expect(rows.every(({ values }) => values?.['contractNo'] === canary)).toBe(true);
  }, 60_000);
});
