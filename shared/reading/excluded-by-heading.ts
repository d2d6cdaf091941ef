/** What a heading rules out: words it shares with a field's wordings, and values like the field's, do not make it one. */
import type { RecordKind } from '../domain/fields.ts';
import { OTHER } from './heading-match.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';

type Scores = Map<string, number>;

interface Place {
  /** The heading, outermost first. */
  readonly path: readonly string[];
  /** No column stands before it. */
  readonly isFirst: boolean;
  /** Another column names the applicant. */
  readonly hasApplicant: boolean;
}

/** Takes from the scores of a column what its heading rules out. */
export function excludeByHeading(scores: Scores, kind: RecordKind, { path, isFirst, hasApplicant }: Place): void {
  const parts = path.map(normaliseHeading);
  const leaf = parts.at(-1) ?? '';
  if (leaf === LIST_NUMBER) keepOnly(scores, 'seq');
  else if (!isFirst && isNumberOfDocument(parts)) for (const field of ['seq', 'caseNo']) scores.delete(field);
  if (kind !== 'families') return;
  const heading = parts.join(' ');
  if (endsPlan(heading)) {
    scores.set('programUntil', Math.max(scores.get('programUntil') ?? 0, scores.get('closedOn') ?? 0));
    keepOnly(scores, 'programUntil');
  }
  if (runsUntil(heading)) for (const field of CLOSINGS) scores.delete(field);
  if (!namesOneParent(path)) return;
  for (const field of OF_SEVERAL_PEOPLE) scores.delete(field);
  // Beside the applicant a parent is somebody else, born on another day.
  if (hasApplicant) scores.delete('applicant.birthDate');
}

/** The place in the list, whatever stands above it. */
const LIST_NUMBER = '№ п/п';

function keepOnly(scores: Scores, kept: string): void {
  for (const field of scores.keys()) if (field !== kept && field !== OTHER) scores.delete(field);
}

const DOCUMENTS = ['application', 'survey', 'act', 'decision', 'contract', 'programme', 'consent', 'close', 'request'];

/** «Акт обследования» over «номер»: neither the family nor its line is numbered so. */
function isNumberOfDocument(parts: readonly string[]): boolean {
  const above = termsOf(parts.slice(0, -1).join(' '));
  return /^(?:№|номер)$/u.test(parts.at(-1) ?? '') && DOCUMENTS.some((term) => above.has(term)) && !above.has('case');
}

const CLOSINGS = ['closedOn', 'closing.composite'];
const OF_SEVERAL_PEOPLE = ['household', 'children', 'applicant.household'];

/** «Отец (ФИО, дата рождения)» is about one person, who is no household. */
export function namesOneParent(path: readonly string[]): boolean {
  const terms = termsOf(path.map(normaliseHeading).join(' '));
  return (
    terms.has('mother') !== terms.has('father') &&
    !['parent', 'child', 'member', 'together'].some((term) => terms.has(term))
  );
}

/** Words for the end of a plan as well as of the support; of a family that leaves, other words are used. */
const ENDS = /^(?:заверш|законч|оконч|закры|прекращ|истеч)/u;
const LEAVES = /(?<![а-я])(?:сня|выбы|исключ|отчисл|открепл|раст?орг|раст?орж)/u;
/** A mark is of what has happened. */
const MARK = /(?<![а-я])отмет/u;
/** Who asks why, or by whose decision, asks about the family. */
const OF_FAMILY = ['reason', 'decision', 'result'];
const PLANS = ['programme', 'measure'];

/** «Дата завершения плана», «Программа» over «дата окончания»: a plan ends with its time, and the support goes on. */
function endsPlan(heading: string): boolean {
  const terms = termsOf(heading);
  if (!PLANS.some((term) => terms.has(term)) || OF_FAMILY.some((term) => terms.has(term))) return false;
  if (LEAVES.test(heading) || MARK.test(heading)) return false;
  const words = heading.split(/[^а-я.]+/u).filter((word) => ENDS.test(word) || !saysLittle(word));
  const at = words.findIndex((word) => ENDS.test(word));
  const ended = words[at + 1] ?? words[0] ?? '';
  return at >= 0 && PLANS.some((term) => termsOf(ended).has(term));
}

/** «Программа» over «до какого числа»: no word tells of an end that has come. */
function runsUntil(heading: string): boolean {
  const terms = termsOf(heading);
  return terms.has('programme') && terms.has('until') && !terms.has('close');
}

/** «Завершение реализации индивидуальной программы»: words that may stand before the name of what ends. */
const BETWEEN = ['due', 'until', 'term', 'done', 'date', 'individual', 'social'];
const CARRYING_OUT = /^(?:проведени|оказани|осуществлени|предоставлени)/u;
const ADJECTIVE = /(?:[ыи]й|[ая]я|[ое]го|[ое]й|[ыи]х|[ыи]е)$/u;

function saysLittle(word: string): boolean {
  const terms = termsOf(word);
  if (PLANS.some((term) => terms.has(term))) return false;
  return ADJECTIVE.test(word) || CARRYING_OUT.test(word) || terms.size === 0 || BETWEEN.some((term) => terms.has(term));
}
