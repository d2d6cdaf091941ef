import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBatch, type Work } from './read-plan.ts';
import { sheetRows } from './sheet-rows.ts';

const SHEET = sheetRows({
  name: 'Реестр',
  visibility: 'visible',
  position: 0,
  isProtected: false,
  areas: [],
  hasHiddenRows: false,
  hasHiddenColumns: false,
});

function values(top: number, bottom: number, columns = 10): Work {
  return { kind: 'values', sheet: SHEET, area: { top, left: 0, bottom, right: columns - 1 } };
}

function rowsOf(works: readonly Work[]): readonly string[] {
  return works.flatMap(({ area, kind }) =>
    Array.from({ length: area.bottom - area.top + 1 }, (_, row) => `${kind} ${area.left} ${area.top + row}`),
  );
}

describe('a batch of reading', () => {
  it('takes as many rows as fit and leaves the rest in order', () => {
    const { batch, rest } = takeBatch([values(1, 100), values(200, 300)], 10, 5_150);
    expect(batch.map(({ area }) => [area.top, area.bottom])).toEqual([[1, 50]]);
    expect(rest.map(({ area }) => [area.top, area.bottom])).toEqual([
      [51, 100],
      [200, 300],
    ]);
  });

  it('takes a row even when it is too large, so that reading ends', () => {
    const { batch, rest } = takeBatch([values(1, 2, 16_000)], 1_000, 1_000);
    expect(batch.map(({ area }) => [area.top, area.bottom])).toEqual([[1, 1]]);
    expect(rest).toHaveLength(1);
  });

  it('loses no row and reads none twice, whatever the sizes', () => {
    const work = fc.record({
      top: fc.integer({ min: 1, max: 500 }),
      rows: fc.integer({ min: 1, max: 300 }),
      columns: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(work, { maxLength: 6 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 100_000 }),
        (works, bytes, budget) => {
          const all = works.map(({ top, rows, columns }) => values(top, top + rows - 1, columns));
          const taken: Work[] = [];
          let waiting: readonly Work[] = all;
          while (waiting.length > 0) {
            const { batch, rest } = takeBatch(waiting, bytes, budget);
            expect(batch.length).toBeGreaterThan(0);
            taken.push(...batch);
            waiting = rest;
          }
          expect(rowsOf(taken)).toEqual(rowsOf(all));
        },
      ),
    );
  });
});
