/** [V4] [V3] Ids that were once issued stay: workbooks, reports and explanations keep them for years. */
import { describe, expect, it } from 'vitest';
import { REGION_RULE_IDS, RULE_IDS } from '../../shared/domain/rule-ids.ts';
import { RULES } from '../../shared/rules/registry.ts';
import issued from './issued-rule-ids.json' with { type: 'json' };

describe('[V4] the ids of rules', () => {
  it('are those on the closed list of all ever issued: a new rule is added there, none is ever taken away', () => {
    expect(issued.length).toBeGreaterThanOrEqual(63);
    expect(new Set(issued).size).toBe(issued.length);
    expect([...RULE_IDS, ...REGION_RULE_IDS].filter((id) => !issued.includes(id))).toEqual([]);
    expect(issued.filter((id) => ![...RULE_IDS, ...REGION_RULE_IDS].some((known) => known === id))).toEqual([]);
  });

  it('have the form group/name', () => {
    expect(issued.filter((id) => !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });
});

describe('[V3] a norm that is null, and a year without a calendar', () => {
  it('are tried in every rule that needs a norm: each has an example that cannot be judged', () => {
    const needy = RULES.filter(({ needs }) => needs.length > 0);
    expect(needy.length).toBeGreaterThan(10);
    expect(needy.filter(({ examples }) => examples.undecidable.length === 0)).toEqual([]);
  });
});
