/** Rules without a check, one of each scope: tests of the engine give them what they need. */
import type { RegisterRow } from '../../domain/register.ts';
import type { Out } from '../rule.ts';

export const NO_EXAMPLES = { passes: [], fails: [], undecidable: [] };
const HEAD = { severity: 'error', basis: ['test'], needs: [], examples: NO_EXAMPLES, requires: [] } as const;

export const ROW = { ...HEAD, id: 'closing/reason-missing', scope: 'row', table: 'families', reads: ['note'] } as const;
export const GROUP = {
  ...HEAD,
  id: 'identity/family-duplicate',
  scope: 'group',
  table: 'families',
  reads: ['note'],
} as const;
export const FAMILY = { ...HEAD, id: 'visits/duplicate', scope: 'family', reads: [], tables: ['visits'] } as const;
export const LINK = { ...HEAD, id: 'identity/visit-orphan', scope: 'link', table: 'visits', reads: [] } as const;
export const REGISTER = {
  ...HEAD,
  id: 'table/column-missing',
  scope: 'register',
  tables: ['families'],
  reads: [],
} as const;

/** A check that cannot judge families with the note «а». */
export function skipNote({ values }: RegisterRow<'families'>, out: Out): void {
  if (values.note === 'а') out.skip('value-unreadable', 'field:note');
}
