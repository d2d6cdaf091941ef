import { describe, expect, it } from 'vitest';
import { packById } from '../../packs/packs.ts';
import { findingMessage } from '../../text/rule-texts.ts';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { checkRegister } from '../check-register.ts';
import { RULES } from '../registry.ts';
import { outcomeOf } from '../test-outcome.ts';
import { testRun } from '../test-register.ts';

const exceeded = (sketch: RegisterSketch) => outcomeOf('level/term-exceeded', sketch);
const recommended = { levels: { BASE: packById('hmao-2018')?.levels['BASE'] ?? {} } };

const beyondFirstYear = (family: object) =>
  outcomeOf('level/adaptation-first-year', { families: [{ level: 'ADAPT', ...family }] }).findings.length;

const mismatched = (level: string, signs: string) =>
  outcomeOf('level/sign-mismatch', { families: [{ level, signs }] }).findings;

describe('[R57][R58] the term of a level', () => {
  it.each([
    ['the last day', { startDate: '2025-10-31' }, []],
    ['the day after', { startDate: '2025-10-30' }, ['error Реестр!A2']],
    [
      'counted from the last transfer by date',
      {
        startDate: '2024-01-15',
        transfers: [
          ['2026-05-04', 'BASE'],
          ['2025-02-02', 'BASE'],
        ],
      },
      [],
    ],
    [
      'not from a transfer in the future',
      { startDate: '2025-01-15', transfers: [['2026-12-04', 'BASE']] },
      ['error Реестр!A2'],
    ],
    [
      'from the contract where nobody enters the start',
      { startDate: null, contractDate: '2025-10-30' },
      ['error Реестр!A2'],
    ],
    ['from registration where there is neither', { registeredOn: '2025-10-30' }, ['error Реестр!A2']],
    ['a refused application', { startDate: '2020-10-30', decision: 'отказано' }, []],
    ['closed on the day of the check', { startDate: '2020-10-30', closedOn: '2026-10-31' }, []],
    ['to be closed tomorrow', { startDate: '2020-10-30', closedOn: '2026-11-01' }, ['error Реестр!A2']],
  ] as const)('%s', (_what, dates, shown) => {
    expect(exceeded({ families: [{ level: 'BASE', ...dates }] }).shown).toEqual(shown);
  });

  it('[R59] gives one finding however many terms have passed, for the one that passed first', () => {
    const { findings } = exceeded({
      families: [{ level: 'BASE', startDate: '2024-01-15', termMonths: 6, programUntil: '2026-01-15' }],
    });
    expect(findings.map(({ params }) => [params['by'], params['end']])).toEqual([['ownTerm', '2024-07-15']]);
  });

  it('[R52] only warns where the level has a recommendation', () => {
    expect(exceeded({ families: [{ level: 'BASE', startDate: '2025-10-30' }], pack: recommended }).shown).toEqual([
      'warning Реестр!A2',
    ]);
  });

  it('[R51][R59] is judged by the own term where the level has no norm, and says so', () => {
    const pack = { levels: { CRISIS: { term: null } } };
    const outcome = exceeded({ families: [{ level: 'CRISIS', startDate: '2026-01-15', termMonths: 6 }], pack });
    expect(outcome).toMatchObject({ shown: ['error Реестр!A2'], skipped: ['norm-null level:CRISIS'] });
  });

  it.each([
    ['no month', { startDate: '2026-10-30', termMonths: 0 }, [], []],
    ['a month less than none', { startDate: '2026-10-30', termMonths: -1 }, [], []],
    ['two and a half, of which two count', { startDate: '2026-08-30', termMonths: 2.5 }, ['error Реестр!B2'], []],
    ['an unknown start', { startDate: null, termMonths: 1 }, [], []],
    ['a start that cannot be read', { startDate: 'весной', termMonths: 1 }, [], ['value-unreadable field:startDate']],
    [
      'a contract that cannot be read, where it is the start',
      { contractDate: 'весной', termMonths: 1 },
      [],
      ['value-unreadable field:contractDate'],
    ],
    [
      'a transfer that cannot be read',
      { startDate: '2026-10-15', termMonths: 1, transfers: [['весной', 'BASE'] as const] },
      [],
      ['value-unreadable field:transfers'],
    ],
    [
      'a programme whose end cannot be read',
      { startDate: '2026-08-31', programUntil: 'летом' },
      [],
      ['value-unreadable field:programUntil'],
    ],
    ['a programme that ends today', { startDate: null, programUntil: '2026-10-31' }, [], []],
    ['a programme that ended', { startDate: null, programUntil: '2026-10-30' }, ['error Реестр!B2'], []],
  ])('[R59] of its own: %s', (_what, dates, shown, skipped) => {
    expect(exceeded({ families: [{ caseNo: '7', level: 'BASE', ...dates }] })).toMatchObject({ shown, skipped });
  });

  it('stands on the key cell where the sheet gives the level', () => {
    const families = [{ caseNo: '7', level: 'BASE', startDate: '2025-10-30', given: ['level' as const] }];
    expect(exceeded({ families }).shown).toEqual(['error Реестр!A2']);
  });
});

