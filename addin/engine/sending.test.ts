import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import { failed } from '../../shared/sync/error-codes.ts';
import type { PlainRegister } from './check-runner.ts';
import { handOver } from './handed-register.ts';
import type { LocalCopy } from './local-copy.ts';
import { NotStarted } from './not-started.ts';
import type { PaneSyncClient } from './pane-sync-client.ts';
import type { SendingSource } from './sending.ts';
import { createSending } from './sending.ts';
import type { Connection, SendOutcome, SendPlan } from './sync-contract.ts';
import { WorkbookError, type CellEdit, type EditOutcome } from './workbook-port.ts';

const CONNECTION: Connection = {
  address: 'https://kurator.example.ru',
  role: 'operator',
  region: { id: 'r', title: 'Регион' },
  districts: [{ id: 'les', title: 'Лесной район' }],
  name: 'Оператор',
  expiresOn: null,
  acceptsSealed: false,
  token: 'kur_x',
};
const PLAN: SendPlan = {
  district: 'les',
  register: 'own',
  asOf: dayOfIso('2026-10-31') ?? 0,
  packId: 'training',
  isFirst: true,
  added: 1,
  changed: 0,
  unchanged: 0,
  removed: [],
  rows: { families: 1 },
  withheld: { count: 0, first: [] },
  staysHome: {},
  leavesAsKey: {},
  leavesSealed: {},
  preview: [],
  resumed: null,
};
const OUTCOME: SendOutcome = {
  state: 'sent',
  added: 1,
  changed: 0,
  removed: 0,
  conflicts: [],
  refused: [],
  incoming: [],
  addedByOthers: 0,
  removedByOthers: [],
  server: { cases: 1, errors: 0, warnings: 0, notes: 0 },
  judgedBy: null,
  notJudged: [],
  receipt: { number: 7, at: '2026-10-31T09:00:00Z', district: 'les' },
  memory: 'после отправки',
};
const REGISTER: PlainRegister = {
  tables: [],
  families: [],
  members: [],
  visits: [],
  measures: [],
  specialists: [],
  reports: [],
};

/** The workbook as the server knows it: each row stands two rows further down than when it was sent. */
const COPY: LocalCopy = {
  district: 'les',
  register: 'r',
  epoch: null,
  cells: async (places) => places.map(({ row }) => (row === 'gone' ? null : { sheet: 'Реестр', row: 7, column: 2 })),
  names: async () => [],
  compare: async () => ({ state: 'same' }),
  differing: async () => [],
};

/** What a workbook answers that takes an edit. */
const taken = ({ cell }: CellEdit): EditOutcome => ({ ok: true, cell, before: null, now: null });

const notStarted = async () => Promise.reject(new NotStarted());

/** A client at the port: answers as it is told, and counts how often it was started. */
function world(client: Partial<PaneSyncClient> = {}, source: Partial<SendingSource> = {}) {
  const kept: string[] = [];
  let starts = 0;
  const whole: PaneSyncClient = {
    connect: async () => ({ ok: true, value: CONNECTION }),
    plan: async () => ({ ok: true, value: PLAN }),
    send: async () => ({ ok: true, value: OUTCOME }),
    settle: async () => ({ ok: true, value: 'решено' }),
    otherRegisters: async () => ({ ok: true, value: [] }),
    retire: async () => ({ ok: true, value: null }),
    copy: async () => ({ ok: true, value: COPY }),
    end: () => {},
    ...client,
  };
  const sending = createSending(
    async () => {
      starts += 1;
      return whole;
    },
    {
      register: async () => handOver(REGISTER),
      memory: () => kept.at(-1) ?? null,
      keep: async (memory) => void kept.push(memory),
      lastRun: () => ({ asOf: PLAN.asOf, packId: PLAN.packId }),
      ...source,
    },
  );
  return { client: whole, sending, kept, starts: () => starts, state: sending.store.getSnapshot };
}

