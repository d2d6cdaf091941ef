import { describe, expect, it } from 'vitest';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

type Family = RowSketch<'families'>;
const REFUSED = { caseNo: '1', decision: 'отказано', decisionDate: '2026-03-05', closedOn: '2026-03-05' } as const;
const one = (id: Parameters<typeof outcomeOf>[0], family: Family) => outcomeOf(id, { families: [family] });

const params = (sketch: RegisterSketch) =>
  outcomeOf('closing/refused-but-open', sketch).findings.map((finding) => finding.params);

describe('document/incomplete', () => {
  it('[R30] stands on the empty part of each pair', () => {
    const family = {
      contractNo: '7',
      contractDate: null,
      decisionNo: null,
      decisionDate: '2026-03-05',
      programNo: 'П',
      programDate: '?',
    };
    expect(one('document/incomplete', family).shown).toEqual(['error Реестр!B2', 'error Реестр!C2']);
  });

  it('[R30] names the part whose column is missing, and judges the other pairs', () => {
    const { shown, skipped } = one('document/incomplete', { contractNo: '7', decisionNo: '7', decisionDate: null });
    expect(shown).toEqual(['error Реестр!C2']);
    expect(skipped).toEqual(['column-missing field:contractDate']);
  });
});

describe('closing/reason-missing', () => {
  it.each([
    ['2026-10-31', 1],
    ['2026-11-01', 0],
    [null, 0],
  ])('closed on %s', (closedOn, count) => {
    expect(one('closing/reason-missing', { closedOn, closeReason: null }).shown).toHaveLength(count);
  });

  it('stands on the result where there is no column for the reason', () => {
    expect(one('closing/reason-missing', { closedOn: '2026-03-05', result: null }).shown).toEqual(['error Реестр!B2']);
  });
});

describe('closing/date-missing', () => {
  it('[R31] takes any wording for a reason, and only final results', () => {
    expect(one('closing/date-missing', { closedOn: null, closeReason: 'так вышло' }).shown).toEqual([
      'error Реестр!A2',
    ]);
    expect(one('closing/date-missing', { closedOn: null, result: 'так вышло' }).shown).toEqual([]);
    expect(one('closing/date-missing', { closedOn: null, result: 'R01' }).shown).toEqual(['error Реестр!A2']);
    expect(one('closing/date-missing', { closedOn: null, closeReason: 'R07', result: null })).toMatchObject({
      shown: ['error Реестр!A2'],
      skipped: [],
    });
  });

  it("[R12] takes a formula's error for no reason, and says that it is not judged", () => {
    expect(one('closing/date-missing', { closedOn: null, closeReason: '#N/A' })).toMatchObject({
      shown: [],
      skipped: ['value-unreadable field:closeReason'],
    });
    expect(one('closing/date-missing', { closedOn: null, closeReason: '#N/A', result: 'R01' }).shown).toHaveLength(1);
  });
});

describe('closing/decision-missing', () => {
  it.each(['R01', 'R02', 'R03', 'R04', 'R05'])('asks for %s', (closeReason) => {
    const family = { categories: 'CAT08', closedOn: '2026-03-05', closeReason, closeDecision: null };
    expect(one('closing/decision-missing', family).shown).toEqual(['warning Реестр!D2']);
  });

  it('takes the result for the reason where there is no column for it', () => {
    const family = { categories: 'CAT08', closedOn: '2026-03-05', result: 'R01', closeDecision: null };
    expect(one('closing/decision-missing', family).shown).toEqual(['warning Реестр!D2']);
  });

  it('is not judged without a column for either', () => {
    const family = { categories: 'CAT08', closedOn: '2026-03-05', closeDecision: null };
    expect(one('closing/decision-missing', family)).toMatchObject({
      findings: [],
      skipped: ['column-missing field:closeReason'],
    });
  });

  it.each<readonly [string, Family]>([
    ['a case that is open', { closedOn: null }],
    ['a case that closes tomorrow', { closedOn: '2026-11-01' }],
    ['a reason that is missing, which has a rule of its own', { closeReason: null }],
    ['a family without a category', { categories: null }],
  ])('does not ask in %s', (_what, more) => {
    const family = { categories: 'CAT08', closedOn: '2026-03-05', closeReason: 'R01', closeDecision: null, ...more };
    expect(one('closing/decision-missing', family)).toMatchObject({ findings: [], skipped: [] });
  });

  it.each(['R06', 'R07', 'R10'])('does not ask for %s', (closeReason) => {
    const family = { categories: 'CAT08', closedOn: '2026-03-05', closeReason, closeDecision: null };
    expect(one('closing/decision-missing', family).shown).toEqual([]);
  });
});

