/**
 * A workbook with a person in front of it. The person edits cells, adds, removes and sorts rows, sends, takes over what
 * others sent and settles conflicts. Everything a person has seen in a cell is noted: overwriting what nobody has seen
 * is a lost edit.
 */
import { runSession } from '../../addin/engine/sync-session.ts';
import { planSending } from '../../shared/sync/plan-sending.ts';
import { settleConflicts } from '../../shared/sync/settle.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import type { WireValue, WireValues } from '../../shared/sync/wire-values.ts';
import { DISTRICT, REGISTER, type Network, type SimulatedServer } from './simulated-server.ts';

export const FIELDS = ['level', 'contractNo', 'startDate'] as const;
export type Field = (typeof FIELDS)[number];

interface SheetRow {
  readonly key: string;
  values: Record<string, WireValue>;
}

/** An id from a name, in the form of the protocol. */
export function idOf(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9_-]/g, '-')
    .padEnd(22, '_')
    .slice(0, 22);
}

export class SimulatedWorkbook {
  readonly name: string;
  /** The fields that this workbook's edition knows: an older one reads fewer columns. */
  readonly fields: readonly Field[];
  readonly rows: SheetRow[] = [];
  /** Values seen in a cell of this workbook, by row key and field. */
  readonly seen = new Map<string, Set<string>>();
  /** Values that a person typed here, by row key and field. */
  readonly typed = new Map<string, Set<string>>();
  memory: SyncMemory;
  #made = 0;

  constructor(name: string, fields: readonly Field[] = FIELDS) {
    this.name = name;
    this.fields = fields;
    this.memory = {
      version: 1,
      district: DISTRICT,
      register: REGISTER,
      client: idOf(`client-${name}`),
      key: 'k'.repeat(43),
      cursor: null,
      rows: [],
      pending: null,
    };
  }

  newId = (): string => {
    this.#made += 1;
    return idOf(`${this.name}-${this.#made}`);
  };

  add(values: Record<string, WireValue>): void {
    const key = `kc1_${idOf(this.newId())}`;
    this.take({ key, values: { caseNo: key, ...values } }, true);
  }

  /** Types a family that others may type too, under the same case number; once in a sheet. */
  writeDown(family: string, values: Record<string, WireValue>): void {
    const key = `kc1_${idOf(`family-${family}`)}`;
    if (this.rows.some((row) => row.key === key)) return;
    this.take({ key, values: { caseNo: key, ...values } }, true);
  }

  /** Puts a row into the sheet, typed by the person or copied from elsewhere. */
  take({ key, values }: SheetRow, isTyped: boolean): void {
    const known = Object.entries(values).filter(([field]) => field === 'caseNo' || this.knows(field));
    // A sheet has a cell in each of its columns, whatever the row came with.
    const empty = Object.fromEntries(this.fields.map((field) => [field, null]));
    const row = { key, values: { ...empty, ...Object.fromEntries(known) } };
    this.rows.push(row);
    for (const field of this.fields) this.note(row, field, isTyped);
  }

  knows(field: string): boolean {
    return (this.fields as readonly string[]).includes(field);
  }

  edit(position: number, field: Field, value: WireValue): void {
    const row = this.rows[position % Math.max(1, this.rows.length)];
    if (row === undefined || !this.knows(field)) return;
    row.values = { ...row.values, [field]: value };
    this.note(row, field, true);
  }

  remove(position: number): void {
    if (this.rows.length > 0) this.rows.splice(position % this.rows.length, 1);
  }

  /** Sorts the sheet the other way round. */
  turnAround(): void {
    this.rows.reverse();
  }

  note(row: SheetRow, field: string, isTyped: boolean): void {
    for (const book of isTyped ? [this.seen, this.typed] : [this.seen]) {
      const cell = `${row.key}|${field}`;
      const values = book.get(cell) ?? new Set();
      values.add(JSON.stringify(row.values[field] ?? null));
      book.set(cell, values);
    }
  }

  local() {
    return this.rows.map(({ values }) => ({ kind: 'families', values: values as WireValues }) as const);
  }

  /** One sending. A fault leaves the memory as it was kept last, as a closed workbook would. */
  async send(server: SimulatedServer, network: Network = { faults: [] }): Promise<boolean> {
    const sent = await runSession(
      {
        api: server.api(network),
        rows: this.local(),
        confirmRemovals: true,
        newId: this.newId,
        keep: async (memory) => {
          this.memory = structuredClone(memory);
          return { ok: true, value: null };
        },
        onProgress: () => undefined,
      },
      this.memory,
    );
    if (sent.ok) this.memory = sent.value.memory;
    return sent.ok;
  }

  /** What the person still has to do here. */
  plan() {
    return planSending(this.local(), this.memory.rows, { newId: () => idOf('unused'), confirmRemovals: true });
  }

  /** Takes over values that others sent, and takes rows from the sheet that others removed. */
  takeOver(): void {
    const plan = this.plan();
    for (const { known, local, field } of plan.incoming) {
      const row = this.rows[local];
      const value = known.server?.values?.[field];
      if (row === undefined || value === undefined || !this.knows(field)) continue;
      row.values = { ...row.values, [field]: value };
      this.note(row, field, false);
    }
    const gone = new Set(plan.removedThere);
    const kept = this.rows.filter((_, index) => !gone.has(index));
    this.rows.splice(0, this.rows.length, ...kept);
  }

  /** Settles every conflict: the person sees both values and chooses one side for all. */
  settle(take: 'mine' | 'theirs'): void {
    const { conflicts } = this.plan();
    const removed = new Set<number>();
    for (const { known, local, field } of conflicts) {
      const row = local === null ? undefined : this.rows[local];
      if (row !== undefined && field !== null) {
        const theirs = known.server?.values?.[field] ?? null;
        const mine = row.values[field] ?? null;
        row.values = { ...row.values, [field]: theirs };
        this.note(row, field, false);
        if (take === 'mine') {
          row.values = { ...row.values, [field]: mine };
          this.note(row, field, true);
        }
      }
      if (row !== undefined && field === null && take === 'theirs' && local !== null) removed.add(local);
    }
    const choices = conflicts.map(({ known, field }) => ({ rowId: known.id, field, take }));
    const kept = this.rows.filter((_, index) => !removed.has(index));
    this.rows.splice(0, this.rows.length, ...kept);
    this.memory = { ...this.memory, rows: settleConflicts(this.memory.rows, choices) };
  }

  /**
   * Copies rows that others added into the sheet, as a person does who gets them on paper. A row of an own push without
   * an answer is none of those, also where a restored server has taken its base.
   */
  adopt(): void {
    const here = new Set(this.rows.map(({ key }) => key));
    const own = new Set(this.memory.pending?.ops.map(({ row }) => row));
    for (const { id, base, server } of this.memory.rows) {
      const key = String(server?.values?.['caseNo'] ?? '');
      if (base === null && server?.values && !here.has(key) && !own.has(id)) {
        this.take({ key, values: { ...server.values } }, false);
        here.add(key);
      }
    }
  }
}
