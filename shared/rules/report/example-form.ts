/** A small report form for the examples of the report rules: one district, October 2026. */
import { dayOfIso } from '../../domain/day.ts';
import type { Figure, FigureMeaning, ReportForm, Table } from '../../domain/register.ts';

const TABLE: Table = {
  sheet: 'Отчёт',
  kind: 'summary',
  headerRows: [1],
  firstRow: 2,
  lastRow: 8,
  columns: [],
  skippedRows: [],
  duplicateHeadings: [],
  givenFields: [],
  isTextFile: false,
};

/** Null: the cell is empty. NaN: it cannot be read. */
export interface ExampleFigures {
  readonly start?: number | null;
  readonly in?: number | null;
  readonly out?: number | null;
  readonly positive?: number | null;
  readonly end?: number | null;
  readonly adapt?: number | null;
  readonly base?: number | null;
}

const FIGURES = { start: 10, in: 3, out: 3, positive: 2, end: 10, adapt: 4, base: 6 };

/** A form of five figures and two levels; figures that are not named agree with each other. */
export function exampleForm(figures: ExampleFigures = {}, district: string | null = null): ReportForm {
  const its = { ...FIGURES, ...figures };
  const figure = (row: number, meaning: FigureMeaning, value: number | null, level?: string): Figure => ({
    meaning,
    district,
    unit: 'families',
    value,
    cell: { row, column: 1 },
    label: meaning,
    ...(level === undefined ? {} : { level }),
  });
  return {
    table: TABLE,
    period: { from: dayOfIso('2026-10-01') ?? 0, to: dayOfIso('2026-10-31') ?? 0 },
    figures: [
      figure(2, 'start', its.start),
      figure(3, 'in', its.in),
      figure(4, 'out', its.out),
      figure(5, 'positive', its.positive),
      figure(6, 'end', its.end),
      figure(7, 'level', its.adapt, 'ADAPT'),
      figure(8, 'level', its.base, 'BASE'),
    ],
    relations: [
      { kind: 'subset', whole: 2, parts: [3] },
      { kind: 'sum', whole: 4, parts: [5, 6] },
    ],
  };
}

/** A form whose figures all agree. */
export const EXAMPLE_FORM: ReportForm = exampleForm();
