/** Reading: 20,000 families and 200,000 visits over five sheets and a journal, against a bare loop over the cells. */
import { isCellDate, type SheetCells } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { measure, type Measured } from './measure.ts';
import { LAST_DAY, syntheticSheets } from './synthetic-sheets.ts';

/** Looks at each cell once and decides what it is; decodes and keeps nothing. */
function bareLoop(sheets: readonly SheetCells[]): number {
  let sum = 0;
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const value of cells) {
        if (typeof value === 'string') sum += value.trim().length;
        else if (typeof value === 'number') sum += value;
        else if (isCellDate(value)) sum += value.serial;
      }
    }
  }
  return sum;
}

export async function readingBench(scale: number): Promise<readonly Measured[]> {
  const pack = packById('training');
  if (!pack) throw new Error('no training pack');
  const size = { families: 20_000 * scale, visits: 200_000 * scale, familySheets: 5, seed: 3 };
  const sheets = syntheticSheets(size);
  return [
    await measure({
      name: `reading ${size.families} families and ${size.visits} visits / bare loop over the cells`,
      aim: null,
      aimMs: 1_500,
      unit: 'ms',
      baseline: () => bareLoop(sheets),
      subject: () => readWorkbook(sheets, { pack, asOf: LAST_DAY }),
    }),
  ];
}
