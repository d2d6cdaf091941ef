/**
 * What the screen may ask of the sending part, and what it gets back. Everything fails as a value whose code has a
 * sentence: `syncErrorText(error.code, language)` in shared/text/api-texts.ts.
 *
 * `memory` is opaque text that the screen keeps inside the workbook (WorkbookPort.remember) and hands back as it was:
 * row identities, the state last seen on the server, the key that turns names into pseudonyms, a push without answer.
 * It never leaves the workbook.
 */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { RecordKind } from '../../shared/domain/fields.ts';
import type { Register } from '../../shared/domain/register.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import type { Role } from '../../shared/sync/access-wire.ts';
import type { RowChange } from '../../shared/sync/merge.ts';
import type { JudgedBy } from '../../shared/sync/protocol.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { LocalCopy } from './local-copy.ts';
import type { OpCounts } from './op-counts.ts';
import type { CellEdit } from './workbook-port.ts';
import type { Outcome, RefusalCode } from '../../shared/sync/error-codes.ts';

/** Who the token says one is. Region-wide roles list every district of the region. */
export interface Connection {
  readonly address: string;
  readonly role: Role;
  readonly region: { readonly id: string; readonly title: string };
  readonly districts: readonly { readonly id: string; readonly title: string }[];
  /** The token's label, for people. */
  readonly name: string;
  /** ISO date; null: does not expire. */
  readonly expiresOn: string | null;
  /** The server takes values sealed with the region's key. */
  readonly acceptsSealed: boolean;
  /** How far this computer's clock is ahead of the server's; absent where they agree to half a day, or nobody knows. */
  readonly clockAheadMs?: number;
  /** Needed for every call; never shown, never kept in the workbook. */
  readonly token: string;
}

/** A cell whose content looks like a name, СНИЛС, phone or address in a field that would leave the workbook. */
export interface WithheldCell {
  readonly cell: CellAddress;
  readonly field: string;
  readonly looksLike: 'name' | 'snils' | 'phone' | 'email' | 'address' | 'free-text';
}

/** A row of the base that the workbook no longer has. */
export interface MissingRow {
  readonly rowId: string;
  readonly kind: RecordKind;
}

type FieldsByKind = Readonly<Partial<Record<RecordKind, readonly string[]>>>;

/** What becomes of the register's fields that do not leave as they are. */
export interface FieldFates {
  /** They stay in the workbook. */
  readonly staysHome: FieldsByKind;
  /** Only a pseudonym or the fact of being filled leaves. */
  readonly leavesAsKey: FieldsByKind;
  /** They leave sealed with the region's key, perhaps beside a pseudonym. Empty without a key, or where the server takes none. */
  readonly leavesSealed: FieldsByKind;
}

export interface SendPlan extends FieldFates {
  readonly district: string;
  /** The id of this workbook's register. */
  readonly register: string;
  readonly asOf: Day;
  readonly packId: string;
  /** No sending of this workbook has come to its end [SU8]. */
  readonly isFirst: boolean;
  /** What the push holds that has no answer yet: this sending goes on with it. Null: there is none. */
  readonly resumed: OpCounts | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows known to the server that are not in the workbook now. They are removed there only when confirmed. */
  readonly removed: readonly MissingRow[];
  /** Rows to be sent, by kind. */
  readonly rows: Readonly<Partial<Record<RecordKind, number>>>;
  /** Values left out of the sending although their field may leave the workbook. */
  readonly withheld: { readonly count: number; readonly first: readonly WithheldCell[] };
  /** What is added, changed or gone, row by row, for looking at before sending. */
  readonly preview: readonly PlannedRow[];
}

