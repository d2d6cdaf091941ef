import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeField, mergeRow, type FieldMerge, type RowMerge } from './merge.ts';
import type { WireValue, WireValues } from './wire-values.ts';

type Side = WireValue | undefined;
const SIDES: readonly Side[] = [undefined, null, 'a', 'b', 'c'];

/** The rule in other words than the code's: who spoke, who changed. */
function expected(base: Side, mine: Side, theirs: Side): FieldMerge['outcome'] {
  if (mine === theirs) return 'same';
  const speaks = { mine: mine !== undefined, theirs: theirs !== undefined };
  if (!speaks.mine || !speaks.theirs) return speaks.mine ? 'mine' : 'theirs';
  const changed = { mine: base === undefined || mine !== base, theirs: base === undefined || theirs !== base };
  if (changed.mine && changed.theirs) return 'conflict';
  return changed.mine ? 'mine' : 'theirs';
}

const combinations = SIDES.flatMap((base) => SIDES.flatMap((mine) => SIDES.map((theirs) => ({ base, mine, theirs }))));

const count = (outcome: string): number =>
  combinations.filter(({ base, mine, theirs }) => mergeField(base, mine, theirs).outcome === outcome).length;

const there = (values: WireValues | null) => ({ version: 3, values });

describe('merging one field', () => {
  it('[S3] [MG1] [MG2] is right on all 125 combinations', () => {
    expect(combinations).toHaveLength(125);
    for (const { base, mine, theirs } of combinations) {
      const merged = mergeField(base, mine, theirs);
      expect({ base, mine, theirs, outcome: merged.outcome }).toEqual({
        base,
        mine,
        theirs,
        outcome: expected(base, mine, theirs),
      });
      const value = { same: mine, mine, theirs, conflict: undefined }[merged.outcome];
      expect('value' in merged ? merged.value : undefined).toEqual(value);
    }
  });

  it('[S3] counts its outcomes as worked out by hand', () => {
    // Equal sides: 5 values × 5 bases. One silent side: 4 values × 5 bases, on either side. Both speak and differ: 12
    // pairs; of the 5 bases one equals mine, one equals theirs, three equal neither.
    expect({ same: count('same'), conflict: count('conflict') }).toEqual({ same: 25, conflict: 36 });
    expect({ mine: count('mine'), theirs: count('theirs') }).toEqual({ mine: 32, theirs: 32 });
  });

  const value: fc.Arbitrary<Side> = fc.oneof(
    fc.constantFrom(undefined, null, 'a', 'b', '?', '*', 0, 1, true as const),
    fc.array(fc.constantFrom('a', 'b', '?')),
    fc.dictionary(fc.constantFrom('2026-01', '2026-02'), fc.nat(2)),
  );

  it('[S4] [MG3] never invents a value, and is symmetric in its outcome', () => {
    const mirrored = { same: 'same', mine: 'theirs', theirs: 'mine', conflict: 'conflict' } as const;
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const merged = mergeField(base, mine, theirs);
        expect(mergeField(base, theirs, mine).outcome).toBe(mirrored[merged.outcome]);
        const result = 'value' in merged ? merged.value : mine;
        expect([base, mine, theirs]).toContainEqual(result);
      }),
      { numRuns: 20_000 },
    );
  });

  it('[S4] [MG4] merging a result again changes nothing', () => {
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const merged = mergeField(base, mine, theirs);
        const result = 'value' in merged ? merged.value : mine;
        expect(mergeField(result, result, result)).toEqual({ outcome: 'same', value: result });
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('merging one row', () => {
  const a: WireValues = { level: 'BASE' };
  const b: WireValues = { level: 'CRISIS' };

  it.each<{
    base: WireValues | null;
    mine: WireValues | null;
    theirs: WireValues | 'removed' | 'unknown';
    outcome: RowMerge['outcome'];
  }>([
    { base: a, mine: a, theirs: a, outcome: 'fields' },
    { base: a, mine: b, theirs: a, outcome: 'fields' },
    { base: null, mine: a, theirs: b, outcome: 'fields' },
    { base: null, mine: a, theirs: 'unknown', outcome: 'create' },
    { base: a, mine: a, theirs: 'unknown', outcome: 'create' },
    { base: a, mine: null, theirs: a, outcome: 'remove-there' },
    { base: a, mine: null, theirs: b, outcome: 'row-conflict' },
    { base: null, mine: null, theirs: b, outcome: 'added-there' },
    { base: a, mine: a, theirs: 'removed', outcome: 'removed-there' },
    { base: a, mine: b, theirs: 'removed', outcome: 'row-conflict' },
    { base: null, mine: a, theirs: 'removed', outcome: 'row-conflict' },
    { base: a, mine: null, theirs: 'removed', outcome: 'forget' },
    { base: a, mine: null, theirs: 'unknown', outcome: 'forget' },
  ])('[S3] [S6] [MG5] base $base, mine $mine, theirs $theirs: $outcome', ({ base, mine, theirs, outcome }) => {
    const server = theirs === 'unknown' ? null : there(theirs === 'removed' ? null : theirs);
    expect(mergeRow({ base, mine, theirs: server }).outcome).toBe(outcome);
  });

  it('[MG6] lets other fields go on beside a conflict, and keeps the conflict as it is on the server', () => {
    const base = { level: 'BASE', contractNo: '1', startDate: null };
    const mine = { level: 'CRISIS', contractNo: '2', startDate: null };
    const theirs = there({ level: 'URGENT', contractNo: '1', startDate: '2026-01-01' });
    expect(mergeRow({ base, mine, theirs })).toEqual({
      outcome: 'fields',
      values: { level: 'URGENT', contractNo: '2', startDate: '2026-01-01' },
      isChangeThere: true,
      base: { level: 'BASE', contractNo: '1', startDate: null },
      incoming: ['startDate'],
      conflicts: ['level'],
    });
  });

  it('treats names of object members as any other field', () => {
    const mine = JSON.parse('{"__proto__": "a", "constructor": "b"}') as WireValues;
    const merged = mergeRow({ base: null, mine, theirs: there({ level: 'BASE' }) });
    expect(merged.outcome).toBe('fields');
    expect(({} as Record<string, unknown>)['level']).toBeUndefined();
  });
});
