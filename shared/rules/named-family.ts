/** By what the rows of a journal or of a programme name their family. */
import { caseNumberOf } from '../domain/person-name.ts';
import type { Run } from './rule.ts';

export interface FamilyNaming {
  /** Rows and families have case numbers; otherwise the name alone leads to a family. */
  readonly byCaseNo: boolean;
}

interface NamingRun extends Run {
  readonly has: (field: 'caseNo' | 'applicant') => boolean;
}

/** Null, and said so, where there are no families, or nothing in the rows that could lead to one. */
export function familyNaming(run: NamingRun): FamilyNaming | null {
  if (!run.hasTable('families')) return run.skip('table-missing', 'table:families');
  const byCaseNo = run.has('caseNo') && run.hasField('families', 'caseNo');
  const byName = run.has('applicant') && run.hasField('families', 'applicant');
  return byCaseNo || byName ? { byCaseNo } : run.skip('column-missing', 'field:caseNo');
}

/** The field that says to which family a row should belong: its number where it gives one, or else the name. */
export function namingField({ byCaseNo }: FamilyNaming, caseNo: string | null | undefined): 'caseNo' | 'applicant' {
  return byCaseNo && caseNumberOf(caseNo ?? '') !== null ? 'caseNo' : 'applicant';
}
