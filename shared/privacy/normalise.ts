/**
 * The forms in which identifying texts are compared and fingerprinted: those of the rules, so that the server joins what
 * the pane joins. Changing one of them changes every fingerprint.
 */
import { caseNumberKey, personName } from '../domain/person-name.ts';

/** A name for comparison: «Иванова А.П.», «ИВАНОВА  А. П.» and «А. П. Иванова» are one; initials and full names are not. */
export function nameForm(text: string): string {
  return personName(text.normalize('NFKC')).key;
}

/** A case number for comparison: no blanks, one kind of hyphen, capitals. */
export function caseNumberForm(text: string): string {
  return caseNumberKey(text.replace(/[\u2010-\u2015\u2212]/gu, '-'));
}
