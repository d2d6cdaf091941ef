/** By what the rows of a journal or of a programme name their family. */
import { caseNumberOf } from '../domain/person-name.ts';
import type { Run } from './rule.ts';

/** The case number where rows and families have one; otherwise the name alone leads to a family. */
export type FamilyNaming = 'caseNo' | 'applicant';

interface NamingRun extends Run {
  readonly has: (field: 'caseNo' | 'applicant') => boolean;
}

/** Null, and said so, where there are no families, or nothing in the rows that could lead to one. */
export function familyNaming(run: NamingRun): FamilyNaming | null {
  if (!run.hasTable('families')) return run.skip('table-missing', 'table:families');
  if (run.has('caseNo') && run.hasField('families', 'caseNo')) return 'caseNo';
  if (run.has('applicant') && run.hasField('families', 'applicant')) return 'applicant';
  return run.skip('column-missing', 'field:caseNo');
}

/** The field that says to which family a row should belong: its number where it gives one, or else the name. */
export function namingField(naming: FamilyNaming, caseNo: string | null | undefined): FamilyNaming {
  return caseNumberOf(caseNo ?? '') === null ? 'applicant' : naming;
}
