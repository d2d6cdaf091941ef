/** The ways a heading can be read: with what stands above it and without, its main clause, the first of its facts. */
import {
  knownShare,
  namesOtherMatters,
  normaliseHeading,
  readingsOf,
  termsOf,
  withoutBrackets,
} from './heading-normaliser.ts';

/** «Мать: дата рождения» says in one cell what stands in two elsewhere; a list of facts behind the colon is none. */
const IN_ONE_CELL = /^([^:]{3,60}):\s+([^:,]{2,60})$/u;

/** The parts of a path, normalised, outermost first. */
export function headingParts(path: readonly string[]): string[] {
  const parts = path.flatMap((part) => IN_ONE_CELL.exec(part)?.slice(1) ?? [part]).map(normaliseHeading);
  // «Реквизиты договора» over «дата»: the heading below tells which of them.
  return withoutOtherStep(parts.filter((part) => part !== '')).map((part, at, all) =>
    at < all.length - 1 ? part.replace(/^№ и дата /u, '') : leafUnder(part, all.slice(0, -1)),
  );
}

/** «взята», «дата составления»: words for the beginning of the support, of the account or of a programme. */
export const BEGINS =
  /(?<![а-я])(?:составл|утвержд|разработ|постанов|постав|взят|взял|включ|зачисл|начал|принят|прием|открыт)/u;
/** «снята», «дата окончания»: words for the end of it. */
export const ENDS = /(?<![а-я])(?:снят|сняти|сняли|оконч|прекращ|заверш|выбыт|исключ|закрыт|конец|конца|отчисл)/u;

/** «Постановка и снятие с учёта» over «постановка»: the heading below tells of which step it is. */
function withoutOtherStep(parts: readonly string[]): readonly string[] {
  const leaf = parts.at(-1) ?? '';
  if (parts.length < 2 || BEGINS.test(leaf) === ENDS.test(leaf)) return parts;
  const other = BEGINS.test(leaf) ? ENDS : BEGINS;
  const isOfBoth = (part: string): boolean => BEGINS.test(part) && ENDS.test(part);
  const without = (part: string): string =>
    part
      .split(' ')
      .filter((word) => !other.test(word))
      .join(' ');
  return parts.map((part, at) => (at < parts.length - 1 && isOfBoth(part) ? without(part) : part));
}

/** «План» under «Посещения» is no programme: it is when the next will be. */
function leafUnder(leaf: string, above: readonly string[]): string {
  if (!PLAN.test(leaf)) return leaf;
  const terms = termsOf(above.join(' '));
  return terms.has('visit') || terms.has('review') ? 'следующее (дата)' : leaf;
}

const PLAN = /^(?:следующ[а-я]{2} )?\(?(?:план|по плану|планируется|назначено на|будет)\.?\)?(?: \(?дата\)?)?$/u;

/** One way to read a heading, and how much what it matches then is worth. */
export interface HeadingVariant {
  readonly text: string;
  readonly factor: number;
}

