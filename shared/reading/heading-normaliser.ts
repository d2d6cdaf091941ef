/** Headings in a form in which they can be compared (domain facts, section 3.2). */
import { distance } from 'fastest-levenshtein';
import { unifyLookAlikes, wordStem } from '../packs/wording.ts';
import { inPlainWords } from './heading-paraphrases.ts';
import { TERMS } from './heading-terms.ts';
import { withoutLegend } from './legend-text.ts';
import { memory } from './memory.ts';

const UNKNOWN = '~';
const UNKNOWN_WEIGHT = 0.55;
/** An unknown adjective narrows the word beside it («ведущий куратор»), an unknown noun is another matter. */
const ADJECTIVE_WEIGHT = 0.35;
const ADJECTIVE = /^.{3,}(?:[ыи]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ое]й|[ыи]х)$/u;

interface Beginning {
  readonly start: string;
  readonly isWhole: boolean;
  readonly term: string;
  readonly weight: number;
}

const FOREIGN = 'foreign';
const BEGINNINGS: ReadonlyMap<string, readonly Beginning[]> = groupByFirstLetter();

function groupByFirstLetter(): ReadonlyMap<string, readonly Beginning[]> {
  const groups = new Map<string, Beginning[]>();
  for (const [term, weight, list] of TERMS) {
    for (const entry of list.split(' ')) {
      const start = entry.replace(/=$/, '');
      const group = groups.get(start.charAt(0)) ?? [];
      // «№ паспорта» and «№ полиса» are no one's neighbours: of these words each is a matter of its own.
      const own = term === FOREIGN ? `${FOREIGN} ${start}` : term;
      group.push({ start, isWhole: entry.endsWith('='), term: own, weight });
      groups.set(start.charAt(0), group);
    }
  }
  for (const group of groups.values()) group.sort((a, b) => b.start.length - a.start.length);
  return groups;
}

const FIO =
  /(?:фамили[яию]\s+и\.\s?о\.(?![а-я])|фамили[яию],?\s*(?:и\s+)?инициалы|фамили[яию],?\s*имя,?\s*(?:и\s*)?отчество(?:\s*\((?:последнее\s*[-–—]?\s*)?при\s+(?:его\s+)?наличии\))?|ф\s?\.\s?и\s?\.\s?о\s?\.?|ф\.?и\.?о\.?(?![а-я])|ф\s?\/?и\s?\/?о(?![а-я])|(?<![а-я])ф\s?\.\s?и\s?\.(?!\s?[а-я]\.))/gu;

/** Lower case, ё = е, hand hyphenation joined, footnote marks dropped, «N» and «Ф.И.О.» in one writing. */
export function normaliseHeading(text: string): string {
  const known = normalised.get(text);
  if (known !== undefined) return known;
  const heading = normalise(text);
  normalised.set(text, heading);
  return heading;
}

const normalised = memory<string>(5000);

const LETTERS: readonly (readonly [string, string])[] = [
  ...([
    ['shch', 'щ'],
    ['yo', 'е'],
    ['zh', 'ж'],
    ['kh', 'х'],
    ['ts', 'ц'],
    ['ch', 'ч'],
    ['sh', 'ш'],
    ['yu', 'ю'],
    ['ya', 'я'],
    ['iy', 'ий'],
    ['yj', 'ый'],
    ['ij', 'ий'],
  ] as const),
  ...[...'абвгдезийклмнопрстуфхцыьэ'].map((letter, at): readonly [string, string] => [
    "abvgdezijklmnoprstufhcy'e".charAt(at),
    letter,
  ]),
];

/** English words in the names of columns, as programs export them: «DATE_BEGIN_SOPR». */
const ENGLISH: Readonly<Record<string, string>> = {
  date: 'data',
  begin: 'nachalo',
  start: 'nachalo',
  end: 'okonchanie',
  fact: 'fakt',
  num: 'nomer',
  number: 'nomer',
  address: 'adres',
  phone: 'telefon',
  level: 'uroven',
  reason: 'prichina',
  contract: 'dogovor',
  program: 'programma',
  curator: 'kurator',
  note: 'primechanie',
};

/** «DATA_DOGOVORA», «UROVEN»: Russian words in Latin letters; words may be cut. */
function inCyrillic(text: string): string {
  let plain = text.toLowerCase().replace(/[a-z]+/gu, (word) => ENGLISH[word] ?? word);
  for (const [latin, letter] of LETTERS) plain = plain.replaceAll(latin, letter);
  return plain
    .replace(/(?<![а-я])н(?=_)/u, '№')
    .replace(/(?<=[а-я]{2})(?:_|$)/gu, '. ')
    .trim();
}

