/**
 * What may leave the workbook, field by field. Everything that leaves is derived from this table: the schema of a push,
 * the screen's account of what stays, the server's checks. A field without a class does not compile [PR1].
 *
 *   open    may leave as a value, after the detector has looked at it
 *   sealed  identifies a person or may name one (free text): leaves only as a pseudonym, as the fact of being filled, or
 *           encrypted with the region's key where the server takes that
 *   local   never leaves (names of places; at most the fact of being filled)
 *
 * Reasons: 152-ФЗ art. 10 and 18, 442-ФЗ art. 6.
 */
import type { CodeListName, FieldOf, RecordKind } from '../domain/fields.ts';

export type PrivacyClass = 'open' | 'sealed' | 'local';

type ClassTable = { readonly [K in RecordKind]: Readonly<Record<FieldOf<K>, PrivacyClass>> };

export const FIELD_CLASSES = {
  families: {
    seq: 'local',
    caseNo: 'sealed',
    applicant: 'sealed',
    snils: 'sealed',
    household: 'sealed',
    children: 'sealed',
    childrenCount: 'open',
    address: 'sealed',
    phone: 'sealed',
    categories: 'open',
    signs: 'open',
    circumstances: 'sealed',
    source: 'open',
    form: 'open',
    applicantKind: 'open',
    applicantBirthDate: 'sealed',
    applicationDate: 'open',
    surveyDate: 'open',
    curator: 'sealed',
    level: 'open',
    levelComposite: 'local',
    termMonths: 'open',
    formedOn: 'open',
    programNo: 'open',
    programDate: 'open',
    programUntil: 'open',
    decision: 'open',
    decisionNo: 'open',
    decisionDate: 'open',
    contractNo: 'open',
    contractDate: 'open',
    startDate: 'open',
    registeredOn: 'open',
    transfers: 'open',
    reviewDates: 'open',
    lastReview: 'open',
    nextReview: 'open',
    visitDates: 'open',
    visitCount: 'open',
    visitsByMonth: 'open',
    lastVisit: 'open',
    nextVisit: 'open',
    helpKinds: 'sealed',
    result: 'open',
    closedOn: 'open',
    closeReason: 'open',
    closeDecision: 'local',
    consentDate: 'open',
    district: 'local',
    note: 'sealed',
  },
  members: {
    caseNo: 'sealed',
    applicant: 'sealed',
    name: 'sealed',
    relation: 'local',
    birthDate: 'sealed',
    snils: 'sealed',
    disability: 'sealed',
    study: 'local',
  },
  visits: {
    caseNo: 'sealed',
    applicant: 'sealed',
    date: 'open',
    specialist: 'sealed',
    kind: 'local',
    result: 'sealed',
  },
  measures: {
    caseNo: 'sealed',
    applicant: 'sealed',
    measure: 'sealed',
    helpKind: 'sealed',
    organisation: 'local',
    responsible: 'sealed',
    dueDate: 'open',
    doneDate: 'open',
    result: 'sealed',
  },
  specialists: {
    name: 'sealed',
    position: 'local',
    rate: 'open',
    district: 'local',
  },
} as const satisfies ClassTable;

/** The class of a field; undefined for a name that the kind of table does not have. */
export function fieldClass(kind: RecordKind, field: string): PrivacyClass | undefined {
  const classes: Readonly<Record<string, PrivacyClass>> = FIELD_CLASSES[kind];
  return Object.hasOwn(classes, field) ? classes[field] : undefined;
}

/**
 * Codes that tell of health, addiction or conviction (152-ФЗ art. 10): they stay home although their field may
 * leave [PR4]. CAT02 and CAT03 disability of a child, CAT10 addiction, CAT11 conflict with the law, CAT12 pregnancy;
 * B2 imprisonment, B4 and B6 disability; R09 conviction.
 */
export const SPECIAL_CODES: Readonly<Partial<Record<CodeListName, ReadonlySet<string>>>> = {
  categories: new Set(['CAT02', 'CAT03', 'CAT10', 'CAT11', 'CAT12']),
  signs: new Set(['B2', 'B4', 'B6']),
  results: new Set(['R09']),
};

/** True for a code that stays in the workbook. */
export function isSpecialCode(list: CodeListName, code: string): boolean {
  return SPECIAL_CODES[list]?.has(code) ?? false;
}
