/** How well a heading fits each field: weighted overlap of its terms with those of the known wordings. */
import type { RecordKind } from '../domain/fields.ts';
import { HEADING_ALIASES, KNOWN_OTHERS } from './heading-aliases.ts';
import { withoutLegend } from './legend-text.ts';
import { memory } from './memory.ts';
import {
  knownShare,
  namesOtherMatters,
  normaliseHeading,
  readingsOf,
  termsOf,
  withoutBrackets,
} from './heading-normaliser.ts';

export interface FieldScore {
  /** A field of the kind, or a composite ("contract.document"). */
  readonly field: string;
  /** 0–1; 1 for a known wording. */
  readonly score: number;
}

/** Stands for a heading that is known and belongs to no field. */
export const OTHER = '-';

interface Alias {
  readonly field: string;
  readonly text: string;
  readonly total: number;
  /** One telling word only: «№», «ФИО», «Результат». Such a wording explains no longer heading. */
  readonly isBare: boolean;
  readonly terms: ReadonlyMap<string, number>;
}

/** The wordings of a kind, and for each term the wordings that hold it. */
interface AliasIndex {
  readonly aliases: readonly Alias[];
  readonly byTerm: ReadonlyMap<string, readonly { readonly alias: number; readonly weight: number }[]>;
}

const compiled = new Map<RecordKind, AliasIndex>();

function indexOf(kind: RecordKind): AliasIndex {
  const known = compiled.get(kind);
  if (known) return known;
  const aliases: Alias[] = [];
  const byTerm = new Map<string, { alias: number; weight: number }[]>();
  for (const [field, wordings] of [...Object.entries(HEADING_ALIASES[kind]), [OTHER, KNOWN_OTHERS] as const]) {
    for (const wording of wordings) {
      const text = normaliseHeading(wording);
      let total = 0;
      let telling = 0;
      const terms = termsOf(text);
      for (const [term, weight] of terms) {
        total += weight;
        if (weight >= TELLING) telling += 1;
        const list = byTerm.get(term) ?? [];
        list.push({ alias: aliases.length, weight });
        byTerm.set(term, list);
      }
      aliases.push({ field, text, total, isBare: telling <= 1, terms });
    }
  }
  const index = { aliases, byTerm };
  compiled.set(kind, index);
  return index;
}

const LEAST = 0.3;
const TELLING = 0.3;
const cache = memory<readonly FieldScore[]>(5000);

/**
 * The fields a heading may mean, best first, with at least a third of its words explained. `path` is the heading with
 * the merged headings above it, outermost first.
 */
export function matchHeading(path: readonly string[], kind: RecordKind): readonly FieldScore[] {
  const key = `${kind}\u0000${path.join('\u0000')}`;
  const known = cache.get(key);
  if (known) return known;
  const best = new Map<string, number>();
  for (const { text, factor } of variants(path)) {
    for (const [field, score] of similarities(text, kind)) {
      const weighed = score * factor;
      if (weighed >= LEAST && weighed > (best.get(field) ?? 0)) best.set(field, weighed);
    }
  }
  const scores = [...best].map(([field, score]) => ({ field, score })).toSorted((a, b) => b.score - a.score);
  cache.set(key, scores);
  return scores;
}

/** The readings of a path: all of it, the last two parts, the last alone; each also without brackets. */
function variants(path: readonly string[]): readonly { readonly text: string; readonly factor: number }[] {
  const parts = path.map(normaliseHeading).filter((part) => part !== '');
  const leaf = parts.at(-1) ?? '';
  // «Сопровождение» over «с» and «по»: read with what stands above, as it would be in one cell.
  if (parts.length > 1 && /^(?:с|по|от)$/u.test(leaf)) parts.splice(-2, 2, normaliseHeading(`${parts.at(-2)} ${leaf}`));
  const readings = [{ text: parts.join(' '), factor: 1 }];
  if (parts.length > 1) {
    readings.push({ text: leaf, factor: isGeneric(leaf) || isTurnedAbove(parts) ? 0.7 : 0.96 });
    const above = parts.slice(0, -1).join(' ').replace(LISTED, '');
    readings.push({ text: `${withoutBrackets(above)} ${leaf}`, factor: 0.99 });
  }
  if (parts.length > 2) readings.push({ text: parts.slice(-2).join(' '), factor: 0.98 });
  const first = firstOfSeveral(leaf);
  if (first !== null) readings.push({ text: first, factor: FIRST_OF_SEVERAL });
  const dated = leaf.replace(DATE_AND, '$1 ');
  if (dated !== leaf) readings.push({ text: dated, factor: FIRST_OF_SEVERAL });
  const plain = readings
    .filter(({ text }) => !changesMeaning(text))
    .map(({ text, factor }) => ({ text: withoutBrackets(text), factor: factor * 0.97 }))
    .filter(({ text }) => text !== '' && !readings.some((one) => one.text === text));
  return [...readings, ...plain].flatMap(({ text, factor }) =>
    readingsOf(text).map((one, at) => ({ text: one, factor: at === 0 ? factor : factor * 0.96 })),
  );
}

/** «Решение комиссии: дата, №» over «дата» and «№»: tells what stands below. */
const LISTED = /:[^:,]{1,40}(?:,[^:,]{1,40}){1,5}$/u;

/** «Дата и результаты обследования» is the date of it first. */
const DATE_AND = /^(дата) и [а-я]{4,20} /u;

