import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PushRequest } from '../../shared/sync/protocol.ts';
import { push } from '../../worker/services/push.ts';
import { simulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

const CANARIES = ['7717-1/2026', '7717-2/2026', '7717-3/2026'];
const SEALED = `ks1.${'A'.repeat(12)}.${'QkFSQ0FOQVJZ'.repeat(4)}`;

const request = (name: string, ops: PushRequest['ops']): PushRequest => ({
  protocol: 1,
  client: idOf('c'),
  pushId: idOf(name),
  epoch: null,
  ops,
});
const values = (contractNo: string) => ({ contractNo, level: 'BASE', 'sealed.applicant': SEALED });

describe('[P8] a removed row', () => {
  it('leaves no value, plain or sealed, in any table, nor in the bytes of the database after a vacuum', async () => {
    const server = await simulatedServer();
    const { database, ports, scope } = server;
    const created = CANARIES.map((number, index) => ({
      op: 'create' as const,
      row: idOf(`r${index}`),
      kind: 'families' as const,
      values: values(number),
    }));
    const sealing = { ...ports, acceptsSealed: true };
    const first = await push(sealing, scope, { tokenId: 'actor' }, request('p1', created));
    expect(first).toMatchObject({ ok: true, value: { tookSeq: true } });
    const folder = mkdtempSync(join(tmpdir(), 'kurator-erasure-'));
    try {
      const bytes = (name: string): string => {
        database.raw.exec(`VACUUM INTO '${join(folder, name)}'`);
        return readFileSync(join(folder, name), 'latin1');
      };
      const before = bytes('before.db');
      for (const secret of [...CANARIES, SEALED]) expect(before).toContain(secret);
      const gone = CANARIES.map((_, index) => ({ op: 'delete' as const, row: idOf(`r${index}`), baseVersion: 1 }));
      await push(sealing, scope, { tokenId: 'actor' }, request('p2', gone));
      const after = bytes('after.db');
      expect(after).toContain(idOf('r0'));
      for (const secret of [...CANARIES, SEALED, 'QkFSQ0FOQVJZ']) expect(after).not.toContain(secret);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
