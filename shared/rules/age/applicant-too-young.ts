import { ageOn } from '../../calendar/month-arithmetic.ts';
import { isRefused } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import { normOn } from '../../packs/norm-on.ts';
import { sourceParam } from '../norm-words.ts';
import { rowRule, severityOfNorm } from '../rule.ts';

const MINOR = 'MINOR';

/** A minor may apply from an age that the procedure names. */
export const applicantTooYoung = rowRule({
  id: 'age/applicant-too-young',
  severity: 'error',
  basis: ['S002', 'pack:applicantMinAge'],
  scope: 'row',
  table: 'families',
  reads: ['applicantKind', 'applicantBirthDate', 'applicationDate', 'decision'],
  requires: ['applicantKind', 'applicantBirthDate', 'applicationDate'],
  needs: ['applicantMinAge'],
  prepare: (run) => {
    if (run.pack.applicantMinAge === null) return run.skip('norm-null', 'applicantMinAge');
    return (row, out) => {
      const { applicantKind, applicantBirthDate: born, applicationDate: applied } = row.values;
      if (applicantKind?.code !== MINOR || isRefused(row)) return;
      if (Number.isNaN(born ?? 0)) return out.skip('value-unreadable', 'field:applicantBirthDate');
      if (Number.isNaN(applied ?? 0)) return out.skip('value-unreadable', 'field:applicationDate');
      if (!isKnown(born) || !isKnown(applied)) return;
      const norm = normOn(run.pack.applicantMinAge, applied);
      if (norm === null) return out.skip('norm-null', 'applicantMinAge');
      const age = ageOn(born, applied);
      if (age >= norm.years) return;
      out.find({
        row,
        field: 'applicantBirthDate',
        severity: severityOfNorm(norm.kind),
        params: { age: Math.max(age, 0), minAge: norm.years, applied: isoOf(applied), ...sourceParam(norm.source) },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ applicantKind: 'MINOR', applicantBirthDate: '2016-10-05', applicationDate: '2026-10-05' }] },
      { families: [{ applicantKind: 'PARENT', applicantBirthDate: '2020-01-01', applicationDate: '2026-10-05' }] },
      { families: [{ applicantKind: 'MINOR', applicantBirthDate: null, applicationDate: '2026-10-05' }] },
    ],
    fails: [
      { families: [{ applicantKind: 'MINOR', applicantBirthDate: '2016-10-06', applicationDate: '2026-10-05' }] },
    ],
    undecidable: [
      { families: [{ applicantKind: 'MINOR', applicantBirthDate: 'десять лет', applicationDate: '2026-10-05' }] },
      { families: [{ applicantKind: 'MINOR', applicantBirthDate: '2020-01-01' }] },
      {
        families: [{ applicantKind: 'MINOR', applicantBirthDate: '2020-01-01', applicationDate: '2026-10-05' }],
        pack: { applicantMinAge: null },
      },
    ],
  },
});
