/** What a sending would do, row by row, in words that people recognise: names in place of pseudonyms. */
import { FAMILY_FACTS, plainField, travelForm, travellingFields, unsealedName } from '../../shared/privacy/travel.ts';
import type { PlannedSending } from '../../shared/sync/plan-sending.ts';
import type { KnownRow } from '../../shared/sync/sync-memory.ts';
import { isSameValue, type WireValues } from '../../shared/sync/wire-values.ts';
import { cellOf, type PreparedRegister } from './prepare-register.ts';
import type { PlannedRow } from './sync-contract.ts';

/** Rows beyond this are counted, not listed: nobody looks through more, and the pane stays quick. */
const MOST_ROWS = 500;

/** Values of a row that are set: fields of an added or removed row. */
const isSet = (value: unknown): boolean => value !== null && value !== undefined;

/** The first rows of each kind of change. */
export function previewOf(
  planned: PlannedSending,
  known: readonly KnownRow[],
  register: PreparedRegister,
): readonly PlannedRow[] {
  const indexOf = new Map(planned.ids.map((id, index) => [id, index]));
  const knownById = new Map(known.map((row) => [row.id, row]));
  const removed = planned.missing.slice(0, MOST_ROWS).map((row): PlannedRow => ({
    rowId: row.id,
    kind: row.kind,
    what: 'removed',
    cell: null,
    title: titleOf(row.base, register),
    fields: fieldsOf(row.base, null, register),
  }));
  const sent = planned.ops.slice(0, MOST_ROWS).flatMap((op): readonly PlannedRow[] => {
    const local = register.rows[indexOf.get(op.row) ?? -1];
    if (op.op === 'delete' || local === undefined) return [];
    const before = op.op === 'create' ? null : (knownById.get(op.row)?.server?.values ?? null);
    return [
      {
        rowId: op.row,
        kind: op.kind,
        what: op.op === 'create' ? 'added' : 'changed',
        cell: cellOf(local, null),
        title: titleOf(local.values, register),
        fields: fieldsOf(before, op.values, register),
      },
    ];
  });
  return [...removed, ...sent];
}

function titleOf(values: WireValues | null, register: PreparedRegister): string | null {
  for (const field of ['sealed.applicant', 'applicant', 'caseNo', 'name']) {
    const title = shown(register, values?.[field]);
    if (typeof title === 'string') return title;
  }
  return null;
}

/** The fields that differ, each once: a field may travel as a pseudonym and sealed, a level with the one before it. */
export function fieldsOf(
  before: WireValues | null,
  after: WireValues | null,
  register: PreparedRegister,
): PlannedRow['fields'] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const fields = [...names].flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    const isKept = after !== null && is === undefined && unsealedName(name) !== null;
    if (isKept || isSameValue(was ?? null, is ?? null) || (!isSet(was) && !isSet(is))) return [];
    if (names.has(`sealed.${name}`) || name === FAMILY_FACTS.fingerprints) return [];
    return [{ field: plainField(name), before: shown(register, was), after: shown(register, is) }];
  });
  return fields.filter(({ field }, at) => fields.findIndex((one) => one.field === field) === at);
}

/** A pseudonym of this workbook is shown as the name behind it. */
export function shown(register: PreparedRegister, value: unknown): unknown {
  return typeof value === 'string' ? (register.textOf.get(value) ?? value) : (value ?? null);
}

/** The pseudonyms that the server has of a register. */
export function pseudonymsIn(rows: readonly KnownRow[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, server } of rows) {
    for (const field of travellingFields(kind)) {
      const value = server?.values?.[field];
      if (typeof value === 'string' && travelForm(kind, field)?.as === 'key') found.add(value);
    }
  }
  return found;
}