describe('closing/refused-but-open', () => {
  it.each([
    ['2026-03-05', 0],
    ['2026-03-06', 1],
  ])('[R32] a visit on %s after a refusal of 5 March', (date, count) => {
    expect(params({ families: [REFUSED], visits: [{ caseNo: '1', date }] })).toHaveLength(count);
  });

  it.each<readonly [string, readonly Family[], readonly (readonly [contract: string, visitOn: string])[]]>([
    ['a contract by its date', [{ ...REFUSED, contractDate: '2026-03-10' }], [['yes', '']]],
    ['no contract', [{ ...REFUSED, contractNo: null, contractDate: null }], []],
    [
      'the earliest of several visits',
      [{ ...REFUSED, visitDates: ['2026-05-04', '2026-04-06'] }],
      [['no', '2026-04-06']],
    ],
    ['the month of the refusal', [{ ...REFUSED, visitsByMonth: { '2026-03': 2 } }], []],
    ['a figure of a quarter', [{ ...REFUSED, visitsByMonth: { '2026-Q3': 2 } }], []],
    [
      'any visit where the day of the refusal is not known',
      [{ ...REFUSED, decisionDate: null, visitDates: ['2026-01-12'] }],
      [['no', '2026-01-12']],
    ],
    [
      'any month where the day of the refusal is not known',
      [{ ...REFUSED, decisionDate: null, visitsByMonth: { '2026-01': 1 } }],
      [['no', '2026-01']],
    ],
  ])('[R32] names %s', (_what, families, expected) => {
    const found = params({ families });
    expect(found.map(({ contract, visitOn }) => [contract, visitOn])).toEqual(expected);
  });

  it('[R32] names everything that speaks against the refusal in one finding', () => {
    const family = { ...REFUSED, closedOn: null, contractNo: '7', visitsByMonth: { '2026-03': 2, '2026-05': 1 } };
    expect(params({ families: [family] })).toEqual([
      { contract: 'yes', visit: 'yes', visitOn: '2026-05', closing: 'no' },
    ]);
  });

  it('[R32] asks for no closing where none is kept', () => {
    expect(params({ families: [{ decision: 'отказано', contractNo: null }] })).toEqual([]);
  });
});

describe('privacy/leaves-workbook', () => {
  it('[R33] finds nothing with the classes as they come, and names what a setting lets out', () => {
    const families = [{ applicant: 'Ромашкина', note: null, level: 'BASE' }];
    expect(outcomeOf('privacy/leaves-workbook', { families }).shown).toEqual([]);
    const leaving = ['families.note', 'families.level'];
    expect(outcomeOf('privacy/leaves-workbook', { families, leaving }).shown).toEqual(['error Реестр!B1']);
  });
});

describe('[R31] a transfer to another level', () => {
  it.each([
    [{ closeReason: 'R12' }, 0],
    [{ result: 'R12' }, 0],
    [{ result: 'R01' }, 1],
    [{ closeReason: 'R12', result: 'R01' }, 1],
    [{ closeReason: null, result: null }, 0],
  ])('closes nothing: %j', (reasons, count) => {
    const families = [{ caseNo: '7', ...reasons, closedOn: null }];
    // The list that comes with the product ends with R11; a region's may have it.
    const title = { ru: 'перевод на другой уровень', en: 'transfer to another level' };
    const pack = { codes: { results: [{ code: 'R12', title }] } };
    const { shown } = outcomeOf('closing/date-missing', { families, pack });
    expect(shown).toEqual(
      count === 0 ? [] : [`error Реестр!${'closeReason' in reasons && 'result' in reasons ? 'D' : 'C'}2`],
    );
  });
});

describe('the commission’s decision', () => {
  it.each([
    [{ closeReason: null, result: null }, [], []],
    [{ closeReason: null, result: 'R01' }, ['warning Реестр!E2'], []],
    [{ closeReason: 'R07', result: 'R01' }, [], []],
    [{ closeReason: 'сами решили', result: 'R01' }, [], ['value-unreadable field:closeReason']],
  ])('is asked for by the reason, or else by the result: %j', (reasons, shown, skipped) => {
    const families = [{ categories: 'CAT08', closedOn: '2026-10-31', ...reasons, closeDecision: null }];
    expect(outcomeOf('closing/decision-missing', { families })).toMatchObject({ shown, skipped });
  });

  it('is not asked for before the closing', () => {
    const family = { categories: 'CAT08', closeReason: 'R01', closeDecision: null };
    const on = (closedOn: string) =>
      outcomeOf('closing/decision-missing', { families: [{ ...family, closedOn }] }).findings;
    expect([on('2026-10-31').length, on('2026-11-01').length]).toEqual([1, 0]);
  });
});
