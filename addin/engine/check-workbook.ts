/** One run: cells -> reading -> rules -> state, marks and memory. A run that is stopped leaves everything as it was. */
import type { Day } from '../../shared/domain/day.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { isOwnReport } from '../../shared/domain/report-sheet.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { RunOutcome, RunRequest } from './check-runner.ts';
import { RunNotFetched, RunStopped } from './check-runner.ts';
import { splitByExplanation } from './explanations.ts';
import { compareWith, historyAfter } from './finding-history.ts';
import { drawMarks } from './finding-marks.ts';
import { remember } from './keep-memory.ts';
import { packInUse } from './pack-in-use.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { Problem, Run } from './session-state.ts';
import { isQuick } from './session-state.ts';
import type { SheetInfo } from './workbook-port.ts';
import { WorkbookError } from './workbook-port.ts';

/** Ends the run under way, if any. */
export function stopCheck(context: SessionContext): void {
  if (!context.running) return;
  context.running.abort();
  context.running = null;
  context.ports.runner.stop();
  context.dirty = 'all';
  patch(context, { work: null, isStale: context.store.getSnapshot().run !== null });
}

/** @param isAsked true when a person pressed «Проверить»: progress is shown, and the standing of findings starts anew */
export async function checkWorkbook(context: SessionContext, isAsked: boolean): Promise<void> {
  context.callOffLiveCheck?.();
  context.callOffLiveCheck = null;
  stopCheck(context);
  const running = new AbortController();
  context.running = running;
  const check = { isAsked, startedAtMs: context.ports.nowMs(), isCurrent: () => context.running === running };
  const readWithThis = context.unread.length;
  const isOwed = isAsked || readWithThis > 0 || context.store.getSnapshot().isStale;
  let isOther = false;
  try {
    patch(context, {
      work: { kind: 'reading', share: 0, isAsked },
      problem: null,
      notice: isAsked ? null : context.store.getSnapshot().notice,
    });
    isOther = await handSheetsOver(context, running.signal, isAsked);
    if (!check.isCurrent()) return;
    // Formulas were worked out anew, and came to the same.
    if (!isOwed && !isOther) return noteIdleReading(context, check);
    context.rechecks = isAsked ? 0 : context.rechecks + 1;
    await judgeAndShow(context, check, readWithThis);
  } catch (error) {
    const { isStale, run } = context.store.getSnapshot();
    if (check.isCurrent()) patch(context, { problem: problemOf(error), isStale: isStale || (isOther && run !== null) });
  } finally {
    if (check.isCurrent()) {
      context.running = null;
      patch(context, { work: null });
    }
  }
}

/** One check on its way. */
interface Check {
  readonly isAsked: boolean;
  readonly startedAtMs: number;
  /** False once it was stopped, or another has begun. */
  readonly isCurrent: () => boolean;
}

async function judgeAndShow(context: SessionContext, check: Check, readWithThis: number): Promise<void> {
  const { breathe } = context.ports;
  patch(context, { work: { kind: 'checking', share: null, isAsked: check.isAsked } });
  const outcome = await judge(context);
  await breathe();
  if (!check.isCurrent()) return;
  if (check.isAsked) advanceBase(context);
  showRun(context, outcome, check);
  context.unread.splice(0, readWithThis);
  await breathe();
  await drawMarks(context);
  await breathe();
  await keepRun(context);
  await showUpcoming(context, check);
}

/** What is shown stays as it is. Where reading for nothing took long, formulas are followed no more until a person asks. */
function noteIdleReading(context: SessionContext, { startedAtMs }: Check): void {
  const { run } = context.store.getSnapshot();
  const took = { isAsked: false, tookMs: context.ports.nowMs() - startedAtMs };
  if (run && !isQuick(took)) patch(context, { run: { ...run, ...took } });
}

/** True when the sheets are not as they were read for the run that is shown. */
export function isBehind({ dirty, unread }: SessionContext): boolean {
  return dirty === 'all' || dirty.size > 0 || unread.length > 0;
}

