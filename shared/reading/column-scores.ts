/** How well each field suits a column: by its heading, its values, and the columns beside it. */
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import { columnFit } from './column-fit.ts';
import type { ColumnProfile } from './column-profile.ts';
import { excludeByHeading } from './excluded-by-heading.ts';
import { matchHeading, OTHER } from './heading-match.ts';
import { namesOtherMatters, normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { ColumnInput, ForcedFields } from './map-columns.ts';
import { pathText } from './heading-path.ts';
import { evidenceOf, supported } from './value-evidence.ts';

/** A field that scores less is not taken. */
export const LEAST = 0.57;
/** Fields of the members of a family that a table of families may have, where each member has a line. */
const MEMBER_PARTS = ['name', 'relation', 'birthDate', 'snils', 'disability', 'study'];

/** Only a wording that the list knows scores as much, even where the values fit it badly. */
const KNOWN_WORDING = 0.9;
const PLANNED = 0.6;

interface ScoreContext {
  readonly before: ColumnInput | undefined;
  readonly hasMembers: boolean;
  /** A column names the applicant, and no parent: a parent beside it is somebody else. */
  readonly hasApplicant: boolean;
  readonly forced: ForcedFields;
  /** The sheet is about one month: its journal may name the days alone. */
  readonly hasMonth: boolean;
}

function fitOf(kind: RecordKind, field: string, profile: ColumnProfile, { hasMonth }: ScoreContext): number {
  const fit = columnFit(kind, field, profile);
  return hasMonth && kind === 'visits' && field === 'date' ? Math.max(fit, profile.date + profile.days) : fit;
}

/** Fields with their scores, OTHER for a heading that is known to be none. A person's word scores above all. */
export function scoresOf(kind: RecordKind, column: ColumnInput, context: ScoreContext): ReadonlyMap<string, number> {
  const heading = pathText(column.path);
  const forced = Object.hasOwn(context.forced, heading) ? context.forced[heading] : undefined;
  if (forced !== undefined) return forced === null ? new Map() : new Map([[forced, 10]]);
  const scores = new Map<string, number>();
  const matches = matchHeading(column.path, kind);
  const best = matches.find(({ field }) => field !== OTHER)?.score ?? 0;
  for (const { field, score } of matches) {
    // «Дата договора» has words in common with headings that are known to be none, and is none of them.
    if (field === OTHER && best > score + 0.05) continue;
    // Days are no wordings of a list, however few they are.
    if (holdsDays(column.profile) && fieldSpec(kind, field)?.codeList !== undefined) continue;
    scores.set(
      field,
      field === OTHER ? score : weigh(score, fitOf(kind, field, column.profile, context), column.profile.size),
    );
  }
  addDateScores(scores, kind, column);
  addCountScores(scores, kind, column);
  doubtPlannedEvents(scores, kind, column);
  if (context.hasMembers) addMemberScores(scores, column);
  preferNeighbour(scores, column, kind === 'families' ? context.before : undefined);
  addEvidence(scores, kind, column);
  excludeByHeading(scores, kind, {
    path: column.path,
    isFirst: context.before === undefined,
    hasApplicant: context.hasApplicant,
  });
  return scores;
}

function termsOfPath(path: readonly string[]): ReadonlyMap<string, number> {
  return termsOf(normaliseHeading(pathText(path)));
}

function holdsDays({ date, severalDates, dateAndMore }: ColumnProfile): boolean {
  return date + severalDates - dateAndMore >= 0.9;
}

/** «План. дата окончания» is no date of the end: what is planned has not happened, whatever words they share. */
function doubtPlannedEvents(scores: Map<string, number>, kind: RecordKind, column: ColumnInput): void {
  const terms = termsOfPath(column.path);
  if (!terms.has('planned') && !terms.has('next')) return;
  for (const [field, score] of scores) {
    const spec = fieldSpec(kind, field);
    // A composite has no specification: its date is of something that happened.
    const isEvent = field !== OTHER && (spec === undefined || spec.isPastEvent === true);
    if (score < KNOWN_WORDING && isEvent) scores.set(field, score * PLANNED);
  }
}

/** «Заявление принято» over dates is the date of it. */
function addDateScores(scores: Map<string, number>, kind: RecordKind, column: ColumnInput): void {
  if (column.profile.size === 0 || column.profile.date < 0.8) return;
  if (termsOfPath(column.path).has('date')) return;
  for (const { field, score } of matchHeading([...column.path, 'дата'], kind)) {
    if (field !== OTHER && fieldSpec(kind, field)?.type !== 'date') continue;
    scores.set(field, Math.max(scores.get(field) ?? 0, 0.97 * score));
  }
}

/** «Фактически посещено» over numbers is how many times. */
function addCountScores(scores: Map<string, number>, kind: RecordKind, { profile, path }: ColumnInput): void {
  const terms = termsOfPath(path);
  if (profile.size === 0 || profile.number < 0.8 || !terms.has('visit') || terms.has('count')) return;
  for (const { field, score } of matchHeading([...path, 'количество'], kind)) {
    if (field !== OTHER && fieldSpec(kind, field)?.type !== 'number') continue;
    scores.set(field, Math.max(scores.get(field) ?? 0, 0.97 * score));
  }
}

/** The heading says something that no other list could contradict: the values need not be asked. */
function isBorneOut(scores: ReadonlyMap<string, number>, kind: RecordKind, { profile }: ColumnInput): boolean {
  const meant = [...scores].filter(([field, score]) => field !== OTHER && score >= LEAST);
  return (
    meant.length > 0 &&
    meant.every(([field]) => {
      const list = fieldSpec(kind, field)?.codeList;
      // Of free words anything may be said: a list that all values are from tells more than a part of the heading.
      if (list === undefined) return !FREE_WORDS.has(field) || (scores.get(field) ?? 0) >= KNOWN_WORDING;
      return profile.wordings(list) > 0.7;
    })
  );
}

const FREE_WORDS: ReadonlySet<string> = new Set(['circumstances', 'note']);

/** Wordings of another list contradict a heading that was only understood in part, and all of them any heading. */
const CONTRADICTED = 0.6;

/** The values do not tell whose they are: a school has an address too. */
const OF_MANY = new Set(['address', 'phone']);

/** What the heading speaks of is no list of children, no level and no category, whatever the cells look like. */
const AGAINST: Readonly<Record<string, readonly string[]>> = {
  children: ['survey', 'act', 'decision', 'contract', 'programme', 'application', 'curator', 'specialist'],
  levelComposite: ['child', 'count', 'age'],
  // How a child was placed: «опека» is a category of families too.
  categories: ['formed'],
};

/** «История переводов» tells the levels too, with their dates: what the heading says is not made more of. */
const SAID: Readonly<Record<string, string>> = { levelComposite: 'transfers' };

/** What a heading that begins with it is about: «Уровень, установленный решением», «Категория по приказу». */
const OWN_NAMES: Readonly<Record<string, string>> = { level: 'level', categories: 'category', form: 'form' };

function addEvidence(scores: Map<string, number>, kind: RecordKind, column: ColumnInput): void {
  const { profile, path } = column;
  const terms = termsOfPath(path);
  if (profile.size === 0 || namesOtherMatters(terms)) return;
  const [first] = terms.keys();
  const isAgainst = (field: string): boolean => AGAINST[field]?.some((term) => terms.has(term)) ?? false;
  for (const [field, score] of scores) {
    if (isAgainst(field) || score < (scores.get(SAID[field] ?? '') ?? 0)) continue;
    const raised = supported(kind, field, profile, first !== undefined && first === OWN_NAMES[field]);
    if (score < raised && (scores.get(OTHER) ?? 0) < 0.8) scores.set(field, raised);
  }
  if (isBorneOut(scores, kind, column)) return;
  const evidence = evidenceOf(kind, profile);
  if (!evidence) return;
  if ((scores.get(OTHER) ?? 0) >= 0.8) {
    if (evidence.share < 0.9 || evidence.fields.some((field) => OF_MANY.has(field))) return;
    scores.delete(OTHER);
  }
  for (const [field, score] of scores) {
    const list = fieldSpec(kind, field)?.codeList;
    if (list === undefined || evidence.fields.includes(field)) continue;
    const own = profile.wordings(list);
    if (own < 0.2 || (score < 0.95 && evidence.share - own >= 0.3)) scores.set(field, score * CONTRADICTED);
  }
  const [only, second] = evidence.fields;
  // «Нуждаемость (признана / отказано)»: the heading names both, and the values tell which.
  if (only !== undefined && scores.has(only))
    for (const field of FREE_WORDS) {
      const score = scores.get(field) ?? 0;
      if (score > 0 && score < KNOWN_WORDING) scores.set(field, score * CONTRADICTED);
    }
  const isUnderstood = [...scores].some(
    ([field, score]) => field !== OTHER && score >= LEAST && !FREE_WORDS.has(field),
  );
  if (only !== undefined && second === undefined && !isAgainst(only) && (!isUnderstood || scores.has(only)))
    scores.set(only, Math.max(evidence.score, scores.get(only) ?? 0));
}

function addMemberScores(scores: Map<string, number>, column: ColumnInput): void {
  for (const { field, score } of matchHeading(column.path, 'members')) {
    if (MEMBER_PARTS.includes(field))
      scores.set(
        `member.${field}`,
        weigh(score, columnFit('members', field, column.profile), column.profile.size) * 0.97,
      );
  }
  if (scores.has('member.birthDate')) {
    scores.delete('children.birthDate');
    const isApplicants = termsOfPath(column.path).has('applicant');
    if (!isApplicants) scores.set('applicantBirthDate', (scores.get('applicantBirthDate') ?? 0) * 0.7);
  }
  // Beside a column of relations each line names one person: no list of the household.
  if (!scores.has('member.name') || column.profile.severalLines >= 0.2) return;
  for (const list of ['household', 'applicant.household']) {
    const score = scores.get(list);
    if (score !== undefined) scores.set(list, score * 0.8);
  }
}

/** «Договор № | от»: the date of the document whose number stands before it. */
const DATES_BESIDE: Readonly<Record<string, string>> = {
  contractNo: 'contractDate',
  programNo: 'programDate',
  decisionNo: 'decisionDate',
};

const CLOSINGS = new Set(['closedOn', 'closing.composite', 'closeDecision']);

/** «Дата выбытия | Причина выбытия», «Снятие с учёта, № протокола | Причина»: all other words stand in the heading before. */
function saysNoMore(terms: ReadonlyMap<string, number>, { path }: ColumnInput): boolean {
  const known = termsOfPath(path);
  return [...terms.keys()].every((term) => term === 'reason' || known.has(term));
}

/** «Дата рождения» beside the children's names is theirs, unless it says whose it is. */
function preferNeighbour(scores: Map<string, number>, column: ColumnInput, neighbour: ColumnInput | undefined): void {
  if (!neighbour) return;
  const terms = termsOfPath(column.path);
  const [meant] = matchHeading(neighbour.path, 'families');
  const before = meant && meant.score >= LEAST ? meant.field : undefined;
  if (CLOSINGS.has(before ?? '') && terms.has('reason') && saysNoMore(terms, neighbour)) scores.set('closeReason', 0.9);
  // «Дата постановки: на учёт | на сопровождение»: the second is the beginning.
  if (before === 'registeredOn' && terms.has('registered') && terms.has('support'))
    scores.set('startDate', scores.get('registeredOn') ?? 0);
  const date = DATES_BESIDE[before ?? ''];
  if (
    date !== undefined &&
    column.profile.date >= 0.5 &&
    pathText(column.path.slice(0, -1)) === pathText(neighbour.path.slice(0, -1)) &&
    /^(?:от|дата)$/u.test(normaliseHeading(column.path.at(-1) ?? ''))
  )
    scores.set(date, 0.8);
  const own = scores.get('applicantBirthDate');
  if (own === undefined) return;
  // «ФИО матери | Дата рождения матери»: here the mother is the applicant.
  const named = termsOfPath(neighbour.path);
  if (before === 'applicant' && ['mother', 'father'].some((one) => terms.has(one) && named.has(one))) {
    scores.delete(OTHER);
    scores.set('applicantBirthDate', Math.max(own, 0.8));
  }
  if ((before === 'children' || before === 'household') && !terms.has('applicant') && !terms.has('parent')) {
    scores.set('children.birthDate', Math.max(own, scores.get('children.birthDate') ?? 0));
    scores.set('applicantBirthDate', own * 0.7);
  }
}

/**
 * The values strengthen or weaken what the heading says. A few that contradict it leave doubt; where all of many do,
 * the heading must mean something else (a column of terms under «Срок действия программы» is no date).
 */
function weigh(heading: number, fit: number, cells: number): number {
  if (fit >= 0.1) return heading * (0.75 + 0.25 * Math.min(1, fit * 1.15));
  return heading * (cells < 5 ? 0.62 : 0.5);
}
