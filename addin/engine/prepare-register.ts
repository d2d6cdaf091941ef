/** The rows of a register as they travel, with the cells they stand on. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { RecordKind } from '../../shared/domain/fields.ts';
import { fieldCell, keyCell, type Register, type RegisterRow } from '../../shared/domain/register.ts';
import { familyForms } from '../../shared/privacy/family-forms.ts';
import { fingerprinter, pseudonymiser } from '../../shared/privacy/fingerprint.ts';
import { unfoldedInitials } from '../../shared/privacy/name-variants.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { FAMILY_FACTS, isSentKind, sealedFields, travelForm, type KeyPurpose } from '../../shared/privacy/travel.ts';
import { registerLinks } from '../../shared/rules/register-links.ts';
import { encodeRow, textsToPseudonymise } from '../../shared/sync/encode-row.ts';
import type { LocalRow } from '../../shared/sync/plan-sending.ts';
import type { LayoutTable } from '../../shared/sync/protocol.ts';
import { sealedTexts } from '../../shared/sync/sealed-values.ts';
import type { FieldFates, WithheldCell } from './sync-contract.ts';

export interface PreparedRow extends LocalRow {
  readonly source: RegisterRow;
}

export interface PreparedRegister {
  readonly rows: readonly PreparedRow[];
  readonly withheld: readonly WithheldCell[];
  /** The text behind each pseudonym, for showing conflicts to people. Stays in memory. */
  readonly textOf: ReadonlyMap<string, string>;
  /** Pseudonyms of former keys that the server has, by what they are now. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface PrepareOptions {
  /** The key of the workbook, 32 bytes. */
  readonly workbookKey: Uint8Array<ArrayBuffer>;
  /** Keys of the region, the present one first; none: pseudonyms are the workbook's own. */
  readonly regionKeys: readonly RegionKey[];
  /** Sealed fields are prepared too. */
  readonly isSealing: boolean;
  /** Pseudonyms that the server has of this register. */
  readonly sentPseudonyms: ReadonlySet<string>;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Turns names into pseudonyms and leaves out what stays home. */
export async function prepareRegister(register: Register, options: PrepareOptions): Promise<PreparedRegister> {
  const { regionKeys, workbookKey, sentPseudonyms, onProgress } = options;
  const sources = [...register.families, ...register.visits, ...register.measures, ...register.specialists];
  const wanted = textsOf(sources);
  const [present = workbookKey, ...former] = [...regionKeys.map(({ bytes }) => bytes), workbookKey];
  const pseudonyms = await pseudonymsOf(wanted, present);
  onProgress?.(0.3);
  const facts = await familyFingerprints(register, regionKeys);
  onProgress?.(0.6);
  const rows: PreparedRow[] = [];
  const withheld: WithheldCell[] = [];
  for (const source of sources) {
    const encoded = encodeRow(source, (purpose, text) => pseudonyms.get(`${purpose}|${text}`) ?? '');
    if (encoded === null) continue;
    const fingerprints = facts.get(source);
    const values = {
      ...encoded.values,
      ...(fingerprints ? { [FAMILY_FACTS.fingerprints]: fingerprints } : {}),
      ...(options.isSealing ? sealedTexts(source) : {}),
    };
    rows.push({ kind: encoded.kind, values, source });
    for (const { field, looksLike } of encoded.withheld) {
      withheld.push({ cell: fieldCell(source, field) ?? keyCell(source), field, looksLike });
    }
  }
  onProgress?.(0.9);
  const textOf = new Map<string, string>();
  for (const [known, pseudonym] of pseudonyms) textOf.set(pseudonym, known.slice(known.indexOf('|') + 1));
  const renamed = await renamedFrom(former, { wanted, pseudonyms, sentPseudonyms });
  return { rows, withheld, textOf, renamed };
}

type Wanted = ReadonlyMap<string, { readonly purpose: KeyPurpose; readonly text: string }>;

function textsOf(rows: readonly RegisterRow[]): Wanted {
  const wanted = new Map<string, { readonly purpose: KeyPurpose; readonly text: string }>();
  for (const row of rows) {
    for (const one of textsToPseudonymise(row)) wanted.set(`${one.purpose}|${one.text}`, one);
  }
  return wanted;
}

