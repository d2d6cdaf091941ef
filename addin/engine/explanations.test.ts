import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import type { Explanation } from './explanations.ts';
import { splitByExplanation, withExplanation, withoutExplanation } from './explanations.ts';
import { testFinding } from './test-finding.ts';

const explanation = (part: Partial<Explanation>): Explanation => ({
  identity: 'a',
  reason: 'семья выехала',
  author: 'Иванова',
  since: '2026-10-01',
  until: null,
  ...part,
});
const asOf = dayOfIso('2026-10-31') ?? 0;
const findings = [testFinding({ identity: 'a' }), testFinding({ identity: 'b' })];
const openAfter = (explanations: readonly Explanation[]) =>
  splitByExplanation(findings, explanations, asOf).open.map(({ identity }) => identity);

describe('an explanation', () => {
  it.each([
    ['without an end', explanation({}), ['b']],
    ['on its last day', explanation({ until: '2026-10-31' }), ['b']],
    ['that has ended', explanation({ until: '2026-10-30' }), ['a', 'b']],
    ['of a value that stands there no more', explanation({ identity: 'a with another value' }), ['a', 'b']],
  ])('%s', (_name, one, open) => {
    expect(openAfter([one])).toEqual(open);
  });

  it('takes the place of an earlier one of the same finding', () => {
    const list = withExplanation([explanation({})], explanation({ reason: 'другая причина' }));
    expect(list.map(({ reason }) => reason)).toEqual(['другая причина']);
  });

  it('can be withdrawn', () => {
    expect(openAfter(withoutExplanation([explanation({})], 'a'))).toEqual(['a', 'b']);
  });
});
