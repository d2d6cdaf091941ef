import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  digestMessageSchema,
  MOST_DELIVERIES,
  webhookSchema,
  type DigestMessage,
} from '../shared/sync/webhook-wire.ts';
import app from './index.ts';
import { lookAheadEverywhere } from './services/timetable.ts';
import { queueDigests, sendDigests, weekOf } from './services/webhook-deliveries.ts';
import { add, makeWorld, print, submit, type World } from './test-duplicates.ts';
import { ask, codeOfAnswer, makeToken, newId, randomBytes } from './test-region.ts';

const HOUR = 3_600_000;
/** A Wednesday. */
const START = Date.UTC(2026, 9, 21, 1);
const URL = 'https://hooks.region-centre.ru/kurator';

const bytes = (text: string) => new TextEncoder().encode(text);

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The edge to the network: answers as it is told, and keeps what was sent. */
function receiver(answers: (number | 'silence')[]) {
  const sent: Sent[] = [];
  const post = async (url: string, request: Omit<Sent, 'url'>): Promise<number> => {
    sent.push({ url, ...request });
    const answer = answers.shift() ?? 200;
    if (answer === 'silence') throw new Error('no answer');
    return answer;
  };
  return { sent, post };
}

let world: World;
let admin: string;
let secret: string;
beforeEach(async () => {
  world = await makeWorld();
  admin = await makeToken(world.regionId, { role: 'admin', districts: null });
  await env.DB.prepare('DELETE FROM webhook').run();
  const answer = await ask('/api/v1/admin/webhook', { token: admin, body: { url: URL } });
  ({ secret } = (await answer.json()) as { secret: string });
});

async function sendFamily(): Promise<void> {
  const curator = `kp1_${print('k')}`;
  await add(world.north, { level: 'BASE', startDate: '2025-11-01', caseNo: `kc1_${newId()}`, curator });
  await submit(world.north);
}

/** Ports of a timetable at an hour; hashes are made as the server makes them. */
async function portsAt(now: number, post: (url: string, request: Omit<Sent, 'url'>) => Promise<number>) {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const hashValues = async (values: unknown): Promise<string> => {
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(JSON.stringify(values)));
    return [...new Uint8Array(mac)].join('-');
  };
  return { db: env.DB, now: () => now, randomBytes, hashValues, post };
}

async function morning(now: number, post: (url: string, request: Omit<Sent, 'url'>) => Promise<number>): Promise<void> {
  const ports = await portsAt(now, post);
  await lookAheadEverywhere(ports);
  await queueDigests(ports);
  await sendDigests(ports);
}

async function look() {
  return webhookSchema.parse(await (await ask('/api/v1/admin/webhook', { token: admin })).json());
}

const messageOf = (sent: Sent | undefined): DigestMessage => digestMessageSchema.parse(JSON.parse(sent?.body ?? ''));

