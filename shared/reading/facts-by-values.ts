/**
 * Fields of members, visits, measures and specialists whose headings no wording explains, told by the values: in a
 * journal of visits the one column of days is that of the visits. Only where the table is known to be one of its kind,
 * where nothing else gives the field, and where one column alone may. Always with doubt: the screen asks the person.
 */
import type { RecordKind } from '../domain/fields.ts';
import type { ColumnProfile } from './column-profile.ts';
import { matchHeading, OTHER } from './heading-match.ts';
import { namesOtherMatters, normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { MappedColumn } from './map-columns.ts';
import { factsIn, SEVERAL_FACTS } from './several-facts-of-others.ts';
import type { SeveralFacts } from './several-facts-of-others.ts';
import {
  DISABILITIES,
  DISTRICTS,
  INSTITUTIONS,
  OUTCOMES,
  POSITIONS,
  REASONS_OF_VISIT,
  STUDIES,
} from './words-of-others.ts';

/** A field with the look of its values, and what a heading must or must not say. */
interface Look {
  readonly field: string;
  readonly fits: (profile: ColumnProfile) => boolean;
  readonly must?: RegExp;
  readonly never?: RegExp;
  /** The values tell so much that words of other matters beside them say nothing against it. */
  readonly isSure?: true;
  /** A field that another column must give, so that this one cannot be meant. */
  readonly beside?: string;
  /** What tells it from another column that looks the same. */
  readonly hint?: RegExp;
}

const DOUBTFUL = 0.6;
const FEWEST = 4;
const MOSTLY = 0.75;
/** A column of one word's kind: so many of its cells say it. */
const MAJORITY = 0.6;
const REPEATED = 2 / 3;

const SEVERAL_WORDS = /\p{L}{3}[\s,]{1,9}(?:\p{L}{1,2}\s{1,9})?\p{L}{3}/u;

const days = (p: ColumnProfile): boolean => p.date >= 0.8;
const past = (p: ColumnProfile): boolean => days(p) && p.future() <= 0.1;
const names = (p: ColumnProfile): boolean => p.named() >= MOSTLY;
const few = (p: ColumnProfile): boolean => names(p) && p.distinct() <= REPEATED;
const many = (p: ColumnProfile): boolean => names(p) && p.distinct() > REPEATED;
const says =
  (words: RegExp) =>
  (p: ColumnProfile): boolean =>
    p.text >= MAJORITY && p.telling((text) => words.test(text)) >= MAJORITY;
/** Words in a row, and nobody's name. */
const prose = (p: ColumnProfile): boolean =>
  p.text >= 0.8 && p.named() < 0.2 && p.date < 0.1 && p.telling((text) => SEVERAL_WORDS.test(text)) >= MAJORITY;

const OF_CASE = /дел[оау]?(?![а-я])|карт|папк|кейс|случа|код(?![а-я])|шифр|(?<![а-я])л\.?\s?\/?д(?![а-я])|сем[ье]/u;
const OF_FAMILY =
  /семь|заявит|законн|представит|(?:глав|чь)[аяеи]|кого|кому|матер|мам|родител|получат|клиент|подопечн|обративш/u;
/** Whose family it is, and no member of it. */
const WHOSE = /заявит|чь(?:я|ей|ю|и)(?![а-я])|чей|кого|какой сем|главы? сем|законн|представит|обративш/u;
const OF_STAFF =
  /специал|сотруд|работник|куратор|исполнит|ответств|отв\.|участник|состав|педагог|кто |кем |чьими|(?:ходил|ездил|посетил|провел|выполня|(?<![а-я])дела[ле]|вед(?:ет|ут|ущ))/u;
const OF_OTHERS = /специал|сотруд|куратор|ответств|педагог|учител|врач|руковод|воспитат|инспектор|участков/u;
const OF_CHILD = /реб[её]н|дет(?:и|ей|ям)|несовершен|подрост/u;
const OF_NEXT = /(?<![а-я])след|план|очередн|будущ|назнач|повторн|вернут|возвращ/u;
const OF_EVENT =
  /(?<![а-я])акт(?!ив)|отчет|запис|внес|регистр|постанов|снят|договор|приказ|справк|заяв|смерт|прибы|выда|установ|действ|брак/u;
const OF_BIRTH = /рожд|родил/u;
const OF_PLACE =
  /адрес|место|где |куда|подпис|подтвержд|документ|источник|финанс|расход|охват|(?<![а-я])час|мин\.|примеч|телефон/u;
const TASK = /меропр|(?<![а-я])мер[аы]|помощ|что |действи|услуг|задач|работ/u;

const either = (...words: readonly RegExp[]): RegExp => new RegExp(words.map(({ source }) => source).join('|'), 'u');

const NO_CASE = either(
  OF_EVENT,
  OF_PLACE,
  /паспорт(?! сем| соц)|полис|свидет|школ|протокол|п\/п|колич|число|возраст|класс/u,
);
/** «112/25», «СД-7» */
const CASE_LIKE = /^(?:№\s?)?(?:\d{1,6}\/\d{2,4}|\p{L}{1,4}-\d{1,6})$/u;

const CASES: readonly Look[] = [
  { field: 'caseNo', fits: (p) => p.documentNumber >= 0.8 && p.date < 0.1, must: OF_CASE, never: NO_CASE },
  // Of a family there is more than one visit, member and measure.
  {
    field: 'caseNo',
    fits: (p) => p.distinct() <= 0.9 && p.telling((text) => CASE_LIKE.test(text)) >= 0.9,
    never: NO_CASE,
  },
];

const LOOKS: Readonly<Partial<Record<RecordKind, readonly Look[]>>> = {
  members: [
    ...CASES,
    { field: 'relation', fits: (p) => p.relation() >= MAJORITY, isSure: true },
    { field: 'snils', fits: (p) => p.snils >= MOSTLY, isSure: true },
    { field: 'name', fits: names, never: either(OF_OTHERS, WHOSE) },
    { field: 'applicant', fits: names, must: OF_FAMILY, never: OF_OTHERS },
    { field: 'birthDate', fits: (p) => past(p) || p.years >= 0.8, never: OF_EVENT },
    {
      field: 'disability',
      fits: says(DISABILITIES),
      isSure: true,
      must: /инвал|овз|здоров|групп|мсэ|ограничен|(?<![а-я])инв/u,
    },
    {
      field: 'disability',
      fits: (p) => says(DISABILITIES)(p) && p.telling((text) => /инвалид|овз/iu.test(text)) >= 0.15,
    },
    { field: 'study', fits: says(STUDIES), isSure: true },
  ],
  visits: [
    ...CASES,
    { field: 'date', fits: past, never: either(OF_NEXT, OF_EVENT, OF_BIRTH) },
    { field: 'kind', fits: says(REASONS_OF_VISIT) },
    { field: 'specialist', fits: few, must: OF_STAFF },
    { field: 'specialist', fits: few, never: OF_FAMILY },
    { field: 'applicant', fits: names, must: OF_FAMILY },
    { field: 'applicant', fits: many, never: either(OF_STAFF, OF_OTHERS, OF_CHILD), beside: 'specialist' },
    { field: 'result', fits: prose, never: either(OF_NEXT, OF_PLACE, OF_STAFF), hint: /итог|рез|вывод|что |как /u },
  ],
  measures: [
    ...CASES,
    { field: 'dueDate', fits: (p) => days(p) && p.future() >= 0.3, never: OF_EVENT },
    { field: 'doneDate', fits: past, never: either(OF_NEXT, OF_EVENT, OF_BIRTH) },
    { field: 'responsible', fits: few, must: OF_STAFF },
    { field: 'responsible', fits: few, never: OF_FAMILY },
    { field: 'applicant', fits: names, must: OF_FAMILY },
    { field: 'applicant', fits: many, never: either(OF_STAFF, OF_OTHERS, OF_CHILD), beside: 'responsible' },
    { field: 'helpKind', fits: (p) => p.wordings('helpKinds') >= MAJORITY },
    { field: 'organisation', fits: (p) => p.wordings('organisations') >= MAJORITY || says(INSTITUTIONS)(p) },
    { field: 'result', fits: says(OUTCOMES) },
    { field: 'measure', fits: prose, never: either(OF_PLACE, OF_STAFF, /результат|итог/u), hint: TASK },
  ],
  specialists: [
    { field: 'name', fits: names, never: OF_FAMILY },
    { field: 'position', fits: says(POSITIONS) },
    {
      field: 'rate',
      fits: (p) => p.number >= 0.9 && p.upTo(2) >= 0.9,
      never: /стаж|лет|семей|(?<![а-я])дел|категор|разряд/u,
    },
    { field: 'district', fits: says(DISTRICTS) },
  ],
};

/** The columns of a table of the kind, with the fields that their values alone tell. */
export function withFactsByValues(
  kind: RecordKind,
  columns: readonly MappedColumn[],
  profiles: ReadonlyMap<number, ColumnProfile>,
): readonly MappedColumn[] {
  const held = columns.map((column) => withoutProse(column, profiles.get(column.column)));
  let told = withSeveralFacts(kind, held, profiles);
  for (const look of LOOKS[kind] ?? []) told = withFact(told, look, kind, profiles);
  return told;
}

/** Who a heading may speak of is nobody where the cells are sentences: «Что выявлено при посещении». */
function withoutProse(column: MappedColumn, profile: ColumnProfile | undefined): MappedColumn {
  if (!PEOPLE.has(column.field ?? '') || column.corrected || column.confidence >= CLEAR) return column;
  return profile && profile.size >= FEWEST && prose(profile) ? { ...column, field: null, confidence: 0 } : column;
}

const PEOPLE: ReadonlySet<string> = new Set(['applicant', 'name', 'specialist', 'responsible']);
/** From here on a heading is understood without doubt. */
const CLEAR = 0.85;

/** A column whose cells tell several facts that no other column gives. */
function withSeveralFacts(
  kind: RecordKind,
  columns: readonly MappedColumn[],
  profiles: ReadonlyMap<number, ColumnProfile>,
): readonly MappedColumn[] {
  let told = columns;
  for (const facts of SEVERAL_FACTS[kind] ?? []) {
    const [only, second] = told.filter((column) => tells(facts, column, { kind, columns: told, profiles }));
    if (!only || second) continue;
    const { duplicateOf: _, ...rest } = only;
    const [field, ...further] = facts.fields;
    const confidence = Math.max(DOUBTFUL, only.field === field ? only.confidence : 0);
    told = told.map((column) => (column === only ? { ...rest, field, further, confidence } : column));
  }
  return told;
}

interface Sheet {
  readonly kind: RecordKind;
  readonly columns: readonly MappedColumn[];
  readonly profiles: ReadonlyMap<number, ColumnProfile>;
}

function tells(facts: SeveralFacts, column: MappedColumn, { kind, columns, profiles }: Sheet): boolean {
  const profile = profiles.get(column.column);
  if (!profile || profile.size < FEWEST || column.corrected || column.further) return false;
  if (column.field === null ? !isUnread(column, kind) : !facts.fields.includes(column.field)) return false;
  const isGiven = columns.some((one) => one !== column && facts.fields.includes(one.field ?? ''));
  if (isGiven || (facts.fields.includes('dueDate') && profile.ahead() < 0.3)) return false;
  if (facts.fields.includes('doneDate') && profile.ahead() > 0.1) return false;
  return profile.telling((text) => factsIn(text, facts) !== null) >= (facts.least ?? MOSTLY);
}

function withFact(
  columns: readonly MappedColumn[],
  look: Look,
  kind: RecordKind,
  profiles: ReadonlyMap<number, ColumnProfile>,
): readonly MappedColumn[] {
  const given = new Set(columns.flatMap(({ field, further = [] }) => [field, ...further]));
  if (given.has(look.field) || (look.beside !== undefined && !given.has(look.beside))) return columns;
  const fitting = columns.filter(
    (column) => isUnread(column, kind, look.isSure) && mayBe(look, column, profiles.get(column.column)),
  );
  const hinted = fitting.filter(
    ({ candidates, path }) => candidates.includes(look.field) || look.hint?.test(headingOf(path)),
  );
  const [only, second] = hinted.length > 0 ? hinted : fitting;
  if (!only || second) return columns;
  const { duplicateOf: _, ...rest } = only;
  return columns.map((column) => (column === only ? { ...rest, field: look.field, confidence: DOUBTFUL } : column));
}

/** A heading that is known to be of no field stays so, whatever its values look like. */
function isUnread({ field, corrected, path }: MappedColumn, kind: RecordKind, isSure = false): boolean {
  if (field !== null || corrected) return false;
  if (isSure) return true;
  const [best] = matchHeading(path, kind);
  return !(best?.field === OTHER && best.score >= MOSTLY) && !namesOtherMatters(termsOf(headingOf(path)));
}

function headingOf(path: readonly string[]): string {
  return normaliseHeading(path.join(' '));
}

function mayBe({ fits, must, never }: Look, { path }: MappedColumn, profile: ColumnProfile | undefined): boolean {
  if (!profile || profile.size < FEWEST) return false;
  const heading = headingOf(path);
  return (must?.test(heading) ?? true) && !never?.test(heading) && fits(profile);
}
