/**
 * Columns of people whose headings no wording explains: a few names over many families are who looks after them, where
 * the heading speaks of nobody else; a name of its own for every family is the applicant of a register that has no other.
 * Always with doubt: the screen asks the person.
 */
import type { ColumnProfile } from './column-profile.ts';
import { namesApplicant } from './composite-fields.ts';
import { WHO_LOOKS_AFTER } from './heading-variants.ts';
import { namesOtherMatters, normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { MappedColumn } from './map-columns.ts';
import { toldSteps } from './table-kind.ts';

type Profiles = ReadonlyMap<number, ColumnProfile>;

const DOUBTFUL = 0.6;
/** So many steps of the procedure make a register, whatever its columns of people are called. */
const STEPS = 3;
const FEWEST = 3;
const MOSTLY = 0.75;
const REPEATED = 2 / 3;

/** The columns with the curator and the applicant, where nothing gives them and one column alone may. */
export function withPeopleByValues(columns: readonly MappedColumn[], profiles: Profiles): readonly MappedColumn[] {
  if (toldSteps(columns) < STEPS) return columns;
  const named = given(columns, 'applicant', (column) => mayBeApplicant(column, columns, profiles));
  if (!named.some(({ field }) => isApplicant(field))) return columns;
  return given(named, 'curator', (column) => mayBeCurator(column, profiles));
}

/** The columns where the only one that fits gives the field; as they were where a field is given, or several fit. */
function given(
  columns: readonly MappedColumn[],
  field: 'applicant' | 'curator',
  fits: (column: MappedColumn) => boolean,
): readonly MappedColumn[] {
  if (columns.some((one) => (field === 'applicant' ? isApplicant(one.field) : one.field === field))) return columns;
  const [only, second] = columns.filter((column) => isUnread(column) && fits(column));
  if (!only || second) return columns;
  const { duplicateOf: _, ...rest } = only;
  return columns.map((column) => (column === only ? { ...rest, field, confidence: DOUBTFUL } : column));
}

function isApplicant(field: string | null): boolean {
  return namesApplicant(field) || field === 'member.name';
}

/** «Сопровождающий (ФИО)» may sound like the applicant whom another column gives. */
function isUnread({ field, corrected, duplicateOf = 'applicant' }: MappedColumn): boolean {
  return field === null && !corrected && duplicateOf === 'applicant';
}

function namesPeople(profile: ColumnProfile | undefined): profile is ColumnProfile {
  return profile !== undefined && profile.size >= FEWEST && profile.named() >= MOSTLY;
}

/** What only a register of families tells. */
const OF_FAMILIES = new Set(['level', 'levelComposite', 'curator', 'categories', 'children', 'childrenCount']);
/** What names the family without the applicant. */
const OF_FAMILY = new Set(['caseNo', 'case.registered', 'children', 'household']);
const OF_PARENT = ['applicant', 'parent', 'mother', 'person'];
/** People beside the family, and what they do. */
const OF_OTHERS = ['child', 'father', 'member', 'study', ...WHO_LOOKS_AFTER, 'decision', 'commission'];

const OTHER_PEOPLE =
  /психолог|юрист|участков|бабу|дедуш|отчим|мачех|сожител|поручител|утвер|провер|медиц|секретар|председ|глав|наставник|водител|сосед/u;

function mayBeApplicant(column: MappedColumn, columns: readonly MappedColumn[], profiles: Profiles): boolean {
  const profile = profiles.get(column.column);
  const heading = normaliseHeading(column.path.join(' '));
  const terms = termsOf(heading);
  const isParent = OF_PARENT.some((term) => terms.has(term));
  return (
    (isParent || !columns.some(({ field }) => OF_FAMILY.has(field ?? ''))) &&
    namesPeople(profile) &&
    profile.distinct() >= MOSTLY &&
    columns.some(({ field }) => OF_FAMILIES.has(field ?? '')) &&
    !namesOtherMatters(terms) &&
    !OTHER_PEOPLE.test(heading) &&
    !OF_OTHERS.some((term) => terms.has(term))
  );
}

/** Of these a heading must have one, */
const LOOKING_AFTER = [...WHO_LOOKS_AFTER, 'support'];
const LOOKS_AFTER = /^(?:чь[яеий]$|чей$|поручен|поручил|вед[еу]т|ведущ|ведени|координатор|наставник|кураторств)/u;
/** and may have these: whoever an unknown word speaks of is somebody else. */
const SAYS_NO_MORE = new Set(['fio', 'person', 'social', 'family', 'case', 'set', 'service', 'source', 'who']);
const SMALL = /^(?:каким|кому|воспитател[а-я]*|педагог[а-я]*)$/u;

function mayBeCurator({ column, path }: MappedColumn, profiles: Profiles): boolean {
  const profile = profiles.get(column);
  if (!namesPeople(profile) || profile.distinct() > REPEATED) return false;
  const words = normaliseHeading(path.join(' ')).split(/[^а-яa-z0-9№]+/u);
  return words.some(looksAfter) && words.every((word) => looksAfter(word) || saysNoMore(word));
}

function looksAfter(word: string): boolean {
  return LOOKS_AFTER.test(word) || LOOKING_AFTER.some((term) => termsOf(word).has(term));
}

function saysNoMore(word: string): boolean {
  return SMALL.test(word) || [...termsOf(word).keys()].every((term) => SAYS_NO_MORE.has(term));
}
