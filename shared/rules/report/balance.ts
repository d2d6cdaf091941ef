import type { ReportForm } from '../../domain/register.ts';
import { registerRule } from '../rule.ts';
import type { Out } from '../rule.ts';
import { EXAMPLE_FORM, exampleForm } from './example-form.ts';
import { figureCell, figureLines, figureText, figureValue } from './form-figures.ts';
import type { FigureLine } from './form-figures.ts';

/** On the register at the start, plus taken on, minus removed, makes those at the end. */
export const reportBalance = registerRule({
  id: 'report/balance',
  severity: 'error',
  basis: ['F07', 'rules.md'],
  scope: 'register',
  reads: ['figures'],
  tables: ['summary'],
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('summary')) return run.skip('table-missing', 'table:summary');
    return (register, _links, out) => {
      for (const form of register.reports) for (const line of figureLines(form)) judge(form, line, out);
    };
  },
  examples: {
    passes: [
      { reports: [EXAMPLE_FORM] },
      { reports: [exampleForm({ in: null, end: 7 })] },
      { reports: [exampleForm({ end: null })] },
    ],
    fails: [{ reports: [exampleForm({ end: 12 })] }, { reports: [exampleForm({ in: null })] }],
    undecidable: [{ reports: [exampleForm({ out: Number.NaN })] }, { families: [] }],
  },
});

function judge(form: ReportForm, byMeaning: FigureLine, out: Out): void {
  const end = byMeaning.get('end');
  if (!end || end.value === null || !byMeaning.has('start') || !byMeaning.has('out')) return;
  const [start, taken, removed, atEnd] = (['start', 'in', 'out', 'end'] as const).map((meaning) =>
    figureValue(byMeaning.get(meaning)),
  );
  if (start === null || taken === null || removed === null || atEnd === null) {
    return out.skip('value-unreadable', 'table:summary');
  }
  const expected = (start ?? 0) + (taken ?? 0) - (removed ?? 0);
  if (expected === atEnd) return;
  out.findAt({
    table: form.table,
    cell: figureCell(form, end),
    field: null,
    value: figureText(end),
    params: { start: start ?? 0, in: taken ?? 0, out: removed ?? 0, expected, found: atEnd ?? 0 },
    related: (['start', 'in', 'out'] as const).flatMap((meaning) => {
      const figure = byMeaning.get(meaning);
      return figure ? [figureCell(form, figure)] : [];
    }),
  });
}
