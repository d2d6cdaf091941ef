import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../domain/day.ts';
import { BASE_PACK } from './base-pack.ts';
import { POST_CARE } from './code-lists.ts';
import { extendPack } from './extend-pack.ts';
import { normOn } from './norm-on.ts';
import { packSchema } from './pack.ts';
import { DEFAULT_PACK_ID, packById, PACKS } from './packs.ts';

const day = (iso: string): number => dayOfIso(iso) ?? Number.NaN;
const today = day('2026-10-31');

const normsOf = (id: string, level: string) => {
  const norms = packById(id)?.levels[level];
  if (!norms) throw new Error(`${id} has no level ${level}`);
  return {
    caseload: normOn(norms.caseload, today)?.max ?? null,
    term: normOn(norms.term, today)?.months ?? null,
    visits: normOn(norms.visits, today)?.min ?? null,
    per: normOn(norms.visits, today)?.per ?? null,
    review: normOn(norms.review, today)?.everyMonths ?? null,
  };
};
const NOTHING = { caseload: null, term: null, visits: null, per: null, review: null };

const deadlinesOf = (id: string) =>
  packById(id)?.deadlines.map(
    (d) => `${d.id} ${d.n} ${d.unit} ${d.shiftIfOff ? 'shift' : 'as is'} ${d.enabled ? 'on' : 'off'}`,
  );
const signLevels = (id: string) => new Set(packById(id)?.codes.signs.map((sign) => sign.level));
const dated = (max: number, validFrom: string | null, validTo: string | null) => ({ max, validFrom, validTo });

describe('the packs', () => {
  it('are those of the catalogue, the default among them', () => {
    expect(PACKS.map((pack) => pack.id)).toEqual(['hmao-2018', 'tula-substitute', 'training']);
    expect(packById(DEFAULT_PACK_ID)?.id).toBe('hmao-2018');
    expect(packById('atlantis')).toBeUndefined();
  });

  it.each(PACKS.map((pack) => [pack.id, pack] as const))('%s fits the schema', (_, pack) => {
    expect(packSchema.parse(structuredClone(pack))).toEqual(pack);
  });

  it.each([
    ['hmao-2018', 'ADAPT', NOTHING],
    ['hmao-2018', 'BASE', { caseload: 24, term: 12, visits: 2, per: 'month', review: null }],
    ['hmao-2018', 'CRISIS', NOTHING],
    ['hmao-2018', 'URGENT', NOTHING],
    ['tula-substitute', 'ADAPT', { ...NOTHING, term: 12, review: 3 }],
    ['tula-substitute', 'BASE', NOTHING],
    ['training', 'ADAPT', { caseload: 30, term: 12, visits: 1, per: 'month', review: 6 }],
    ['training', 'BASE', { caseload: 24, term: 12, visits: 2, per: 'month', review: 6 }],
    ['training', 'CRISIS', { caseload: 12, term: 6, visits: 1, per: 'week', review: 3 }],
    ['training', 'URGENT', { caseload: 6, term: 3, visits: 2, per: 'week', review: 1 }],
  ])('%s has for %s the norms that are known and no others', (id, level, norms) => {
    expect(normsOf(id, level)).toEqual(norms);
  });

  it('lower what is only recommended', () => {
    const base = packById('hmao-2018')?.levels['BASE'];
    const kinds = base && [base.caseload, base.term, base.visits].map((norms) => normOn(norms, today)?.kind);
    expect(kinds).toEqual(['recommended', 'recommended', 'required']);
  });

  it('share the common deadlines, the unconfirmed one switched off', () => {
    const common = [
      'application-decision 5 wd shift on',
      'application-programme 10 wd shift on',
      'programme-contract 1 cd shift off',
    ];
    expect(deadlinesOf('hmao-2018')).toEqual(common);
    expect(deadlinesOf('tula-substitute')).toEqual(common);
    expect(deadlinesOf('training')).toEqual([
      ...common,
      'application-survey 3 wd shift on',
      'decision-contract 5 wd shift on',
      'contract-first-visit 10 cd as is on',
    ]);
  });

  it('say that invented norms are invented', () => {
    expect(packById('training')?.notice?.ru).toContain('придуманы');
    expect(packById('hmao-2018')?.notice).toBeNull();
    expect(normOn(packById('training')?.levels['BASE']?.term ?? null, today)?.source.status).toBe('invented');
  });

  it('tie signs to the base level only where the source does', () => {
    expect(signLevels('hmao-2018')).toEqual(new Set(['BASE']));
    expect(signLevels('training')).toEqual(new Set(['BASE']));
    expect(signLevels('tula-substitute')).toEqual(new Set([undefined]));
  });
});

describe('a norm with dates', () => {
  it.each([
    ['2024-12-31', null],
    ['2025-01-01', 20],
    ['2025-12-31', 20],
    ['2026-01-01', 24],
  ])('counts on %s as %s', (on, max) => {
    const norms = [dated(24, '2026-01-01', null), dated(20, '2025-01-01', '2025-12-31')];
    expect(normOn(norms, day(on))?.max ?? null).toBe(max);
  });

  it('gives way to one that began later', () => {
    expect(normOn([dated(24, '2026-01-01', null), dated(20, null, null)], day('2026-05-01'))?.max).toBe(24);
  });

  it('that is null stays null', () => {
    expect(normOn(null, today)).toBeNull();
  });
});

describe('a pack extended', () => {
  const source = { text: { ru: 'приказ', en: 'order' }, status: 'confirmed' as const };
  const norm = { max: 10, kind: 'max' as const, source };

  it('keeps what it does not name, and changes what it names', () => {
    const pack = packSchema.parse(
      extendPack(BASE_PACK, {
        id: 'north',
        version: '3',
        levels: { CRISIS: { caseload: norm }, ADAPT: { firstYear: null } },
        deadlines: [
          {
            id: 'programme-contract',
            from: 'programme',
            to: 'contract',
            n: 2,
            unit: 'cd',
            shiftIfOff: false,
            kind: 'max',
            source,
          },
        ],
        codes: { categories: [POST_CARE, { code: 'CAT04', aliases: ['мд'] }] },
        postCareCategory: 'CAT13',
      }),
    );
    expect(pack.levels['CRISIS']?.caseload).toMatchObject({ max: 10 });
    expect(pack.levels['ADAPT']?.firstYear).toBeNull();
    expect(pack.levels['BASE']?.caseload).toBeNull();
    expect(pack.deadlines.map((d) => [d.id, d.n])).toEqual([
      ['application-decision', 5],
      ['application-programme', 10],
      ['programme-contract', 2],
    ]);
    expect(pack.codes.categories).toHaveLength(13);
    expect(pack.codes.categories.find((entry) => entry.code === 'CAT04')?.aliases).toContain('мд');
  });

  it('refuses a new code without a title', () => {
    expect(() => extendPack(BASE_PACK, { codes: { results: [{ code: 'R99' }] } })).toThrow('R99');
  });
});
