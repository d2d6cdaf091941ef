/** The pack's deadlines, those that a table can be held against; the others are named under «Не проверено». */
import type { Deadline } from '../../packs/pack.ts';
import type { TableRun } from '../rule.ts';
import { isDatedStep, stepField } from './steps.ts';
import type { VisitSources } from './first-visit.ts';

/** Those that are switched on and whose two steps the table or the journal tells of, in the order of the pack. */
export function judgedDeadlines(run: TableRun<'families'>, sources: VisitSources): readonly Deadline[] {
  return run.pack.deadlines.filter((deadline) => {
    if (!deadline.enabled) {
      run.skip('norm-null', `deadline:${deadline.id}`);
      return false;
    }
    const missing = [deadline.from, deadline.to].flatMap((step) => {
      if (isDatedStep(step)) return run.has(stepField(step)) ? [] : [stepField(step)];
      return sources.hasJournal || sources.hasDates || sources.hasLast ? [] : ['visitDates'];
    });
    for (const field of missing) {
      const isCoarse = field === 'visitDates' && run.has('visitsByMonth');
      run.skip(isCoarse ? 'data-too-coarse' : 'column-missing', `field:${isCoarse ? 'visitsByMonth' : field}`);
    }
    return missing.length === 0;
  });
}
