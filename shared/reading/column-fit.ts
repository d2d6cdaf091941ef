/** How well a column's values fit a field: from 0 (a column of dates is no name) to 1. */
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { ColumnProfile } from './column-profile.ts';
import { amongWords } from './composite-fields.ts';

type Fit = (profile: ColumnProfile) => number;

const document: Fit = (p) => Math.max(p.numberAndDate, 0.75 * Math.max(p.date, p.documentNumber), 0.6 * p.hasDate);

const birth: Fit = (p) => Math.max(p.date, p.years, 0.5 * p.hasDate);

/** Fields whose look is known better than their type says, and composites. */
const BY_FIELD: Readonly<Record<string, Fit>> = {
  'contract.document': document,
  'program.document': document,
  'decision.document': document,
  'case.registered': (p) => p.numberAndDate,
  'closing.composite': (p) => Math.max(p.dateAndMore, 0.8 * p.date),
  'applicant.birthDate': (p) => Math.max(p.dateAndMore, p.adults(), 0.6 * p.person),
  'applicant.household': (p) => Math.max(p.people, p.person),
  children: (p) => p.people * (1 - p.adults()),
  'children.birthDate': birth,
  applicantBirthDate: birth,
  birthDate: birth,
  levelComposite: (p) => Math.max(p.levelAndMore, 0.6 * p.codes('levels'), p.hasDate * 0.3) * (1 - p.date),
  seq: (p) => Math.max(p.number, 0.5 * p.documentNumber),
  caseNo: (p) => p.documentNumber,
  contractNo: (p) => Math.max(p.documentNumber, p.numberAndDate * 0.7),
  programNo: (p) => Math.max(p.documentNumber, p.numberAndDate * 0.7),
  decisionNo: (p) => Math.max(p.documentNumber, p.numberAndDate * 0.7),
  snils: (p) => p.snils,
  phone: (p) => Math.max(p.phone, 0.5 * p.documentNumber),
  address: (p) => Math.max(p.address, 0.7 * p.text * (1 - p.person)),
  termMonths: (p) => p.term,
  transfers: (p) => p.hasDate,
  applicant: (p) => Math.max(p.person, 0.8 * p.people, 0.5 * p.text),
  name: (p) => Math.max(p.person, 0.8 * p.people, 0.5 * p.text),
  curator: (p) => Math.max(p.person, 0.5 * p.text),
  specialist: (p) => Math.max(p.person, 0.5 * p.text),
  responsible: (p) => Math.max(p.person, 0.7 * p.text),
  note: () => 1,
  organisation: (p) => p.text * (1 - 0.6 * p.person),
  result: (p) => Math.max(p.codes('results'), 0.8 * p.text),
  closeDecision: (p) => Math.max(p.text, p.documentNumber, p.hasDate * 0.8),
  rate: (p) => Math.max(p.number, 0.3),
  relation: (p) => p.text * (1 - 0.6 * p.person),
};

/** Fit of a field or composite of the kind. An empty column fits everything. */
export function columnFit(kind: RecordKind, field: string, profile: ColumnProfile): number {
  if (profile.size === 0) return 1;
  const special = BY_FIELD[field];
  if (special) return special(profile);
  if (kind === 'families' && amongWords(field) !== null)
    return Math.max(profile.date, 0.8 * profile.dateAndMore, 0.5 * profile.hasDate);
  const spec = fieldSpec(kind, field);
  if (!spec) return 0.5;
  if (spec.type === 'code' || spec.type === 'codes') {
    return Math.max(
      spec.codeList ? profile.codes(spec.codeList) : 0,
      0.6 * profile.text * (1 - 0.7 * Math.max(profile.person, profile.numberAndDate)),
    );
  }
  return BY_TYPE[spec.type]?.(profile) ?? 0.5;
}

const BY_TYPE: Readonly<Record<string, Fit>> = {
  date: (p) => Math.max(p.date, 0.5 * p.hasDate),
  // One date in every cell is the last or only one of its kind.
  dates: (p) => (p.severalDates > 0 ? 1 : 0.8) * p.hasDate,
  number: (p) => p.number,
  counts: (p) => p.number,
  person: (p) => p.person,
  people: (p) => p.people,
  // «12.01.2026, № 3» are words of no free text.
  text: (p) => Math.max(p.text, 0.8 * p.documentNumber) * (1 - 0.8 * Math.max(p.date, p.numberAndDate)),
};