const NUMBER_SIGN = /^\s*(?:n{1,2}|no)\.?\s*$/iu;

/** «IV»: a quarter or a month. */
const ROMAN = /^\s*[ivx]{1,4}\s*$/iu;

/** «НомерДоговора», «Заявитель.СНИЛС», «дата_договора»: names of columns as programs export them. */
function apart(text: string): string {
  if (/\s/u.test(text.trim()) || NUMBER_SIGN.test(text) || ROMAN.test(text)) return text;
  return (/^[a-z\d_]+$/iu.test(text) ? inCyrillic(text) : text)
    .replace(/(?<=\p{L}{2})_(?=\p{L})|(?<=\p{L}{3})\.(?=\p{L}{3})/gu, ' ')
    .replace(/(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/gu, ' ');
}

/** No heading says more; what stands behind that is prose, of any length. */
const LONGEST = 1_000;

function normalise(text: string): string {
  const plain = apart(withoutLegend(text.slice(0, LONGEST)))
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u00A0\u2007\u202F\s]+/gu, ' ')
    .replace(/\u00AD/g, '')
    .replace(/([а-я])-\s+([а-я])/gu, '$1$2')
    .replace(/[а-яa-z]+/gu, unifyLookAlikes)
    .replace(/<[\d*]+>|\*+|\(\d{1,2}\)?(?=[\s)]|$)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+/gu, ' ')
    .replace(/([а-я)])\s?\d{1,2}$/u, '$1')
    .replace(/#|(?<![а-яa-z])(?:nn|n|no|№№|№)\.?(?![а-яa-z])/gu, ' № ')
    .replace(/[:;,]\s?$/u, '')
    .replace(/^(?:№ )?п\s?[/.]\s?[пн]\.?$/u, '№ п/п')
    .replace(FIO, ' фио ');
  return inPlainWords(plain).replace(/\s+/gu, ' ').trim();
}

/** False for «1», «2»: such headings number their columns, whatever a list calls so. */
export function hasLetters(heading: string): boolean {
  return /\p{L}/u.test(heading);
}

