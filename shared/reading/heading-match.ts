/** How well a heading fits each field: weighted overlap of its terms with those of the known wordings. */
import type { RecordKind } from '../domain/fields.ts';
import { HEADING_ALIASES, KNOWN_OTHERS } from './heading-aliases.ts';
import { withoutLegend } from './legend-text.ts';
import { memory } from './memory.ts';
import { isUnknown, knownShare, normaliseHeading, termsOf, withoutBrackets } from './heading-normaliser.ts';
import { turningIn, variantsOf } from './heading-variants.ts';

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
  const raise = (field: string, score: number): void => {
    if (score >= LEAST && score > (best.get(field) ?? 0)) best.set(field, score);
  };
  for (const { text, factor } of variantsOf(path)) {
    for (const [field, score] of similarities(text, kind)) raise(field, score * factor);
    if (kind === 'families') for (const [field, score] of documentsIn(text)) raise(field, score * factor);
  }
  const scores = [...best].map(([field, score]) => ({ field, score })).toSorted((a, b) => b.score - a.score);
  cache.set(key, scores);
  return scores;
}

/** Which composite holds the number and the date of a document. */
const DOCUMENT_OF: Readonly<Record<string, string>> = {
  contractDate: 'contract.document',
  programDate: 'program.document',
  decisionDate: 'decision.document',
};

/** «Дата и № решения о постановке на сопровождение»: what would be the date of a document is the document. */
function documentsIn(text: string): readonly (readonly [string, number])[] {
  const terms = termsOf(text);
  if (!terms.has('no') || !terms.has('date')) return [];
  const dated = similarities(text.replace(/(?:№|(?<![а-я])номер[а-я]{0,2}(?![а-я]))/gu, ' '), 'families');
  return Object.entries(DOCUMENT_OF).map(([date, both]) => [both, 0.98 * (dated.get(date) ?? 0)] as const);
}

const TURNED = 0.6;

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
  const known = [...termsOf(text)].flatMap(([term, weight]) => (weight >= TELLING && !isUnknown(term) ? [term] : []));
  const isDateAlone = heading === 1 && termsOf(text).has('date');
  // Words that say little are no evidence on their own.
  const trust = heading < 0.4 ? 0.7 : 0.98;
  const best = new Map<string, number>();
  for (const [at, weight] of shared) {
    const alias = aliases[at];
    if (!alias) continue;
    const turned = turning.some((words) => !words.some((word) => alias.terms.has(word))) ? TURNED : 0;
    const part = (trust * weight) / (heading + alias.total - weight + turned);
    // «Дата» alone may be of anything.
    if (isDateAlone && alias.total > 1) continue;
    const isPartOfMore = alias.isBare && heading - weight > 0.4 && !isDecisive(alias, known);
    const score = alias.text === text ? 1 : isPartOfMore ? part * 0.8 : part;
    if (score > (best.get(alias.field) ?? 0)) best.set(alias.field, score);
  }
  return best;
}

/** «Коды признаков», «Основная проблема»: the word says what the column is about, whatever unknown words stand beside it. */
function isDecisive({ terms }: Alias, known: readonly string[]): boolean {
  return DECISIVE.some((term) => terms.has(term)) && known.every((term) => terms.has(term));
}

const DECISIVE = ['sign', 'note', 'circumstance', 'snils'];

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
