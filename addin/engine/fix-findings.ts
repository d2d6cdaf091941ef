/** Corrections: what will be written, writing it, and taking it back. Only cells that a finding names are written. */
import { sheetA1 } from '../../shared/domain/cell-address.ts';
import type { Finding, Fix } from '../../shared/domain/finding.ts';
import { checkWorkbook } from './check-workbook.ts';
import { splitAnew } from './explanations.ts';
import { planLiveCheck } from './live-check.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { JournalEntry } from './session-state.ts';
import { isTouched } from './touched-cells.ts';
import type { CellEdit, EditOutcome } from './workbook-port.ts';

type Mendable = Finding & { readonly fix: Fix };

function isMendable(finding: Finding): finding is Mendable {
  return finding.fix !== null;
}

/**
 * The findings that one press would mend, in order. A cell is written once: a second fix of the same cell waits for
 * the re-check, which sees what the first one left.
 */
export function mendable(findings: readonly Finding[]): readonly Mendable[] {
  const cells = new Set<string>();
  return findings.filter(isMendable).filter(({ cell }) => {
    const key = sheetA1(cell);
    return cells.has(key) ? false : cells.add(key);
  });
}

/** Writes the fixes. Resolves when they stand in the workbook; the re-check follows by itself. */
export async function fixFindings(context: SessionContext, findings: readonly Finding[]): Promise<void> {
  const wanted = mendable(await whereTheyStand(context, findings));
  if (wanted.length === 0) return;
  const rules = new Set(wanted.map(({ rule }) => rule));
  const rule = rules.size === 1 ? (wanted[0]?.rule ?? null) : null;
  const entry = await writeEdits(context, wanted.map(editOf), { kind: 'fix', rule });
  const written = new Set(entry.outcomes.filter(({ ok }) => ok).map(({ cell }) => sheetA1(cell)));
  const gone = new Set(wanted.filter(({ cell }) => written.has(sheetA1(cell))).map(({ identity }) => identity));
  dropFindings(context, gone);
  planLiveCheck(context);
}

/**
 * The findings in the cells where they are now. Where people have changed one of the cells since it was read, or have
 * moved rows, the workbook is read again first; what is gone by then, or moves once more, is left out.
 */
async function whereTheyStand(context: SessionContext, findings: readonly Finding[]): Promise<readonly Finding[]> {
  const isUnread = ({ cell }: Finding): boolean => context.unread.some((change) => isTouched(cell, change));
  if (!findings.some(isUnread)) return findings;
  await checkWorkbook(context, false);
  const { run } = context.store.getSnapshot();
  const found = Map.groupBy(run?.result.findings ?? [], ({ identity }) => identity);
  const now = findings.flatMap(({ identity }) => {
    const [first, ...others] = found.get(identity) ?? [];
    found.set(identity, others);
    return first ?? [];
  });
  return now.filter((finding) => !isUnread(finding));
}

function editOf({ cell, fix }: Mendable): CellEdit {
  if (fix.kind === 'date') return { cell, value: { kind: 'date', iso: String(fix.value) } };
  if (fix.kind === 'number') return { cell, value: { kind: 'number', number: Number(fix.value) } };
  return { cell, value: { kind: 'text', text: String(fix.value) } };
}

/** Writes edits and enters them in the journal. */
export async function writeEdits(
  context: SessionContext,
  edits: readonly CellEdit[],
  what: Pick<JournalEntry, 'kind' | 'rule'>,
): Promise<JournalEntry> {
  const outcomes = await write(context, edits);
  const { journal } = context.store.getSnapshot();
  const done = outcomes.filter(({ ok }) => ok).length;
  const atMs = context.ports.nowMs();
  const entry = { ...what, id: journal.length + 1, outcomes, written: done, atMs, isUndone: false };
  const filtered = countFiltered(outcomes);
  patch(context, {
    journal: [...journal, entry],
    notice: { entryId: entry.id, what: 'fixed', done, failed: outcomes.length - done - filtered, filtered },
  });
  return entry;
}

async function write(context: SessionContext, edits: readonly CellEdit[]): Promise<readonly EditOutcome[]> {
  const outcomes = await context.ports.workbook.write(edits);
  for (const { cell } of edits) if (context.dirty !== 'all') context.dirty.add(cell.sheet);
  patch(context, { isStale: context.store.getSnapshot().run !== null });
  return outcomes;
}

/** Takes mended findings off the list at once; the re-check then says what is really left. */
function dropFindings(context: SessionContext, gone: ReadonlySet<string>): void {
  const { run, remembered } = context.store.getSnapshot();
  if (!run) return;
  const findings = run.result.findings.filter(({ identity }) => !gone.has(identity));
  const result = { ...run.result, findings };
  patch(context, { run: splitAnew({ ...run, result }, remembered.explanations) });
}

function countFiltered(outcomes: readonly EditOutcome[]): number {
  return outcomes.filter((outcome) => !outcome.ok && outcome.code === 'filtered').length;
}

/** True when a later step that still stands has written the cell again. */
function isOverwritten(journal: readonly JournalEntry[], entry: JournalEntry, { cell }: EditOutcome): boolean {
  const key = sheetA1(cell);
  return journal.some(
    (later) =>
      later.id > entry.id && !later.isUndone && later.outcomes.some((one) => one.ok && sheetA1(one.cell) === key),
  );
}

/** Puts back what a step wrote over. Cells changed since then, by a person or a later step, are left alone. */
export async function undoStep(context: SessionContext, entryId: number): Promise<void> {
  const { journal } = context.store.getSnapshot();
  const entry = journal.find(({ id, isUndone }) => id === entryId && !isUndone);
  if (!entry) return;
  const edits = entry.outcomes.flatMap((outcome): CellEdit[] =>
    outcome.ok && !isOverwritten(journal, entry, outcome)
      ? [{ cell: outcome.cell, value: { kind: 'restore', before: outcome.before } }]
      : [],
  );
  const outcomes = await write(context, edits);
  const done = outcomes.filter(({ ok }) => ok).length;
  const filtered = countFiltered(outcomes);
  patch(context, {
    journal: journal.map((one) => (one.id === entryId ? { ...one, isUndone: true } : one)),
    notice: { entryId, what: 'undone', done, failed: entry.written - done - filtered, filtered },
  });
  planLiveCheck(context);
}
