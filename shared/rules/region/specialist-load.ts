import { isNotClosed } from '../../domain/case-state.ts';
import { isOver, loadLimit, wholeCases } from '../../packs/load-limit.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { severityOfNorm } from '../rule.ts';
import type { RegionCase, RegionOut, RegionRule, RegionRun, RegionSpecialist } from './region-rule.ts';

/**
 * One specialist with families in several districts: within the norm in each of them, and beyond it in all. Within one
 * district it is caseload/over-norm.
 */
export const specialistLoad: RegionRule = {
  id: 'region/specialist-load',
  severity: 'by-norm',
  basis: ['S004', 'pack:levels.*.caseload'],
  needs: ['levels.*.caseload'],
  check: (run, out) => {
    const open = run.cases.filter(
      ({ isRefused, closedOn, curator }) => curator !== null && !isRefused && isNotClosed(closedOn, run.asOf),
    );
    for (const [curator, its] of Map.groupBy(open, (one) => one.curator ?? '')) {
      if (new Set(its.map(({ district }) => district)).size < 2) continue;
      out.look(1);
      const rate = rateOf(run.staff.filter((line) => line.curator === curator));
      if (Number.isNaN(rate)) out.skip('value-unreadable', 'field:rate');
      else judge(its, rate, { run, out });
    }
  },
  examples: {
    passes: [
      { cases: [...families('north', 3), ...families('south', 3)] },
      { cases: families('north', 9) },
      { cases: [...families('north', 3), ...families('south', 4, 'p2')] },
    ],
    fails: [
      { cases: [...families('north', 3), ...families('south', 4)] },
      {
        cases: [...families('north', 2), ...families('south', 2)],
        staff: [
          { district: 'north', curator: 'p1', rate: 0.25 },
          { district: 'south', curator: 'p1', rate: 0.25 },
        ],
      },
    ],
    undecidable: [
      {
        cases: [...families('north', 9), ...families('south', 9)],
        pack: { levels: { URGENT: { caseload: null } } },
      },
      {
        cases: [...families('north', 9), ...families('south', 9)],
        staff: [{ district: 'north', curator: 'p1', rate: Number.NaN }],
      },
    ],
  },
};

function judge(
  cases: readonly RegionCase[],
  rate: number,
  { run, out }: { readonly run: RegionRun; readonly out: RegionOut },
): void {
  for (const [level, its] of Map.groupBy(cases, (one) => one.level)) {
    if (level === null) out.skip('value-unreadable', 'field:level');
    const found = level === null ? null : loadLimit(run.pack, level, { rate, asOf: run.asOf });
    if (level !== null && !found) out.skip('norm-null', `level:${level}`);
    if (level === null || !found || !isOver(its.length, found.limit)) continue;
    const beyond = its[wholeCases(found.limit)];
    const districts = new Set(its.map(({ district }) => district));
    if (!beyond || districts.size < 2) continue;
    out.find({
      district: beyond.district,
      id: beyond.id,
      field: null,
      severity: severityOfNorm(found.norm.kind),
      params: {
        count: its.length,
        own: its.filter(({ district }) => district === beyond.district).length,
        districts: districts.size,
        norm: found.norm.max,
        rate,
        limit: found.limit,
        ...levelParam(run.pack, level),
        ...sourceParam(found.norm.source),
      },
    });
  }
}

/** Shares of one person in several districts add up; 1 where no staff list names the person. */
function rateOf(lines: readonly RegionSpecialist[]): number {
  return lines.length === 0 ? 1 : lines.reduce((sum, { rate }) => sum + (rate ?? 1), 0);
}

function families(district: string, count: number, curator = 'p1') {
  return Array.from({ length: count }, () => ({ district, level: 'URGENT', curator, start: '2026-03-02' }));
}
