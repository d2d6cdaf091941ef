/**
 * Rules that the server cannot judge, or not wholly: they read what stays in the workbook (children and their birth
 * dates, phones, the cells themselves). It says so instead of passing them in silence [PR11].
 */
import { FIELDS, fieldSpec, type RecordKind } from '../../shared/domain/fields.ts';
import type { LedgerEntry } from '../../shared/domain/finding.ts';
import { travelForm } from '../../shared/privacy/travel.ts';
import { RULES } from '../../shared/rules/registry.ts';
import type { Rule } from '../../shared/rules/rule.ts';

const KINDS = Object.keys(FIELDS) as RecordKind[];

const stays = (kind: RecordKind, field: string): boolean =>
  fieldSpec(kind, field) !== undefined && travelForm(kind, field) === null;

/** A column rule takes what columns there are: it is lost only when all of its fields stay. */
function readsWhatStays(rule: Rule): boolean {
  switch (rule.scope) {
    case 'register':
      return false;
    case 'column':
      return (
        typeof rule.reads !== 'string' &&
        rule.reads.every((field) => KINDS.every((kind) => fieldSpec(kind, field) === undefined || stays(kind, field)))
      );
    case 'family':
      return rule.tables.includes('members') || rule.reads.some((field) => stays('families', field));
    default:
      return rule.table === 'members' || rule.reads.some((field) => stays(rule.table, field));
  }
}

const AT_HOME: ReadonlySet<string> = new Set(RULES.filter(readsWhatStays).map(({ id }) => id));

/** The ids of such rules in a run on the server. */
export function notJudged(ledger: readonly LedgerEntry[]): readonly string[] {
  return ledger
    .filter(({ rule, skipped }) => AT_HOME.has(rule) || skipped.some(({ reason }) => reason === 'not-sent'))
    .map(({ rule }) => rule);
}
