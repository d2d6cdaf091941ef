/**
 * Looks for identifying data in texts that are about to leave [PR7]: in the pane before sending, and again on the
 * server. It is a second fence behind the field classes, and so prefers to refuse.
 */

export type IdentifyingKind = 'name' | 'snils' | 'phone' | 'email' | 'address' | 'free-text';

const EMAIL = /[^\s@]+@[^\s@]+/u;
const SNILS_WRITTEN = /(?<!\d)\d{3}[-\s\u00a0]\d{3}[-\s\u00a0]\d{3}[-\s\u00a0]?\d{2}(?!\d)/u;
const ADDRESS =
  /(?<!\p{L})(ул|улица|пр-т|просп|проспект|пер|переулок|мкр|микрорайон|кв|квартира|дом|д|г|гор|город|пос|посёлок|поселок|п|с|село|дер|деревня|ш|шоссе|бул|бульвар|наб)(\.\s*|\s+)(?=[\p{Lu}\d])/u;
const INITIALS = /\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.|(?<!\p{L})\p{Lu}\.\s*\p{Lu}\.\s*\p{Lu}\p{Ll}+/u;
const PATRONYMIC = /(?<!\p{L})\p{L}{2,}(ович|евич|ьич|инич|овна|евна|ична|инична|оглы|кызы)(?!\p{L})/iu;
const CAPITALISED = /\p{Lu}\p{Ll}+/gu;
const PHONE_WORD = /(?<!\p{L})(тел|телефон|моб|сот)\.?\s*:?\s*\+?\d/iu;
const PHONE_WRITTEN =
  /\+\s?\d|(?<!\d)[78][-\s(]{1,2}\d{3}|\(\d{3,5}\)\s?\d|(?<!\d)\d{3}[-\s]\d{2}[-\s]\d{2}(?!\d)|(?<!\d)\d{3}[-\s]\d{3}[-\s]\d{2}[-\s]\d{2}(?!\d)/u;

/** What a text looks like, or null when it looks harmless. */
export function identifyingKind(text: string): IdentifyingKind | null {
  // The number sign would become two letters, «No».
  const plain = text
    .replaceAll('№', '#')
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '');
  if (EMAIL.test(plain)) return 'email';
  if (SNILS_WRITTEN.test(plain)) return 'snils';
  const digits = plain.match(/\d+/gu) ?? [];
  if (digits.some((run) => run.length === 11 && hasSnilsCheck(run))) return 'snils';
  if (PHONE_WORD.test(plain) || PHONE_WRITTEN.test(plain)) return 'phone';
  if (digits.some((run) => /^(?:[78]\d{10}|9\d{9})$/.test(run))) return 'phone';
  if (INITIALS.test(plain) || PATRONYMIC.test(plain)) return 'name';
  if (ADDRESS.test(plain)) return 'address';
  if ((plain.match(CAPITALISED) ?? []).length >= 2) return 'name';
  return null;
}

/** True when the last two of eleven digits are the check number of a СНИЛС. */
function hasSnilsCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (9 - index);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

const NUMBER_WORDS = new Set(
  'договор договора приказ протокол решение распоряжение программа ипсс ипссс номер без номера от доп соглашение соглашения'.split(
    ' ',
  ),
);
const NUMBER_LENGTH = 40;
/** «Без номера» and its shortening are all that a number without digits may be. */
const WITHOUT_NUMBER = /^(б\s*\/\s*н|без номера|-|–|—)$/iu;

/**
 * What is wrong with a text that should be the number of a document; null for «15/2025-СС», «Приказ № 12 от 03.02.2025».
 * Letters are allowed in runs of up to four that are all capitals or all small, so that no name passes for a number.
 */
export function documentNumberProblem(text: string): IdentifyingKind | null {
  const found = identifyingKind(text);
  if (found !== null) return found;
  if (text.length > NUMBER_LENGTH || /[^\p{L}\p{N}\s.,/\\()№#:_–—-]/u.test(text)) return 'free-text';
  if (!/\d/.test(text) && !WITHOUT_NUMBER.test(text)) return 'free-text';
  const words = text.match(/\p{L}+/gu) ?? [];
  const strange = words.some((word) => !NUMBER_WORDS.has(word.toLowerCase()) && !isAbbreviation(word));
  return strange ? 'free-text' : null;
}

function isAbbreviation(word: string): boolean {
  return word.length <= 4 && (word === word.toUpperCase() || word === word.toLowerCase());
}
