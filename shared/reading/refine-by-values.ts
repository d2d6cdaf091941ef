/** Where the values show more than the heading says: «№ договора» that holds «№ 15 от 01.02.2019», «Договор» that holds dates. */
import type { RecordKind } from '../domain/fields.ts';
import type { ColumnProfile } from './column-profile.ts';
import { amongWords } from './composite-fields.ts';
import { pairOf } from './fact-pairs.ts';
import type { MappedColumn } from './map-columns.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';

type Profiles = ReadonlyMap<number, ColumnProfile>;

const DOCUMENTS: readonly { readonly both: string; readonly no: string; readonly date: string }[] = [
  { both: 'contract.document', no: 'contractNo', date: 'contractDate' },
  { both: 'program.document', no: 'programNo', date: 'programDate' },
  { both: 'decision.document', no: 'decisionNo', date: 'decisionDate' },
];

/** The columns with fields replaced by what their values show. Corrected columns stay as the person said. */
export function refineByValues(
  kind: RecordKind,
  columns: readonly MappedColumn[],
  profiles: Profiles,
): readonly MappedColumn[] {
  if (kind !== 'families') return columns;
  const given = new Set(columns.map((column) => column.field));
  return columns.map((column) => {
    const profile = profiles.get(column.column);
    if (
      !profile ||
      profile.size === 0 ||
      column.field === null ||
      column.period !== undefined ||
      column.series !== undefined
    )
      return column;
    const field = refined(column, profile, given);
    return field === column.field ? column : { ...column, field };
  });
}

function refined(column: MappedColumn, profile: ColumnProfile, given: ReadonlySet<string | null>): string {
  const field = column.field ?? '';
  const document = DOCUMENTS.find(({ both, no, date }) => field === both || field === no || field === date);
  if (document) return documentField(column, profile, { pair: document, given });
  // A person's word stands; only what is more than one field in a cell is still split.
  if (column.corrected && field !== 'level') return field;
  if (field === 'level' && profile.levelAndMore >= 0.1 && profile.levelAndMore + profile.codes('levels') >= 0.5)
    return 'levelComposite';
  if (field === 'closedOn' && profile.dateAndMore >= 0.5 && !given.has('closeReason')) return 'closing.composite';
  const tellsDay = ['closedOn', 'closing.composite'].some((one) => given.has(one));
  if (field === 'closeDecision' && profile.hasDate >= 0.5 && !tellsDay) return 'closing.document';
  if (field === 'closing.composite' && profile.date >= 0.9 && !given.has('closedOn')) return 'closedOn';
  const pair = pairOf(field, termsOf(normaliseHeading(column.path.join(' '))), profile);
  if (pair !== null && !given.has(pair)) return pair;
  const planned = PLANNED[field];
  if (planned !== undefined && !given.has(planned) && isToCome(column, profile)) return planned;
  const dated = amongWords(field);
  if (dated !== null && Math.max(profile.dateAndMore, profile.numberAndDate) >= 0.5) return dated;
  const hasBirth = field === 'applicant' && (profile.dateAndMore >= 0.5 || profile.adults() >= 0.5);
  if (hasBirth && !given.has('applicantBirthDate')) return 'applicant.birthDate';
  if (field === 'lastReview' && profile.severalDates >= 0.05 && !given.has('reviewDates')) return 'reviewDates';
  if (field === 'lastVisit' && profile.severalDates >= 0.05 && !given.has('visitDates')) return 'visitDates';
  if (field === 'visitDates' && profile.number >= 0.8 && profile.hasDate < 0.1 && !given.has('visitCount'))
    return 'visitCount';
  return field;
}

/** What has happened, and the same as it is planned: dates that are all to come tell which one a column holds. */
const PLANNED: Readonly<Record<string, string>> = {
  closedOn: 'programUntil',
  lastReview: 'nextReview',
  lastVisit: 'nextVisit',
};

/** Fewer days to come may be mistakes. */
const FEWEST = 4;

function isToCome({ path }: MappedColumn, profile: ColumnProfile): boolean {
  const terms = termsOf(normaliseHeading(path.join(' ')));
  const saysItHappened = terms.has('last') || terms.has('close');
  return !saysItHappened && profile.size >= FEWEST && profile.future() >= 0.8;
}

function documentField(
  column: MappedColumn,
  profile: ColumnProfile,
  context: { readonly pair: (typeof DOCUMENTS)[number]; readonly given: ReadonlySet<string | null> },
): string {
  const { pair, given } = context;
  const field = column.field ?? '';
  if (field === pair.no) return profile.numberAndDate >= 0.5 && !given.has(pair.date) ? pair.both : field;
  if (field === pair.date) return profile.numberAndDate >= 0.5 && !given.has(pair.no) ? pair.both : field;
  const terms = termsOf(normaliseHeading(column.path.join(' ')));
  if (profile.numberAndDate >= 0.1 || (terms.has('no') && terms.has('date'))) return field;
  const isOnlyDate = terms.has('date') && given.has(pair.no);
  if ((profile.date >= 0.7 || isOnlyDate) && !given.has(pair.date)) return pair.date;
  return profile.documentNumber >= 0.7 && profile.date < 0.1 && !given.has(pair.no) ? pair.no : field;
}
