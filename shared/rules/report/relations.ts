/** Wholes and parts of a report form: «в том числе» adds up, «из них» does not exceed. */
import type { Figure, FigureRelation, ReportForm } from '../../domain/register.ts';

export interface WholeAndParts {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/** The relations of a kind, with those of their figures that exist. */
export function relationsOf(form: ReportForm, kind: FigureRelation['kind']): readonly WholeAndParts[] {
  return form.relations.flatMap((relation) => {
    const whole = form.figures[relation.whole];
    const parts = relation.parts.flatMap((index) => form.figures[index] ?? []);
    return relation.kind === kind && whole ? [{ whole, parts }] : [];
  });
}
