/** Sending: pushes against bare transactions of the same rows on the same kind of database, pulls, and small requests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { extendChain, type AuditFact } from '../../shared/sync/audit-chain.ts';
import { MAX_REGISTER_ROWS, OPS_PER_PUSH, PROTOCOL } from '../../shared/sync/limits.ts';
import { END_OF_SEQ, pullAnswerSchema, pushRequestSchema, type Op } from '../../shared/sync/protocol.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { Ports } from '../../worker/services/ports.ts';
import { pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import { addDistrict, addRegion } from '../../worker/store/region-store.ts';
import { districtScope, registerScope, regionScope, type RegisterScope } from '../../worker/store/scope.ts';
import { memoryDatabase } from '../backup/memory-database.ts';
import { portsOf } from './bench-ports.ts';
import { digestAtOnce, valuesHasherAtOnce } from './hash-at-once.ts';
import { heapOfSubmission } from './heap-of-submission.ts';
import { figure, measure, type Figure, type Measured } from './measure.ts';

const MIGRATIONS = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));
const DISTRICT = 'lesnoy';

const idOf = (name: string): string => name.padEnd(22, '_');

/** What a turn changes: the number of a contract, which no counter reads, or what a case is counted by as well. */
type Touch = 'number' | 'counted';

function valuesAt(index: number, turn: number, touch: Touch = 'number'): WireValues {
  return {
    caseNo: `kc1_${idOf(`c${index}`)}`,
    applicant: `kp1_${idOf(`p${index}`)}`,
    curator: `kp1_${idOf(`curator${index % 40}`)}`,
    level: ['BASE', 'CRISIS', 'ADAPT'][(touch === 'counted' ? index + turn : index) % 3] ?? null,
    categories: ['CAT04'],
    startDate: '2026-02-03',
    contractNo: `${index}-${turn}/2026`,
    contractDate: '2026-02-10',
    childrenCount: index % 4,
  };
}

interface Sender {
  readonly ports: Ports;
  readonly scope: RegisterScope;
  /** The bodies of the requests in which a pane sends these. */
  readonly bodiesOf: (ops: readonly Op[]) => readonly string[];
  /** Pushes as the route does: parsed by the schema, decided, written, answered. */
  readonly take: (bodies: readonly string[], into?: RegisterScope) => Promise<void>;
  /** Both. */
  readonly send: (ops: readonly Op[], into?: RegisterScope) => Promise<void>;
}

async function sender(): Promise<Sender> {
  const db = memoryDatabase();
  migrate(db.exec);
  const reach = { regionId: 'region', districts: null };
  const region = regionScope(reach);
  const district = districtScope(reach, [DISTRICT], DISTRICT);
  if (region === null || district === null) throw new Error('the whole region is in reach');
  await addRegion(db, region, 'Region');
  await addDistrict(db, region, { id: DISTRICT, title: 'District' });
  const ports = portsOf(db);
  const scope = registerScope(district, idOf('register'));
  let pushes = 0;
  const bodiesOf: Sender['bodiesOf'] = (ops) => {
    const parts = Array.from({ length: Math.ceil(ops.length / OPS_PER_PUSH) }, (_, part) =>
      ops.slice(part * OPS_PER_PUSH, (part + 1) * OPS_PER_PUSH),
    );
    return parts.map((part) => {
      pushes += 1;
      const ids = { client: idOf('c'), pushId: idOf(`push${pushes}`) };
      return JSON.stringify({ protocol: PROTOCOL, ...ids, epoch: null, ops: part });
    });
  };
  const take: Sender['take'] = async (bodies, into = scope) => {
    for (const body of bodies) {
      const answer = await push(ports, into, { tokenId: 'bench' }, pushRequestSchema.parse(JSON.parse(body)));
      if (!answer.ok || answer.value.outcomes.some(({ outcome }) => outcome !== 'applied')) {
        throw new Error('a push was not applied');
      }
    }
  };
  const send: Sender['send'] = async (ops, into) => await take(bodiesOf(ops), into);
  return { ports, scope, bodiesOf, take, send };
}

const created = (count: number): readonly Op[] =>
  Array.from({ length: count }, (_, index) => ({
    op: 'create',
    row: idOf(`r${index}`),
    kind: 'families',
    values: valuesAt(index, 1),
  }));

const changed = (count: number, turn: number, touch?: Touch): readonly Op[] =>
  Array.from({ length: count }, (_, index) => ({
    op: 'set',
    row: idOf(`r${index}`),
    kind: 'families',
    baseVersion: turn - 1,
    values: valuesAt(index, turn, touch),
  }));

const migrate = (run: (sql: string) => void): void => {
  for (const name of readdirSync(MIGRATIONS).toSorted()) run(readFileSync(MIGRATIONS + name, 'utf8'));
};

/** An entry of the audit as long as a real one; its three hashes stand there ready-made. */
function factAt(index: number, turn: number): AuditFact {
  return {
    at: '2026-02-03T04:05:06.789Z',
    actor: 'bench',
    action: 'set',
    register: idOf('register'),
    row: idOf(`r${index}`),
    version: turn,
    fields: ['contractNo'],
    before: 'b'.repeat(64),
    after: 'a'.repeat(64),
    push: idOf('push'),
  };
}