describe('the weekly digest of a region', () => {
  it('goes out once a week, with counts by district and curator, and without a name', async () => {
    await sendFamily();
    const { sent, post } = receiver([]);
    await morning(START, post);
    await morning(START + 24 * HOUR, post);
    expect(sent).toHaveLength(1);
    const message = messageOf(sent[0]);
    expect(message).toMatchObject({ type: 'kurator.digest', region: { id: world.regionId }, from: '2026-10-21' });
    expect(message.districts.map(({ title, due }) => `${title} ${due.length > 0}`)).toEqual([
      'Лесной true',
      'Речной false',
      'Тихий false',
    ]);
    expect(message.districts[0]?.curators).toMatchObject([{ curator: `kp1_${print('k')}` }]);
    expect(message.text).toMatch(
      /^Куратор, Пробный регион: что предстоит с 21\.10\.2026 по 04\.11\.2026\.\nЛесной: .*срок/u,
    );
    expect((await look()).deliveries).toMatchObject([
      { week: '2026-10-19', state: 'delivered', attempts: 1, status: 200 },
    ]);
    await morning(START + 7 * 24 * HOUR, post);
    expect(sent).toHaveLength(2);
  });

  it('is not taken for delivered to an address that was set while the former one was being told', async () => {
    await sendFamily();
    const sent: string[] = [];
    const post = async (url: string): Promise<number> => {
      sent.push(url);
      if (sent.length > 1) return 200;
      await ask('/api/v1/admin/webhook', { token: admin, body: { url: `${URL}-2` } });
      await queueDigests(await portsAt(START, post));
      return 200;
    };
    await morning(START, post);
    expect((await look()).deliveries).toMatchObject([{ week: '2026-10-19', state: 'waiting', attempts: 0 }]);
    await morning(START + HOUR, post);
    expect(sent).toEqual([URL, `${URL}-2`]);
    expect((await look()).deliveries).toMatchObject([{ week: '2026-10-19', state: 'delivered', attempts: 1 }]);
  });

  it('is sent again with growing pauses, the same body and number, and given up at last', async () => {
    await sendFamily();
    const { sent, post } = receiver([500, 'silence', 302, 404, 429, 503, 200]);
    await morning(START, post);
    const tries: number[] = [];
    for (let hour = 1; hour <= 60; hour += 1) {
      const before = sent.length;
      await sendDigests(await portsAt(START + hour * HOUR, post));
      if (sent.length > before) tries.push(hour);
    }
    expect(tries).toEqual([1, 3, 7, 15, 31]);
    expect(sent).toHaveLength(MOST_DELIVERIES);
    expect(new Set(sent.map(({ body, headers }) => body + headers['x-kurator-delivery'])).size).toBe(1);
    expect((await look()).deliveries).toMatchObject([{ state: 'failed', attempts: MOST_DELIVERIES, status: 503 }]);
  });

  it('is signed anew each time, over the second and the body', async () => {
    await sendFamily();
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(null, { status: 204 }));
    await app.scheduled(null, env);
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe(URL);
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
    const headers = new Headers(init?.headers);
    const [, seconds = '', given = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers.get('x-kurator-signature') ?? '') ?? [];
    const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
    const mac = Uint8Array.from(given.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    expect(await crypto.subtle.verify('HMAC', key, mac, bytes(`${seconds}.${String(init?.body)}`))).toBe(true);
    const dump = JSON.stringify((await env.DB.prepare('SELECT * FROM webhook').all()).results);
    expect(dump).not.toContain(secret);
  });

  it('goes out though the digest of another region cannot be read; the log says so, and retention has its turn', async () => {
    const other = await makeWorld();
    const set = 'INSERT INTO webhook (region_id, url, salt, set_at) VALUES (?, ?, ?, 0)';
    await env.DB.prepare(set).bind(other.regionId, `${URL}/other`, newId()).run();
    await add(other.north, { level: 'BASE' });
    await submit(other.north);
    const register = other.north.path.split('/').at(-1) ?? '';
    await sendFamily();
    const broken = "INSERT INTO look_ahead (district_id, register_id, at, digest) VALUES (?, ?, 0, '{}')";
    await env.DB.batch([
      env.DB.prepare("UPDATE submission SET pack = 'gone' WHERE district_id = ?").bind(other.north.id),
      env.DB.prepare(broken).bind(other.north.id, register),
    ]);
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('', { status: 200 }));
    const log = vi.spyOn(console, 'log');
    await app.scheduled(null, env);
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([URL]);
    const lines = log.mock.calls.map(([line]): unknown => JSON.parse(String(line)));
    expect(lines).toContainEqual(expect.objectContaining({ route: 'digests', status: 207, failed: 1 }));
    expect(lines).toContainEqual(expect.objectContaining({ route: 'retention', status: 200 }));
    await env.DB.prepare('DELETE FROM look_ahead WHERE district_id = ?').bind(other.north.id).run();
  });

  it('tries again by the hour without looking ahead anew', async () => {
    await sendFamily();
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('', { status: 500 }));
    await app.scheduled({ cron: '15 * * * *' }, env);
    expect(fetched).not.toHaveBeenCalled();
    expect((await look()).deliveries).toEqual([]);
  });

  it('waits for nobody when the address was changed or removed, and for the first look-ahead', async () => {
    const { sent, post } = receiver([500]);
    await queueDigests(await portsAt(START, post));
    expect((await look()).deliveries).toEqual([]);
    await sendFamily();
    await morning(START, post);
    await ask('/api/v1/admin/webhook', { token: admin, body: { url: `${URL}/other` } });
    await sendDigests(await portsAt(START + 2 * HOUR, post));
    expect(sent).toHaveLength(1);
    expect((await look()).deliveries).toEqual([]);
    await morning(START + 24 * HOUR, post);
    expect(sent.at(-1)?.url).toBe(`${URL}/other`);
    await ask('/api/v1/admin/webhook/remove', { token: admin, method: 'POST' });
    await morning(START + 8 * 24 * HOUR, post);
    expect(sent).toHaveLength(2);
    expect((await look()).webhook).toBeNull();
  });
});

describe('the address of a region', () => {
  it('must lead into the internet, and is tried at once when the administrator asks', async () => {
    const refused = await ask('/api/v1/admin/webhook', { token: admin, body: { url: 'https://10.0.0.1/' } });
    expect([refused.status, await codeOfAnswer(refused)]).toEqual([422, 'webhook-address']);
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('', { status: 401 }));
    const tried = async (): Promise<unknown> =>
      (await ask('/api/v1/admin/webhook/test', { token: admin, method: 'POST' })).json();
    expect(await tried()).toEqual({ isDelivered: false, status: 401 });
    fetched.mockRejectedValue(new TypeError('no way'));
    expect(await tried()).toEqual({ isDelivered: false, status: null });
    expect(messageOf({ url: '', headers: {}, body: String(fetched.mock.calls[0]?.[1]?.body) })).toMatchObject({
      type: 'kurator.test',
      districts: [],
    });
  });

  it.each([
    ['2026-10-19T00:00:00Z', '2026-10-19'],
    ['2026-10-25T20:59:59Z', '2026-10-19'],
    ['2026-10-25T21:00:00Z', '2026-10-26'],
  ])('counts weeks from Monday in Moscow: %s', (moment, week) => {
    expect(weekOf(Date.parse(moment))).toBe(week);
  });
});
