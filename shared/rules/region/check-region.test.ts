import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGION_RULE_IDS } from '../../domain/rule-ids.ts';
import { regionHint, regionMessage, regionTitle } from '../../text/region-rule-texts.ts';
import { checkRegion, REGION_RULES } from './check-region.ts';
import { matchId } from './family-matches.ts';
import { matchState, type MatchDecision, type Verdict } from './match-state.ts';
import type { RegionFinding, RegionResult, RegionSketch } from './region-rule.ts';
import { regionRun } from './test-region.ts';

const check = (sketch: RegionSketch): RegionResult => checkRegion(regionRun(sketch));
const of = (rule: string, sketch: RegionSketch): readonly RegionFinding[] =>
  check(sketch).findings.filter((finding) => finding.rule === rule);

const seen = (result: RegionResult): unknown =>
  result.findings.map(({ id, match }) => `${id} ${match?.id} ${match?.state}`).toSorted();

describe('region rules', () => {
  it('are all there, each with its words', () => {
    expect(REGION_RULES.map(({ id }) => id)).toEqual([...REGION_RULE_IDS]);
    for (const { id } of REGION_RULES) {
      for (const language of ['ru', 'en'] as const) {
        expect(regionTitle(id, language)).not.toBe('');
        expect(regionHint(id, language)).not.toBe('');
      }
    }
  });

  it.each(REGION_RULES.map((rule) => [rule.id, rule] as const))('%s keeps to its examples', (id, { examples }) => {
    for (const sketch of examples.passes) expect(of(id, sketch)).toEqual([]);
    for (const sketch of examples.fails) expect(of(id, sketch).length).toBeGreaterThan(0);
    for (const sketch of examples.undecidable) {
      const entry = check(sketch).ledger.find(({ rule }) => rule === id);
      expect(entry?.findings).toBe(0);
      expect(entry?.skipped.length).toBeGreaterThan(0);
    }
    expect(Math.min(examples.passes.length, examples.fails.length, examples.undecidable.length)).toBeGreaterThan(0);
  });

  it('speak in whole sentences, without a parameter left open', () => {
    for (const { examples } of REGION_RULES) {
      for (const finding of examples.fails.flatMap((sketch) => check(sketch).findings)) {
        for (const language of ['ru', 'en'] as const) expect(regionMessage(finding, language)).toMatch(/^[^{}]+\.$/u);
      }
    }
  });

  it('name a rule that fails, and go on', () => {
    const broken = {
      ...REGION_RULES[0],
      id: 'region/family-in-two-districts',
      check: () => {
        throw new Error('broken');
      },
    } as (typeof REGION_RULES)[number];
    const { ledger } = checkRegion(regionRun({ cases: [] }), [broken, ...REGION_RULES.slice(1)]);
    expect(ledger.map(({ skipped }) => skipped.map(({ reason }) => reason))).toEqual([['failed'], [], []]);
  });

  it('say so where the list of a pack has no code for a move within the region', () => {
    const run = regionRun({
      cases: [{ district: 'north', closedOn: '2026-03-02', closeReason: 'R13', fingerprints: ['f1'] }],
    });
    expect(checkRegion(run).findings).toHaveLength(1);
    const results = run.pack.codes.results.filter(({ code }) => code !== 'R13');
    const { findings, ledger } = checkRegion({ ...run, pack: { ...run.pack, codes: { ...run.pack.codes, results } } });
    expect(findings).toEqual([]);
    expect(ledger[1]?.skipped).toEqual([
      { rule: 'region/transfer-unmatched', reason: 'norm-null', detail: 'codes.results.R13', rows: 0 },
    ]);
  });

  it('name matches in the order of their first cases, then of their second', () => {
    const { matches } = check({
      cases: [
        { district: 'north', fingerprints: ['f1', 'f2', 'f3'] },
        { district: 'south', fingerprints: ['f3'] },
        { district: 'west', fingerprints: ['f2'] },
        { district: 'south', fingerprints: ['f1'] },
        { district: 'east', fingerprints: ['f2', 'f2'] },
      ],
    });
    expect(matches.map(({ cases }) => cases.map(({ id }) => id.slice(-1)).join('-'))).toEqual([
      '0-1',
      '0-2',
      '0-3',
      '0-4',
      '2-4',
    ]);
  });

  it('say nothing of the other district to a district, apart from the name of the match', () => {
    const [first] = of('region/family-in-two-districts', {
      cases: [
        { district: 'north', fingerprints: ['f1', 'f9'], start: '2026-03-02' },
        { district: 'the-secret-south', fingerprints: ['f1', 'f7'], start: '2025-11-11' },
      ],
    });
    expect(first?.district).toBe('north');
    const { match, ...shown } = first ?? {};
    expect(match?.state).toBe('open');
    expect(JSON.stringify(shown)).not.toMatch(/south|2025-11-11|f7|case 1/);
  });

  it('do not depend on the order of cases, apart from the order of findings', () => {
    const fingerprint = fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5');
    const cases = fc.array(
      fc.record({
        district: fc.constantFrom('north', 'south', 'west'),
        fingerprints: fc.uniqueArray(fingerprint, { maxLength: 2 }),
        start: fc.constantFrom('2026-03-02', '2026-05-04'),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(cases, fc.func(fc.nat()), (all, rank) => {
        const run = regionRun({ cases: all });
        const shuffled = run.cases.toSorted((a, b) => rank(a.id) - rank(b.id));
        expect(seen(checkRegion({ ...run, cases: shuffled }))).toEqual(seen(checkRegion(run)));
      }),
    );
  });

  it('find the same families as comparing every case with every other', () => {
    const cases = fc.array(
      fc.record({
        district: fc.constantFrom('north', 'south'),
        fingerprints: fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3', 'f4'), { maxLength: 1 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(cases, (all) => {
        const plain = all.flatMap((one, index) =>
          all.some(
            (other) => other.district !== one.district && other.fingerprints.some((f) => one.fingerprints.includes(f)),
          )
            ? [`case ${index}`]
            : [],
        );
        const found = of('region/family-in-two-districts', { cases: all }).map(({ id }) => id);
        expect(found.toSorted()).toEqual(plain.toSorted());
      }),
    );
  });
});

const NORTH_SOUTH = matchId({ district: 'north', id: 'case 0' }, { district: 'south', id: 'case 1' });

describe('a possible match', () => {
  const facts = { id: NORTH_SOUTH, districts: ['north', 'south'], shared: ['f1'] };
  const says = (
    district: string | null,
    verdict: Verdict | 'open',
    order: number,
    more: Partial<MatchDecision> = {},
  ): MatchDecision => ({ match: NORTH_SOUTH, district, verdict, reason: 'сверено', basis: ['f1'], order, ...more });
  const state = (...decisions: readonly MatchDecision[]): string => matchState(facts, decisions);

  it('has one name, whichever of its cases comes first', () => {
    const id = fc.record({ district: fc.string(), id: fc.string() });
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(matchId(a, b)).toBe(matchId(b, a));
      }),
    );
  });

  it('is settled when both districts say the same, or when the region decides with a reason', () => {
    expect(state()).toBe('open');
    expect(state(says('north', 'different', 1))).toBe('open');
    expect(state(says('north', 'different', 1), says('south', 'same', 2))).toBe('open');
    expect(state(says('north', 'different', 1), says('south', 'different', 2))).toBe('different');
    expect(state(says('north', 'different', 1), says(null, 'transfer', 2))).toBe('transfer');
    expect(state(says(null, 'transfer', 2, { reason: '  ' }))).toBe('open');
  });

  it('follows the latest word of each, whatever the order in which the words arrive', () => {
    const words = [says('north', 'different', 1), says('south', 'same', 2), says('north', 'same', 3)];
    expect(state(...words)).toBe('same');
    expect(state(...words.toReversed())).toBe('same');
    expect(state(...words, says('south', 'different', 4))).toBe('open');
    expect(state(says(null, 'different', 5), says(null, 'same', 1))).toBe('different');
  });

  it('is what the districts say again when the region takes its word back', () => {
    const districts = [says('north', 'same', 1), says('south', 'same', 2)];
    expect(state(...districts, says(null, 'different', 3))).toBe('different');
    expect(state(...districts, says(null, 'different', 3), says(null, 'open', 4))).toBe('same');
    expect(state(...districts, says('north', 'open', 5))).toBe('open');
  });

  it('is open again when the fingerprints in common change, and not touched by words on other matches', () => {
    const settled = [says('north', 'different', 1), says('south', 'different', 2), says(null, 'different', 3)];
    expect(matchState({ ...facts, shared: ['f1', 'f2'] }, settled)).toBe('open');
    expect(matchState({ ...facts, shared: ['f2'] }, settled)).toBe('open');
    expect(matchState({ ...facts, id: 'another' }, settled)).toBe('open');
    expect(matchState({ ...facts, shared: ['f2', 'f1'] }, [says(null, 'same', 1, { basis: ['f1', 'f2'] })])).toBe(
      'same',
    );
  });

  it('stays with the district that the family left, once it is a transfer', () => {
    const cases = [
      { district: 'north', fingerprints: ['f1'], start: '2025-03-03' },
      { district: 'south', fingerprints: ['f1'], start: '2026-08-03' },
    ];
    const found = of('region/family-in-two-districts', { cases, decisions: [says(null, 'transfer', 1)] });
    expect(found.map(({ district }) => district)).toEqual(['north']);
    const { matches } = check({ cases, decisions: [says(null, 'different', 1)] });
    expect(matches).toEqual([
      {
        id: NORTH_SOUTH,
        state: 'different',
        cases: [
          { district: 'north', id: 'case 0' },
          { district: 'south', id: 'case 1' },
        ],
      },
    ]);
  });

  it('of three districts is three matches: settling one leaves the others, and a case has one finding', () => {
    const cases = ['north', 'south', 'west'].map((district) => ({
      district,
      fingerprints: ['f1'],
      start: '2026-03-02',
    }));
    const result = check({ cases, decisions: [says(null, 'different', 1)] });
    expect(result.matches.map((match) => match.state)).toEqual(['different', 'open', 'open']);
    expect(result.findings.map(({ district, params }) => `${district} ${params['others']}`)).toEqual([
      'north 1',
      'south 1',
      'west 2',
    ]);
  });
});
