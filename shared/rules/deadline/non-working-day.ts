import { isWorkingDay } from '../../calendar/working-days.ts';
import { isKnown, isoOf, partsOf } from '../../domain/day.ts';
import { rowRule } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';

const FIELDS = ['applicationDate', 'decisionDate'] as const;

/** Offices register and commissions sit on working days: another day is most likely a slip. */
export const nonWorkingDay = rowRule({
  id: 'deadline/non-working-day',
  severity: 'note',
  basis: ['ТК РФ, ст. 112', 'D09'],
  scope: 'row',
  table: 'families',
  reads: FIELDS,
  requires: [],
  needs: ['calendar'],
  prepare: (run) => {
    const fields = FIELDS.filter(run.has);
    if (fields.length === 0) return run.skip('column-missing', 'field:applicationDate');
    const calendar = run.once(packCalendar);
    return (row, out) => {
      for (const field of fields) {
        const day = row.values[field];
        if (!isKnown(day)) continue;
        const works = isWorkingDay(calendar, day);
        if (works.kind === 'calendar-missing') out.skip('calendar-missing', `year:${works.year}`);
        else if (!works.value) {
          if (works.provisional) out.skip('calendar-provisional', `year:${partsOf(day).year}`);
          out.find({ row, field, params: { date: isoOf(day) } });
        }
      }
    };
  },
  examples: {
    passes: [
      { families: [{ applicationDate: '2025-11-01', decisionDate: '2026-10-30' }] },
      { families: [{ applicationDate: null, decisionDate: 'вчера' }] },
    ],
    fails: [
      { families: [{ applicationDate: '2026-10-31' }] },
      { families: [{ decisionDate: '2026-01-09' }] },
      {
        families: [{ decisionDate: '2026-04-21' }],
        pack: {
          calendar: { 2026: { off: ['04-21'], source: { text: { ru: 'закон', en: 'law' }, status: 'invented' } } },
        },
      },
    ],
    undecidable: [{ families: [{ decisionDate: '2019-05-05' }] }, { families: [{ applicant: 'Ромашкина А. П.' }] }],
  },
});
