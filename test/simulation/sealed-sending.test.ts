import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../addin/engine/sync-contract.ts';
import { open, sealedWith } from '../../shared/privacy/seal.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import { newKey, said, sending, trySending } from './sending-with-keys.ts';
import { DISTRICTS, valueOf, wholeServer, type WholeServer } from './whole-server.ts';

/** Keys changed: `KURATOR_RUNS=200` for the long run. */
const CUTS = Math.min(200, Number(process.env['KURATOR_RUNS'] ?? 12));
const LONGEST_MS = 60_000 + CUTS * 2_000;

const BERYOZOVA = {
  caseNo: 'Д-1/2026',
  applicant: 'Берёзова Анна Петровна',
  address: 'ул. Лесная, д. 1',
  phone: '+7 912 345-67-89',
  curator: 'Соснова Ирина Львовна',
  note: 'соседка Кленова звонит',
  children: [{ name: 'Берёзов Пётр', birth: '2015-03-01' }],
  level: 'BASE',
  applicationDate: '2026-02-02',
} as const;
const KEDROV = { ...BERYOZOVA, caseNo: 'Д-2/2026', applicant: 'Кедров Павел Ильич', address: 'ул. Речная, д. 5' };
const SKETCH: RegisterSketch = { families: [BERYOZOVA, KEDROV] };
const withAddress = (address: string): RegisterSketch => ({ families: [{ ...BERYOZOVA, address }, KEDROV] });
const SECRETS = [
  'Берёзов',
  'Берез',
  'Кедров',
  'Соснова',
  'Кленова',
  'Лесная',
  'Речная',
  '345-67-89',
  'Д-1/2026',
  '2015-03-01',
];

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

function stored({ database }: WholeServer): readonly Stored[] {
  return database.raw
    .prepare('SELECT id, version, payload FROM register_row WHERE payload IS NOT NULL ORDER BY id')
    .all()
    .map(({ id, version, payload }) => ({
      id: String(id),
      version: Number(version),
      values: JSON.parse(String(payload)) as Stored['values'],
    }));
}

describe('what leaves with a key of the region', () => {
  it('[PR9] is sealed on the way and in the database, and opens with the key in its own place', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const key = await newKey();
    const outcome = await sending(server, { sketch: SKETCH, keys: [key] });
    expect(outcome).toMatchObject({ state: 'sent', added: 2, refused: [] });
    const addresses: string[] = [];
    for (const { id, values } of stored(server)) {
      const place = { district: DISTRICTS[0], table: 'families', row: id, field: 'address' };
      const opened = await open(String(values['sealed.address']), place, [key]);
      addresses.push(opened.ok ? opened.text : opened.code);
      expect(await open(String(values['sealed.address']), { ...place, field: 'phone' }, [key])).toMatchObject({
        ok: false,
      });
    }
    expect(addresses.toSorted()).toEqual(['ул. Лесная, д. 1', 'ул. Речная, д. 5']);
    const all = said(server);
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    const again = await sending(server, { sketch: SKETCH, keys: [key], memory: outcome.memory });
    expect(again).toMatchObject({ state: 'unchanged', changed: 0 });
  });

  it('[PR9] [V7] is refused by a server that does not accept it, also when the pane is bypassed', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const keys = [await newKey()];
    const bypassed = await sending(server, { sketch: SKETCH, keys, believes: true });
    expect(bypassed).toMatchObject({
      added: 0,
      refused: [{ code: 'sealed-not-accepted' }, { code: 'sealed-not-accepted' }],
    });
    const honest = await sending(server, { sketch: SKETCH, keys });
    expect(honest).toMatchObject({ added: 2, refused: [] });
    expect(JSON.stringify(stored(server))).not.toContain('sealed.');
  });

  it('[PR10] calls one curator and one family alike in all workbooks and districts, and only with the same key', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const [key, other] = [await newKey(), await newKey()];
    const moved = { ...BERYOZOVA, caseNo: '77', applicant: 'БЕРЕЗОВА А. П.', address: 'иной адрес' };
    await sending(server, { sketch: { families: [BERYOZOVA] }, keys: [key] });
    await sending(server, { sketch: { families: [moved] }, keys: [key], district: DISTRICTS[1] });
    await sending(server, { sketch: { families: [BERYOZOVA] }, keys: [other], district: DISTRICTS[1] });
    const rows = stored(server).map(({ values }) => values);
    const curators = rows.map(({ curator }) => String(curator));
    expect(new Set(curators).size).toBe(2);
    const prints = rows.map(({ fingerprints }) => fingerprints as readonly string[]);
    const shared = prints.filter((own, index) =>
      prints.some((others, at) => at !== index && others.some((print) => own.includes(print))),
    );
    expect(shared).toHaveLength(2);
    expect(prints.every((own) => own.length > 0)).toBe(true);
  });

  it('[PR10] [ID6] a register that was sent without it keeps its rows, and is not sent without it again', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const key = await newKey();
    const first = await sending(server, { sketch: SKETCH });
    const ids = stored(server).map(({ id }) => id);
    const second = await sending(server, { sketch: SKETCH, keys: [key], memory: first.memory });
    expect(second).toMatchObject({ added: 0, changed: 2, removed: 0, conflicts: [] });
    expect(stored(server).map(({ id }) => id)).toEqual(ids);
    const without = await trySending(server, { sketch: SKETCH, memory: second.memory });
    expect(without).toEqual({ ok: false, error: { code: 'region-key-needed', requestId: null } });
  });

  it('[PU14] a pane without it changes open fields and nothing that is sealed', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const key = await newKey();
    const first = await sending(server, { sketch: SKETCH });
    const withKey = await sending(server, { sketch: SKETCH, keys: [key], memory: first.memory });
    const before = stored(server).map(({ values }) => values['sealed.address']);
    const edited = { families: [{ ...BERYOZOVA, level: 'URGENT' }, KEDROV] };
    const keyless = await sending(server, { sketch: edited, memory: first.memory });
    expect(keyless).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect(stored(server).map(({ values }) => values['sealed.address'])).toEqual(before);
    const seen = await sending(server, { sketch: SKETCH, keys: [key], memory: withKey.memory });
    expect(seen.incoming).toMatchObject([{ field: 'level', value: 'URGENT' }]);
    expect(seen.conflicts).toEqual([]);
  });

  it('[MG1] [MG6] two who change one sealed field see each other in plain words', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const keys = [await newKey()];
    const start = await sending(server, { sketch: SKETCH, keys });
    await sending(server, { sketch: withAddress('ул. Южная, 3'), keys, memory: start.memory });
    const mine = await sending(server, { sketch: withAddress('ул. Северная, 9'), keys, memory: start.memory });
    expect(mine.conflicts).toMatchObject([
      { field: 'sealed.address', base: 'ул. Лесная, д. 1', mine: 'ул. Северная, 9', theirs: 'ул. Южная, 3' },
    ]);
    const { client } = await server.pane();
    const memory = valueOf(await client.settle(mine.memory, [{ ...conflictOf(mine), take: 'mine' }]));
    const settled = await sending(server, { sketch: withAddress('ул. Северная, 9'), keys, memory });
    expect(settled).toMatchObject({ changed: 1, conflicts: [] });
  });

  it('[RK3] what no key opens is a conflict that people see, and is not overwritten', async () => {
    const server = await wholeServer({ acceptsSealed: true });
    const [key, other] = [await newKey(), await newKey()];
    const start = await sending(server, { sketch: SKETCH });
    await sending(server, { sketch: SKETCH, keys: [other], memory: start.memory });
    const before = stored(server).map(({ values }) => values['sealed.address']);
    const mine = await sending(server, { sketch: SKETCH, keys: [key], memory: start.memory });
    expect(mine.conflicts.map(({ field }) => field)).toContain('sealed.address');
    expect(stored(server).map(({ values }) => values['sealed.address'])).toEqual(before);
  });
});

