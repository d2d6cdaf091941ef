/**
 * [V1] What the server finds in the rows that were sent, the pane has found in the same rows, and nothing that the
 * server could judge is missing there.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, prepareRegister } from '../../addin/engine/prepare-register.ts';
import { fieldSpec } from '../../shared/domain/fields.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { packById } from '../../shared/packs/packs.ts';
import { isSentKind, travelForm } from '../../shared/privacy/travel.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { RULES } from '../../shared/rules/registry.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { VALUES_SCHEMA } from '../../shared/sync/payload.ts';
import { rebuildRegister } from '../../shared/sync/rebuild-register.ts';
import { AS_OF, messySheets } from './messy-sheets.ts';

const RUNS = Number(process.env['KURATOR_REGISTERS'] ?? 10);
const KEYS = {
  workbookKey: new Uint8Array(32).fill(9),
  regionKeys: [],
  isSealing: false,
  sentPseudonyms: new Set<string>(),
};

/** Rules over rows, families and groups all of whose fields leave the workbook as they are. */
function isServerRule(rule: Rule): boolean {
  if (rule.scope === 'column' || rule.scope === 'register') return false;
  const kind = rule.scope === 'family' ? 'families' : rule.table;
  return (
    isSentKind(kind) &&
    rule.reads.every((field) => fieldSpec(kind, field) !== undefined && travelForm(kind, field)?.as === 'value')
  );
}
const SERVER_RULES: ReadonlySet<string> = new Set(RULES.filter(isServerRule).map(({ id }) => id));

function line(id: string | undefined, { rule, severity, field, period }: Finding): string {
  return [id, rule, severity, field, period].join(' ');
}

async function bothSides(seed: number) {
  const pack = packById('training');
  if (!pack) throw new Error('there is a training pack');
  const options = { pack, asOf: AS_OF };
  const { register } = readWorkbook(messySheets(seed, false), options);
  const prepared = await prepareRegister(register, KEYS);
  const ids = prepared.rows.map((_, index) => `row${index}`);
  const sent = prepared.rows.map(({ kind, values }, index) => ({ id: ids[index] ?? '', kind, values }));
  // Over the wire: as JSON, and through the schema of the server.
  const wire = sent.map(({ id, kind, values }) => ({
    id,
    kind,
    values: VALUES_SCHEMA[kind].parse(JSON.parse(JSON.stringify(values))),
  }));
  const rebuilt = rebuildRegister(wire, layoutOf(register, prepared.rows, ids), pack);
  const idAt = new Map(prepared.rows.map(({ source }, index) => [`${source.table.sheet}|${source.row}`, ids[index]]));
  const withheld = new Set(prepared.withheld.map(({ cell }) => idAt.get(`${cell.sheet}|${cell.row}`)));
  const said = (findings: readonly Finding[], idOf: (cell: Finding['cell']) => string | undefined) =>
    findings
      .filter(({ rule, cell }) => SERVER_RULES.has(rule) && !withheld.has(idOf(cell)))
      .map((finding) => line(idOf(finding.cell), finding))
      .toSorted();
  return {
    pane: said(checkRegister(register, options).findings, ({ sheet, row }) => idAt.get(`${sheet}|${row}`)),
    server: said(checkRegister(rebuilt.register, options).findings, ({ sheet, row }) => rebuilt.rowIdAt(sheet, row)),
  };
}

describe('[V1] the pane and the server', () => {
  it(
    'find the same in the same rows, by every rule that needs nothing of what stays',
    { timeout: 60_000 + RUNS * 500 },
    async () => {
      expect(SERVER_RULES.size).toBeGreaterThan(10);
      let count = 0;
      const property = fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
        const { pane, server } = await bothSides(seed);
        count += pane.length;
        expect(server).toEqual(pane);
      });
      await fc.assert(property, { numRuns: RUNS });
      expect(count).toBeGreaterThan(RUNS * 10);
    },
  );
});
