/** Figures that a district declared in a form, against those that its register gives. */
import type { FigureMeaning, ReportForm } from '../domain/register.ts';
import type { CaseFacts } from './case-facts.ts';
import { figureOf, type FigureKey, type Measure } from './figures.ts';

export interface DeclaredDifference {
  readonly form: ReportForm;
  /** Index into the form's figures. */
  readonly figure: number;
  readonly declared: number;
  readonly computed: number;
  readonly key: FigureKey;
}

export interface DeclaredComparison {
  readonly compared: number;
  readonly differences: readonly DeclaredDifference[];
  /** Figures that could not be compared: no period, another unit, a meaning that is not computed, an empty cell. */
  readonly notCompared: number;
}

const MEASURE_OF: Partial<Record<FigureMeaning, { readonly families: Measure; readonly children: Measure }>> = {
  start: { families: 'start', children: 'startChildren' },
  in: { families: 'in', children: 'inChildren' },
  out: { families: 'out', children: 'outChildren' },
  positive: { families: 'positive', children: 'positiveChildren' },
  end: { families: 'end', children: 'endChildren' },
  level: { families: 'end', children: 'endChildren' },
};

/**
 * Holds every figure of the forms against the cases. `districtOf` turns the name of a district as it stands in a form
 * into the district of the facts; null for a name that it does not know (then the figure is not compared).
 */
export function compareDeclared(
  forms: readonly ReportForm[],
  cases: readonly CaseFacts[],
  districtOf: (name: string) => string | null,
): DeclaredComparison {
  const differences: DeclaredDifference[] = [];
  let compared = 0;
  let notCompared = 0;
  for (const form of forms) {
    for (const [figure, { value }] of form.figures.entries()) {
      const key = keyOf(form, figure, districtOf);
      if (key === null || value === null || Number.isNaN(value)) {
        notCompared += 1;
        continue;
      }
      compared += 1;
      const computed = figureOf(cases, key);
      if (computed !== value) differences.push({ form, figure, declared: value, computed, key });
    }
  }
  return { compared, differences, notCompared };
}

function keyOf(form: ReportForm, index: number, districtOf: (name: string) => string | null): FigureKey | null {
  const figure = form.figures[index];
  if (!figure || form.period === null || figure.unit === 'people') return null;
  const measure = MEASURE_OF[figure.meaning]?.[figure.unit];
  const district = figure.district === null ? undefined : districtOf(figure.district);
  if (measure === undefined || district === null) return null;
  if (figure.meaning === 'level' && figure.level === undefined) return null;
  const where = {
    ...(district === undefined ? {} : { district }),
    ...(figure.level === undefined ? {} : { level: figure.level }),
  };
  return { measure, period: form.period, where };
}
