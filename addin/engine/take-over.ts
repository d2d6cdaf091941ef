/**
 * What others changed on the server, as values for cells. Only a cell that holds this one field as one value can take it:
 * lists, composite cells and merged headings are for people.
 */
import { fieldSpec } from '../../shared/domain/fields.ts';
import { fieldCell } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { FAMILY_FACTS, plainField, travelForm } from '../../shared/privacy/travel.ts';
import { UNOPENED } from '../../shared/sync/sealed-values.ts';
import { UNKNOWN, WITHHELD } from '../../shared/sync/wire-values.ts';
import type { PreparedRow } from './prepare-register.ts';
import type { CellEdit } from './workbook-port.ts';

/** The edit that brings a value into the sheet; null where a person has to do it. `name` is the field as it travels. */
export function takeOverEdit(row: PreparedRow, name: string, value: unknown, pack: Pack | undefined): CellEdit | null {
  const field = plainField(name);
  const spec = fieldSpec(row.kind, field);
  const { table } = row.source;
  const columns = table.columns.filter((column) => column.field === field);
  const [own] = columns;
  const cell = fieldCell(row.source, field);
  if (spec === undefined || own === undefined || cell === null || columns.length > 1) return null;
  const isShared = own.partOf !== undefined || table.columns.filter(({ column }) => column === own.column).length > 1;
  const isUntold = value === UNKNOWN || value === WITHHELD || value === UNOPENED;
  // A pseudonym says whose it is, not what stands in the cell; the level before a transfer is not what stands there now.
  const isSign = name === FAMILY_FACTS.levelBefore || (name === field && travelForm(row.kind, field)?.as !== 'value');
  if (isShared || isUntold || isSign) return null;
  if (value === null) return { cell, value: { kind: 'empty' } };
  if (typeof value === 'number')
    return spec.type === 'number' ? { cell, value: { kind: 'number', number: value } } : null;
  if (typeof value !== 'string') return null;
  if (spec.type === 'date') return { cell, value: { kind: 'date', iso: value } };
  if (spec.type === 'text' || spec.type === 'person') return { cell, value: { kind: 'text', text: value } };
  if (spec.type !== 'code' || spec.codeList === undefined) return null;
  const entry = pack?.codes[spec.codeList].find(({ code }) => code === value);
  return entry ? { cell, value: { kind: 'text', text: entry.title.ru } } : null;
}