describe('sending', () => {
  it('goes from the key over the plan to the receipt, with one client, and keeps what it must', async () => {
    const { sending, kept, starts, state } = world();
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    expect(state()).toMatchObject({ connection: CONNECTION, plan: PLAN, work: null });
    await sending.send();
    expect(state()).toMatchObject({ plan: null, outcome: OUTCOME, work: null, error: null });
    expect(kept).toEqual(['после отправки']);
    expect(starts()).toBe(1);
  });

  it('says why a key is refused, and stays signed out', async () => {
    const { sending, state } = world({ connect: async () => failed('token-expired', 'q1') });
    await sending.connect('kurator.example.ru', 'kur_x');
    expect(state()).toMatchObject({ connection: null, error: { code: 'token-expired', requestId: 'q1' }, work: null });
  });

  it('connects at the next try when its program did not come over the network at the first', async () => {
    let tries = 0;
    const { client } = world();
    const sending = createSending(
      async () => {
        tries += 1;
        if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
        return client;
      },
      { register: async () => null, memory: () => null, keep: async () => {}, lastRun: () => null },
    );
    await sending.connect('kurator.example.ru', 'kur_x');
    expect(sending.store.getSnapshot()).toMatchObject({ connection: null, error: { code: 'no-connection' } });
    await sending.connect('kurator.example.ru', 'kur_x');
    expect(sending.store.getSnapshot()).toMatchObject({ connection: CONNECTION, error: null });
  });

  it('says that the network is gone, and not that the pane broke, when its worker does not come', async () => {
    const { sending, state } = world({ plan: notStarted, copy: notStarted }, { memory: () => 'память' });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    expect(state()).toMatchObject({ work: null, error: { code: 'no-connection' } });
    expect(await sending.copy()).toEqual(failed('no-connection'));
  });

  it('has nothing to send before a check', async () => {
    const { sending, state } = world({}, { lastRun: () => null });
    await sending.prepare('les');
    expect(state().error?.code).toBe('nothing-to-send');
  });

  it('keeps the plan when sending fails, so that it can be tried again', async () => {
    const { sending, kept, state } = world({ send: async () => failed('no-connection') });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    expect(state()).toMatchObject({ plan: PLAN, outcome: null, error: { code: 'no-connection' } });
    expect(kept).toEqual([]);
  });

  it('stops when the workbook does not keep what was sent, and says so', async () => {
    const { sending, state } = world(
      {
        send: async (_connection, _plan, { keep } = {}) => {
          await keep?.('перед отправкой');
          return { ok: true, value: OUTCOME };
        },
      },
      { keep: async () => Promise.reject(new WorkbookError('read-only')) },
    );
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    expect(state()).toMatchObject({ plan: PLAN, outcome: null, work: null, error: { code: 'memory-not-kept' } });
  });

  it('shows what came of a sending also when its end was not kept', async () => {
    const { sending, state } = world({}, { keep: async () => Promise.reject(new WorkbookError('host-busy')) });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    expect(state()).toMatchObject({ outcome: OUTCOME, error: { code: 'memory-not-kept' } });
  });

  it('plans anew after conflicts were settled', async () => {
    const { sending, kept, state } = world();
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    await sending.settle([{ rowId: 'a', field: 'level', take: 'theirs' }]);
    expect(kept.at(-1)).toBe('решено');
    expect(state().plan).toEqual(PLAN);
  });

  it('forgets the key when a person disconnects', async () => {
    const { sending, state } = world();
    await sending.connect('kurator.example.ru', 'kur_x');
    sending.disconnect();
    expect(JSON.stringify(state())).not.toContain('kur_x');
  });

  it('names the registers that a first sending may take the place of, and closes the one chosen once it is sent', async () => {
    const other = { id: 'old', createdAt: 0, lastSending: null };
    const deeds: string[] = [];
    const { sending, state } = world({
      otherRegisters: async () => ({ ok: true, value: [other] }),
      send: async () => {
        deeds.push('sent');
        return { ok: true, value: OUTCOME };
      },
      retire: async (_, district, register) => {
        deeds.push(`retired ${district} ${register}`);
        return { ok: true, value: null };
      },
    });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    expect(state().others).toEqual([other]);
    await sending.send({ removalReason: null, replaces: 'old' });
    expect(deeds).toEqual(['sent', 'retired les old']);
    expect(state()).toMatchObject({ others: [], outcome: OUTCOME });
  });

  it('[SU8] has not come to its end before the register it takes the place of is closed', async () => {
    const old = { id: 'old', createdAt: 0, lastSending: null };
    let isReached = false;
    const { sending, state, kept } = world({
      otherRegisters: async () => ({ ok: true, value: [old] }),
      send: async () => ({ ok: true, value: OUTCOME }),
      retire: async () => (isReached ? { ok: true, value: null } : failed('no-connection')),
    });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send({ removalReason: null, replaces: 'old' });
    expect(kept).toEqual([]);
    expect(state()).toMatchObject({ plan: PLAN, outcome: null, error: { code: 'no-connection' } });
    isReached = true;
    await sending.send({ removalReason: null, replaces: 'old' });
    expect(kept).toEqual([OUTCOME.memory]);
    expect(state()).toMatchObject({ plan: null, outcome: OUTCOME, error: null });
  });

  it('[PU17] asks again where another register was begun while the sending was looked at, and sends nothing', async () => {
    const [old, begun] = ['old', 'begun'].map((id) => ({ id, createdAt: 0, lastSending: null }));
    let listed = [old];
    const deeds: string[] = [];
    const { sending, state } = world({
      otherRegisters: async () => ({ ok: true, value: listed.flatMap((one) => one ?? []) }),
      send: async () => {
        deeds.push('sent');
        return { ok: true, value: OUTCOME };
      },
    });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    listed = [old, begun];
    await sending.send();
    expect(deeds).toEqual([]);
    expect(state()).toMatchObject({ work: null, plan: PLAN, others: listed, error: { code: 'register-begun' } });
    listed = [begun];
    await sending.send();
    expect(deeds).toEqual(['sent']);
    expect(state()).toMatchObject({ others: [], outcome: OUTCOME, error: null });
  });

  it('[PU17] names the register that the server knew of when it refused to begin another', async () => {
    const begun = { id: 'begun', createdAt: 0, lastSending: null };
    const listed: (typeof begun)[] = [];
    const { sending, state } = world({
      otherRegisters: async () => ({ ok: true, value: [...listed] }),
      send: async () => {
        listed.push(begun);
        return failed('register-begun', 'request');
      },
    });
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    expect(state()).toMatchObject({ plan: PLAN, others: [begun], error: { code: 'register-begun' } });
  });

  it('removes rows on the server with a reason only', async () => {
    const wishes: unknown[] = [];
    const { sending } = world({
      send: async (_connection, _plan, { confirmRemovals, removalReason } = {}) => {
        wishes.push([confirmRemovals, removalReason]);
        return { ok: true, value: OUTCOME };
      },
    });
    await sending.connect('kurator.example.ru', 'kur_x');
    for (const removalReason of [null, 'дубль']) {
      await sending.prepare('les');
      await sending.send({ removalReason, replaces: null });
    }
    expect(wishes).toEqual([
      [false, undefined],
      [true, 'дубль'],
    ]);
  });

  it('writes nothing where it cannot be told how the rows stand', async () => {
    const cell = { sheet: 'Реестр', row: 5, column: 2 };
    const edit = { cell, value: { kind: 'text', text: 'базовый' } } as const;
    const news = { rowId: 'a', kind: 'families', cell, field: 'level', value: 'BASE', changed: null, edit } as const;
    const { sending, kept, state } = world(
      {
        copy: async () => failed('region-key-needed'),
        send: async () => ({ ok: true, value: { ...OUTCOME, incoming: [news] } }),
      },
      { write: async () => expect.unreachable() },
    );
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    await sending.takeOver(state().outcome?.incoming ?? []);
    expect(state()).toMatchObject({ outcome: { incoming: [news] }, error: { code: 'region-key-needed' } });
    expect(kept).toEqual(['после отправки']);
  });

  it("writes others' changes and chosen values of the server to where their rows stand now, and nothing else", async () => {
    const cell = { sheet: 'Реестр', row: 5, column: 2 };
    const edit = { cell, value: { kind: 'text', text: 'базовый' } } as const;
    const news = { rowId: 'a', kind: 'families', cell, field: 'level', value: 'BASE', changed: null } as const;
    const byHand = { ...news, field: 'visitDates', edit: null };
    const conflict = { ...news, base: 'A', mine: 'B', theirs: 'BASE', edit };
    const written: unknown[] = [];
    const { sending, state } = world(
      {
        send: async () => ({
          ok: true,
          value: {
            ...OUTCOME,
            incoming: [{ ...news, edit }, { ...news, rowId: 'gone', edit }, byHand],
            conflicts: [conflict, { ...conflict, rowId: 'b' }],
          },
        }),
      },
      {
        write: async (edits) => {
          written.push(edits);
          return edits.map(taken);
        },
      },
    );
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    await sending.takeOver(state().outcome?.incoming ?? []);
    expect(state().outcome?.incoming).toEqual([byHand]);
    await sending.settle([
      { rowId: 'a', field: 'level', take: 'theirs' },
      { rowId: 'b', field: 'level', take: 'mine' },
    ]);
    const moved = { ...edit, cell: { ...cell, row: 7 } };
    expect(written).toEqual([[moved], [moved]]);
  });

  it.each<{ name: string; write: SendingSource['write']; left: readonly string[] }>([
    { name: 'nothing, because somebody is typing in Excel', write: async () => [], left: ['level', 'source'] },
    {
      name: 'one cell, because a filter hides the row of the other',
      write: async ([first, ...others]) => [
        ...(first ? [taken(first)] : []),
        ...others.map(({ cell }) => ({ ok: false, cell, code: 'filtered' }) as const),
      ],
      left: ['source'],
    },
  ])("keeps others' changes on the list where the workbook took $name", async ({ write, left }) => {
    const cell = { sheet: 'Реестр', row: 5, column: 2 };
    const edit = { cell, value: { kind: 'text', text: 'базовый' } } as const;
    const news = { rowId: 'a', kind: 'families', cell, field: 'level', value: 'BASE', changed: null, edit } as const;
    const incoming = [news, { ...news, field: 'source' }];
    const { sending, state } = world(
      { send: async () => ({ ok: true, value: { ...OUTCOME, incoming } }) },
      { ...(write && { write }) },
    );
    await sending.connect('kurator.example.ru', 'kur_x');
    await sending.prepare('les');
    await sending.send();
    await sending.takeOver(incoming);
    expect(state().outcome?.incoming.map(({ field }) => field)).toEqual(left);
  });
});
