import { isKnown, isoOf } from '../../domain/day.ts';
import { fitsName } from '../../domain/person-name.ts';
import { findingCell } from '../../domain/register.ts';
import { isRising } from '../../domain/recorded-visits.ts';
import type { VisitRow } from '../../domain/register.ts';
import { familyRule } from '../rule.ts';

/** One visit written down twice would count twice. A second visit on a day by another specialist is none of that. */
export const visitsDuplicate = familyRule({
  id: 'visits/duplicate',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'family',
  reads: [],
  requires: [],
  tables: ['visits'],
  needs: [],
  prepare: (run) => {
    if (!run.hasField('visits', 'date')) return run.skip('column-missing', 'field:date');
    if (!run.hasField('visits', 'specialist')) return run.skip('column-missing', 'field:specialist');
    return ({ row, visits }, out) => {
      if (isRising(visits)) return;
      const firstOfDay = new Map<number, VisitRow>();
      // Further visits of one day by other people: hardly ever any.
      const others: VisitRow[] = [];
      for (const visit of visits) {
        const { date, specialist } = visit.values;
        if (!isKnown(date) || !specialist) continue;
        const first = firstOfDay.get(date);
        if (!first) {
          firstOfDay.set(date, visit);
          continue;
        }
        const twin = [first, ...others.filter((one) => one.values.date === date)].find((one) =>
          fitsName(run.name(one.values.specialist ?? ''), run.name(specialist)),
        );
        if (twin) {
          const params = { date: isoOf(date), specialist, firstRow: twin.row };
          out.find({ row: visit, field: 'date', about: row, params, related: [findingCell(twin, 'date')] });
        } else others.push(visit);
      }
    };
  },
  examples: {
    passes: [
      {
        families: [{ caseNo: '7' }, { caseNo: '8' }],
        visits: [
          { caseNo: '7', date: '2026-10-05', specialist: 'Лютикова А. П.' },
          { caseNo: '7', date: '2026-10-05', specialist: 'Васильков К. Р.' },
          { caseNo: '7', date: '2026-10-06', specialist: 'Лютикова А. П.' },
          { caseNo: '8', date: '2026-10-05', specialist: 'Лютикова А. П.' },
          { caseNo: '7', date: null, specialist: 'Лютикова А. П.' },
        ],
      },
    ],
    fails: [
      {
        families: [{ caseNo: '7' }],
        visits: [
          { caseNo: '7', date: '2026-10-05', specialist: 'Лютикова А. П.' },
          { caseNo: '7', date: '2026-10-05', specialist: 'Лютикова А.П.' },
        ],
      },
    ],
    undecidable: [
      { families: [{ caseNo: '7' }] },
      { families: [{ caseNo: '7' }], visits: [{ caseNo: '7', date: '2026-10-05' }] },
    ],
  },
});