/** Reads what is dirty. Answers whether anything differs from what was handed over before. */
async function handSheetsOver(context: SessionContext, signal: AbortSignal, isAsked: boolean): Promise<boolean> {
  const { workbook, runner } = context.ports;
  const infos = await workbook.listSheets();
  const asked = isAsked || runner.isEmpty() || hasUnknown(context.dirty, infos) ? 'all' : context.dirty;
  const { readsHidden } = context.store.getSnapshot().remembered;
  const isRead = ({ visibility }: SheetInfo): boolean => readsHidden || visibility === 'visible';
  const readable = infos.filter(isRead).map(({ name }) => name);
  const names = asked === 'all' ? readable : readable.filter((name) => asked.has(name));
  context.dirty = new Set();
  try {
    const cells = await workbook.readCells({
      sheets: names,
      isAfterEdits: !isAsked,
      signal,
      onProgress: (share) => patch(context, { work: { kind: 'reading', share, isAsked } }),
    });
    const hidden = infos.filter((info) => !isRead(info)).map(unreadSheet);
    const reports = new Set(cells.filter(isOwnReport).map(({ name }) => name));
    return await runner.putSheets(
      [...cells.filter(({ name }) => !reports.has(name)), ...hidden],
      infos.map(({ name }) => name).filter((name) => !reports.has(name)),
    );
  } catch (error) {
    context.dirty = 'all';
    throw error;
  }
}

/** Excel does not tell everywhere that a sheet was renamed: a name that is gone stands for sheets not read under their new one. */
function hasUnknown(dirty: SessionContext['dirty'], infos: readonly { readonly name: string }[]): boolean {
  return dirty !== 'all' && [...dirty].some((name) => !infos.some((info) => info.name === name));
}

/** A hidden sheet is named in the account, and its cells are not looked at. */
function unreadSheet({ name, visibility }: Pick<SheetCells, 'name' | 'visibility'>): SheetCells {
  return { name, visibility, rows: [], merges: [], hiddenColumns: new Set() };
}

async function judge(context: SessionContext): Promise<RunOutcome> {
  const { ports, store } = context;
  const state = store.getSnapshot();
  const pack = packInUse(state, ports);
  const day = dayOfIso(state.asOf);
  if (!pack || day === null) throw new Error(`no pack "${state.packId}" or no day "${state.asOf}"`);
  return ports.runner.run(runRequest(context, pack, day));
}

/** The request for a run over the sheets put, by these norms on this day. */
export function runRequest({ ports, store }: SessionContext, pack: Pack, asOf: Day): RunRequest {
  const { corrections, readsHidden } = store.getSnapshot().remembered;
  return { pack, asOf, isTextFile: ports.workbook.isTextFile, corrections, includeHidden: readsHidden };
}

function advanceBase(context: SessionContext): void {
  const { run, remembered } = context.store.getSnapshot();
  context.base = run ? historyAfter(context.base, run.result.findings) : remembered.lastRun;
}

/** The list of days to come follows the findings; until it is there the one before stays. */
async function showUpcoming(context: SessionContext, { isCurrent }: Check): Promise<void> {
  const upcoming = await context.ports.runner.upcoming();
  const { run } = context.store.getSnapshot();
  if (run && isCurrent()) patch(context, { run: { ...run, upcoming } });
}

function showRun(context: SessionContext, { account, result }: RunOutcome, { isAsked, startedAtMs }: Check): void {
  const { explanations } = context.store.getSnapshot().remembered;
  const { open, explained } = splitByExplanation(result.findings, explanations, result.asOf);
  const finishedAtMs = context.ports.nowMs();
  const comparison = compareWith(context.base, result.findings);
  const run: Run = {
    account,
    result,
    upcoming: context.store.getSnapshot().run?.upcoming ?? null,
    open,
    explained,
    comparison,
    finishedAtMs,
    isAsked,
    tookMs: finishedAtMs - startedAtMs,
  };
  patch(context, { run, isStale: false });
}

async function keepRun(context: SessionContext): Promise<void> {
  const { run, asOf, packId } = context.store.getSnapshot();
  if (!run) return;
  await remember(context, { asOf, packId, lastRun: { asOf, ...historyAfter(context.base, run.result.findings) } });
}

function problemOf(error: unknown): Problem {
  if (error instanceof WorkbookError) return { kind: 'workbook', code: error.code };
  if (error instanceof RunStopped) return { kind: 'workbook', code: 'stopped' };
  if (error instanceof RunNotFetched) return { kind: 'not-fetched' };
  return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
