/** What the headings and line names of report forms count. */
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { FigureMeaning } from '../domain/register.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { findDates } from './decode-date.ts';
import { normaliseHeading } from './heading-normaliser.ts';

export interface Meaning {
  readonly meaning: FigureMeaning;
  readonly level?: string;
}

const START = /на\s+начало|на\s+0?1\s+января|на\s+0?1\.01\.(?!.*на\s+конец)/u;
const END = /на\s+конец|на\s+отчетную\s+дату|на\s+дату\s+отчета|по\s+состоянию\s+на(?!\s+начало)/u;
const POSITIVE = /положительн|улучшени|стабилизац/u;
const OUT = /(?:^|[^а-я])(?:снят|сня|выбы|прекращ|заверш|оконч|закрыт|исключен)/u;
const IN = /(?:^|[^а-я])(?:поставлен|постановк|принят|приня|взят|прибы|зачислен|поступил|включен)/u;
const STANDS = /состо(?:ит|ял|ящ)|на\s+(?:учете|сопровождении)|сопровожда(?:ется|лось)/u;
const TOTAL = /^(?:всего|итого)|(?:^|[^а-я])(?:всего|итого)$/u;
/** Figures of other things that sound alike: transfers, applications, decisions, measures, rates per specialist. */
const OTHERS =
  /перевед|перевод|заявлени|обращени|решени|протокол|мероприяти|услуг|программ|договор|выход|посещени|консилиум|специалист|процент|доля|средн|план(?![а-я])|%|руб/u;

/**
 * The meaning of a heading path or a line's name («Снято с сопровождения > из них с положительной динамикой»). A
 * figure about one category of families is none of the form's main figures.
 */
export function reportMeaning(text: string, book: CodeBook, period: FormPeriod | null = null): Meaning {
  const heading = normaliseHeading(text);
  if (OTHERS.test(heading.replace(/окончани\S*\s+(?:срока\s+)?(?:программ|договор)\S*/u, 'окончание')))
    return { meaning: 'other' };
  if (POSITIVE.test(heading)) return { meaning: 'positive' };
  const words = heading.replaceAll('>', ' ');
  if (book.mentions('categories', words).length > 0) return { meaning: 'other' };
  const levels = book.mentions('levels', words);
  const level = levels.length === 1 ? levels[0]?.code : undefined;
  const byTime = timeOf(heading, text, period);
  if (typeof level === 'string' && byTime !== 'start') return { meaning: 'level', level };
  if (byTime !== null) return { meaning: level === undefined ? byTime : 'other' };
  if (OUT.test(heading)) return { meaning: 'out' };
  if (IN.test(heading)) return { meaning: 'in' };
  if (STANDS.test(heading)) return { meaning: 'end' };
  return { meaning: TOTAL.test(heading) ? 'total' : 'other' };
}

/** First and last day of the period a form reports on. */
export interface FormPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** Families that stand at the beginning or the end: said in words, or by a date beside the period's own. */
function timeOf(heading: string, text: string, period: FormPeriod | null): 'start' | 'end' | null {
  const day = standingDay(text);
  if (day !== null && period !== null) {
    if (day === period.from || day === period.from - 1) return 'start';
    if (day === period.to || day === period.to + 1) return 'end';
  }
  if (START.test(heading)) return 'start';
  return END.test(heading) || (day !== null && STANDS.test(heading)) ? 'end' : null;
}

/** The day of «состоит на 31.10.2026»; null when a text names none. */
export function standingDay(text: string): Day | null {
  const [date, second] = findDates(text).filter(
    ({ start, day }) => isKnown(day) && /на\s*$/iu.test(text.slice(0, start)),
  );
  return date && !second ? date.day : null;
}

const FORM_WORDS =
  /^(?:наименование(?: показател[яей]+| муниципального образования| района| территории)?|показател[ьи]|№ строки|№ стр\.?|код строки|№ п\/п|всего|итого|значение(?: показателя)?|единица измерения|ед\. ?изм\.?|количество(?: семей| детей| получателей)?|семей|детей|человек|всего семей|в них детей|количество семей|из них|в том числе)$/u;

/** How much a heading looks like one of a report form, 0–1. */
export function reportLikeness(text: string, book: CodeBook): number {
  if (text.length > 160 || !/\p{L}{3}/u.test(text)) return 0;
  const heading = normaliseHeading(text);
  if (FORM_WORDS.test(heading)) return 0.8;
  if (/^(?:в том числе|из них|в т\. ?ч)/u.test(heading)) return 0.8;
  const { meaning } = reportMeaning(text, book);
  return meaning === 'other' ? 0 : 0.8;
}

type Unit = 'families' | 'children' | 'people';

/** Unit of a figure by the words of its heading, or else of its line's name; families where neither says. */
export function unitOf(heading: string, label: string): Unit {
  return unitOfWord(unitWord(heading) ?? unitWord(label) ?? 'сем');
}

/** What parts count: by their own words, families where they are levels; null where nothing says. */
export function unitOfParts(text: string, book: CodeBook): Unit | null {
  const word = unitWord(text);
  if (word !== null) return unitOfWord(word);
  return book.mentions('levels', normaliseHeading(text).replaceAll('>', ' ')).length > 0 ? 'families' : null;
}

/** True for «в них детей», which counts those in the families of the line or column before it. */
export function isCompanion(text: string): boolean {
  return /^(?:\d+(?:\.\d+)*[.)]?\s)?в (?:них|этих)(?![а-я])/u.test(normaliseHeading(text));
}

function unitOfWord(word: string): Unit {
  if (word.startsWith('сем')) return 'families';
  return /^(?:дет|несов)/u.test(word) ? 'children' : 'people';
}

function unitWord(text: string): string | null {
  const words = [
    ...normaliseHeading(text).matchAll(
      /(?<![а-я])(?:(?:дет(?:ей|и)|несовершеннолетн[а-я]+|чел(?:овек|\.)|членов|лиц|граждан|получател[а-я]+)|сем(?:ей|ья|ьи|ьями))(?![а-я])/gu,
    ),
  ];
  // «детей в семьях получателей» counts children: the first word is what is counted.
  return words[0]?.[0] ?? null;
}
