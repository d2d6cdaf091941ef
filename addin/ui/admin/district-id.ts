/** The short name of a district that is proposed for its title, so that nobody has to think of one in Latin letters. */

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Words that stand in the titles of most districts and tell none from another. */
const COMMON = new Set(
  'район района муниципальный муниципального муниципальное городской городского округ округа образование'.split(' '),
);
const LONGEST = 40;
const WELL_FORMED = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** True of a short name as the server takes it. */
export function isDistrictId(id: string): boolean {
  return WELL_FORMED.test(id);
}

/** A short name that nobody has yet; empty for a title without letters or digits. */
export function proposedDistrictId(title: string, taken: readonly string[]): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.has(word));
  const latin = (telling.length > 0 ? telling : words)
    .map((word) => [...word].map((letter) => LATIN[letter] ?? (/[a-z0-9]/.test(letter) ? letter : '')).join(''))
    .filter((word) => word !== '')
    .join('-');
  const short = latin.slice(0, LONGEST - 4).replace(/-$/, '');
  if (short === '' || !taken.includes(short)) return short;
  const numbered = Array.from({ length: taken.length + 1 }, (_, index) => `${short}-${index + 2}`);
  return numbered.find((one) => !taken.includes(one)) ?? '';
}
