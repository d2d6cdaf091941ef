/** [V6] Whatever stands in a workbook: it is judged to the end, quickly, and findings stand on cells that exist. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { findingMessage, skippedText } from '../../shared/text/rule-texts.ts';
import { garbageWorkbooks, COLUMNS_A_SHEET, HUGE, hugeSheets } from './garbage-sheets.ts';
import { AS_OF } from './messy-sheets.ts';

const RUNS = Number(process.env['KURATOR_GARBAGE'] ?? 400);
/** Processor time of this thread, so that a busy computer fails nothing. */
const MOST_MS = 1_000;

function judge(workbook: readonly SheetCells[]) {
  const pack = packById('training');
  if (!pack) throw new Error('there is a training pack');
  const options = { pack, asOf: AS_OF };
  const started = process.threadCpuUsage();
  const { register } = readWorkbook(workbook, options);
  const result = checkRegister(register, options);
  const { user, system } = process.threadCpuUsage(started);
  return { result, tookMs: (user + system) / 1000 };
}

/** Cells named that lie outside of what their sheet holds. A merged area belongs to its sheet. */
function outside(workbook: readonly SheetCells[], cells: readonly CellAddress[]): readonly CellAddress[] {
  return cells.filter(({ sheet, row, column }) => {
    const found = workbook.find(({ name }) => name === sheet);
    if (!found || !Number.isInteger(row) || !Number.isInteger(column) || column < 0) return true;
    const width = Math.max(
      ...found.rows.map(({ cells }) => cells.length),
      ...found.merges.map(({ right }) => right + 1),
    );
    // The empty answer of a card stands right of its label, where nothing may stand yet.
    return !found.rows.some((one) => one.row === row) || column > width;
  });
}

describe('[V6] garbage', { timeout: 120_000 + RUNS * 100 }, () => {
  it(
    'is judged to the end: nothing throws, no rule fails, every finding has a cell and a sentence',
    () => {
      let findings = 0;
      const prototype = Object.getOwnPropertyNames(Object.prototype).join();
      const property = fc.property(garbageWorkbooks, (workbook) => {
        const { result, tookMs } = judge(workbook);
        findings += result.findings.length;
        expect(tookMs).toBeLessThan(MOST_MS);
        expect(result.ledger.flatMap(({ skipped }) => skipped.filter(({ reason }) => reason === 'failed'))).toEqual([]);
        expect(
          outside(
            workbook,
            result.findings.flatMap(({ cell, related }) => [cell, ...related]),
          ),
        ).toEqual([]);
        for (const finding of result.findings) {
          expect(findingMessage(finding, 'ru')).not.toBe('');
          expect(findingMessage(finding, 'en')).not.toBe('');
        }
        for (const { skipped } of result.ledger) for (const one of skipped) expect(skippedText(one, 'ru')).not.toBe('');
      });
      /** Found by an earlier run: a heading that names what every object has. */
      const inherited: SheetCells = {
        name: 'Реестр',
        visibility: 'visible',
        merges: [],
        hiddenColumns: new Set(),
        rows: [
          { row: 1, cells: ['№ п/п', '№ п/п'] },
          { row: 2, cells: ['№ 5 от 01.02.2025', 'номер программы', '№ п/п', '__proto__'] },
        ],
      };
      fc.assert(property, { numRuns: RUNS, examples: [[[inherited]]] });
      expect(findings).toBeGreaterThan(RUNS);
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype);
    },
    60_000 + RUNS * 100,
  );

  it.each(HUGE.map((text) => [text.slice(0, 6), text]))(
    'a cell full of %j is read in time, in every column',
    (_, text) => {
      for (const one of hugeSheets(text)) {
        const { result, tookMs } = judge([one]);
        expect(`${one.name} ${tookMs < MOST_MS * COLUMNS_A_SHEET ? 'in time' : Math.round(tookMs)}`).toBe(
          `${one.name} in time`,
        );
        expect(result.ledger.flatMap(({ skipped }) => skipped.filter(({ reason }) => reason === 'failed'))).toEqual([]);
      }
    },
  );
});
