/**
 * Writes single cells: asks what stands there, writes, reads back. Nothing is called done that was not read back; when a
 * batch breaks off, every cell is asked what became of it.
 */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellEdit, EditOutcome } from '../engine/workbook-port.ts';
import { askBefore, CELL_STATE, oneCell, stateOf, type Refusal, type Writable } from './ask-before.ts';
import { entryOf, isAsMeant, type CellBefore, type CellEntry } from './cell-entry.ts';
import { cellValueOf } from './cell-values.ts';
import { isUndoRefusal } from './run-in-excel.ts';

/** Edits of one batch: a few hundred KB of requests, and a short wait on a slow line. */
const EDITS_PER_BATCH = 250;

/** An edit on its way. */
interface Attempt extends Writable {
  readonly entry: CellEntry;
}

export interface WriteFacts {
  readonly is1904: boolean;
  /** Called before a cell is written, so that its event can be known as our own. */
  readonly onWrite: (sheetId: string, cell: CellAddress) => void;
  /** Called for such a cell that was not written after all: no event of ours will come. */
  readonly onNotWritten: (sheetId: string, cell: CellAddress) => void;
}

/** Answers for each edit, in the same order. Rejects only when not even the first question could be asked. */
export async function writeCells(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
  facts: WriteFacts,
): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = [];
  let isBroken = false;
  for (let start = 0; start < edits.length; start += EDITS_PER_BATCH) {
    const part = edits.slice(start, start + EDITS_PER_BATCH);
    if (isBroken) {
      outcomes.push(...part.map(({ cell }) => refused(cell, 'interrupted')));
      continue;
    }
    try {
      // In order, so that a break leaves a clear line between done and not done.
      const done = await writePart(context, part, facts);
      outcomes.push(...done.outcomes);
      isBroken = done.isBroken;
    } catch (error) {
      if (start === 0) throw error;
      isBroken = true;
      outcomes.push(...part.map(({ cell }) => refused(cell, 'interrupted')));
    }
  }
  return outcomes;
}

async function writePart(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
  facts: WriteFacts,
): Promise<{ readonly outcomes: readonly EditOutcome[]; readonly isBroken: boolean }> {
  const asked = await askBefore(context, edits);
  const attempts = asked.map((one) => attemptOf(one, facts.is1904));
  const isBroken = !(await enterAll(context, attempts, facts));
  const now = await readBack(context, attempts);
  if (isBroken) tellNotWritten(attempts, now, facts);
  else await putBack(context, attempts, now);
  const outcomes = edits.map(({ cell }, index) => {
    const attempt = attempts[index];
    if (attempt === undefined || typeof attempt === 'string') return refused(cell, attempt ?? 'gone');
    return outcomeOf(attempt, now.get(attempt) ?? null, { is1904: facts.is1904, isBroken });
  });
  return { outcomes, isBroken };
}

function attemptOf(writable: Writable | Refusal, is1904: boolean): Attempt | Refusal {
  if (typeof writable === 'string') return writable;
  const entry = entryOf(writable.edit.value, writable.before, is1904);
  return entry ? { ...writable, entry } : 'read-back-differs';
}

async function enterAll(
  context: Excel.RequestContext,
  attempts: readonly (Attempt | Refusal)[],
  facts: WriteFacts,
): Promise<boolean> {
  const doable = attempts.filter((one) => typeof one !== 'string');
  for (const { edit, entry, sheetId } of doable) {
    facts.onWrite(sheetId, edit.cell);
    enter(context, edit.cell, entry);
  }
  return doable.length === 0 || isDone(context.sync());
}

function enter(context: Excel.RequestContext, cell: CellAddress, entry: CellEntry): void {
  const range = oneCell(context.workbook.worksheets.getItem(cell.sheet), cell);
  range.numberFormat = [[entry.numberFormat]];
  if (entry.isFormula) range.formulas = [[entry.value]];
  else range.values = [[entry.value]];
  if (entry.formatAfter !== entry.numberFormat) range.numberFormat = [[entry.formatAfter]];
}

function tellNotWritten(
  attempts: readonly (Attempt | Refusal)[],
  now: ReadonlyMap<Attempt, CellBefore>,
  { onNotWritten }: WriteFacts,
): void {
  for (const attempt of attempts) {
    const state = typeof attempt === 'string' ? undefined : now.get(attempt);
    if (typeof attempt === 'string' || !state || isAsMeant(attempt.entry, state)) continue;
    onNotWritten(attempt.sheetId, attempt.edit.cell);
  }
}

/** A cell in which Excel made something else of the value gets back what stood there. */
async function putBack(
  context: Excel.RequestContext,
  attempts: readonly (Attempt | Refusal)[],
  now: ReadonlyMap<Attempt, CellBefore>,
): Promise<void> {
  let count = 0;
  for (const attempt of attempts) {
    const state = typeof attempt === 'string' ? undefined : now.get(attempt);
    if (typeof attempt === 'string' || !state || isAsMeant(attempt.entry, state)) continue;
    const entry = entryOf({ kind: 'restore', before: attempt.before }, state, false);
    if (!entry) continue;
    enter(context, attempt.edit.cell, entry);
    count += 1;
  }
  if (count > 0) await isDone(context.sync());
}

async function isDone(sync: Promise<unknown>): Promise<boolean> {
  return sync.then(
    () => true,
    (error: unknown) => {
      if (isUndoRefusal(error)) throw error;
      return false;
    },
  );
}

/** What the cells hold now; a cell that Excel no longer answers for is absent. */
async function readBack(
  context: Excel.RequestContext,
  attempts: readonly (Attempt | Refusal)[],
): Promise<ReadonlyMap<Attempt, CellBefore>> {
  const doable = attempts.filter((one) => typeof one !== 'string');
  if (doable.length === 0) return new Map();
  const asked = doable.map((attempt) => {
    const { cell } = attempt.edit;
    const range = oneCell(context.workbook.worksheets.getItem(cell.sheet), cell);
    range.load(CELL_STATE);
    return [attempt, range] as const;
  });
  if (!(await isDone(context.sync()))) return new Map();
  return new Map(asked.map(([attempt, range]) => [attempt, stateOf(range)]));
}

function outcomeOf(
  { edit, before, entry }: Attempt,
  now: CellBefore | null,
  { is1904, isBroken }: { readonly is1904: boolean; readonly isBroken: boolean },
): EditOutcome {
  if (now === null) return refused(edit.cell, 'interrupted');
  if (!isAsMeant(entry, now)) return refused(edit.cell, isBroken ? 'interrupted' : 'read-back-differs');
  return { ok: true, cell: edit.cell, before, now: cellValueOf(now.value, now.numberFormat, is1904) };
}

function refused(cell: CellAddress, code: Refusal): EditOutcome {
  return { ok: false, cell, code };
}
