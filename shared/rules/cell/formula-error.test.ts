import { describe, expect, it } from 'vitest';
import type { RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

type Family = RowSketch<'families'>;

const shown = (id: Parameters<typeof outcomeOf>[0], ...families: readonly Family[]) =>
  outcomeOf(id, { families }).shown;
const specialists = [{ name: 'Ландышева О. И.' }];
const errorIn = (field: string, error: string): Family => ({ [field]: error, raw: { [field]: { error } } });
const journal = (curator: string, specialist: string) =>
  outcomeOf('visits/other-specialist', { families: [{ caseNo: '7', curator }], visits: [{ caseNo: '7', specialist }] })
    .shown;

describe("a formula's error in a cell", () => {
  it.each([
    ['cell/date-invalid', 'nextReview', '#N/A'],
    ['cell/number-invalid', 'childrenCount', '#DIV/0!'],
    ['cell/snils', 'snils', '#REF!'],
    ['cell/phone', 'phone', '#DIV/0!'],
    ['cell/code-unknown', 'source', '#N/A'],
    ['cell/code-unknown', 'categories', '#VALUE!'],
    ['level/unknown', 'level', '#NAME?'],
    ['identity/curator-variant', 'curator', '#REF!'],
  ] as const)('[R12] is not also found by %s', (id, field, error) => {
    const families = [errorIn(field, error)];
    expect(outcomeOf(id, { families, specialists }).shown).toEqual([]);
    expect(outcomeOf('cell/formula-error', { families, specialists }).shown).toEqual(['error Реестр!A2']);
  });

  it('[R12] numbers no case and names nobody', () => {
    const unnamed = [errorIn('applicant', '#REF!'), errorIn('applicant', '#REF!')].map((family) => ({
      ...family,
      children: [{ birth: '2015-03-01' }],
    }));
    const unnumbered = [errorIn('caseNo', '#N/A'), errorIn('caseNo', '#N/A')];
    expect(shown('identity/case-number-duplicate', ...unnumbered)).toEqual([]);
    expect(shown('identity/family-duplicate', ...unnamed)).toEqual([]);
    const load = outcomeOf('caseload/over-norm', {
      families: Array.from({ length: 7 }, () => ({ level: 'URGENT', ...errorIn('curator', '#REF!') })),
    });
    expect(load.shown).toEqual([]);
  });

  it('[R12] is nobody who could have gone in place of another', () => {
    expect(journal('Ландышева О. И.', 'Пионов К. Р.')).toHaveLength(1);
    expect(journal('#REF!', 'Пионов К. Р.')).toEqual([]);
    expect(journal('Ландышева О. И.', '#REF!')).toEqual([]);
  });

  it('[R12] hides nothing that other cells of the row show', () => {
    const snils = '112-233-445 95';
    const twins = [
      { applicant: 'Ромашкина Анна', snils },
      { ...errorIn('applicant', '#REF!'), snils },
    ];
    expect(shown('identity/family-duplicate', ...twins)).toEqual(['error Реестр!A3']);
    const overdue = { ...errorIn('level', '#N/A'), startDate: '2026-01-12', programUntil: '2026-06-01' };
    expect(shown('level/term-exceeded', overdue)).toEqual(['error Реестр!A2']);
  });

  it('[R12] leaves findings at the key cell of the row', () => {
    const family = { ...errorIn('caseNo', '#REF!'), given: ['level'] as const, level: 'усиленный' };
    expect(shown('level/unknown', family)).toEqual(['error Реестр!A2']);
  });

  it.each(['#REF!', '#DIV/0!', '#NAME?', '#N/A', '#SPILL!', '#GETTING_DATA', '#ССЫЛКА!', '#ДЕЛ/0!', '#ИМЯ?', '#Н/Д'])(
    '[R12] is found where %s has become text, and by no other rule',
    (text) => {
      expect(shown('cell/formula-error', { source: text })).toEqual(['error Реестр!A2']);
      expect(shown('cell/code-unknown', { source: text })).toEqual([]);
      expect(shown('level/unknown', { level: text })).toEqual([]);
    },
  );

  it.each(['#15/2025', '№ 7', '#', 'формула дала #Н/Д', '#Н/Д?', '# REF!'])('is not the text %s', (caseNo) => {
    expect(shown('cell/formula-error', { caseNo })).toEqual([]);
    expect(shown('identity/case-number-duplicate', { caseNo }, { caseNo })).toHaveLength(1);
  });
});
