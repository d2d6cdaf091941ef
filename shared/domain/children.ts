/** The children of a family: from their own column, or else from the household by relation, or else from member rows. */
import type { FamilyRow, MemberRow } from './register.ts';
import type { Person } from './values.ts';

export interface Children {
  readonly people: readonly Person[];
  /** The field whose cell a finding about them stands on; null: member rows, so the key cell. */
  readonly field: 'children' | 'household' | null;
}

/**
 * Null when the row says nothing about children, also when household or members name people without their relation and
 * no child among them. An empty list: the household is known and has none. Wards are children of the family.
 */
export function childrenOf(row: FamilyRow, members: readonly MemberRow[]): Children | null {
  const { children, household } = row.values;
  if (children) return { people: children, field: 'children' };
  if (household) {
    const named = household.filter((person) => person.relation === 'child' || person.relation === 'ward');
    const isClear = named.length > 0 || household.every((person) => person.relation !== null);
    if (isClear) return { people: named, field: 'household' };
  }
  const people = members.filter(isChild).map(asPerson);
  const isClear = people.length > 0 || members.every((member) => Boolean(member.values.relation));
  return members.length > 0 && isClear ? { people, field: null } : null;
}

function isChild(member: MemberRow): boolean {
  return /(?:^|[^а-яё])(?:сын|доч|реб[её]нок|пасын|падчер|подопечн|при[её]мн|усынов|удочер|опекаем|воспитанни)/iu.test(
    member.values.relation ?? '',
  );
}

function asPerson(member: MemberRow): Person {
  const { name, birthDate, study } = member.values;
  const isStudying = /очн|студент/iu.test(study ?? '') && !/заочн/iu.test(study ?? '');
  return {
    name: name ?? '',
    birthDate: birthDate ?? null,
    relation: 'child',
    ...(isStudying ? { isStudying: true } : {}),
  };
}