describe('the first year', () => {
  it('[R60] counts from the forming of the family, and then from the start', () => {
    expect(beyondFirstYear({ formedOn: '2025-10-31', startDate: '2024-01-15' })).toBe(0);
    expect(beyondFirstYear({ formedOn: '2025-10-30', startDate: '2026-01-15' })).toBe(1);
    expect(beyondFirstYear({ formedOn: null, startDate: '2025-10-30' })).toBe(1);
  });

  it.each([
    [{ formedOn: 'весной', startDate: '2025-10-30' }, 'formedOn'],
    [{ formedOn: null, startDate: 'весной' }, 'startDate'],
  ])('is not judged where it cannot be read when it began, and names the field: %j', (dates, field) => {
    const families = [{ level: 'ADAPT', ...dates }];
    const outcome = outcomeOf('level/adaptation-first-year', { families });
    expect(outcome).toMatchObject({ shown: [], skipped: [`value-unreadable field:${field}`] });
  });
});

describe('transfers', () => {
  it.each([
    [
      'order',
      {
        transfers: [
          ['2026-05-04', 'BASE'],
          ['2026-03-02', 'CRISIS'],
        ],
      },
      'после перевода 04.05.2026',
    ],
    ['start', { transfers: [['2026-01-11', 'BASE']] }, 'раньше начала сопровождения (12.01.2026)'],
    ['closing', { transfers: [['2026-06-02', 'BASE']], closedOn: '2026-06-01' }, 'позже снятия семьи (01.06.2026)'],
  ] as const)('[R61] say which %s is broken', (_what, family, text) => {
    const { findings } = outcomeOf('level/transfer-order', { families: [{ startDate: '2026-01-12', ...family }] });
    expect(findings.map((finding) => findingMessage(finding, 'ru'))).toEqual([expect.stringContaining(text)]);
  });
});

describe('[R55] transfers beside a date that cannot be read', () => {
  it.each<readonly [RowSketch<'families'>, readonly string[], readonly string[]]>([
    [{ startDate: 'весной' }, [], ['value-unreadable field:startDate']],
    [{ contractDate: 'весной' }, [], ['value-unreadable field:contractDate']],
    [{ startDate: '2026-01-12', closedOn: 'летом' }, [], ['value-unreadable field:closedOn']],
    [{ startDate: 'весной', closedOn: '2026-02-01' }, ['error Реестр!A2'], []],
    [{ startDate: 'весной', transfers: null }, [], []],
  ])('are not judged where it would have decided: %j', (dates, shown, skipped) => {
    const families = [{ transfers: [['2026-03-02', 'BASE'] as const], ...dates }];
    expect(outcomeOf('level/transfer-order', { families })).toMatchObject({ shown, skipped });
  });
});

