/** Turns what a check states into a finding: address, text of the cell, who it is about, and what tells it apart. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { RecordKind } from '../../domain/fields.ts';
import type { Finding, Severity } from '../../domain/finding.ts';
import { caseNumberOf, personName } from '../../domain/person-name.ts';
import { fieldCell, keyCell, type Register, type RegisterRow } from '../../domain/register.ts';
import { holdsError } from '../../domain/sheet-cells.ts';
import type { Draft, Rule, TableDraft } from '../rule.ts';
import { cellText, fieldText, valueOf } from './cell-text.ts';
import type { Finisher } from './tally.ts';

/** `rawCell` is asked anew for every finding, because an update brings a new register. */
export function createFinisher(rawCell: () => Register['rawCell']): Finisher {
  const textAt = (row: RegisterRow, cell: CellAddress, field: string | null, period?: string): string => {
    const read = rawCell();
    if (read) return cellText(read(cell.sheet, cell.row, cell.column)).trim();
    return field === null ? '' : fieldText(row, field, period);
  };
  return {
    ofRow: <K extends RecordKind>(rule: Rule, draft: Draft<K>): Finding | null => {
      const { row, field, period } = draft;
      const about: RegisterRow = draft.about ?? row;
      const own = draft.cell ?? (field === null ? null : fieldCell(row, field, period));
      const cell = own ?? keyCell(row);
      if (own && judgesDecoded(rule) && holdsError(rawCell()?.(cell.sheet, cell.row, cell.column))) return null;
      const value = draft.value ?? textAt(row, cell, field, period);
      return {
        rule: rule.id,
        severity: draft.severity ?? ownSeverity(rule),
        cell,
        field,
        ...(period === undefined ? {} : { period }),
        value,
        params: draft.params,
        // A value that a section or the sheet's name gives has no cell: a correction would overwrite the key cell.
        fix: (own && draft.fix) ?? null,
        related: draft.related ?? [],
        subject: subjectOf(about),
        curator: textOf(about, 'curator') ?? textOf(about, 'specialist'),
        identity: [rule.id, caseKey(about), field ?? '', period ?? '', value].join('|'),
      };
    },
    ofTable: (rule: Rule, { table, cell, field, value, params, severity, related }: TableDraft): Finding => ({
      rule: rule.id,
      severity: severity ?? ownSeverity(rule),
      cell,
      field,
      value,
      params,
      fix: null,
      related: related ?? [],
      subject: null,
      curator: null,
      identity: [rule.id, table.sheet, field ?? '', '', value].join('|'),
    }),
  };
}

/** [R12] Of a cell with a formula's error such a rule sees only that its value is none: what the cell holds is said once. */
function judgesDecoded(rule: Rule): boolean {
  return rule.scope === 'column' && !rule.isRaw;
}

/** A rule whose severity comes from a norm states it with every finding; where it is left out, the milder is not guessed. */
function ownSeverity({ severity }: Rule): Severity {
  return severity === 'by-norm' ? 'error' : severity;
}

function textOf(row: RegisterRow, field: string): string | null {
  const value = valueOf(row, field);
  return typeof value === 'string' && value !== '' ? value : null;
}

function subjectOf(row: RegisterRow): string | null {
  const name = textOf(row, 'applicant') ?? textOf(row, 'name');
  if (name !== null) return name;
  const caseNo = textOf(row, 'caseNo');
  return caseNo === null ? null : /^\s*№/.test(caseNo) ? caseNo : `№ ${caseNo}`;
}

/** What stands for the case whatever row it is on. A row without number and name has only its place. */
function caseKey(row: RegisterRow): string {
  const name = textOf(row, 'applicant') ?? textOf(row, 'name') ?? '';
  return caseNumberOf(textOf(row, 'caseNo') ?? '') ?? (personName(name).key || `${row.table.sheet}!${row.row}`);
}
