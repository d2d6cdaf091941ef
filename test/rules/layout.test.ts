/** [V2] The findings are those of the families, not of the sheet: however the register lies, they stay the same. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { syntheticSheets } from '../../scripts/bench/synthetic-sheets.ts';
import { randomFrom } from '../../scripts/samples/invented-families.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { AS_OF, messySheets } from './messy-sheets.ts';
import { insertSections, LAYOUTS, reverseSheets, shuffleRows, type Change, type Relayout } from './relayouts.ts';

const RUNS = Number(process.env['KURATOR_REGISTERS'] ?? 6);
const samples = fileURLToPath(new URL('../../addin/ui/public/samples/', import.meta.url));

function findingsOf(sheets: readonly SheetCells[]): readonly Finding[] {
  const pack = packById('training');
  if (!pack) throw new Error('there is a training pack');
  return checkRegister(readWorkbook(sheets, { pack, asOf: AS_OF }).register, { pack, asOf: AS_OF }).findings;
}

/** The heading row of a table has no cell of its own for what is missing, and an identity of tables names the sheet. */
const isOfTable = ({ rule }: Finding): boolean => rule.startsWith('table/column-');

/** Everything that a finding says, with its places as they were before the change. */
function shown(finding: Finding, back: Relayout['back']): string {
  const place = (cell: Finding['cell']): string => Object.values(back(cell)).join('|');
  const { firstRow: _row, firstSheet: _first, sheet: _sheet, ...params } = finding.params;
  const { rule, severity, field, period, value, fix, subject, curator } = finding;
  const said = [rule, severity, field, period, value, params, fix, subject, curator];
  if (isOfTable(finding)) return JSON.stringify(said);
  return JSON.stringify([...said, place(finding.cell), finding.related.map(place).toSorted()]);
}

const allShown = (findings: readonly Finding[], back: Relayout['back']): readonly string[] =>
  findings.map((finding) => shown(finding, back)).toSorted();

const asItIs: Relayout['back'] = (cell) => cell;

/** What is found before and after a change, as texts that can be compared. */
function bothWays(sheets: readonly SheetCells[], change: Change, seed: number) {
  const { sheets: changed, back } = change(sheets, randomFrom(seed));
  return { before: allShown(findingsOf(sheets), asItIs), after: allShown(findingsOf(changed), back) };
}

async function sampleSheets(name: string): Promise<readonly SheetCells[]> {
  const workbook = await openWorkbook(name, readFileSync(samples + name));
  return workbook.readCells();
}

const synthetic = (seed: number): readonly SheetCells[] =>
  syntheticSheets({ families: 60, visits: 300, familySheets: 2, seed });

const changes = Object.entries(LAYOUTS);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('[V2] the layout of a workbook', () => {
  it.each(changes)('changes no finding of a messy register: %s', (_, change) => {
    fc.assert(
      fc.property(seeds, seeds, (seed, dice) => {
        const { before, after } = bothWays(messySheets(seed), change, dice);
        expect(before.length).toBeGreaterThan(50);
        expect(after).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(changes)('changes no finding of a large register: %s', (_, change) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { before, after } = bothWays(synthetic(seed), change, seed);
        expect(before.length).toBeGreaterThan(0);
        expect(after).toEqual(before);
      }),
      { numRuns: Math.ceil(RUNS / 6) },
    );
  });

  const names = readdirSync(samples).filter((name) => name.endsWith('.xlsx'));
  it.each(names)('changes nothing in the sample %s', async (name) => {
    const sheets = await sampleSheets(name);
    const before = allShown(findingsOf(sheets), asItIs);
    for (const title of ['hidden rows', 'other sheet names', 'unrelated sheets'] as const) {
      const change = LAYOUTS[title];
      const { sheets: changed, back } = change?.(sheets, randomFrom(7)) ?? { sheets: [], back: asItIs };
      expect([title, ...allShown(findingsOf(changed), back)]).toEqual([title, ...before]);
    }
  });

  it('is tried on every sample and in at least seven ways', () => {
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(changes.length).toBeGreaterThanOrEqual(7);
  });
});

/** Defined by the order of the sheet: the later row, the first one beyond the norm, the next number. */
const BY_ORDER = new Set([
  'table/numbering',
  'identity/case-number-duplicate',
  'identity/family-duplicate',
  'identity/curator-variant',
  'caseload/over-norm',
  'caseload/over-weighted',
  'caseload/near-norm',
  'visits/duplicate',
]);
/** Of these even the number depends on it: a count that begins anew, a family that fits two others. */
const UNCOUNTED = new Set(['table/numbering', 'identity/family-duplicate']);

/** Of two visits on the day of the first one the upper is named. */
const isOfFirstVisit = ({ params }: Finding): boolean => params['to'] === 'firstVisit';
const nowhere: Relayout['back'] = (cell) => ({ ...cell, row: 0 });

/** Findings with all they say, or only how many of a kind there are, where the order of the sheet chooses among rows. */
function orderless(findings: readonly Finding[], back: Relayout['back']): readonly string[] {
  return findings
    .filter(({ rule }) => !UNCOUNTED.has(rule))
    .map((finding) => {
      if (BY_ORDER.has(finding.rule)) return `${finding.rule} ${finding.severity}`;
      return shown(finding, isOfFirstVisit(finding) ? nowhere : back);
    })
    .toSorted();
}

function bothOrders(sheets: readonly SheetCells[], change: Change, seed: number) {
  const { sheets: changed, back } = change(sheets, randomFrom(seed));
  return { before: orderless(findingsOf(sheets), asItIs), after: orderless(findingsOf(changed), back) };
}

describe('[V2] the order of rows and sheets', () => {
  it.each([
    ['rows', shuffleRows],
    ['sheets', reverseSheets],
    ['rows under sections', insertSections],
  ] as const)('of %s decides nothing but which of several rows is named', (_, change) => {
    fc.assert(
      fc.property(seeds, seeds, (seed, dice) => {
        const { before, after } = bothOrders(messySheets(seed, false), change, dice);
        expect(before.length).toBeGreaterThan(50);
        expect(after).toEqual(before);
      }),
      { numRuns: RUNS, examples: [[337_984, 538_621]] },
    );
  });

  it('of rows decides nothing else in a large register', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const sheets = synthetic(seed);
        // Of two families with one number the first in the sheet has its visits, and a finding says that there are two.
        fc.pre(!findingsOf(sheets).some(({ rule }) => rule === 'identity/case-number-duplicate'));
        const { before, after } = bothOrders(sheets, shuffleRows, seed);
        expect(after).toEqual(before);
      }),
      { numRuns: Math.ceil(RUNS / 6) },
    );
  });
});
