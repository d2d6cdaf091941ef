/** Findings of cells that several rows share, in order, counted, and exchanged by looking at their own places. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../domain/finding.ts';
import { orderedFindings } from './ordered-findings.ts';
import { sheetOrder } from './sheet-order.ts';

interface Sketch {
  readonly rule: string;
  readonly sheet?: string;
  readonly row: number;
  readonly text: string;
  readonly severity: Severity;
  readonly field?: string;
  readonly period?: string;
  readonly other?: number;
}

const finding = ({ rule, sheet = 'Реестр', row, text, severity, field = 'level', period, other }: Sketch): Finding => ({
  rule,
  severity,
  cell: { sheet, row, column: 1 },
  field,
  ...(period === undefined ? {} : { period }),
  value: '',
  params: { text },
  fix: null,
  related: other === undefined ? [] : [{ sheet: 'Реестр', row: other, column: 1 }],
  subject: null,
  curator: null,
  identity: `${rule}|${row}`,
});
const { findings: compare } = sheetOrder([]);
const ordering = { compare, oncePerCell: new Set(['once']) };
const said = (sketches: readonly Sketch[]) => {
  const { findings, byRule, bySeverity } = orderedFindings(sketches.map(finding), ordering).published();
  return {
    findings: findings.map(({ rule, cell, params, related }) => [
      rule,
      cell.row,
      params['text'],
      related[0]?.row ?? null,
    ]),
    byRule: Object.fromEntries(byRule),
    bySeverity,
  };
};

describe('findings of one cell', () => {
  it('are said once in the same words, and counted so', () => {
    expect(
      said([
        { rule: 'b', row: 3, text: 'одно', severity: 'note' },
        { rule: 'a', row: 3, text: 'одно', severity: 'error' },
        { rule: 'a', row: 3, text: 'другое', severity: 'warning' },
        { rule: 'a', row: 3, text: 'одно', severity: 'error' },
        { rule: 'a', row: 2, text: 'одно', severity: 'error' },
      ]),
    ).toEqual({
      findings: [
        ['a', 2, 'одно', null],
        ['a', 3, 'другое', null],
        ['a', 3, 'одно', null],
        ['b', 3, 'одно', null],
      ],
      byRule: { a: 3, b: 1 },
      bySeverity: { error: 2, warning: 1, note: 1 },
    });
  });

  it.each([
    [{ field: 'curator' }, 2],
    [{ period: '2026-03' }, 2],
    [{ sheet: 'Юг' }, 2],
    [{}, 1],
  ])('are told apart by field, period and sheet: %j', (more, count) => {
    const one = { rule: 'a', row: 2, text: 'одно', severity: 'error' } as const;
    expect(said([one, { ...one, ...more }]).findings).toHaveLength(count);
  });

  it('of a rule that says one thing are the one that names the earliest row', () => {
    const once = { rule: 'once', row: 12, severity: 'error' } as const;
    const { findings, byRule } = said([
      { ...once, text: 'а', other: 10 },
      { ...once, text: 'б', other: 9 },
      { ...once, text: 'в', other: 11 },
    ]);
    expect(findings).toEqual([['once', 12, 'б', 9]]);
    expect(byRule).toEqual({ once: 1 });
  });
});

const sketch = fc.record({
  rule: fc.constantFrom('a', 'once'),
  row: fc.integer({ min: 2, max: 4 }),
  text: fc.constantFrom('одно', 'другое'),
  severity: fc.constantFrom<Severity[]>('error', 'warning', 'note'),
  other: fc.integer({ min: 2, max: 4 }),
});

describe('findings that are exchanged', () => {
  it('stand as if they had always stood so, and lists that were given out stay', () => {
    fc.assert(
      fc.property(fc.array(sketch), fc.array(sketch), fc.nat(), (start, fresh, from) => {
        const all = start.map(finding);
        const at = all.length === 0 ? 0 : from % all.length;
        const kept = orderedFindings(all, ordering);
        const come = fresh.map(finding);
        const before = kept.published();
        const given = [...before.findings];
        kept.exchange(new Set(all.slice(at)), come);
        const { findings, byRule, bySeverity } = kept.published();
        const anew = orderedFindings([...all.slice(0, at), ...come], ordering).published();
        expect(findings).toEqual(anew.findings);
        expect(before.findings).toEqual(given);
        expect(bySeverity).toEqual(anew.bySeverity);
        for (const rule of ['a', 'once']) expect(byRule.get(rule) ?? 0).toBe(anew.byRule.get(rule) ?? 0);
      }),
    );
  });
});
