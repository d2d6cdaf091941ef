/** A sum of nought over families whose children nobody has counted is no number of children. */
import { describe, expect, it } from 'vitest';
import { FIGURES, type FigureName } from '../domain/figure-names.ts';
import { knownFigures } from './known-figures.ts';

const NONE = Object.fromEntries(FIGURES.map((name) => [name, 0])) as Record<FigureName, number>;

const children = (figures: Partial<Record<FigureName, number | null>>, unknown: number | null | undefined) => {
  const { startChildren, inChildren, outChildren, endChildren } = knownFigures({ ...NONE, ...figures }, unknown);
  return [startChildren, inChildren, outChildren, endChildren];
};

describe('children in the figures', () => {
  it.each([
    ['no family tells of its children', { start: 5, in: 2, out: 1, end: 6 }, 6, [null, null, null, null]],
    ['a server that does not say how many tell', { start: 5, end: 5 }, undefined, [null, 0, 0, null]],
    ['all have left, so that nobody is left to tell', { in: 3, out: 3 }, 0, [0, null, null, 0]],
  ] as const)('are not known: %s', (_name, figures, unknown, wanted) => {
    expect(children(figures, unknown)).toEqual(wanted);
  });

  it.each([
    ['no families', {}, 0, [0, 0, 0, 0]],
    ['some tell', { start: 5, startChildren: 4, end: 5, endChildren: 4 }, 3, [4, 0, 0, 4]],
    ['all tell, and have none', { start: 1, end: 1 }, 0, [0, 0, 0, 0]],
    ['hidden families', { start: null, end: null }, null, [0, 0, 0, 0]],
  ] as const)('stay as they are: %s', (_name, figures, unknown, wanted) => {
    expect(children(figures, unknown)).toEqual(wanted);
  });
});
