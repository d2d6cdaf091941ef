import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRemembered } from './merge-remembered.ts';
import { FRESH_STATE, type RememberedState } from './remembered-state.ts';

const explanation = (identity: string, reason: string) => ({
  identity,
  reason,
  author: 'Петрова',
  since: '2026-02-02',
  until: null,
});

/** A state with explanations and corrections of a few keys, so that two often speak of the same one. */
const state = fc
  .record({
    explanations: fc.uniqueArray(fc.tuple(fc.constantFrom('а', 'б', 'в', 'г'), fc.constantFrom('ждём', 'уточняем')), {
      selector: ([identity]) => identity,
    }),
    sheets: fc.uniqueArray(fc.constantFrom('Реестр', 'Журнал', 'Архив')),
    sync: fc.constantFrom(null, 'ks1.a', 'ks1.b'),
    marksShown: fc.boolean(),
  })
  .map(({ explanations, sheets, sync, marksShown }): RememberedState => ({
    ...FRESH_STATE,
    explanations: explanations.map(([identity, reason]) => explanation(identity, reason)),
    corrections: sheets.map((sheet) => ({ sheet, fields: { Уровень: null } })),
    sync,
    marksShown,
  }));

const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted();

/** The order of lists says nothing. */
function plain({ explanations, corrections, ...rest }: RememberedState) {
  return { ...rest, explanations: sorted(explanations), corrections: sorted(corrections) };
}

const reasonOf = ({ explanations }: RememberedState, identity: string): string | null =>
  explanations.find((one) => one.identity === identity)?.reason ?? null;

describe('the states that two panes have kept', () => {
  it('are ours where the other has changed nothing, and theirs where we have not', () => {
    fc.assert(
      fc.property(state, state, (base, other) => {
        expect(plain(mergeRemembered(base, other, base))).toEqual(plain(other));
        expect(plain(mergeRemembered(base, base, other))).toEqual(plain(other));
      }),
    );
  });

  it('keep of every explanation what one of them made of it, ours where both did', () => {
    fc.assert(
      fc.property(state, state, state, (base, mine, theirs) => {
        const merged = mergeRemembered(base, mine, theirs);
        for (const identity of ['а', 'б', 'в', 'г']) {
          const [was, ours, others] = [base, mine, theirs].map((one) => reasonOf(one, identity));
          expect(reasonOf(merged, identity)).toBe(ours === was ? others : ours);
        }
      }),
    );
  });

  it('keep what a newer pane has written beside', () => {
    const theirs = { ...FRESH_STATE, later: { of: 'a newer version' } };
    expect(mergeRemembered(FRESH_STATE, { ...FRESH_STATE, marksShown: false }, theirs)).toEqual({
      ...theirs,
      marksShown: false,
    });
  });
});
