/** What the headings and line names of report forms count. */
import type { FigureMeaning } from '../domain/register.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { normaliseHeading } from './heading-normaliser.ts';

export interface Meaning {
  readonly meaning: FigureMeaning;
  readonly level?: string;
}

const START = /на\s+начало|на\s+0?1\s+января|на\s+0?1\.01\.(?!.*на\s+конец)/u;
const END =
  /на\s+конец|на\s+отчетную\s+дату|на\s+дату\s+отчета|по\s+состоянию\s+на(?!\s+начало)|на\s+(?:3[01]|28|29)[.\s]/u;
const POSITIVE = /положительн|улучшени|стабилизац/u;
const OUT = /(?:^|[^а-я])(?:снят|сня|выбы|прекращ|заверш|оконч|закрыт|исключен)/u;
const IN = /(?:^|[^а-я])(?:поставлен|постановк|принят|приня|взят|прибы|зачислен|поступи|включен|вновь|выявлен)/u;
const STANDS = /состо(?:ит|ял|ящ)|на\s+(?:учете|сопровождении)|сопровожда(?:ется|лось)/u;
const TOTAL = /^(?:всего|итого)|(?:^|[^а-я])(?:всего|итого)$/u;

/** The meaning of a heading path or a line's name («Снято с сопровождения > из них с положительной динамикой»). */
export function reportMeaning(text: string, book: CodeBook): Meaning {
  const heading = normaliseHeading(text);
  const levels = book.mentions('levels', heading.replaceAll('>', ' '));
  if (/перевед|перевод/u.test(heading)) return { meaning: 'other' };
  if (POSITIVE.test(heading)) return { meaning: 'positive' };
  const level = levels.length === 1 ? levels[0]?.code : undefined;
  const byTime = START.test(heading) ? 'start' : END.test(heading) ? 'end' : null;
  if (typeof level === 'string' && byTime !== 'start') return { meaning: 'level', level };
  if (byTime !== null) return { meaning: level === undefined ? byTime : 'other' };
  if (OUT.test(heading)) return { meaning: 'out' };
  if (IN.test(heading)) return { meaning: 'in' };
  if (STANDS.test(heading)) return { meaning: 'end' };
  return { meaning: TOTAL.test(heading) ? 'total' : 'other' };
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

/** Unit of a figure by the words of its heading, or else of its line's name; families where neither says. */
export function unitOf(heading: string, label: string): 'families' | 'children' | 'people' {
  const word = unitWord(heading) ?? unitWord(label) ?? 'сем';
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
