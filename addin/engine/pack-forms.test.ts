import { describe, expect, it } from 'vitest';
import { ownPackText, packOfOwn, parseOwnPack, startOwnPack } from '../../shared/packs/own-pack.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { NormPlace } from './pack-edits.ts';
import {
  freeDeadlineId,
  goneWordings,
  isOwnNorm,
  isUnchanged,
  normsAt,
  ownEntries,
  ownWordings,
  withBaseDeadline,
  withBaseNorm,
  withCalendarYear,
  withDeadline,
  withNorms,
  withOwnEntry,
  withoutOwnEntry,
  withoutWordings,
  withWordings,
} from './pack-edits.ts';
import { deadlineForm, deadlineOfForm, entryOfForm, normForm, normOfForm, yearForm, yearOfForm } from './pack-forms.ts';

const BASE_VISITS: NormPlace = { level: 'BASE', name: 'visits' };
const training = packById('training');
if (!training) throw new Error('no training pack');
const fresh = startOwnPack('training', 'Нормы округа');
const SOURCE = { text: 'Приказ № 3', url: '', status: 'confirmed' } as const;

function packOf(own: typeof fresh) {
  const outcome = packOfOwn(own);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.pack;
}

describe('the id of an own deadline', () => {
  it('is one that no other has, however many there are', () => {
    const deadline = training.deadlines[0];
    if (!deadline) throw new Error('the training pack has deadlines');
    let own = fresh;
    for (let count = 0; count < 60; count += 1) {
      own = withDeadline(own, { ...deadline, id: freeDeadlineId(packOf(own).deadlines) });
    }
    expect(packOf(own).deadlines).toHaveLength(training.deadlines.length + 60);
  });
});

describe('the form of a norm', () => {
  it('gives back the norm that it shows', () => {
    for (const level of ['ADAPT', 'BASE', 'CRISIS', 'URGENT']) {
      for (const name of ['caseload', 'visits', 'term', 'review', 'firstYear'] as const) {
        for (const entry of normsAt(training, { level, name })) {
          const outcome = normOfForm({ ...normForm(entry, { level, name }), ...SOURCE }, { level, name });
          // The form knows one language of a source; ids of sources stay with the base.
          const { source: _source, ...rest } = entry;
          expect(outcome).toMatchObject({ ok: true, value: rest });
        }
      }
    }
  });

  it('asks who changes an invented norm for a source of their own', () => {
    const [invented] = normsAt(training, BASE_VISITS);
    if (invented === undefined) throw new Error('the training pack has visits');
    expect(invented.source.status).toBe('invented');
    const form = normForm(invented, BASE_VISITS);
    expect(normOfForm(form, BASE_VISITS)).toEqual({ ok: false, faults: { source: 'source' } });
    const own = normOfForm({ ...form, text: 'Приказ № 3' }, BASE_VISITS);
    expect(own).toMatchObject({ ok: true, value: { source: { text: { ru: 'Приказ № 3' }, status: 'unconfirmed' } } });
  });

  it.each([
    [{ number: '0' }, { number: 'number' }],
    [{ number: '2,5' }, { number: 'number' }],
    [{ number: '10000' }, { number: 'number' }],
    [{ number: '' }, { number: 'number' }],
    [{ text: '  ' }, { source: 'source' }],
    [{ url: 'javascript:alert(1)' }, { url: 'url' }],
    [{ url: 'приказ' }, { url: 'url' }],
    [{ validFrom: '2026-02-01', validTo: '2026-01-31' }, { validTo: 'period' }],
  ])('says what is wrong with %j', (part, faults) => {
    const form = { ...normForm(null, BASE_VISITS), ...SOURCE, number: '3', ...part };
    expect(normOfForm(form, BASE_VISITS)).toEqual({ ok: false, faults });
  });
});

