import { describe, expect, it } from 'vitest';
import { levelSpans, type LevelSpan } from './level-history.ts';
import type { FamilyRow, Table } from './register.ts';

const TABLE: Table = {
  sheet: 'Реестр',
  kind: 'families',
  headerRows: [1],
  firstRow: 2,
  lastRow: 2,
  columns: [],
  skippedRows: [],
  duplicateHeadings: [],
  givenFields: [],
  isTextFile: false,
};
const code = (text: string): { code: string; text: string } => ({ code: text, text });
const row = (values: FamilyRow['values'], more: Partial<FamilyRow> = {}): FamilyRow => ({
  kind: 'families',
  table: TABLE,
  row: 2,
  values,
  ...more,
});
const spans = (values: FamilyRow['values'], more?: Partial<FamilyRow>): readonly LevelSpan[] | null =>
  levelSpans(row(values, more), 1_000);

describe('the levels of a case in time', () => {
  it('are one span while nothing was transferred', () => {
    expect(spans({ startDate: 100, level: code('BASE') })).toEqual([{ from: 100, to: Infinity, level: 'BASE' }]);
    expect(spans({ startDate: 100, closedOn: 200, level: code('BASE') })).toEqual([
      { from: 100, to: 199, level: 'BASE' },
    ]);
  });

  it('are unknown before the first transfer unless the cell names it', () => {
    const values = { startDate: 100, level: code('CRISIS'), transfers: [{ day: 150, level: code('CRISIS') }] };
    const later = { from: 150, to: Infinity, level: 'CRISIS' };
    expect(spans(values)).toEqual([{ from: 100, to: 149, level: null }, later]);
    expect(spans(values, { levelBefore: code('BASE') })).toEqual([{ from: 100, to: 149, level: 'BASE' }, later]);
  });

  it("follow transfers by date, end at the closing, and end with today's level", () => {
    const transfers = [
      { day: 300, level: code('URGENT') },
      { day: 150, level: code('BASE') },
      { day: 2_000, level: code('ADAPT') },
    ];
    expect(spans({ startDate: 100, level: code('CRISIS'), transfers, closedOn: 400 })).toEqual([
      { from: 100, to: 149, level: null },
      { from: 150, to: 299, level: 'BASE' },
      { from: 300, to: 399, level: 'CRISIS' },
    ]);
  });

  it('go on over a transfer to the same level', () => {
    const transfers = [{ day: 150, level: code('BASE') }];
    expect(spans({ startDate: 100, level: code('BASE'), transfers }, { levelBefore: code('BASE') })).toEqual([
      { from: 100, to: Infinity, level: 'BASE' },
    ]);
  });

  it('are not known at all when a date is unreadable, and none before the start', () => {
    expect(spans({ startDate: Number.NaN, level: code('BASE') })).toBeNull();
    expect(spans({ startDate: 100, closedOn: Number.NaN })).toBeNull();
    expect(spans({ startDate: 100, transfers: [{ day: Number.NaN, level: null }] })).toBeNull();
    expect(spans({ startDate: null, level: code('BASE') })).toEqual([]);
  });
});
