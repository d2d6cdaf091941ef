/** The rows of a register as they travel, with the cells they stand on. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { RecordKind } from '../../shared/domain/fields.ts';
import { fieldCell, keyCell, type Register, type RegisterRow } from '../../shared/domain/register.ts';
import { pseudonymiser } from '../../shared/privacy/fingerprint.ts';
import { unfoldedInitials } from '../../shared/privacy/name-variants.ts';
import { isSentKind, travelForm, type KeyPurpose } from '../../shared/privacy/travel.ts';
import { encodeRow, textsToPseudonymise } from '../../shared/sync/encode-row.ts';
import type { LocalRow } from '../../shared/sync/plan-sending.ts';
import type { LayoutTable } from '../../shared/sync/protocol.ts';
import type { WithheldCell } from './sync-contract.ts';

export interface PreparedRow extends LocalRow {
  readonly source: RegisterRow;
}

export interface PreparedRegister {
  readonly rows: readonly PreparedRow[];
  readonly withheld: readonly WithheldCell[];
  /** The text behind each pseudonym, for showing conflicts to people. Stays in memory. */
  readonly textOf: ReadonlyMap<string, string>;
}

/** Turns names into pseudonyms under the workbook's key and leaves out what stays home. */
export async function prepareRegister(register: Register, key: Uint8Array<ArrayBuffer>): Promise<PreparedRegister> {
  const sources = [...register.families, ...register.visits, ...register.measures, ...register.specialists];
  const pseudonyms = await pseudonymsOf(sources, key);
  const rows: PreparedRow[] = [];
  const withheld: WithheldCell[] = [];
  for (const source of sources) {
    const encoded = encodeRow(source, (purpose, text) => pseudonyms.get(`${purpose}|${text}`) ?? '');
    if (encoded === null) continue;
    rows.push({ kind: encoded.kind, values: encoded.values, source });
    for (const { field, looksLike } of encoded.withheld) {
      withheld.push({ cell: fieldCell(source, field) ?? keyCell(source), field, looksLike });
    }
  }
  const textOf = new Map<string, string>();
  for (const [known, pseudonym] of pseudonyms) textOf.set(pseudonym, known.slice(known.indexOf('|') + 1));
  return { rows, withheld, textOf };
}

async function pseudonymsOf(
  rows: readonly RegisterRow[],
  key: Uint8Array<ArrayBuffer>,
): Promise<ReadonlyMap<string, string>> {
  const pseudonym = await pseudonymiser(key);
  const wanted = new Map<string, { readonly purpose: KeyPurpose; readonly text: string }>();
  for (const row of rows) {
    for (const one of textsToPseudonymise(row)) wanted.set(`${one.purpose}|${one.text}`, one);
  }
  const persons = [...wanted.values()].flatMap(({ purpose, text }) => (purpose === 'person' ? [text] : []));
  const fullName = unfoldedInitials(persons);
  const pairs = [...wanted].map(async ([id, { purpose, text }]) => {
    const whole = purpose === 'person' ? fullName(text) : text;
    return [id, await pseudonym(purpose, whole)] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** The layout of the register's tables, with the ids of their rows in sheet order. */
export function layoutOf(
  register: Register,
  rows: readonly PreparedRow[],
  ids: readonly string[],
): readonly LayoutTable[] {
  const idOf = new Map(rows.map((row, index) => [row.source, ids[index]]));
  const sources = rows.map(({ source }) => source);
  return register.tables.flatMap((table) => {
    const { kind } = table;
    if (kind === 'summary' || !isSentKind(kind)) return [];
    const own = sources.filter((row) => row.table === table).map((row) => idOf.get(row));
    return [
      {
        kind,
        columns: table.columns.map(({ field, period }) => ({ field, ...(period === undefined ? {} : { period }) })),
        given: [...table.givenFields],
        rows: own.filter((id) => id !== undefined),
      },
    ];
  });
}

/** Which fields of the register stay, and of which only a pseudonym or a mark leaves: for the screen. */
export function fieldsByFate(register: Register): {
  readonly staysHome: Readonly<Partial<Record<RecordKind, readonly string[]>>>;
  readonly leavesAsKey: Readonly<Partial<Record<RecordKind, readonly string[]>>>;
} {
  const staysHome: Partial<Record<RecordKind, string[]>> = {};
  const leavesAsKey: Partial<Record<RecordKind, string[]>> = {};
  for (const { kind, columns, givenFields } of register.tables) {
    if (kind === 'summary') continue;
    for (const field of new Set([...columns.map((column) => column.field), ...givenFields])) {
      const form = travelForm(kind, field);
      if (form?.as === 'value') continue;
      const fate = form === null ? (staysHome[kind] ??= []) : (leavesAsKey[kind] ??= []);
      if (!fate.includes(field)) fate.push(field);
    }
  }
  return { staysHome, leavesAsKey };
}

/** The cell of a row's field, or the row's key cell. */
export function cellOf(row: PreparedRow | undefined, field: string | null): CellAddress | null {
  if (row === undefined) return null;
  return (field === null ? null : fieldCell(row.source, field)) ?? keyCell(row.source);
}
