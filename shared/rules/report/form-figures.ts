/** Figures of a report form, put together by the line they stand in. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { Figure, FigureMeaning, ReportForm } from '../../domain/register.ts';

/** Figures of one district (or of all) in one unit, by meaning. A meaning that stands twice is left out: unclear. */
export type FigureLine = ReadonlyMap<FigureMeaning, Figure>;

const ONCE: readonly FigureMeaning[] = ['start', 'in', 'out', 'positive', 'end'];

/** The lines of a form, in the order of their first figures. */
export function figureLines({ figures }: ReportForm): readonly FigureLine[] {
  const groups = Map.groupBy(figures, (figure) => `${figure.district ?? ''}|${figure.unit}`);
  return [...groups.values()].map((its) => {
    const byMeaning = new Map<FigureMeaning, Figure>();
    for (const meaning of ONCE) {
      const [figure, second] = its.filter((one) => one.meaning === meaning);
      if (figure && !second) byMeaning.set(meaning, figure);
    }
    return byMeaning;
  });
}

/** The cell that a figure stands in. */
export function figureCell({ table }: ReportForm, { cell }: Figure): CellAddress {
  return { sheet: table.sheet, ...cell };
}

/** The figure as text, as it stands in the cell; nothing where the cell is empty. */
export function figureText({ value }: Figure): string {
  return String(value ?? '');
}

/** A form leaves a figure of none empty or crosses it out; null only when it cannot be read. */
export function figureValue(figure: Figure | undefined): number | null {
  if (!figure) return 0;
  return Number.isNaN(figure.value ?? 0) ? null : (figure.value ?? 0);
}
