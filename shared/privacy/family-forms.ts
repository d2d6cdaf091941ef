/**
 * The texts that name a family in every district alike. They are fingerprinted before anything leaves (fingerprint.ts);
 * equal fingerprints of two districts are a possible match, never a proof.
 *
 *   snils   the applicant's СНИЛС
 *   born    the applicant's full name and own birth date
 *   child   the applicant's surname with both initials and a child's birth date: also where one district writes initials
 *
 * Surname and one initial would match strangers by the thousand in a large region, so a name without a patronymic gives
 * no `child` form, and a birth year alone gives none either.
 */
import { childrenOf } from '../domain/children.ts';
import { isKnown, isoOf } from '../domain/day.ts';
import { personName } from '../domain/person-name.ts';
import type { FamilyRow, MemberRow } from '../domain/register.ts';

const SNILS_DIGITS = 11;

/** The forms of a family, each once. Empty when the row gives nothing that would tell it from others. */
export function familyForms(row: FamilyRow, members: readonly MemberRow[] = []): readonly string[] {
  const { applicant, applicantBirthDate, snils } = row.values;
  const digits = (snils ?? '').replace(/\D/g, '');
  const forms = new Set<string>();
  if (digits.length === SNILS_DIGITS && !/^0+$/.test(digits)) forms.add(`snils|${digits}`);
  const name = personName(applicant ?? '');
  const [surname = '', first = '', second = ''] = name.parts;
  if (name.isFull && name.parts.length > 2 && isKnown(applicantBirthDate)) {
    forms.add(`born|${name.key}|${isoOf(applicantBirthDate)}`);
  }
  if (surname.length < 2 || first === '' || second === '') return [...forms];
  for (const { birthDate, birthYearOnly } of childrenOf(row, members)?.people ?? []) {
    if (birthYearOnly || !isKnown(birthDate)) continue;
    forms.add(`child|${surname} ${first.charAt(0)} ${second.charAt(0)}|${isoOf(birthDate)}`);
  }
  return [...forms];
}
