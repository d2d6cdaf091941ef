import { describe, expect, it } from 'vitest';
import { absorbPull, absorbPush } from './absorb.ts';
import type { PulledRow } from './protocol.ts';
import type { KnownRow } from './sync-memory.ts';

const ID = 'r'.repeat(22);
const ORLOVA = { at: '2026-10-12T11:05:00.000Z', by: 'Орлова А.' };
const OWN = { at: '2026-10-13T08:00:00.000Z', by: 'Соснов В.' };

const known = (version: number): KnownRow => ({
  id: ID,
  kind: 'families',
  base: { level: 'BASE', contractNo: '3' },
  server: { version, values: { level: 'BASE', contractNo: '77' }, changed: ORLOVA },
});
const news = (version: number, said: Pick<PulledRow, 'at' | 'by'> = OWN): PulledRow => ({
  row: ID,
  kind: 'families',
  version,
  values: { level: 'CRISIS', contractNo: '77' },
  ...said,
});
const changeAfterPull = (row: PulledRow, { isOtherEpoch = false } = {}) =>
  absorbPull([known(2)], { rows: [row], isFull: false, isOtherEpoch })[0]?.server?.changed;
function changeAfterPush(held: readonly string[]) {
  const values = { level: 'CRISIS', contractNo: '77' };
  const op = { op: 'set', row: ID, baseVersion: 2, kind: 'families', values } as const;
  const [row] = absorbPush([known(2)], { ops: [op], held: { [ID]: [...held] } }, [
    { row: ID, outcome: 'applied', version: 3 },
  ]);
  return row?.server?.changed;
}

describe('[PL5] who has changed a row last', () => {
  it.each([
    ['is who the server names for a new version', news(3), false, OWN],
    ['is who was named first for a version seen before', news(2), false, ORLOVA],
    ['is named anew after the server was restored', news(2), true, OWN],
    ['is not known where the server does not say', news(3, {}), false, undefined],
    ['may be a time without a name', news(3, { at: OWN.at }), false, { at: OWN.at }],
  ] as const)('%s', (_, row, isOtherEpoch, expected) => {
    expect(changeAfterPull(row, { isOtherEpoch })).toEqual(expected);
  });

  it('stays with the values of others that an own push has left there', () => {
    expect(changeAfterPush(['contractNo'])).toEqual(ORLOVA);
    expect(changeAfterPush([])).toBeUndefined();
  });
});