describe('an entry of the region’s own', () => {
  const SOURCED = SOURCE;
  const add = (own: typeof fresh, title: string) => {
    const outcome = entryOfForm({ ...SOURCED, title }, packOf(own).codes.results);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    return withOwnEntry(own, 'results', outcome.value);
  };

  it('joins the list with its source, and its wordings go with it', () => {
    const two = add(add(fresh, 'переезд к родственникам'), ' смена опекуна ');
    const own = withWordings(two, 'results', 'OWN1', ['к бабушке']);
    expect(packOf(own).codes.results.slice(-2)).toMatchObject([
      { code: 'OWN2', title: { ru: 'смена опекуна' }, source: { text: { ru: 'Приказ № 3' } } },
      { code: 'OWN1', aliases: ['к бабушке'] },
    ]);
    expect(ownEntries(own, 'results').map(({ code }) => code)).toEqual(['OWN2', 'OWN1']);
    expect(parseOwnPack(ownPackText(own))).toMatchObject({ ok: true, own });
    const one = withoutOwnEntry(own, 'results', 'OWN1');
    expect(packOf(one).codes.results.map(({ code }) => code)).not.toContain('OWN1');
    expect(isUnchanged(withoutOwnEntry(one, 'results', 'OWN2'))).toBe(true);
    expect(add(one, 'новое').differences.codes['results']?.map(({ code }) => code)).toEqual(['OWN2', 'OWN1']);
  });

  it.each([
    [{ title: ' ' }, { title: 'title' }],
    [{ title: 'Положительная динамика' }, { title: 'title-twice' }],
    [{ title: 'новое', text: '' }, { source: 'source' }],
    [{ title: 'новое', url: 'приказ' }, { url: 'url' }],
  ])('is not taken with %j', (part, faults) => {
    expect(entryOfForm({ ...SOURCED, ...part }, training.codes.results)).toEqual({ ok: false, faults });
  });

  it.each([
    ['levels', 'OWN1', { ru: 'особый', en: 'special' }],
    ['decisions', 'OWN1', { ru: 'отложено', en: 'put off' }],
    ['results', 'R99', { ru: 'иное', en: 'other' }],
    ['results', 'OWN1', undefined],
    ['results', 'R01', { ru: 'иное', en: 'other' }],
  ])('cannot be put into %s as %s', (list, code, title) => {
    const entry = { code, aliases: ['иное'], ...(title ? { title } : {}) };
    const own = { ...fresh, differences: { ...fresh.differences, codes: { [list]: [entry] } } };
    expect(packOfOwn(own)).toMatchObject({ ok: false, why: 'invalid', problems: [{ kind: 'unknown' }] });
  });
});

describe('a wording of the base', () => {
  const [code, words] = (() => {
    const entry = training.codes.categories.find(({ aliases }) => aliases.length > 1);
    return [entry?.code ?? '', entry?.aliases ?? []] as const;
  })();
  const [word = '', other = ''] = words;
  const aliases = (own: typeof fresh) => packOf(own).codes.categories.find((entry) => entry.code === code)?.aliases;

  it('is taken away, in any writing, and comes back', () => {
    const own = withoutWordings(fresh, 'categories', code, [word.toUpperCase()]);
    expect(aliases(own)).toEqual(words.slice(1));
    expect(goneWordings(own, 'categories', code)).toEqual([word.toUpperCase()]);
    expect(parseOwnPack(ownPackText(own))).toMatchObject({ ok: true, own });
    const back = withoutWordings(own, 'categories', code, []);
    expect(aliases(back)).toEqual(words);
    expect(isUnchanged(back)).toBe(true);
  });

  it('leaves the region’s own wordings of the entry alone, and may mean another entry then', () => {
    const another = training.codes.categories.find((entry) => entry.code !== code)?.code ?? '';
    const both = withWordings(withoutWordings(fresh, 'categories', code, [word]), 'categories', code, ['наше']);
    expect(aliases(both)).toEqual([...words.slice(1), 'наше']);
    expect(packOfOwn(withWordings(both, 'categories', another, [word]))).toMatchObject({ ok: true });
    expect(packOfOwn(withWordings(both, 'categories', another, [other]))).toMatchObject({ ok: false });
  });
});