/** One row of a plan as people see it. Values are as they travel; pseudonyms are shown as the names behind them. */
export interface PlannedRow {
  readonly rowId: string;
  readonly kind: RecordKind;
  readonly what: 'added' | 'changed' | 'removed';
  /** Null when the row is gone from the workbook. */
  readonly cell: CellAddress | null;
  /** What people call the row: its applicant, case or person; null when it says none. */
  readonly title: string | null;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** One field that both sides changed. Values are as they travel: ISO dates, codes, numbers, pseudonyms. */
export interface FieldConflict {
  readonly rowId: string;
  readonly kind: RecordKind;
  /** Null when the row is gone from the workbook. */
  readonly cell: CellAddress | null;
  /** Null: the row as a whole (removed on one side, changed on the other). */
  readonly field: string | null;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed the row on the server last, and when; null where that is not known. */
  readonly changed: RowChange | null;
  /** What «theirs» writes into the cell; null where only the person can. */
  readonly edit: CellEdit | null;
}

/** A value that somebody else sent and that this workbook should take over. Nothing is written by the sending part. */
export interface IncomingEdit {
  readonly rowId: string;
  readonly kind: RecordKind;
  readonly cell: CellAddress | null;
  readonly field: string;
  readonly value: unknown;
  /** Who changed the row on the server last, and when; null where that is not known. */
  readonly changed: RowChange | null;
  /** What to write into the cell on the person's word; null where only the person can. */
  readonly edit: CellEdit | null;
}

/** A register of the district that works on the server. */
export interface OtherRegister {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lastSending: { readonly number: number; readonly at: number } | null;
}

export interface SendOutcome {
  /** `unchanged`: the server had everything already, nothing was written. */
  readonly state: 'sent' | 'unchanged';
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly conflicts: readonly FieldConflict[];
  readonly refused: readonly {
    readonly rowId: string;
    readonly cell: CellAddress | null;
    readonly code: RefusalCode;
  }[];
  readonly incoming: readonly IncomingEdit[];
  /** Rows that others added or removed on the server; this workbook lacks or still has them. */
  readonly addedByOthers: number;
  readonly removedByOthers: readonly CellAddress[];
  /** What the server's own check of the rebuilt register found. */
  readonly server: {
    readonly cases: number;
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
  };
  /** The norms that the server judged by; null where an older server does not say. */
  readonly judgedBy: JudgedBy | null;
  /** Rules that the server could not judge, or not wholly: what they read stays in the workbook. */
  readonly notJudged: readonly string[];
  /** Number and time (ISO, UTC) of the accepted sending: the receipt. */
  readonly receipt: { readonly number: number; readonly at: string; readonly district: string };
  /** To be kept in the workbook. */
  readonly memory: string;
}

export interface SendOptions {
  /** Remove on the server the rows that `plan.removed` names. Default: they stay. */
  readonly confirmRemovals?: boolean;
  /** Why they are removed: it stands in the audit. */
  readonly removalReason?: string;
  /** From 0 to 1, and whether the server did not answer and is asked again. */
  readonly onProgress?: (share: number, isRetrying?: boolean) => void;
  readonly signal?: AbortSignal;
  /** Called before each push and at the end: keeps the memory, so that a lost answer is repeated safely. */
  readonly keep?: (memory: string) => Promise<void>;
}

/** Norms of the workbook's own, and the pack that they are made from. */
export interface OwnNorms {
  readonly base: string;
  readonly pack: Pack;
}

export interface PlanInput {
  readonly district: string;
  readonly register: Register;
  /** What `keep` or the last outcome gave; null for a workbook that was never sent. */
  readonly memory: string | null;
  readonly asOf: Day;
  readonly packId: string;
  /** The workbook's own norms, when it goes by them. */
  readonly ownPack?: OwnNorms;
  /** Keys of the region at hand, the present one first. */
  readonly regionKeys?: readonly RegionKey[];
  /** The server takes sealed values. */
  readonly acceptsSealed?: boolean;
}

/** What is needed to know the rows of the workbook as the server does. */
export interface CopyInput {
  readonly register: Register;
  /** What the last sending left. */
  readonly memory: string;
  /** Keys of the region at hand, the present one first. */
  readonly regionKeys?: readonly RegionKey[];
}

/** The choice a person made for a conflict. */
export interface ConflictChoice {
  readonly rowId: string;
  readonly field: string | null;
  readonly take: 'mine' | 'theirs';
}

export interface SyncClient {
  /** Signs in: asks the server who the token is. The address may be «localhost:8787» or a full URL. */
  connect(address: string, token: string, signal?: AbortSignal): Promise<Outcome<Connection>>;
  /** What would be sent. Local: asks no server. */
  plan(input: PlanInput, onProgress?: (share: number) => void): Promise<Outcome<SendPlan>>;
  /** The rows of the workbook as the server knows them. Local: asks no server. */
  copy(input: CopyInput): Promise<Outcome<LocalCopy>>;
  /** Sends what a plan of this client says. */
  send(connection: Connection, plan: SendPlan, options?: SendOptions): Promise<Outcome<SendOutcome>>;
  /** Remembers choices for conflicts; the next plan and sending follow them. Returns the memory to keep. */
  settle(memory: string, choices: readonly ConflictChoice[]): Promise<Outcome<string>>;
  /** Registers of the district that work on the server, this workbook's own left out. */
  otherRegisters(connection: Connection, plan: SendPlan): Promise<Outcome<readonly OtherRegister[]>>;
  /** Closes a register that this workbook has taken the place of. Its rows are kept. */
  retire(connection: Connection, district: string, register: string): Promise<Outcome<null>>;
}

/** The edges of the sending part, replaced in tests. */
export interface SyncPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}