/** The heading without explanations in brackets; an unbalanced bracket reaches to the end. */
export function withoutBrackets(heading: string): string {
  return heading
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\(.*$/u, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const known = memory<{ readonly term: string; readonly weight: number }>(20_000);

/** The term of one word; unknown words are their own stem. */
function termOfWord(word: string): { readonly term: string; readonly weight: number } {
  const cached = known.get(word);
  if (cached) return cached;
  const found = beginningOf(word) ?? beginningOf(word.replaceAll('-', ''));
  const term = found ??
    typingErrorOf(word) ?? {
      term: `${UNKNOWN}${wordStem(word)}`,
      weight: ADJECTIVE.test(word) ? ADJECTIVE_WEIGHT : UNKNOWN_WEIGHT,
    };
  const entry = { term: term.term, weight: term.weight };
  known.set(word, entry);
  return entry;
}

function beginningOf(word: string): Beginning | null {
  for (const candidate of BEGINNINGS.get(word.charAt(0)) ?? []) {
    if (candidate.isWhole ? word === candidate.start : word.startsWith(candidate.start)) return candidate;
  }
  return null;
}

/** «прич.»: a word cut with a point, of at least three letters. The beginnings it may stand for, one of each term. */
function abbreviationsOf(word: string): readonly Beginning[] {
  if (word.length < 3 || beginningOf(word)) return [];
  const found = new Map<string, Beginning>();
  for (const one of BEGINNINGS.get(word.charAt(0)) ?? []) {
    if (one.start.startsWith(word) && one.weight >= 0.1 && !found.has(one.term)) found.set(one.term, one);
  }
  return [...found.values()];
}

const CUT = /(?<![а-я.-])([а-я]{3,})(?:\.(?![а-я]\.)|-[а-я]{1,4}(?![а-я-]))/gu;
const MOST_READINGS = 4;

/**
 * The readings of a normalised heading whose words are cut: «срок исп.» may be «срок исполнен…» or «срок исполнител…»,
 * «рез-т» and «дог-ра» are cut in the middle. The heading itself comes first.
 */
export function readingsOf(heading: string): readonly string[] {
  let readings: readonly string[] = [heading];
  for (const [cut, word = ''] of heading.matchAll(CUT)) {
    if (beginningOf(cut)) continue;
    const whole = beginningOf(word) ? [{ start: word }] : abbreviationsOf(word);
    if (whole.length === 0 || (whole.length === 1 && cut.endsWith('.'))) continue;
    readings = readings
      .flatMap((one) => [one, ...whole.map(({ start }) => one.replace(cut, `${start} `).trim())])
      .slice(0, MOST_READINGS * 2);
  }
  return readings;
}

/** «проткоол», «заявиетль»: a known word with two neighbouring letters in each other's place. */
function withLettersSwapped(word: string): Beginning | null {
  for (let at = 1; at < word.length; at += 1) {
    const right = word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
    const found = beginningOf(right);
    if (found && !found.isWhole && found.start.length >= 5 && at < found.start.length && found.weight >= 0.1)
      return found;
  }
  return null;
}

/** A word one or two letters away from the beginning of a known one («догвор», «специлист»). */
function typingErrorOf(word: string): { readonly term: string; readonly weight: number } | null {
  if (word.length < 6 || !/^[а-я-]+$/.test(word)) return null;
  const swapped = withLettersSwapped(word);
  if (swapped) return { term: swapped.term, weight: swapped.weight * 0.9 };
  let best: Beginning | null = null;
  let least = word.length >= 9 ? 3 : 2;
  for (const group of BEGINNINGS.values()) {
    for (const candidate of group) {
      if (candidate.isWhole || candidate.start.length < 5 || candidate.weight < 0.5) continue;
      // A word of its own is sooner such a one than a mistake: «секретарь» is no «декрет».
      if (candidate.term.startsWith(FOREIGN) && candidate.start.length < 7) continue;
      const errors = Math.min(
        distance(word.slice(0, candidate.start.length), candidate.start),
        // Four letters of five are no evidence: «постройка» is no «посещение».
        candidate.start.length < 7 ? Infinity : distance(word.slice(0, candidate.start.length - 1), candidate.start),
        distance(word.slice(0, candidate.start.length + 1), candidate.start),
      );
      if (errors < least && errors <= candidate.start.length / 5) {
        least = errors;
        best = candidate;
      }
    }
  }
  return best ? { term: best.term, weight: best.weight * 0.9 } : null;
}

/** The share of a normalised heading's words that are known as they stand: cheap, for texts that may be no headings. */
export function knownShare(heading: string): number {
  let known = 0;
  let all = 0;
  for (const word of heading.split(/[^а-яa-z0-9№]+/u)) {
    if (word === '' || word === 'п' || /^\d+$/.test(word)) continue;
    const beginning = beginningOf(word);
    known += beginning?.weight ?? 0;
    all += beginning?.weight ?? UNKNOWN_WEIGHT;
  }
  return all === 0 ? 0 : known / all;
}

/** A term that stands for one word only, of which nothing is known. */
export function isUnknown(term: string): boolean {
  return term.startsWith(UNKNOWN);
}

/** The weighted terms of a normalised heading. */
export function termsOf(heading: string): ReadonlyMap<string, number> {
  const known = termsByHeading.get(heading);
  if (known) return known;
  const terms = findTerms(heading);
  termsByHeading.set(heading, terms);
  return terms;
}

/** «последнее», «всего», «от»: each word of a normalised text is one of headings, though it says nothing by itself. */
export function saysPartOfHeading(heading: string): boolean {
  return knownShare(heading) === 1 || /^(?:от|с|по|до)$/u.test(heading);
}

/** The heading names something that no register of support has a field for: a passport, a court, an allowance. */
export function namesOtherMatters(terms: ReadonlyMap<string, number>): boolean {
  for (const term of terms.keys()) if (term.startsWith(FOREIGN)) return true;
  return false;
}

const termsByHeading = memory<ReadonlyMap<string, number>>(5000);

function findTerms(heading: string): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const raw of heading.split(/[^а-яa-z0-9№.-]+/u)) {
    const word = raw.replace(/^[.-]+|[.-]+$/g, '').replace(/^п$/, '');
    if (word === '' || /^[\d.]+$/.test(word)) continue;
    for (const part of /^(?:[а-я]\.)+[а-я]?$/.test(word) || beginningOf(word) ? [word] : word.split('.')) {
      if (part === '') continue;
      const { term, weight } = (raw.endsWith('.') ? abbreviationsOf(part)[0] : null) ?? termOfWord(part);
      if (weight > 0) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    }
  }
  return terms;
}
