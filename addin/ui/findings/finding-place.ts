/** Where a finding stands, in words: «строка 14, графа «Дата договора»». */
import type { Finding } from '../../../shared/domain/finding.ts';
import { fieldSpec } from '../../../shared/domain/fields.ts';
import type { AnyField, RecordKind } from '../../../shared/domain/fields.ts';
import { FIELDS } from '../../../shared/domain/fields.ts';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import type { Language } from '../../../shared/text/format.ts';
import type { Texts } from '../language.tsx';

const KINDS = Object.keys(FIELDS) as readonly RecordKind[];

/** The field's name for people; the name in code where no table has it. */
export function fieldTitle(field: AnyField | string, language: Language, kind?: RecordKind): string {
  const kinds = kind ? [kind, ...KINDS] : KINDS;
  for (const one of kinds) {
    const spec = fieldSpec(one, field);
    if (spec) return spec.title[language];
  }
  return field;
}

/** The heading as it stands over the cell, or else the field's own name. */
export function headingOf(finding: Finding, account: ReadingAccount | null, language: Language): string | null {
  const { cell, field } = finding;
  const tables = account?.sheets.find(({ sheet }) => sheet === cell.sheet)?.tables ?? [];
  for (const { columns, firstRow, lastRow } of tables) {
    if (cell.row < firstRow || cell.row > lastRow) continue;
    const heading = columns.find(({ column }) => column === cell.column)?.heading;
    if (heading) return heading;
  }
  return field === null ? null : fieldTitle(field, language);
}

export function findingPlace(finding: Finding, account: ReadingAccount | null, { t, language }: Texts): string {
  const heading = headingOf(finding, account, language);
  const { row } = finding.cell;
  return heading === null ? t('finding.place.row', { row }) : t('finding.place', { row, field: heading });
}
