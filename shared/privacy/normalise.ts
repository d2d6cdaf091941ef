/** The forms in which identifying texts are compared and fingerprinted. Changing one of them changes every fingerprint. */

/**
 * A name for comparison: lower case, ё = е, hyphens, dots and any blanks are one space. «Иванова А.П.», «ИВАНОВА  А. П.»
 * give the same form; initials and full names do not.
 */
export function nameForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A case number for comparison: lower case, no blanks and no number sign, one kind of hyphen. */
export function caseNumberForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\s\u00a0№#]+/gu, '')
    .replace(/^no(?=\d)/u, '');
}