/** «Адрес, телефон»: what such a column holds first is what it is read as. */
const FIRST_OF_SEVERAL = 0.8;

/** Where somebody works or learns is said behind the name. */
const OF_PERSON: ReadonlySet<string> = new Set(['study', 'work']);

/** The first of several things that a heading names; null where it names one, or the first says nothing by itself. */
function firstOfSeveral(leaf: string): string | null {
  const [first = '', ...rest] = leaf.split(/,\s+(?![^()]*\))/u);
  if (rest.length === 0 || isGeneric(first) || termsOf(first).size === 0) return null;
  const further = termsOf(rest.join(' '));
  const own = termsOf(first);
  // «Количество детей, посещающих детский сад» counts some of them.
  if (own.has('count') && namesOtherMatters(further)) return null;
  if (turningIn(further).some((words) => !OF_PERSON.has(words[0] ?? '') && !words.some((word) => own.has(word))))
    return null;
  return knownShare(rest.join(' ')) >= 0.5 ? first : null;
}

/** «Пересмотр (последний)», «Отметка о снятии (дата, причина)» without brackets would be other fields. */
function changesMeaning(text: string): boolean {
  const plain = withoutBrackets(text);
  if (plain === text) return false;
  const kept = termsOf(plain);
  return [...termsOf(text).keys()].some((term) => ['last', 'next', 'reason'].includes(term) && !kept.has(term));
}

/** «Снятие с учета» over «№ протокола»: by itself the lower heading would be that of the beginning. */
function isTurnedAbove(parts: readonly string[]): boolean {
  const own = termsOf(parts.at(-1) ?? '');
  return termsOf(parts.slice(0, -1).join(' ')).has('close') && !OPENING.some((term) => own.has(term));
}

/** What is said of a beginning, or of the end itself, means the same under any heading. */
const OPENING = ['start', 'registered', 'application', 'survey', 'contract', 'close', 'level'];

/** A heading that means nothing without the one above it: «дата», «№», «всего», «ФИО». */
function isGeneric(leaf: string): boolean {
  return (
    termsOf(leaf).size <= 1 &&
    /^(?:дата|№|№ п\/п|номер|фио|всего|наименование|вид|срок|количество|дата рождения)$/.test(leaf)
  );
}

/**
 * Words that turn a heading to another matter than the words beside them: the day a contract is dissolved is no day of
 * the contract, and who looks after the family is not the family. A wording without them means something else.
 */
const TURNING: ReadonlySet<string> = new Set(['close', 'curator', 'specialist', 'decision', 'study', 'work']);
const TURNED = 0.6;
/** Whoever looks after the family: any of the words says so. */
export const WHO_LOOKS_AFTER: readonly string[] = ['curator', 'specialist', 'responsible'];

/** The sets of words of which a wording must have one, to mean the same as the heading. */
function turningIn(terms: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const turning = [...terms.keys()].filter((term) => TURNING.has(term));
  return turning.map((term) => (WHO_LOOKS_AFTER.includes(term) ? WHO_LOOKS_AFTER : [term]));
}

/** Shared weight over all weight, the best wording of each field. */
function similarities(text: string, kind: RecordKind): ReadonlyMap<string, number> {
  const { aliases, byTerm } = indexOf(kind);
  const shared = new Map<number, number>();
  const turning = turningIn(termsOf(text));
  let heading = 0;
  for (const [term, weight] of termsOf(text)) {
    heading += weight;
    for (const other of byTerm.get(term) ?? []) {
      shared.set(other.alias, (shared.get(other.alias) ?? 0) + Math.min(weight, other.weight));
    }
  }
  // Words that say little are no evidence on their own.
  const trust = heading < 0.4 ? 0.7 : 0.98;
  const best = new Map<string, number>();
  for (const [at, weight] of shared) {
    const alias = aliases[at];
    if (!alias) continue;
    const turned = turning.some((words) => !words.some((word) => alias.terms.has(word))) ? TURNED : 0;
    const part = (trust * weight) / (heading + alias.total - weight + turned);
    const isPartOfMore = alias.isBare && heading - weight > 0.4;
    const score = alias.text === text ? 1 : isPartOfMore ? part * 0.8 : part;
    if (score > (best.get(alias.field) ?? 0)) best.set(alias.field, score);
  }
  return best;
}

/** The best score of a heading on its own, over all kinds of tables: how much it looks like a heading at all. */
export function headingLikeness(text: string): number {
  if (!/\p{L}|№/u.test(text) || isProse(text)) return 0;
  const known = likeness.get(text);
  if (known !== undefined) return known;
  const normalised = normaliseHeading(text);
  let best = 0;
  if (knownShare(normalised) >= 0.5 || knownShare(withoutBrackets(normalised)) >= 0.5) {
    for (const kind of KINDS) best = Math.max(best, matchHeading([text], kind)[0]?.score ?? 0);
  }
  likeness.set(text, best);
  return best;
}

/** No heading is as long, or holds as many figures, apart from the legend of its codes. */
function isProse(text: string): boolean {
  return isLong(text) && (text.length > LONGEST || isLong(withoutLegend(text)));
}

function isLong(text: string): boolean {
  return text.length > 250 || /(?:\d\D*){5}/.test(text);
}

const LONGEST = 600;
const KINDS: readonly RecordKind[] = ['families', 'members', 'visits', 'measures', 'specialists'];
const likeness = memory<number>(50_000);