describe('the form of a deadline', () => {
  const deadline = training.deadlines.find(({ id }) => id === 'decision-contract');
  if (!deadline) throw new Error('no deadline');

  it('gives back the deadline that it shows, and takes zero days', () => {
    const form = { ...deadlineForm(deadline), ...SOURCE };
    expect(deadlineOfForm(deadline.id, form, training)).toMatchObject({ ok: true, value: { ...deadline, source: {} } });
    expect(deadlineOfForm(deadline.id, { ...form, number: '0' }, training)).toMatchObject({
      ok: true,
      value: { n: 0 },
    });
  });

  it.each([
    [{ number: '-1' }, { number: 'number-or-zero' }],
    [{ to: 'decision' as const }, { to: 'steps' }],
    [{ to: 'application' as const }, { to: 'steps' }],
  ])('says what is wrong with %j', (part, faults) => {
    expect(deadlineOfForm(deadline.id, { ...deadlineForm(deadline), ...SOURCE, ...part }, training)).toEqual({
      ok: false,
      faults,
    });
  });
});

describe('the form of a year', () => {
  it('reads days as people write them', () => {
    const form = { ...yearForm('', null), ...SOURCE, year: '2026', off: '24.08, 8.1', work: '22.02.' };
    const outcome = yearOfForm(form);
    expect(outcome).toMatchObject({ ok: true, value: { off: ['08-24', '01-08'], work: ['02-22'] } });
    const shown = yearForm('2026', outcome.ok ? outcome.value : null);
    expect(shown).toMatchObject({ off: '24.08, 08.01', work: '22.02' });
  });

  it.each([
    [{ year: '26' }, 'year', 'year'],
    [{ off: '30.02' }, 'off', 'day'],
    [{ work: 'понедельник' }, 'work', 'day'],
    [{ off: '24.08', work: '24.08' }, 'work', 'day-twice'],
  ])('says what is wrong with %j', (part, field, fault) => {
    const outcome = yearOfForm({ ...yearForm('', null), ...SOURCE, year: '2026', ...part });
    expect(outcome).toMatchObject({ ok: false, faults: { [field]: fault } });
  });
});

describe('changes of a pack', () => {
  const outcome = normOfForm({ ...normForm(null, BASE_VISITS), ...SOURCE, number: '4' }, BASE_VISITS);
  if (!outcome.ok) throw new Error('no norm');
  const norm = outcome.value;

  it('set a norm, several with dates, or none', () => {
    const one = withNorms(fresh, BASE_VISITS, [norm]);
    expect(packOf(one).levels['BASE']?.visits).toMatchObject({ min: 4 });
    const two = withNorms(fresh, BASE_VISITS, [norm, { ...norm, validFrom: '2027-01-01' }]);
    expect(normsAt(packOf(two), BASE_VISITS)).toHaveLength(2);
    expect(normsAt(packOf(withNorms(one, BASE_VISITS, [])), BASE_VISITS)).toEqual([]);
  });

  it('can all be taken back', () => {
    const deadline = training.deadlines[0];
    if (!deadline) throw new Error('no deadline');
    const days = { off: ['08-24'], work: [], source: norm.source };
    const place = { level: null, name: 'programRevision' } as const;
    const changed = withCalendarYear(
      withWordings(withDeadline(withNorms(withNorms(fresh, BASE_VISITS, []), place, []), deadline), 'levels', 'BASE', [
        'Б',
      ]),
      '2026',
      days,
    );
    expect(isOwnNorm(changed, BASE_VISITS) && isOwnNorm(changed, place)).toBe(true);
    expect(ownWordings(changed, 'levels', 'BASE')).toEqual(['Б']);
    const back = withCalendarYear(
      withWordings(
        withBaseDeadline(withBaseNorm(withBaseNorm(changed, BASE_VISITS), place), deadline.id),
        'levels',
        'BASE',
        [],
      ),
      '2026',
      null,
    );
    expect(isUnchanged(changed)).toBe(false);
    expect(isUnchanged(back)).toBe(true);
    expect(packOf(back)).toEqual(packOf(fresh));
  });
});