describe('a sign', () => {
  it('[R62] is held against the level that the pack ties it to', () => {
    expect(mismatched('BASE', 'послеразводное состояние')).toEqual([]);
    const [found] = mismatched('URGENT', 'послеразводное состояние; социальный контракт');
    expect(found?.params).toMatchObject({ signs: ['послеразводное состояние', 'социальный контракт'] });
  });
});

const unknownLevels = (family: object) =>
  outcomeOf('level/unknown', { families: [{ level: 'BASE', ...family }] }).shown;

describe('[R56] a level that no list knows', () => {
  it('is found at the level, not in the wording of a transfer', () => {
    expect(unknownLevels({ level: 'усиленный' })).toEqual(['error Реестр!A2']);
    expect(unknownLevels({ transfers: [['2026-03-02', 'усиленный']] })).toEqual([]);
  });
});

const transfersOn = (...days: readonly string[]) =>
  outcomeOf('level/transfer-order', {
    families: [
      {
        caseNo: '7',
        applicant: 'Ромашкина Анна',
        level: 'ADAPT',
        startDate: '2026-01-12',
        transfers: days.map((day) => [day, 'BASE'] as const),
        closedOn: '2026-06-01',
      },
    ],
  }).shown;

describe('the cells of level findings', () => {
  const family = { caseNo: '7', applicant: 'Ромашкина Анна', level: 'ADAPT' };

  it.each(['startDate', 'contractDate', 'registeredOn'] as const)('[R60] with only %s to count from', (field) => {
    const outcome = outcomeOf('level/adaptation-first-year', { families: [{ ...family, [field]: '2025-10-30' }] });
    expect(outcome).toMatchObject({ shown: ['error Реестр!C2'], skipped: [] });
  });

  it('[R62] is the level’s, and foreign signs alone are named', () => {
    const outcome = outcomeOf('level/sign-mismatch', {
      families: [
        { ...family, level: 'CRISIS', signs: 'нечто; послеразводное состояние' },
        { ...family, signs: null },
      ],
    });
    expect(outcome.shown).toEqual(['warning Реестр!C2']);
    expect(outcome.findings[0]?.params).toMatchObject({
      signs: ['послеразводное состояние'],
      levelRu: 'кризисный уровень',
      expectedRu: 'базовый уровень',
    });
  });

  it('[R61] is that of the transfers; equal days pass', () => {
    expect(transfersOn('2026-01-12', '2026-03-02', '2026-03-02', '2026-06-01')).toEqual([]);
    expect(transfersOn('2026-03-02', '2026-03-01')).toEqual(['error Реестр!E2']);
  });
});

/** The findings on transfers whose dates stand under the names of levels: one column, or several, per level. */
function underLevels(...days: readonly string[]): readonly unknown[] {
  const sketch = {
    families: [{ caseNo: '7', startDate: '2026-01-12', transfers: days.map((day) => [day, 'BASE'] as const) }],
  };
  const { register, pack, asOf } = testRun(sketch);
  const tables = register.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => (column.field === 'transfers' ? { ...column, code: 'BASE' } : column)),
  }));
  const families = register.families.map((row) => ({ ...row, table: tables[0] ?? row.table }));
  const rules = RULES.filter(({ id }) => id === 'level/transfer-order');
  return checkRegister({ ...register, tables, families }, { pack, asOf, rules }).findings.map(({ params }) => params);
}

describe('[R57] dates under the names of levels', () => {
  it('begin with the entry into the first level, which may lie before the start', () => {
    expect(underLevels('2026-01-05', '2026-03-02')).toEqual([]);
  });

  it('are held against the start from the second on, and against each other', () => {
    expect(underLevels('2026-01-05', '2026-01-06')).toEqual([
      { problem: 'beforeStart', day: '2026-01-06', other: '2026-01-12' },
    ]);
    expect(underLevels('2026-03-02', '2026-02-02')).toEqual([
      { problem: 'order', day: '2026-02-02', other: '2026-03-02' },
    ]);
  });

  it('are those of transfers alone: in a column of transfers the first counts too', () => {
    expect(transfersOn('2026-01-05', '2026-03-02')).toEqual(['error Реестр!E2']);
  });
});