/** The readings of a path: all of it, the last two parts, the last alone; each also without brackets. */
export function variantsOf(path: readonly string[]): readonly HeadingVariant[] {
  const parts = headingParts(path);
  const leaf = parts.at(-1) ?? '';
  // «Сопровождение» over «с» and «по»: read with what stands above, as it would be in one cell.
  const small = parts.length > 1 ? SMALL_WORD.exec(leaf)?.[1] : undefined;
  if (small !== undefined) parts.splice(-2, 2, normaliseHeading(`${parts.at(-2)} ${small}`));
  const isSpanAlone = parts.length === 1 && parts[0] === leaf && /^(?:с|по)$/u.test(leaf);
  const readings = isSpanAlone
    ? [{ text: normaliseHeading(`сопровождение ${leaf}`), factor: OF_SUPPORT_ITSELF }]
    : [{ text: parts.join(' '), factor: 1 }];
  if (parts.length > 1) {
    readings.push({ text: leaf, factor: leafFactor(parts) });
    const above = parts.slice(0, -1).join(' ').replace(LISTED, '');
    readings.push({ text: `${withoutBrackets(above)} ${leaf}`, factor: 0.99 });
  }
  if (parts.length > 2) readings.push({ text: parts.slice(-2).join(' '), factor: 0.98 });
  const main = withoutClause(leaf);
  if (main !== null) readings.push({ text: main, factor: 0.97 });
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

/** «с», «по (дата)», «по (факт)» */
const SMALL_WORD = /^(с|по|от)(?: \(?(?:дата|факт|число)\)?)?$/u;

/** «с | по» with nothing above them can only be the time of the support: with doubt. */
const OF_SUPPORT_ITSELF = 0.75;

/** «Решение комиссии: дата, №» over «дата» and «№»: tells what stands below. */
const LISTED = /:[^:,]{1,40}(?:,[^:,]{1,40}){1,5}$/u;

/** «Дата и результаты обследования» is the date of it first. */
const DATE_AND = /^(дата) и [а-я]{4,20} /u;

/** «Адрес, телефон»: what such a column holds first is what it is read as. */
const FIRST_OF_SEVERAL = 0.8;

const CLAUSE = /,\s*(?:[а-я]{1,3}\s)?(?:основании\s)?котор(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ых|ом|ыми)\s[^,()]*/u;

/** «Обстоятельства, которые ухудшают условия жизнедеятельности»: the main clause, where the other turns it to no other matter. */
function withoutClause(leaf: string): string | null {
  const main = leaf.replace(CLAUSE, ' ').replace(/\s+/gu, ' ').trim();
  if (main === leaf || isGeneric(main) || termsOf(main).size === 0) return null;
  const own = termsOf(main);
  const turned = turningIn(termsOf(leaf)).some((words) => !words.some((word) => own.has(word)));
  return turned ? null : main;
}

/** Where somebody works or learns is said behind the name. */
const OF_PERSON: ReadonlySet<string> = new Set(['study', 'work']);

/** The first of several things that a heading names; null where it names one, or the first says nothing by itself. */
function firstOfSeveral(leaf: string): string | null {
  const [first = '', ...rest] = leaf.split(/(?:,\s|\s\/\s?|\/\s)\s*(?![^()]*\))/u);
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
  return [...termsOf(text).keys()].some(
    (term) => ['last', 'next', 'reason', 'recognised'].includes(term) && !kept.has(term),
  );
}

/** What a lower heading is worth by itself. */
function leafFactor(parts: readonly string[]): number {
  const leaf = parts.at(-1) ?? '';
  if (!isGeneric(leaf) && isOfStepAbove(parts)) return 0.5;
  return isGeneric(leaf) || isTurnedAbove(parts) ? 0.7 : 0.96;
}

/** «Первичное обследование» over «дата выхода», «Решение комиссии» over «итог»: of the step, and of nothing else. */
function isOfStepAbove(parts: readonly string[]): boolean {
  const above = termsOf(parts.slice(0, -1).join(' '));
  const own = [...termsOf(parts.at(-1) ?? '').keys()];
  return STEPS.some((step) => above.has(step)) && own.every((term) => OF_STEP.has(term));
}

const STEPS = ['application', 'survey', 'decision', 'contract', 'programme', 'consent'];
const OF_STEP: ReadonlySet<string> = new Set(['date', 'no', 'registry', 'visit', 'result']);

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
/** «ИПСС принята», «Принято заявление»: what is accepted is the paper, and no family. */
const ACCEPTED = ['programme', 'application'];
/** Whoever looks after the family: any of the words says so. */
export const WHO_LOOKS_AFTER: readonly string[] = ['curator', 'specialist', 'responsible'];

/** The sets of words of which a wording must have one, to mean the same as the heading. */
export function turningIn(terms: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const turning = [...terms.keys()].filter(
    (term) => TURNING.has(term) || (terms.has('start') && ACCEPTED.includes(term)),
  );
  // «Дата выезда специалиста» is the day of the visit, whoever came, and so is the number of them.
  if (terms.has('visit') && (terms.has('date') || terms.has('count')))
    return turning.filter((term) => !WHO_LOOKS_AFTER.includes(term)).map((term) => [term]);
  return turning.map((term) => (WHO_LOOKS_AFTER.includes(term) ? WHO_LOOKS_AFTER : [term]));
}
