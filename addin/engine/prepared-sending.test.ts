import { expect, it } from 'vitest';
import { testRun } from '../../shared/rules/test-register.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { sendingText } from '../../shared/text/sending-texts.ts';
import { memoryText } from './memory-text.ts';
import { createSyncClient } from './sync-client.ts';

const client = createSyncClient({
  fetch: () => Promise.reject(new Error('a look asks no server')),
  randomBytes: (count) => new Uint8Array(count),
  now: () => 0,
  wait: () => Promise.resolve(),
});

type Op = NonNullable<SyncMemory['pending']>['ops'][number];

const ids = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at).padStart(21, '0')}`);

const PENDING: readonly Op[] = [
  ...ids('a', 2).map((row): Op => ({ kind: 'families', op: 'create', row, values: {} })),
  ...ids('c', 12).map((row): Op => ({ kind: 'families', op: 'set', row, values: {}, baseVersion: 1 })),
  ...ids('d', 5).map((row): Op => ({ op: 'delete', row, reason: 'дубль', baseVersion: 1 })),
];

it('a look at a sending that goes on with another says what that one holds: the workbook may be somebody else’s', async () => {
  const kept = await memoryText({
    version: 1,
    district: 'lesnoy',
    register: 'r'.repeat(22),
    client: 'c'.repeat(22),
    key: base64Url(new Uint8Array(32)),
    cursor: null,
    rows: [],
    pending: { pushId: 'p'.repeat(22), epoch: null, ops: [...PENDING], held: {} },
  });
  if (!kept.ok) throw new Error(kept.error.code);
  const { register, asOf } = testRun({ families: [{ caseNo: '1/2026', level: 'BASE' }] });
  const plan = await client.plan({ district: 'lesnoy', register, asOf, packId: 'training', memory: kept.value });
  if (!plan.ok || plan.value.resumed === null) throw new Error('nothing to go on with');
  const counts = { ...plan.value.resumed };
  expect(sendingText('ru', 'resumed', counts)).toContain('добавлено 2, изменено 12, удалено 5 строк.');
  expect(sendingText('en', 'resumed', counts)).toContain('added 2, changed 12, deleted 5 rows.');
});
