/**
 * The register as the server can know it, rebuilt from rows that came over the wire. There is no sheet behind it:
 * `rawCell` is undefined, and what stayed in the workbook is absent, column and all.
 */
import { dayOfIso, UNREADABLE } from '../domain/day.ts';
import { fieldSpec, type FieldSpec, type RecordKind } from '../domain/fields.ts';
import type { Register, RegisterRow, Table } from '../domain/register.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeEntry, Pack } from '../packs/pack.ts';
import { FAMILY_FACTS, travelForm, type SentKind } from '../privacy/travel.ts';
import type { LayoutTable } from './protocol.ts';
import { UNKNOWN, WITHHELD, type WireTransfer, type WireValue, type WireValues } from './wire-values.ts';

export interface WireRow {
  readonly id: string;
  readonly kind: SentKind;
  readonly values: WireValues;
}

export interface RebuiltRegister {
  readonly register: Register;
  /** The id of the row that a rebuilt cell belongs to. */
  readonly rowIdAt: (sheet: string, row: number) => string | undefined;
  /** Fields of a rebuilt row of which something was withheld: what a rule says of them is not worth anything. */
  readonly withheldAt: (sheet: string, row: number) => readonly string[];
}

/** Stands for a text that is filled and was not sent. */
const FILLED = '•';

/** Rows in the order of the layout; rows that the layout does not name follow in a table of their own. */
export function rebuildRegister(rows: readonly WireRow[], layout: readonly LayoutTable[], pack: Pack): RebuiltRegister {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rebuilt: RegisterRow[] = [];
  const tables: Table[] = [];
  const sources = new Map<string, readonly WireRow[]>();
  const addTable = (part: Omit<LayoutTable, 'rows'>, members: readonly WireRow[]): void => {
    const sheet = `${part.kind} ${tables.length + 1}`;
    const table = emptyTable(sheet, part, members.length);
    const given = new Set(part.given);
    tables.push(table);
    sources.set(sheet, members);
    for (const [index, member] of members.entries()) {
      byId.delete(member.id);
      rebuilt.push(rebuildRow(member, { table, row: index + 1, given }, pack));
    }
  };
  for (const part of layout) {
    const members = part.rows.map((id) => byId.get(id)).filter((row) => row !== undefined);
    addTable(
      part,
      members.filter((row) => row.kind === part.kind),
    );
  }
  for (const kind of ['families', 'visits', 'measures', 'specialists'] as const) {
    const rest = [...byId.values()].filter((row) => row.kind === kind);
    const like = layout.find((part) => part.kind === kind);
    if (rest.length > 0) addTable({ kind, columns: like?.columns ?? [], given: like?.given ?? [] }, rest);
  }
  const sourceAt = (sheet: string, row: number): WireRow | undefined => sources.get(sheet)?.[row - 1];
  return {
    register: registerOf(tables, rebuilt),
    rowIdAt: (sheet, row) => sourceAt(sheet, row)?.id,
    withheldAt: (sheet, row) => withheldFields(sourceAt(sheet, row)?.values ?? {}),
  };
}

/** A document number that was withheld is still known to be filled, and can be judged. */
function withheldFields(values: WireValues): readonly string[] {
  return Object.keys(values).filter((field) => {
    const value = values[field];
    return Array.isArray(value) ? value.includes(WITHHELD) : value === WITHHELD && !field.endsWith('No');
  });
}

function registerOf(tables: readonly Table[], rows: readonly RegisterRow[]): Register {
  const of = <K extends RecordKind>(kind: K): readonly RegisterRow<K>[] =>
    rows.filter((row): row is RegisterRow<K> => row.kind === kind);
  return {
    tables,
    families: of('families'),
    members: of('members'),
    visits: of('visits'),
    measures: of('measures'),
    specialists: of('specialists'),
    reports: [],
    rawCell: undefined,
  };
}

function emptyTable(sheet: string, part: Omit<LayoutTable, 'rows'>, rows: number): Table {
  return {
    sheet,
    kind: part.kind,
    headerRows: [],
    firstRow: 1,
    lastRow: rows,
    // A column whose values stay in the workbook is no column here: rules that need it are then not judged.
    columns: part.columns
      .filter(({ field }) => travelForm(part.kind, field) !== null)
      .map(({ field, period }, column) => ({
        field,
        column,
        heading: field,
        ...(period === undefined ? {} : { period }),
      })),
    skippedRows: [],
    duplicateHeadings: [],
    givenFields: part.given,
    isTextFile: false,
  };
}

function rebuildRow(source: WireRow, at: Pick<RegisterRow, 'table' | 'row' | 'given'>, pack: Pack): RegisterRow {
  const values: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(source.values)) {
    const spec = fieldSpec(source.kind, field);
    const form = travelForm(source.kind, field);
    if (spec === undefined || form === null) continue;
    const decoded = form.as === 'value' ? decodeValue(spec, value, pack) : value === true ? FILLED : value;
    if (decoded !== undefined) values[field] = decoded;
  }
  const before = source.values[FAMILY_FACTS.levelBefore];
  const level = fieldSpec('families', 'level');
  const levelBefore = level && typeof before === 'string' ? decodeCode(level, before, pack) : null;
  return { kind: source.kind, ...at, values, ...(levelBefore ? { levelBefore } : {}) } as RegisterRow;
}

/** The register's value of a wire value; undefined where it was withheld and cannot be judged. */
function decodeValue(spec: FieldSpec, value: WireValue, pack: Pack): unknown {
  if (value === null) return null;
  switch (spec.type) {
    case 'text':
      return value === WITHHELD ? FILLED : value;
    case 'date':
      return decodeDay(value as string);
    case 'dates':
      return (value as readonly string[]).map(decodeDay);
    case 'number':
      return value === UNKNOWN ? UNREADABLE : value;
    case 'code':
      return value === WITHHELD ? undefined : decodeCode(spec, value as string, pack);
    case 'codes': {
      const codes = value as readonly string[];
      return codes.includes(WITHHELD) ? undefined : codes.map((code) => decodeCode(spec, code, pack));
    }
    case 'transfers':
      return (value as readonly WireTransfer[]).map(({ day, level }) => ({
        day: decodeDay(day),
        level: level === null ? null : decodeCode({ ...spec, codeList: 'levels' }, level, pack),
      }));
    case 'counts':
      return Object.fromEntries(
        Object.entries(value).map(([period, count]) => [period, count === UNKNOWN ? UNREADABLE : count]),
      );
    default:
      return undefined;
  }
}

function decodeDay(iso: string): number {
  return dayOfIso(iso) ?? UNREADABLE;
}

/** One value for each entry of a list: the rows of a large register share them. */
const VALUES_OF_ENTRIES = new WeakMap<CodeEntry, CodeValue>();
const NO_CODE: CodeValue = { code: null, text: '' };

function decodeCode(spec: FieldSpec, code: string, pack: Pack): CodeValue {
  if (code === UNKNOWN || code === WITHHELD) return NO_CODE;
  const entry = spec.codeList === undefined ? undefined : pack.codes[spec.codeList].find((one) => one.code === code);
  if (entry === undefined) return { code: null, text: code };
  const known = VALUES_OF_ENTRIES.get(entry) ?? { code, text: entry.title.ru };
  VALUES_OF_ENTRIES.set(entry, known);
  return known;
}