/** The least that must be written: the same rows and an audit entry each, ready-made, in one transaction. No hash is made. */
function bareTransactions(count: number): (turn: number) => void {
  const raw = new DatabaseSync(':memory:');
  migrate((sql) => raw.exec(sql));
  const write = raw.prepare('INSERT OR REPLACE INTO register_row VALUES (?, ?, ?, ?, ?, ?, ?)');
  const note = raw.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)');
  return (turn) => {
    raw.exec('BEGIN');
    for (let index = 0; index < count; index += 1) {
      const payload = JSON.stringify(valuesAt(index, turn));
      const n = turn * count + index;
      const entry = JSON.stringify({ ...factAt(index, turn), district: DISTRICT, n, prev: 'p'.repeat(64) });
      write.run(DISTRICT, idOf('register'), idOf(`r${index}`), 'families', turn, turn, payload);
      note.run(DISTRICT, n, entry, 'h'.repeat(64));
    }
    raw.exec('COMMIT');
  };
}

const ROUNDS_OF_PUSHES = 9;

async function pushing(count: number, touch: Touch): Promise<Measured> {
  const { bodiesOf, take, send } = await sender();
  await send(created(count));
  const bare = bareTransactions(count);
  bare(1);
  // What panes write is no work of the server's.
  const turns = Array.from({ length: ROUNDS_OF_PUSHES + 1 }, (_, at) => bodiesOf(changed(count, at + 2, touch)));
  let turn = 1;
  const what = touch === 'counted' ? 'of which every case is counted anew' : 'parsed, judged, counted and audited';
  return await measure({
    name: `pushing ${count} changed rows, ${what} / one bare transaction of the same rows and audit entries`,
    aim: 3,
    unit: 'ms',
    rounds: ROUNDS_OF_PUSHES,
    baseline: () => bare(turn + 1),
    subject: async () => {
      turn += 1;
      await take(turns[turn - 2] ?? []);
    },
  });
}

/** What no push can go below: an audit entry has three hashes. */
async function hashing(count: number): Promise<Measured> {
  const hashValues = valuesHasherAtOnce(new Uint8Array(32));
  const bare = bareTransactions(count);
  let turn = 0;
  return await measure({
    name: `the hashes alone of ${count} audit entries / one bare transaction of the same rows and audit entries`,
    aim: null,
    unit: 'ms',
    rounds: 3,
    baseline: () => bare((turn += 1)),
    subject: async () => {
      const facts: AuditFact[] = [];
      for (let index = 0; index < count; index += 1) {
        const before = await hashValues(valuesAt(index, 1));
        const after = await hashValues(valuesAt(index, 2));
        facts.push({ ...factAt(index, turn), before, after });
      }
      await extendChain(DISTRICT, { n: 0, hash: '' }, facts);
    },
  });
}

async function pulling(count: number): Promise<readonly (Measured | Figure)[]> {
  const { ports, scope, send } = await sender();
  await send(created(count));
  let quiet = '';
  const all = await measure({
    name: `pulling ${count} rows in pages, as JSON and parsed / the same rows as one JSON text`,
    aim: null,
    unit: 'ms',
    rounds: 3,
    baseline: () => JSON.parse(JSON.stringify(Array.from({ length: count }, (_, index) => valuesAt(index, 1)))),
    subject: async () => {
      let cursor: Parameters<typeof pull>[2]['cursor'] = null;
      for (let more = true; more;) {
        const page = pullAnswerSchema.parse(JSON.parse(JSON.stringify(await pull(ports, scope, { cursor }))));
        ({ cursor, more } = page);
      }
      if (cursor?.row !== END_OF_SEQ) throw new Error('the pull did not reach the end');
      quiet = JSON.stringify(await pull(ports, scope, { cursor }));
    },
  });
  return [all, figure('answer to a pull that has no news', quiet.length, 'bytes', { atMost: 2_000 })];
}

async function oneOfMany(count: number): Promise<Measured> {
  const many = await sender();
  // One register does not hold so many rows.
  await many.send(created(count / 2));
  await many.send(created(count / 2), { ...many.scope, registerId: idOf('another') });
  const few = await sender();
  await few.send(created(100));
  let turn = 1;
  const TIMES = 50;
  const one = async ({ send }: Sender, at: number): Promise<void> => {
    for (let time = 0; time < TIMES; time += 1) {
      await send(changed(1, at + time));
    }
  };
  return await measure({
    name: `${TIMES} pushes of one row into a district of ${count} / into one of 100`,
    aim: 2,
    unit: 'ms',
    rounds: 3,
    baseline: () => one(few, turn + 1),
    subject: async () => {
      await one(many, turn + 1);
      turn += TIMES;
    },
  });
}

export async function syncBench(scale: number): Promise<readonly (Measured | Figure)[]> {
  digestAtOnce();
  const rows = Math.max(100, Math.round(10_000 * scale));
  return [
    await pushing(rows, 'number'),
    await pushing(rows, 'counted'),
    await hashing(rows),
    ...(await pulling(rows)),
    await oneOfMany(rows * 10),
    await heapOfSubmission(Math.round(MAX_REGISTER_ROWS * scale), await sender()),
  ];
}
