/** What a heading rules out: words it shares with a field's wordings, and values like the field's, do not make it one. */
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import { OTHER } from './heading-match.ts';
import { namesOtherMatters, termsOf } from './heading-normaliser.ts';
import { headingParts, WHO_LOOKS_AFTER } from './heading-variants.ts';

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
  const parts = headingParts(path);
  const leaf = parts.at(-1) ?? '';
  if (leaf === LIST_NUMBER) keepOnly(scores, 'seq');
  else if (!isFirst && isNumberOfDocument(parts)) for (const field of ['seq', 'caseNo']) scores.delete(field);
  const heading = parts.join(' ');
  const terms = termsOf(heading);
  if (terms.has('fio')) excludeCodes(scores, kind);
  // «Срок действия ИПСС (до)» is no day of a visit.
  if (kind === 'visits' && terms.has('until') && !terms.has('visit')) scores.delete('date');
  if (kind !== 'families') return;
  if (didOneStep(heading, terms)) scores.delete('curator');
  if (isOfSomebodyElse(parts)) for (const field of OF_FAMILY_ITSELF) scores.delete(field);
  // A visit that looks after the work done is no regular one, and no review of the programme.
  if (/(?<![а-я])контрольн/u.test(heading) && terms.has('visit')) for (const field of REGULAR) scores.delete(field);
  excludeLevels(scores, terms);
  excludeSteps(scores, terms);
  excludeByGroup(scores, termsOf(parts.slice(0, -1).join(' ')), termsOf(leaf));
  // «Посещений за месяц»: of which one, nothing says, and of all together it is no number.
  if (terms.has('visit') && terms.has('month')) for (const field of NUMBERS) scores.delete(field);
  // «Патронажи» over «II»: of a month or of a quarter.
  if (parts.length > 1 && FIGURE.test(leaf)) for (const field of [...NUMBERS, ...REGULAR]) scores.delete(field);
  // «Результат по завершении сопровождения» tells what has become of the family, and not why it was removed.
  if (parts.length === 1 && RESULT.test(heading) && !terms.has('reason')) scores.delete('closeReason');
  if (FIRST_LEVEL.test(heading)) for (const field of LEVELS) scores.delete(field);
  // «Кем расторгнут» asks who ended it, and not who told of the family.
  if (terms.has('close')) scores.delete('source');
  if (terms.has('disability') || terms.has('study')) for (const field of TERMS_AND_EVENTS) scores.delete(field);
  // «№ приказа о зачислении в школу»
  if (terms.has('study')) for (const field of OF_DECISION) scores.delete(field);
  if (terms.has('start') && !terms.has('end')) scores.delete('programUntil');
  if (endsPlan(heading)) {
    const told = terms.has('next') || terms.has('planned') ? PLANNED_END : (scores.get('closedOn') ?? 0);
    scores.set('programUntil', Math.max(scores.get('programUntil') ?? 0, told));
    keepOnly(scores, 'programUntil');
  }
  if (runsUntil(heading)) for (const field of CLOSINGS) scores.delete(field);
  if (!namesOneParent(path)) return;
  for (const field of OF_SEVERAL_PEOPLE) scores.delete(field);
  // Beside the applicant a parent is somebody else, born on another day.
  if (hasApplicant) scores.delete('applicant.birthDate');
}

/** What is said of levels: of today's, of those that the family has gone through, or of the days they were looked at. */
function excludeLevels(scores: Scores, terms: ReadonlyMap<string, number>): void {
  const said = [...terms.keys()];
  const isOfTransfers = terms.has('transfer');
  const isLevelFirst = said.indexOf('level') < said.indexOf('transfer');
  // «Перевод (дата, на какой уровень)» tells of transfers, and not of the level of today.
  if (isOfTransfers && !isLevelFirst) scores.delete('levelComposite');
  // «Уровень (срок), переводы» tells the level of today too.
  if (isOfTransfers && isLevelFirst && terms.has('level') && terms.has('term')) scores.delete('transfers');
  // «Даты пересмотра уровня»: the level may have stayed.
  if (terms.has('review') && !isOfTransfers) for (const field of CHANGES) scores.delete(field);
}

const CHANGES = ['transfers', 'levelComposite'];

/** «№ протокола о постановке» is of the beginning, «Закрытие дела, № протокола» of the end. */
function excludeSteps(scores: Scores, terms: ReadonlyMap<string, number>): void {
  const isEnd = ['close', 'end', 'until'].some((term) => terms.has(term));
  const isBeginning = ['registered', 'start', 'application'].some((term) => terms.has(term));
  if (isBeginning && !isEnd) for (const field of OF_END) scores.delete(field);
  // «Снято с контроля» names no paper.
  if (!PAPERS.some((paper) => terms.has(paper))) scores.delete('closeDecision');
  if (terms.has('close') && terms.has('decision')) for (const field of OF_DECISION) scores.delete(field);
  // «Снятие с учета» over «документ»: the paper, and no day.
  if (terms.has('close') && terms.has('paper') && !terms.has('date')) scores.delete('closedOn');
}

/** «Решение комиссии» over «когда принято», «Пересмотр» over «последний раз»: what stands above says of which matter. */
function excludeByGroup(scores: Scores, above: ReadonlyMap<string, number>, leaf: ReadonlyMap<string, number>): void {
  const isOfSupport = ['support', 'registered'].some((term) => leaf.has(term));
  if (above.has('decision') && !isOfSupport && !leaf.has('application'))
    for (const field of BEGINNINGS) scores.delete(field);
  if (above.has('registered') && !isOfSupport) scores.delete('startDate');
  if (above.has('review') && !above.has('visit')) for (const field of VISITS) scores.delete(field);
  if (above.has('end') || above.has('close')) for (const field of OF_DECISION) scores.delete(field);
  if (namesOtherMatters(above)) for (const field of TERMS_AND_EVENTS) scores.delete(field);
}

