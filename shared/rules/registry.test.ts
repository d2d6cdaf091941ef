import { describe, expect, it } from 'vitest';
import { fieldSpec } from '../domain/fields.ts';
import { RULE_IDS } from '../domain/rule-ids.ts';
import { ruleHint, ruleTitle, findingMessage } from '../text/rule-texts.ts';
import { checkRegister } from './check-register.ts';
import type { RegisterSketch } from './example.ts';
import { RULES } from './registry.ts';
import type { Rule } from './rule.ts';
import { testRun } from './test-register.ts';

/** The outcome of one rule alone over a sketch. */
function outcome(rule: Rule, sketch: RegisterSketch) {
  const { register, pack, asOf } = testRun(sketch);
  const { findings, ledger } = checkRegister(register, { pack, asOf, rules: [rule], leaving: sketch.leaving ?? [] });
  return { findings, skipped: ledger[0]?.skipped ?? [] };
}

describe('the registry', () => {
  it('[R1] holds every rule of the catalogue once', () => {
    expect(RULES.length).toBeGreaterThan(50);
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(RULE_IDS.toSorted());
  });

  it('[R2] gives every rule a title, a hint and a basis', () => {
    for (const rule of RULES) {
      expect(rule.basis, rule.id).not.toEqual([]);
      for (const language of ['ru', 'en'] as const) {
        expect(ruleTitle(rule.id, language), rule.id).not.toBe('');
        expect(ruleHint(rule.id, language), rule.id).not.toBe('');
      }
    }
  });

  it('[R3] names only fields that exist', () => {
    for (const rule of RULES) {
      if (!('table' in rule)) continue;
      for (const field of [...rule.reads, ...rule.requires])
        expect(fieldSpec(rule.table, field), `${rule.id} ${field}`).toBeDefined();
    }
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('[R4] has examples of every kind', () => {
    expect(rule.examples.passes).not.toEqual([]);
    expect(rule.examples.fails).not.toEqual([]);
    expect(rule.examples.undecidable).not.toEqual([]);
  });

  it.each(rule.examples.passes.map((sketch) => [sketch]))('[R4] passes %j', (sketch) => {
    expect(outcome(rule, sketch).findings).toEqual([]);
  });

  it.each(rule.examples.fails.map((sketch) => [sketch]))('[R4] finds %j, and can say it', (sketch) => {
    const { findings } = outcome(rule, sketch);
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      expect(finding.rule).toBe(rule.id);
      if (rule.severity !== 'by-norm' && rule.severity === 'note') expect(finding.severity).toBe('note');
      for (const language of ['ru', 'en'] as const) expect(findingMessage(finding, language)).toMatch(/[.!?»]$/);
    }
  });

  it.each(rule.examples.undecidable.map((sketch) => [sketch]))('[R4] does not judge %j, and says why', (sketch) => {
    const { findings, skipped } = outcome(rule, sketch);
    expect(findings).toEqual([]);
    expect(skipped.filter(({ reason }) => reason !== 'failed')).not.toEqual([]);
    expect(skipped.filter(({ reason }) => reason === 'failed')).toEqual([]);
  });
});
