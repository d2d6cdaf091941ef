import { addMonths } from '../../calendar/month-arithmetic.ts';
import { isOpen, levelFrom } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { Severity } from '../../domain/finding.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { normOn } from '../../packs/norm-on.ts';
import type { Pack } from '../../packs/pack.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { rowRule, severityOfNorm } from '../rule.ts';
import type { Out } from '../rule.ts';

/** A case that stays longer than its level, its own term or its programme allows is to be closed, moved or renewed. */
export const termExceeded = rowRule({
  id: 'level/term-exceeded',
  severity: 'by-norm',
  basis: ['S004', 'pack:levels.*.term'],
  scope: 'row',
  table: 'families',
  reads: [
    'level',
    'transfers',
    'termMonths',
    'programUntil',
    'startDate',
    'contractDate',
    'registeredOn',
    'closedOn',
    'decision',
  ],
  requires: ['level'],
  needs: ['levels.*.term'],
  prepare: (run) => {
    const hasStart = run.has('startDate') || run.has('contractDate') || run.has('registeredOn') || run.has('transfers');
    if (!hasStart && !run.has('programUntil')) return run.skip('column-missing', 'field:startDate');
    return (row, out) => {
      const level = row.values.level?.code ?? null;
      if (!isOpen(row, run.asOf)) return;
      const exceeded = earliestEnd(termEnds(row, run, out));
      if (!exceeded || run.asOf <= exceeded.end) return;
      const { end, by, months, source } = exceeded;
      out.find({
        row,
        field: 'level',
        severity: exceeded.severity,
        params: { by, months, end: isoOf(end), ...levelParam(run.pack, level ?? ''), ...source },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'BASE', startDate: '2025-10-31' }] },
      { families: [{ level: 'BASE', startDate: '2024-01-15', transfers: [['2026-02-02', 'BASE']] }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 10, programUntil: '2026-10-31' }] },
      { families: [{ level: 'CRISIS', startDate: '2025-01-15', closedOn: '2026-03-02' }] },
      { families: [{ level: 'URGENT', startDate: null }] },
    ],
    fails: [
      { families: [{ level: 'BASE', startDate: '2025-10-30' }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 9 }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', programUntil: '2026-10-30' }] },
      { families: [{ level: 'CRISIS', startDate: '2026-01-15', transfers: [['2026-04-29', 'CRISIS']] }] },
    ],
    undecidable: [
      { families: [{ level: 'BASE', startDate: 'весной' }] },
      { families: [{ level: 'BASE', startDate: '2020-01-15' }], pack: { levels: { BASE: { term: null } } } },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 'год' }] },
      { families: [{ level: 'BASE' }] },
    ],
  },
});

interface TermEnd {
  /** The last day of the term. */
  readonly end: Day;
  readonly by: 'norm' | 'ownTerm' | 'programme';
  /** Length of the term; 0 for a programme's own end. */
  readonly months: number;
  readonly severity: Severity;
  readonly source: Record<string, string>;
}

const NO_SOURCE = { sourceRu: '', sourceEn: '' };

/** Every end that counts for the row; says what could not be judged. */
function termEnds(row: FamilyRow, run: { readonly pack: Pack; readonly asOf: Day }, out: Out): readonly TermEnd[] {
  const { level, termMonths, programUntil } = row.values;
  const code = level?.code ?? null;
  const from = levelFrom(row, run.asOf);
  const norm = code === null ? null : normOn(run.pack.levels[code]?.term ?? null, run.asOf);
  // A recommended term lowers the rule for the level, the family's own term included.
  const severity = norm ? severityOfNorm(norm.kind) : 'error';
  const ends: TermEnd[] = [];
  if (code !== null && norm === null) out.skip('norm-null', `level:${code}`);
  if (Number.isNaN(from)) out.skip('value-unreadable', 'field:transfers');
  if (Number.isNaN(termMonths ?? 0)) out.skip('value-unreadable', 'field:termMonths');
  if (Number.isNaN(programUntil ?? 0)) out.skip('value-unreadable', 'field:programUntil');
  if (isKnown(from) && norm) {
    const { months } = norm;
    ends.push({ end: addMonths(from, months), by: 'norm', months, severity, source: sourceParam(norm.source) });
  }
  if (isKnown(from) && isKnown(termMonths) && termMonths > 0) {
    const end = addMonths(from, Math.floor(termMonths));
    ends.push({ end, by: 'ownTerm', months: termMonths, severity, source: NO_SOURCE });
  }
  if (isKnown(programUntil)) ends.push({ end: programUntil, by: 'programme', months: 0, severity, source: NO_SOURCE });
  return ends;
}

function earliestEnd(ends: readonly TermEnd[]): TermEnd | null {
  let earliest: TermEnd | null = null;
  for (const end of ends) if (earliest === null || end.end < earliest.end) earliest = end;
  return earliest;
}
