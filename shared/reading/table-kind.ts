/** What kind of table a heading belongs to, told by its columns; the sheet's name only breaks ties. */
import type { RecordKind } from '../domain/fields.ts';
import { withoutWords } from './composite-fields.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { MappedColumn } from './map-columns.ts';
import { speaksOf } from './named-kind.ts';

const PROCEDURE: Readonly<Record<string, number>> = {
  level: 1,
  levelComposite: 1,
  categories: 1,
  circumstances: 1,
  'contract.document': 1,
  contractNo: 1,
  contractDate: 1,
  'program.document': 1,
  programNo: 1,
  programDate: 1,
  'decision.document': 1,
  decision: 1,
  decisionNo: 1,
  decisionDate: 1,
  startDate: 1,
  registeredOn: 1,
  applicationDate: 1,
  surveyDate: 1,
  closedOn: 1,
  'closing.composite': 1,
  closeReason: 1,
  transfers: 1,
  source: 1,
  signs: 1,
  curator: 0.8,
  household: 0.5,
  children: 0.5,
  childrenCount: 0.5,
  address: 0.5,
  visitsByMonth: 0.4,
  lastVisit: 0.8,
  nextVisit: 0.5,
  visitDates: 0.8,
  visitCount: 0.5,
  reviewDates: 0.8,
  lastReview: 0.8,
  nextReview: 0.8,
  formedOn: 1,
  termMonths: 0.7,
  form: 0.7,
  programUntil: 0.7,
  closeDecision: 0.7,
  'closing.document': 0.7,
  consentDate: 0.7,
  helpKinds: 0.5,
  result: 0.5,
  phone: 0.4,
  snils: 0.3,
  applicantKind: 0.7,
  'member.relation': 0.5,
  'applicant.household': 0.5,
};

/** What a matrix of visits names beside each family, to remind who it is. */
const OF_JOURNALS = new Set(['visitDates', 'visitCount', 'level', 'curator', 'address', 'phone']);

/** True when a table has what makes it one of its kind. `isInSections`: its section rows name families. */
export function hasSignature(
  kind: RecordKind,
  columns: readonly MappedColumn[],
  isInSections: () => boolean = () => false,
): boolean {
  const fields = new Set(columns.map((column) => column.field).filter((field) => field !== null));
  const has = (...names: readonly string[]): boolean => names.some((name) => fields.has(name));
  const someone = has('applicant', 'applicant.birthDate', 'applicant.household', 'caseNo');
  switch (kind) {
    case 'families': {
      // A matrix of families and days is a journal, unless it tells more of the families than level, place and visitor.
      const isMatrix = columns.some(({ period }) => /-\d{2}-/.test(period ?? ''));
      const told = isMatrix ? new Set([...fields].filter((field) => !OF_JOURNALS.has(field))) : fields;
      return (someone || has('children', 'household', 'member.name')) && procedureWeight(told) >= (someone ? 1 : 3);
    }
    case 'members':
      return has('name') && (has('relation') || (has('birthDate') && (someone || isInSections())));
    case 'visits':
      return (
        has('date') && (has('specialist', 'kind', 'result') || columns.some(saysVisit)) && (someone || isInSections())
      );
    case 'measures':
      return has('measure') && has('dueDate', 'doneDate', 'responsible', 'organisation') && (someone || isInSections());
    case 'specialists':
      return has('name') && has('position', 'rate');
  }
}

/** «Дата выхода», «Посещено», or one of many days. */
function saysVisit({ field, path, period }: MappedColumn): boolean {
  return field === 'date' && (period !== undefined || termsOf(normaliseHeading(path.join(' '))).has('visit'));
}

/** «Семья», «К кому»: more than «ФИО», which may be anybody's. */
function namesFamily({ field, path }: MappedColumn): boolean {
  return field === 'applicant' && [...termsOf(normaliseHeading(path.join(' '))).keys()].some((term) => term !== 'fio');
}

/**
 * The same of a table whose sheet or title says what it is: its headings may be others. `isInSections`: its section rows
 * name families.
 */
export function hasNamedSignature(
  kind: RecordKind,
  columns: readonly MappedColumn[],
  isInSections: () => boolean,
): boolean {
  const fields = new Set(columns.flatMap(({ field, further = [] }) => [field, ...further]));
  const has = (...names: readonly string[]): boolean => names.some((name) => fields.has(name));
  const isOfFamily = (): boolean => has('applicant', 'caseNo') || isInSections();
  switch (kind) {
    case 'families':
      return false;
    case 'members':
      return has('name') && has('relation', 'birthDate') && (has('relation') || isOfFamily());
    case 'visits':
      return (
        has('date') && isOfFamily() && (has('caseNo', 'specialist', 'kind', 'result') || columns.some(namesFamily))
      );
    case 'measures':
      return has('measure') && has('dueDate', 'doneDate', 'responsible', 'organisation', 'result') && isOfFamily();
    case 'specialists':
      return has('name') && has('position', 'rate');
  }
}

/** What by itself tells no more than that somebody, some day or some task is meant, and together with others the kind. */
const TELLING: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  members: ['relation', 'birthDate', 'disability', 'study'],
  visits: ['date', 'specialist', 'kind', 'result'],
  measures: ['measure', 'dueDate', 'doneDate', 'organisation', 'responsible', 'helpKind', 'result'],
  specialists: ['position', 'rate'],
};

/** How many columns tell of the kind: by headings that are understood without doubt, or by several facts in a cell. */
export function tellingColumns(kind: RecordKind, columns: readonly MappedColumn[]): number {
  return columns.filter(
    ({ field, confidence, further }) =>
      (confidence >= CLEAR && TELLING[kind]?.includes(field ?? '') === true) || further !== undefined,
  ).length;
}

function weightOf(field: string | null): number {
  return PROCEDURE[withoutWords(field ?? '')] ?? 0;
}

/** True when columns tell of at least one step of the procedure. */
export function hasProcedure(columns: readonly MappedColumn[]): boolean {
  return toldSteps(columns) > 0;
}

/** How many columns tell of a step of the procedure. */
export function toldSteps(columns: readonly MappedColumn[]): number {
  return columns.filter(({ field }) => weightOf(field) >= 0.7).length;
}

function procedureWeight(fields: ReadonlySet<string>): number {
  let weight = 0;
  for (const field of fields) weight += weightOf(field);
  return weight;
}

/** From here on a heading is understood without doubt. */
const CLEAR = 0.85;

/** A step of the procedure, or the last or next of several events: a journal has neither. */
function isOfRegister({ field, path, confidence }: MappedColumn): boolean {
  const isStep = weightOf(field) >= 1 && confidence >= CLEAR;
  return isStep || /последн|крайн|посл\.|следующ|очередн/iu.test(path.join(' '));
}

/** How well the kind explains the columns; comparable between kinds of one heading. */
export function kindScore(kind: RecordKind, columns: readonly MappedColumn[], names: string): number {
  // A journal of visits has families and curators too: what only the procedure has tells a register.
  const isBare = kind === 'families' && !columns.some(isOfRegister);
  let score = isBare ? -0.5 : 0;
  for (const column of columns) if (column.field !== null) score += Math.max(0, column.confidence - 0.3);
  return score + (speaksOf(kind, names) ? 0.35 : 0);
}
