import type { Figure, Register, ReportForm } from '../../domain/register.ts';
import { registerRule } from '../rule.ts';
import type { Out } from '../rule.ts';
import { exampleForm } from './example-form.ts';
import { figureCell, figureText } from './form-figures.ts';
import { countFigure, districtKey, factsOf } from './register-counts.ts';
import type { CaseFact } from './register-counts.ts';

/** On the register at the start of October: two; one taken on, one removed for positive dynamics. */
const THREE = [
  { level: 'BASE', startDate: '2026-03-02', closedOn: null, closeReason: null },
  { level: 'BASE', startDate: '2026-03-02', closedOn: '2026-10-31', closeReason: 'R01' },
  { level: 'BASE', startDate: '2026-10-01', closedOn: null, closeReason: null },
];

/** A report and the register it is made from, in one workbook: the figures must be those that the register gives. */
export const reportRegister = registerRule({
  id: 'report/register',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'register',
  reads: [
    'figures',
    'startDate',
    'contractDate',
    'registeredOn',
    'closedOn',
    'closeReason',
    'result',
    'level',
    'district',
  ],
  tables: ['summary', 'families'],
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('summary')) return run.skip('table-missing', 'table:summary');
    if (!run.hasTable('families')) return run.skip('table-missing', 'table:families');
    const hasStart = (['startDate', 'contractDate', 'registeredOn'] as const).some((one) =>
      run.hasField('families', one),
    );
    if (!hasStart) return run.skip('column-missing', 'field:startDate');
    if (!run.hasField('families', 'closedOn')) return run.skip('column-missing', 'field:closedOn');
    const hasReason = run.hasField('families', 'closeReason') || run.hasField('families', 'result');
    const can: Can = {
      district: run.hasField('families', 'district'),
      positive: hasReason,
      level: run.hasField('families', 'level'),
    };
    return (register, _links, out) => {
      const facts = factsOf(register.families);
      for (const form of register.reports) judgeForm(form, register, { facts, can }, out);
    };
  },
  examples: {
    passes: [
      { families: THREE, reports: [exampleForm({ start: 2, in: 1, out: 1, positive: 1, end: 2, adapt: 0, base: 2 })] },
    ],
    fails: [
      { families: THREE, reports: [exampleForm({ start: 3, in: 1, out: 1, positive: 1, end: 2, adapt: 0, base: 2 })] },
      { families: THREE, reports: [exampleForm({ start: 2, in: 0, out: 1, positive: 1, end: 2, adapt: 0, base: 2 })] },
      { families: THREE, reports: [exampleForm({ start: 2, in: 1, out: 1, positive: 0, end: 2, adapt: 0, base: 2 })] },
      { families: THREE, reports: [exampleForm({ start: 2, in: 1, out: 1, positive: 1, end: 2, adapt: 1, base: 1 })] },
    ],
    undecidable: [
      { families: THREE, reports: [{ ...exampleForm(), period: null }] },
      { families: [{ level: 'BASE' }], reports: [exampleForm()] },
      { reports: [exampleForm()] },
      { families: THREE },
      {
        families: THREE,
        reports: [exampleForm({ start: 2, in: 1, out: 1, positive: 1, end: 2, adapt: 0, base: 2 }, 'Заречный')],
      },
    ],
  },
});

interface Can {
  readonly district: boolean;
  readonly positive: boolean;
  readonly level: boolean;
}

interface Known {
  readonly facts: readonly CaseFact[];
  readonly can: Can;
}

function judgeForm(form: ReportForm, register: Register, known: Known, out: Out): void {
  if (form.period === null) return out.skip('value-unreadable', 'table:summary');
  const byDistrict = Map.groupBy(known.facts, (fact) => fact.district);
  for (const figure of form.figures) {
    const missing = missingField(figure, known.can);
    if (missing) out.skip('column-missing', `field:${missing}`);
    if (missing || figure.unit !== 'families' || figure.value === null) continue;
    const facts = figure.district === null ? known.facts : byDistrict.get(districtKey(figure.district));
    if (!facts) {
      out.skip('value-unreadable', 'field:district');
      continue;
    }
    const counted = countFigure(figure, facts, form.period);
    if (counted === null) continue;
    if (Number.isNaN(figure.value)) out.skip('value-unreadable', 'table:summary');
    else judgeFigure(figure, counted, form, out);
  }
}

function missingField({ meaning, district }: Figure, can: Can): string | null {
  if (district !== null && !can.district) return 'district';
  if (meaning === 'positive' && !can.positive) return 'closeReason';
  return meaning === 'level' && !can.level ? 'level' : null;
}

function judgeFigure(
  figure: Figure,
  { count, unsure }: { count: number; unsure: number },
  form: ReportForm,
  out: Out,
): void {
  const found = figure.value ?? 0;
  if (found === count) return;
  // As many cases as have an unreadable date or level may be what is between the two figures.
  if (Math.abs(found - count) <= unsure) return out.skip('value-unreadable', 'field:startDate');
  out.findAt({
    table: form.table,
    cell: figureCell(form, figure),
    field: null,
    value: figureText(figure),
    params: { found, expected: count, label: figure.label, meaning: figure.meaning },
  });
}
