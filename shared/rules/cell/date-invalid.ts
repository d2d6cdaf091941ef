import { dayOfIso } from '../../domain/day.ts';
import { isOneOf } from '../engine/row-kinds.ts';
import { wrongEntries } from '../entry-cells.ts';
import { columnRule, type ColumnCheck } from '../rule.ts';
import { isDateType, wrongDays } from './date-values.ts';

/** [R11] A real date lies between these; people born before 1950 are alive, and no register looks beyond 2100. */
const FIRST_EVENT = dayOfIso('1950-01-01') ?? 0;
const FIRST_BIRTH = dayOfIso('1900-01-01') ?? 0;
const LAST = dayOfIso('2100-12-31') ?? 0;

const isOutside = (day: number, first: number): boolean => Number.isNaN(day) || day < first || day > LAST;
const isNoBirth = (day: number): boolean => isOutside(day, FIRST_BIRTH);
const isNoEvent = (day: number): boolean => isOutside(day, FIRST_EVENT);

/** Text that is no date, a day that does not exist, a number that is no date. */
export const dateInvalid = columnRule({
  id: 'cell/date-invalid',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'dates',
  isRaw: false,
  needs: [],
  prepare: (run) => {
    const { field } = run;
    if (!run.isFirstOfField) return null;
    if (field === 'children') return judgeBirthDates();
    if (!isDateType(run.spec.type)) return null;
    const isNoDate = field === 'applicantBirthDate' || field === 'birthDate' ? isNoBirth : isNoEvent;
    return (row, _raw, out) => {
      for (const { cell } of wrongDays(row, field, isNoDate)) {
        const params = { of: run.spec.type === 'date' ? 'event' : 'list' };
        out.find({ row, field, params, ...(cell ? { cell } : {}) });
      }
    };
  },
  examples: {
    passes: [
      { families: [{ applicationDate: '2026-03-10', reviewDates: ['2026-06-10'], applicantBirthDate: '1948-02-01' }] },
      { families: [{ nextReview: '#REF!', raw: { nextReview: { error: '#REF!' } } }] },
    ],
    fails: [
      { families: [{ applicationDate: '31.02.2025' }] },
      { families: [{ reviewDates: ['2026-06-10', 'июль'] }] },
      { families: [{ transfers: [['32.01.2026', 'BASE']] }] },
      { families: [{ children: [{ birth: '31.02.2015' }] }] },
      { visits: [{ caseNo: '1', date: 'вчера' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

/** [R11] Birth dates of children stand among names; one that cannot be read is named as well. */
function judgeBirthDates(): ColumnCheck {
  return (row, _raw, out) => {
    if (!isOneOf(row, 'families')) return;
    const items = row.values.children?.map(({ birthDate }) => birthDate) ?? [];
    const place = row.entryCells?.['children.birthDate'] ? 'children.birthDate' : 'children';
    const wrong = wrongEntries(row, { field: 'children', items, place }, (day) => day !== null && isNoBirth(day));
    for (const { cell } of wrong)
      out.find({ row, field: 'children', params: { of: 'birth' }, ...(cell ? { cell } : {}) });
  };
}
