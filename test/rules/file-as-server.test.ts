/** A workbook that is dropped on the region's page counts as the same workbook does when it is sent. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareRegister } from '../../addin/engine/prepare-register.ts';
import { dayOf } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { figureOf } from '../../shared/reports/test-figures.ts';
import { normEvents, normMonths } from '../../shared/reports/norm-months.ts';
import { registerFacts } from '../../shared/reports/register-facts.ts';
import { journalFrom } from '../../shared/rules/journal-coverage.ts';
import { registerLinks } from '../../shared/rules/register-links.ts';
import { factsOfRows } from '../../worker/services/facts-of-rows.ts';
import { normCounts } from '../../worker/services/norm-counts.ts';
import { AS_OF, messySheets } from './messy-sheets.ts';

const KEYS = {
  workbookKey: new Uint8Array(32).fill(9),
  regionKeys: [],
  isSealing: false,
  sentPseudonyms: new Set<string>(),
};
const QUARTER = { from: dayOf(2026, 7, 1) ?? 0, to: dayOf(2026, 9, 30) ?? 0 };
const COUNTED = ['start', 'in', 'out', 'positive', 'end', 'transferred', 'visits'] as const;
const RUNS = Number(process.env['KURATOR_REGISTERS'] ?? 10);

const figures = (facts: readonly CaseFacts[]) =>
  COUNTED.map((measure) => [measure, figureOf(facts, { measure, period: QUARTER, where: {} })]);

async function bothWays(seed: number) {
  const pack = packById('training');
  if (!pack) throw new Error('there is a training pack');
  const { register } = readWorkbook(messySheets(seed, false), { pack, asOf: AS_OF });
  const { rows } = await prepareRegister(register, KEYS);
  const sent = rows.map(({ kind, values }, index) => ({ id: `row${String(index).padStart(6, '0')}`, kind, values }));
  const { caseOf } = registerLinks(register);
  const dropped = registerFacts(register, { asOf: AS_OF, districtOf: () => '', caseOf });
  const hasJournal = sent.some(({ kind }) => kind === 'visits');
  const known = { asOf: AS_OF, pack, journalFrom: journalFrom(register.visits) };
  return {
    file: { figures: figures(dropped), norms: normMonths(normEvents(dropped, known)) },
    server: {
      figures: figures(factsOfRows(sent, { district: '', asOf: AS_OF, hasJournal })),
      norms: normCounts(sent, { district: '', asOf: AS_OF, pack }),
    },
  };
}

describe('a dropped workbook', () => {
  it(
    'has the figures and the kept and missed norms that the server counts for it',
    { timeout: 120_000 + RUNS * 2_000 },
    async () => {
      let events = 0;
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
          const { file, server } = await bothWays(seed);
          expect(file.figures).toEqual(server.figures);
          const byMonth = (norms: typeof file.norms) => norms.toSorted((a, b) => (a.month < b.month ? -1 : 1));
          expect(byMonth(file.norms)).toEqual(byMonth(server.norms));
          events += file.norms.reduce((sum, { visitsKept, visitsMissed }) => sum + visitsKept + visitsMissed, 0);
        }),
        { numRuns: RUNS },
      );
      expect(events).toBeGreaterThan(0);
    },
  );
});
