import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPackFaultText } from '../reports/pack-problem-texts.ts';
import type { OwnPack, OwnPackOutcome } from './own-pack.ts';
import { MOST_OWN_PACK_CHARACTERS, ownPackText, packOfOwn, parseOwnPack, startOwnPack } from './own-pack.ts';
import { packProblems } from './pack-problems.ts';
import { packById, PACKS } from './packs.ts';

const SOURCE = { text: { ru: 'Приказ от 01.02.2026 № 3', en: 'Order' }, status: 'confirmed' as const };
const VISITS = {
  min: 3,
  per: 'month' as const,
  kind: 'required' as const,
  source: SOURCE,
  validFrom: null,
  validTo: null,
};

function own(differences: Partial<OwnPack['differences']>, base = 'hmao-2018'): OwnPack {
  const start = startOwnPack(base, 'Нормы округа');
  return { ...start, differences: { ...start.differences, ...differences } };
}

function packOf(pack: OwnPack) {
  const outcome = packOfOwn(pack);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.pack;
}

const sentenceOf = (outcome: OwnPackOutcome): string => (outcome.ok ? '' : ownPackFaultText(outcome, 'ru'));
const damaged = (part: object): string => JSON.stringify({ ...own({}), ...part });
const withDifferences = (differences: object): string =>
  damaged({ differences: { ...own({}).differences, ...differences } });

describe('a region’s own pack', () => {
  it('is the base where it says nothing, under a name and an id of its own', () => {
    const base = packById('hmao-2018');
    const { id, version, title, ...rest } = packOf(own({}));
    expect({ ...base, ...rest }).toEqual(base);
    expect({ id, title: title.ru }).toEqual({ id: 'hmao-2018-own', title: 'Нормы округа' });
    expect(version).not.toBe(base?.version);
  });

  it('replaces a norm, switches one off, and leaves the others of the level alone', () => {
    const pack = packOf(own({ levels: { BASE: { visits: VISITS, term: null } } }));
    expect(pack.levels['BASE']).toMatchObject({ visits: { min: 3 }, term: null, caseload: { max: 24 } });
  });

  it('adds deadlines, wordings and days of the calendar', () => {
    const deadline = packById('training')?.deadlines.find(({ id }) => id === 'decision-contract');
    const pack = packOf(
      own({
        deadlines: deadline ? [{ ...deadline, n: 7 }] : [],
        codes: { levels: [{ code: 'BASE', aliases: ['уровень Б'] }] },
        calendar: { '2026': { off: ['08-24'], work: [], source: SOURCE } },
      }),
    );
    expect(pack.deadlines.find(({ id }) => id === 'decision-contract')?.n).toBe(7);
    expect(pack.codes.levels.find(({ code }) => code === 'BASE')?.aliases).toContain('уровень Б');
    expect(pack.calendar['2026']?.off).toEqual(['08-24']);
  });

  it('keeps the notice of an invented base', () => {
    expect(packOf(own({}, 'training')).notice).toEqual(packById('training')?.notice);
  });

  it('has another version when it says something else', () => {
    const versions = [own({}), own({ levels: { BASE: { term: null } } }), { ...own({}), revision: 1 }].map(
      (one) => packOf(one).version,
    );
    expect(new Set(versions).size).toBe(3);
  });

  it('comes back from its text as it was', () => {
    const pack = own({ levels: { CRISIS: { visits: VISITS } } });
    expect(parseOwnPack(ownPackText(pack))).toMatchObject({ ok: true, own: pack });
  });

  it.each([
    ['no JSON', '{"kurator":', 'damaged', 'повреждён'],
    ['a file of something else', '{"name":"x"}', 'foreign', 'не файл норм'],
    ['a list', '[]', 'foreign', 'не файл норм'],
    ['a form of a newer version', damaged({ form: 2 }), 'newer', 'более новой'],
    ['a base that nobody has', damaged({ base: 'nowhere' }), 'base-unknown', 'набора, которого здесь нет'],
    [
      'a number below one',
      withDifferences({ levels: { BASE: { visits: { ...VISITS, min: 0 } } } }),
      'invalid',
      'Посещения',
    ],
    ['a level that the base lacks', withDifferences({ levels: { SEVENTH: {} } }), 'invalid', 'В наборе этого нет'],
    [
      'a list that no pack has',
      withDifferences({ codes: { colours: [{ code: 'RED', aliases: ['к'] }] } }),
      'invalid',
      'нет',
    ],
    [
      'a day that does not exist',
      withDifferences({ calendar: { 2026: { off: ['02-30'], work: [], source: SOURCE } } }),
      'invalid',
      'Дня 30.02 нет',
    ],
    [
      'a day both off and worked',
      withDifferences({ calendar: { 2026: { off: ['02-20'], work: ['02-20'], source: SOURCE } } }),
      'invalid',
      'и выходным, и рабочим',
    ],
    [
      'a norm that ends before it begins',
      withDifferences({ levels: { BASE: { visits: { ...VISITS, validFrom: '2026-02-01', validTo: '2026-01-01' } } } }),
      'invalid',
      'раньше начала',
    ],
    [
      'a wording that means another code',
      withDifferences({ codes: { levels: [{ code: 'CRISIS', aliases: ['Базовый'] }] } }),
      'invalid',
      'уже значит другое',
    ],
    ...[
      'javascript:alert(1)',
      'file://elsewhere/share',
      'ms-word:ofe|u|https://elsewhere.ru/a',
      'data:text/html,x',
    ].map((url): [string, string, string, string] => [
      `a source at ${url}`,
      withDifferences({ levels: { BASE: { visits: { ...VISITS, source: { ...SOURCE, url } } } } }),
      'invalid',
      'Посещения',
    ]),
    ['text without end', 'я'.repeat(MOST_OWN_PACK_CHARACTERS + 1), 'too-large', 'слишком много'],
  ])('answers %s with one sentence', (_name, text, why, words) => {
    const outcome = parseOwnPack(text);
    expect(outcome).toMatchObject({ ok: false, why });
    expect(sentenceOf(outcome)).toContain(words);
  });

  it('never throws, whatever the file holds', () => {
    const odd = fc.record({
      kurator: fc.constant('pack'),
      form: fc.constant(1),
      base: fc.constant('training'),
      title: fc.constant('x'),
      revision: fc.constant(0),
      differences: fc.record({
        levels: fc.dictionary(fc.string(), fc.anything()),
        codes: fc.dictionary(fc.string(), fc.anything()),
        calendar: fc.anything(),
      }),
    });
    const law = fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        odd.map((one) => String(JSON.stringify(one))),
      ),
      (text) => {
        const outcome = parseOwnPack(text);
        return outcome.ok || sentenceOf(outcome) !== '';
      },
    );
    expect(() => fc.assert(law)).not.toThrow();
  });
});

describe('packs that come with the product', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('%s has no problem', (_id, pack) => {
    expect(packProblems(pack)).toEqual([]);
  });
});
