import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryJson, parseMemory, type KnownRow, type SyncMemory } from './sync-memory.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const value = fc.oneof(
  fc.constantFrom(null, '?', '*', 'BASE', '#0', 3),
  fc.stringMatching(/^k[cp]1_[A-Za-z0-9_-]{22}$/),
  fc.array(fc.constantFrom('2026-01-01', '?')),
);
const values = fc.dictionary(fc.constantFrom('caseNo', 'level', 'visitDates'), value, { noNullPrototype: true });
const row: fc.Arbitrary<KnownRow> = fc.record({
  id,
  kind: fc.constantFrom('families' as const, 'visits' as const),
  base: fc.option(values),
  server: fc.option(fc.record({ version: fc.nat(9), values: fc.option(values) })),
});

const memoryOf = (rows: readonly KnownRow[]): SyncMemory => ({
  version: 1,
  district: 'lesnoy',
  register: 'r'.repeat(22),
  client: 'c'.repeat(22),
  key: 'k'.repeat(43),
  cursor: { epoch: 'e', seq: 3, row: '~', safe: 3 },
  rows,
  pending: null,
});

describe('the memory of sendings', () => {
  it('[SU2] comes back as it was kept', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const memory = memoryOf(rows);
        expect(parseMemory(JSON.parse(JSON.stringify(memoryJson(memory))))).toEqual(memory);
      }),
    );
  });

  it('[PL5] keeps who has changed a row while the workbook has other values', () => {
    const changed = { at: '2026-10-12T11:05:00.000Z', by: 'Орлова А.' };
    const known = (id: string, level: string): KnownRow => ({
      id: id.padEnd(22, '_'),
      kind: 'families',
      base: { level: 'BASE' },
      server: { version: 2, values: { level }, changed },
    });
    const back = parseMemory(
      JSON.parse(JSON.stringify(memoryJson(memoryOf([known('a', 'CRISIS'), known('b', 'BASE')])))),
    );
    expect(back?.rows.map(({ server }) => server?.changed)).toEqual([changed, undefined]);
  });

  it.each([null, 1, 'x', [], {}, { ...memoryOf([]), version: 2 }, { ...memoryOf([]), key: 'short' }])(
    'is not read from %j',
    (json) => {
      expect(parseMemory(json)).toBeNull();
    },
  );
});
