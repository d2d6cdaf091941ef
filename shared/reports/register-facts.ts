/** The facts of all cases of a register. */
import type { Day } from '../domain/day.ts';
import { personName } from '../domain/person-name.ts';
import type { FamilyRow, MemberRow, Register, VisitRow } from '../domain/register.ts';
import { caseFacts, type CaseFacts } from './case-facts.ts';

export interface FactsWish {
  readonly asOf: Day;
  /** The district that a row belongs to: the district of the register, or what its own column says. */
  readonly districtOf: (row: FamilyRow) => string;
  /** What belongs to a family; the links of the rules give it. */
  readonly caseOf: (row: FamilyRow) => { readonly members: readonly MemberRow[]; readonly visits: readonly VisitRow[] };
  /** How a row is called; "Реестр!14" when left out. */
  readonly idOf?: (row: FamilyRow) => string;
  /** One key for all writings of a name; spaces, dots and capitals do not count when left out. */
  readonly curatorKey?: (name: string) => string;
}

/** One entry per family row, in the order of the register. */
export function registerFacts(register: Register, wish: FactsWish): readonly CaseFacts[] {
  const hasJournal = register.tables.some(({ kind }) => kind === 'visits');
  return register.families.map((row) => {
    const { members, visits } = wish.caseOf(row);
    return caseFacts(row, {
      id: wish.idOf?.(row) ?? `${row.table.sheet}!${row.row}`,
      district: wish.districtOf(row),
      asOf: wish.asOf,
      members,
      journal: hasJournal ? visits : null,
      curatorKey: wish.curatorKey ?? ((name) => personName(name).key),
    });
  });
}
