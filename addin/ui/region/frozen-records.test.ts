/** Finding the record that a remark is about: by what a person knows of it, with the region's key and without. */
import { describe, expect, it } from 'vitest';
import { regionKey } from '../../../shared/privacy/region-key.ts';
import type { PulledRow } from '../../../shared/sync/protocol.ts';
import { createSealing } from '../../engine/sealing.ts';
import { foundRecords, frozenRecords } from './frozen-records.ts';

const KEY = await regionKey(new Uint8Array(32).fill(3));
const levelTitle = (level: string | null) => (level === 'CRISIS' ? 'Кризисный уровень' : 'уровень не указан');
const ROW = 'row-1'.padEnd(22, 'x');

async function frozen(): Promise<readonly PulledRow[]> {
  const sealing = createSealing({ district: 'lesnoy', keys: [KEY], randomBytes: (count) => new Uint8Array(count) });
  const values = {
    level: 'CRISIS',
    startDate: '2026-05-04',
    caseNo: `kc1_${'c'.repeat(22)}`,
    applicant: `kp1_${'p'.repeat(22)}`,
    'sealed.caseNo': '17/26',
    'sealed.applicant': 'Заречнова Анна',
  };
  const [op] = (await sealing?.sealOps([{ op: 'create', row: ROW, kind: 'families', values }])) ?? [];
  if (op?.op !== 'create') throw new Error('a creation stays one');
  return [{ row: ROW, kind: 'families', version: 1, values: op.values as PulledRow['values'] }];
}

describe('the records that were handed in', () => {
  it.each([
    ['17/26', true, true],
    ['заречнова', true, true],
    ['анна кризисный', true, true],
    ['17/26', false, false],
    ['кризисный', false, true],
    ['04.05.2026', false, true],
    ['row-1', false, true],
    ['базовый', true, false],
    ['нет такой', true, false],
  ])('are found by «%s», with the key: %s — %s', async (search, hasKey, isFound) => {
    const records = await frozenRecords(await frozen(), 'lesnoy', hasKey ? [KEY] : []);
    expect(foundRecords(records, search, levelTitle).map(({ row }) => row)).toEqual(isFound ? [ROW] : []);
  });

  it('are called by their names only with the key', async () => {
    const [closed] = await frozenRecords(await frozen(), 'lesnoy', []);
    const [opened] = await frozenRecords(await frozen(), 'lesnoy', [KEY]);
    expect(closed?.title).toBe('№ cccccccc, № pppppppp, 04.05.2026, row-1x');
    expect(opened?.title).toBe('17/26, Заречнова Анна, 04.05.2026, row-1x');
  });
});