function conflictOf({ conflicts: [conflict] }: SendOutcome) {
  if (conflict === undefined) throw new Error('there is a conflict');
  return { rowId: conflict.rowId, field: conflict.field };
}

const many = (count: number, level: string): RegisterSketch => ({
  families: Array.from({ length: count }, (_, index) => ({
    ...BERYOZOVA,
    caseNo: `Д-${index}`,
    applicant: `Берёзова Анна ${'абвгдежзиклмнопрст'[index] ?? 'я'}овна`,
    level,
  })),
});

describe('a change of the key', () => {
  it(
    '[P7] [RK1] [RK2] cut anywhere goes on; values are readable throughout, edits of others survive',
    async () => {
      const [old, next] = [await newKey(), await newKey()];
      for (let cut = 0; cut < CUTS; cut += 1) {
        const server = await wholeServer({ acceptsSealed: true });
        const first = await sending(server, { sketch: many(6, 'BASE'), keys: [old] });
        let kept = first.memory;
        const keep = async (memory: string): Promise<void> => {
          kept = memory;
        };
        const cutAfter = cut % 5;
        await trySending(server, { sketch: many(6, 'BASE'), keys: [next, old], memory: kept, cutAfter, keep });
        for (const { id, values } of stored(server)) {
          const place = { district: DISTRICTS[0], table: 'families', row: id, field: 'address' };
          expect(await open(String(values['sealed.address']), place, [old, next])).toMatchObject({ ok: true });
        }
        // Somebody who has both keys already edits in between.
        const others = await sending(server, { sketch: many(6, 'URGENT'), keys: [next, old], memory: first.memory });
        const done = await sending(server, { sketch: many(6, 'BASE'), keys: [next, old], memory: kept, keep });
        expect([others.conflicts, done.conflicts, done.added, done.removed]).toEqual([[], [], 0, 0]);
        const rows = stored(server);
        expect(rows).toHaveLength(6);
        for (const { values } of rows) {
          expect(values['level']).toBe('URGENT');
          expect(sealedWith(String(values['sealed.address']))).toBe(next.id);
          expect((values['fingerprints'] as readonly string[]).length).toBe(2);
        }
      }
    },
    LONGEST_MS,
  );
});