async function pseudonymsOf(wanted: Wanted, key: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, string>> {
  const pseudonym = await pseudonymiser(key);
  const persons = [...wanted.values()].flatMap(({ purpose, text }) => (purpose === 'person' ? [text] : []));
  const fullName = unfoldedInitials(persons);
  const pairs = [...wanted].map(async ([id, { purpose, text }]) => {
    const whole = purpose === 'person' ? fullName(text) : text;
    return [id, await pseudonym(purpose, whole)] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** What the server still calls by pseudonyms of former keys. Nothing is computed while it has those of the present one. */
async function renamedFrom(
  former: readonly Uint8Array<ArrayBuffer>[],
  known: {
    readonly wanted: Wanted;
    readonly pseudonyms: ReadonlyMap<string, string>;
    readonly sentPseudonyms: ReadonlySet<string>;
  },
): Promise<ReadonlyMap<string, string>> {
  const present = new Set(known.pseudonyms.values());
  const renamed = new Map<string, string>();
  if ([...known.sentPseudonyms].every((pseudonym) => present.has(pseudonym))) return renamed;
  for (const key of former) {
    for (const [id, old] of await pseudonymsOf(known.wanted, key)) {
      const now = known.pseudonyms.get(id);
      if (now !== undefined && known.sentPseudonyms.has(old)) renamed.set(old, now);
    }
  }
  return renamed;
}

/** Fingerprints of each family under every key of the region at hand: while keys change, both match [RK2]. */
async function familyFingerprints(
  register: Register,
  keys: readonly RegionKey[],
): Promise<ReadonlyMap<RegisterRow, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const prints = await Promise.all(keys.map(({ bytes }) => fingerprinter(bytes, 'family')));
  const links = registerLinks(register);
  const found = register.families.map(async (row) => {
    const forms = familyForms(row, links.caseOf(row).members);
    const all = await Promise.all(prints.flatMap((print) => forms.map((form) => print(form))));
    return [row, all.toSorted()] as const;
  });
  return new Map(await Promise.all(found));
}

/** The layout of the register's tables, with the ids of their rows in sheet order. Null: a row that the server has not. */
export function layoutOf(
  register: Register,
  rows: readonly PreparedRow[],
  ids: readonly (string | null)[],
): readonly LayoutTable[] {
  const idOf = new Map(rows.map((row, index) => [row.source, ids[index]]));
  const sources = rows.map(({ source }) => source);
  return register.tables.flatMap((table) => {
    const { kind } = table;
    if (kind === 'summary' || !isSentKind(kind)) return [];
    const own = sources.filter((row) => row.table === table).map((row) => idOf.get(row) ?? null);
    return [
      {
        kind,
        columns: table.columns.map(({ field, period }) => ({ field, ...(period === undefined ? {} : { period }) })),
        given: [...table.givenFields],
        rows: own.filter((id) => id !== null),
      },
    ];
  });
}

/** What becomes of the fields that do not leave as they are: for the screen. */
export function fieldsByFate(register: Register, isSealing: boolean): FieldFates {
  const fates = { staysHome: {}, leavesAsKey: {}, leavesSealed: {} } as Record<
    keyof FieldFates,
    Partial<Record<RecordKind, string[]>>
  >;
  for (const { kind, columns, givenFields } of register.tables) {
    if (kind === 'summary') continue;
    const sealed = isSealing && isSentKind(kind) ? sealedFields(kind) : [];
    for (const field of new Set([...columns.map((column) => column.field), ...givenFields])) {
      const form = travelForm(kind, field);
      // What that text says leaves by its parts: level, term, transfers.
      if (form?.as === 'value' || field === 'levelComposite') continue;
      const fate = sealed.includes(field) ? 'leavesSealed' : form === null ? 'staysHome' : 'leavesAsKey';
      const fields = (fates[fate][kind] ??= []);
      if (!fields.includes(field)) fields.push(field);
    }
  }
  return fates;
}

/** The cell of a row's field, or the row's key cell. */
export function cellOf(row: PreparedRow | undefined, field: string | null): CellAddress | null {
  if (row === undefined) return null;
  return (field === null ? null : fieldCell(row.source, field)) ?? keyCell(row.source);
}