const BEGINNINGS = ['applicationDate', 'startDate', 'registeredOn', 'formedOn'];
const VISITS = ['lastVisit', 'nextVisit', 'visitDates', 'visitCount'];

const PAPERS = ['decision', 'paper', 'act', 'no', 'kdn', 'commission'];
const OF_END = ['closedOn', 'closeReason', 'closeDecision', 'closing.composite'];
const OF_DECISION = ['decision', 'decisionNo', 'decisionDate', 'decision.document'];
/** A month, a quarter, or the place in a list. */
const FIGURE = /^(?:[iх]{1,3}|[ivx]{1,4}|\d{1,2})$/u;
const NUMBERS = ['visitCount', 'termMonths'];
/** Of one word: «Чем завершено» asks for the reason. */
const RESULT = /(?<![а-я])(?:результат|динамик|вывод[аы]?(?![а-я]))/u;

/** «Кто обратился (ФИО)» asks for a name: no list of codes has it, and no number. */
function excludeCodes(scores: Scores, kind: RecordKind): void {
  for (const field of scores.keys()) {
    const type = fieldSpec(kind, field)?.type ?? '';
    if (type === 'code' || type === 'codes' || type === 'number') scores.delete(field);
  }
}

/** «Специалист, проводивший обследование», «Акт составил»: who did one step need not look after the family. */
function didOneStep(heading: string, terms: ReadonlyMap<string, number>): boolean {
  const isStep = ['survey', 'act', 'application'].some((step) => terms.has(step));
  const didPaper = ['programme', 'decision', 'contract'].some((paper) => terms.has(paper)) && DID.test(heading);
  return (isStep || didPaper) && !terms.has('curator') && !/сопровожд|патронат|сем[ье]/u.test(heading);
}

/** «подготовивший», «подписавшего»: once, and over. */
const DID = /[а-я]{3}вш(?:ий|ая|ие|его|ей|их|им)(?![а-я])/u;

/** «Исполнитель» over «телефон», «Бабушка» over «дата рождения»: of the one above, and not of the family. */
function isOfSomebodyElse(parts: readonly string[]): boolean {
  const above = termsOf(parts.slice(0, -1).join(' '));
  if (['applicant', 'parent', 'mother', 'child'].some((term) => above.has(term))) return false;
  return WHO_LOOKS_AFTER.some((who) => above.has(who)) || namesOtherMatters(above);
}

/** «Уровень при постановке» is not the level of today. */
const FIRST_LEVEL =
  /(?:при|на (?:дату|момент|день)) (?:постановк|прием|приняти|зачислени|взяти)[а-я]{0,2}(?![а-я])|начальн[а-я]{2,3} уров/u;
const LEVELS = ['level', 'levelComposite'];

const OF_FAMILY_ITSELF = [
  'applicant',
  'applicant.birthDate',
  'applicantBirthDate',
  'children.birthDate',
  'snils',
  'phone',
  'address',
];
/** «Срок инвалидности до», «Дата установления инвалидности», «Дата зачисления в школу». */
const TERMS_AND_EVENTS = [
  'programUntil',
  'termMonths',
  'startDate',
  'registeredOn',
  'closedOn',
  'formedOn',
  'nextReview',
];
const REGULAR = ['lastReview', 'nextReview', 'reviewDates', 'lastVisit', 'nextVisit', 'visitDates'];

/** The place in the list, whatever stands above it. */
const LIST_NUMBER = '№ п/п';

function keepOnly(scores: Scores, kept: string): void {
  for (const field of scores.keys()) if (field !== kept && field !== OTHER) scores.delete(field);
}

const DOCUMENTS = ['application', 'survey', 'act', 'decision', 'contract', 'programme', 'consent', 'close', 'request'];

/** «Акт обследования» over «номер»: neither the family nor its line is numbered so. */
function isNumberOfDocument(parts: readonly string[]): boolean {
  const above = termsOf(parts.slice(0, -1).join(' '));
  return (
    /^(?:рег(?:истрационный|\.)? )?(?:№|номер)$/u.test(parts.at(-1) ?? '') &&
    DOCUMENTS.some((term) => above.has(term)) &&
    !above.has('case')
  );
}

const CLOSINGS = ['closedOn', 'closing.composite'];
const OF_SEVERAL_PEOPLE = ['household', 'children', 'applicant.household'];

/** «Отец (ФИО, дата рождения)» is about one person, who is no household. */
export function namesOneParent(path: readonly string[]): boolean {
  const terms = termsOf(headingParts(path).join(' '));
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

/** «Плановая дата завершения программы»: what is to come is no end of the support. */
const PLANNED_END = 0.8;

/** «Завершение реализации индивидуальной программы»: words that may stand before the name of what ends. */
const BETWEEN = ['due', 'until', 'term', 'done', 'date', 'individual', 'social'];
const CARRYING_OUT = /^(?:проведени|оказани|осуществлени|предоставлени)/u;
const ADJECTIVE = /(?:[ыи]й|[ая]я|[ое]го|[ое]й|[ыи]х|[ыи]е)$/u;

function saysLittle(word: string): boolean {
  const terms = termsOf(word);
  if (PLANS.some((term) => terms.has(term))) return false;
  return ADJECTIVE.test(word) || CARRYING_OUT.test(word) || terms.size === 0 || BETWEEN.some((term) => terms.has(term));
}
