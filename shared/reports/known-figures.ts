/**
 * Numbers of children that are known. A register may hold families without the number of their children: the sum is
 * then nought, which nobody may take for «no children».
 */
import type { FigureName } from '../domain/figure-names.ts';

type Figures = Readonly<Record<FigureName, number | null>>;

const FAMILIES_OF: readonly (readonly [children: FigureName, families: FigureName])[] = [
  ['startChildren', 'start'],
  ['inChildren', 'in'],
  ['outChildren', 'out'],
  ['endChildren', 'end'],
];

/**
 * The figures with null for children of whom no family tells.
 * `childrenUnknown`: open families at the end of the period without the number of their children; null or absent: not told.
 */
export function knownFigures(figures: Figures, childrenUnknown: number | null | undefined): Figures {
  const isTold = childrenUnknown === 0 && (figures.end ?? 0) > 0;
  if (isTold) return figures;
  const unknown = FAMILIES_OF.filter(
    ([children, families]) => figures[children] === 0 && figures[families] !== 0 && figures[families] !== null,
  );
  return { ...figures, ...Object.fromEntries(unknown.map(([children]) => [children, null])) };
}
