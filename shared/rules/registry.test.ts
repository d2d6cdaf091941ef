import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../domain/cell-address.ts';
import { fieldSpec } from '../domain/fields.ts';
import type { Finding } from '../domain/finding.ts';
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

const shownSketch = (rule: Rule, kind: keyof Rule['examples'], sketch: RegisterSketch, index: number): string => {
  const { findings, skipped } = outcome(rule, sketch);
  const found = findings.map(({ severity, cell, value, params, fix, related }) => {
    const others = related.length === 0 ? '' : ` beside ${related.map(sheetA1).join(' ')}`;
    const mended = fix === null ? '' : ` mended ${JSON.stringify(fix)}`;
    return `    ${severity} ${sheetA1(cell)} ${JSON.stringify(value)} ${JSON.stringify(params)}${others}${mended}`;
  });
  const left = skipped.map(({ reason, detail, rows }) => `    not judged: ${reason} ${detail} (${rows})`);
  return [`  ${kind} ${index + 1}`, ...found, ...left].join('\n');
};

/** Every example of a rule with what it gives: severity, cell, its text, parameters, other cells, correction, ledger. */
function outcomesOf(rule: Rule): string {
  const kinds = ['passes', 'fails', 'undecidable'] as const;
  const shown = kinds.flatMap((kind) =>
    rule.examples[kind].map((sketch, index) => shownSketch(rule, kind, sketch, index)),
  );
  return [rule.id, ...shown].join('\n');
}

const RANKS = { error: 2, warning: 1, note: 0 };

/** A finding may be milder than its rule (a provisional calendar), never harder. */
function isTooSevere({ severity }: Rule, finding: Finding): boolean {
  return severity !== 'by-norm' && RANKS[finding.severity] > RANKS[severity];
}

describe('the registry', () => {
  it('[R1] holds every rule of the catalogue once', () => {
    expect(RULES.length).toBeGreaterThan(50);
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(RULE_IDS.toSorted());
  });

  it('[R2] gives every rule a title, a hint and a basis', () => {
    const wordless = RULES.filter(({ id, basis }) =>
      [...basis, ruleTitle(id, 'ru'), ruleTitle(id, 'en'), ruleHint(id, 'ru'), ruleHint(id, 'en')].some(
        (text) => text === '',
      ),
    );
    expect(wordless).toEqual([]);
    expect(RULES.filter(({ basis }) => basis.length === 0)).toEqual([]);
  });

  it('[R3] names only fields that exist', () => {
    const unknown = RULES.flatMap((rule) =>
      'table' in rule ? [...rule.reads, ...rule.requires].filter((field) => !fieldSpec(rule.table, field)) : [],
    );
    expect(unknown).toEqual([]);
  });
});

describe.each([...Map.groupBy(RULES, ({ id }) => id.split('/')[0] ?? '')])('the examples of %s', (group, rules) => {
  it('[R4] give the severities, cells and parameters that others rely on (after a meant change: vitest -u)', async () => {
    await expect(`${rules.map(outcomesOf).join('\n')}\n`).toMatchFileSnapshot(`./${group}/outcomes.txt`);
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
    expect(findings.filter((finding) => finding.rule !== rule.id || isTooSevere(rule, finding))).toEqual([]);
    for (const finding of findings) {
      expect(findingMessage(finding, 'ru')).toMatch(/^[^{}]*[А-Яа-я][^{}]*[.!?»]$/s);
      expect(findingMessage(finding, 'en')).toMatch(/^[^{}]*[A-Za-z][^{}]*[.!?»]$/s);
    }
  });

  it.each(rule.examples.undecidable.map((sketch) => [sketch]))('[R4] does not judge %j, and says why', (sketch) => {
    const { findings, skipped } = outcome(rule, sketch);
    expect(findings).toEqual([]);
    expect(skipped.filter(({ reason }) => reason !== 'failed')).not.toEqual([]);
    expect(skipped.filter(({ reason }) => reason === 'failed')).toEqual([]);
  });
});
