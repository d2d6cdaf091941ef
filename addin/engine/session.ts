/** An open workbook and what can be done with it. The screen calls the verbs and watches the state; it knows no port. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { isoOf } from '../../shared/domain/day.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { OwnPack, OwnPackOutcome } from '../../shared/packs/own-pack.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { MappingCorrection } from '../../shared/reading/reading.ts';
import { checkWorkbook, isBehind, stopCheck } from './check-workbook.ts';
import type { Explanation } from './explanations.ts';
import { splitAnew, withExplanation, withoutExplanation } from './explanations.ts';
import { drawMarks } from './finding-marks.ts';
import { fixFindings, undoStep, writeEdits } from './fix-findings.ts';
import type { HandedRegister } from './handed-register.ts';
import { inTurn } from './in-turn.ts';
import { recalledPack } from './keep-pack.ts';
import { recallMemory, refreshMemory, remember, startMemoryAfresh } from './keep-memory.ts';
import { planLiveCheck, watchWorkbook } from './live-check.ts';
import type { PackTrial } from './pack-trial.ts';
import type { SessionContext, SessionPorts } from './session-context.ts';
import { patch } from './session-context.ts';
import type { SessionState } from './session-state.ts';
import { markVerbs, packVerbs, readingVerbs, reportVerbs, trying } from './session-verbs.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';
import { typedValue } from './typed-value.ts';
import { saving } from './unsaved.ts';
import type { CellEdit, EditOutcome, Mark, WorkbookPort } from './workbook-port.ts';
import { WorkbookError } from './workbook-port.ts';

export interface Session {
  readonly store: Pick<Store<SessionState>, 'getSnapshot' | 'subscribe'>;
  readonly workbook: WorkbookPort;
  readonly check: () => Promise<void>;
  readonly stop: () => void;
  readonly setAsOf: (iso: string) => void;
  /** Today's ISO day. */
  readonly today: () => string;
  readonly setPack: (packId: string) => void;
  /** Norms being changed; null lets the changes go. */
  readonly draftPack: (draft: OwnPack | null) => void;
  /** What findings a pack would bring and take away; null where nothing was checked yet or a check came between. */
  readonly tryPack: (pack: Pack) => Promise<PackTrial | null>;
  /** Makes a pack the workbook's own, keeps it in the workbook and checks by it. */
  readonly keepPack: (own: OwnPack) => Promise<OwnPackOutcome>;
  /** «Вернуть нормы набора»: back to the pack that the own one was made from. */
  readonly dropPack: () => Promise<void>;
  /** Shows a cell in the workbook. */
  readonly goTo: (cell: CellAddress) => Promise<void>;
  readonly fix: (findings: readonly Finding[]) => Promise<void>;
  /** Writes what a person typed into a cell of the grid. */
  readonly edit: (cell: CellAddress, typed: string) => Promise<void>;
  /**
   * Writes values that came from the server, as one step that can be undone, and checks again. Answers for each edit, in
   * the same order; with nothing where the workbook refuses (and the pane says so).
   */
  readonly write: (edits: readonly CellEdit[]) => Promise<readonly EditOutcome[]>;
  readonly undo: (entryId: number) => Promise<void>;
  readonly explain: (finding: Finding, explanation: Omit<Explanation, 'identity' | 'since'>) => Promise<void>;
  readonly withdrawExplanation: (identity: string) => Promise<void>;
  readonly showMarks: (areShown: boolean) => Promise<void>;
  /** Keeps a correction of the mapping and reads the workbook again. */
  readonly correctMapping: (correction: MappingCorrection) => Promise<void>;
  /** Lets a sheet's corrections go and reads the workbook again. */
  readonly dropCorrection: (sheet: string) => Promise<void>;
  /** Brings hidden sheets in, or leaves them out again. */
  readonly readHidden: (areRead: boolean) => Promise<void>;
  /** A fingerprint of what the last run read; null before one, and while a check comes between. */
  readonly contentHash: () => Promise<string | null>;
  /** Adds the protocol as a sheet, in place of an earlier one, and shows it. */
  readonly addProtocol: (report: ReportSheet) => Promise<void>;
  /** Adds a report as a sheet and shows it. The name it got, or null where the workbook refuses (and the pane says so). */
  readonly addReport: (report: ReportSheet) => Promise<string | null>;
  /** Marks the cells of the region's remarks beside those of findings; they take the place of earlier remarks. */
  readonly showRemarks: (marks: readonly Mark[]) => Promise<void>;
  /** Takes back what addProtocol did: exactly that sheet goes. */
  readonly removeProtocol: () => Promise<void>;
  readonly startMemoryAfresh: () => Promise<void>;
  /**
   * The register as the sheets stand, for sending: what has changed since the last run, and what another pane has kept
   * of its sendings, is read first. Null before a run, and when the sheets cannot be read. It goes from thread to thread
   * past the page.
   */
  readonly register: () => Promise<HandedRegister | null>;
  /**
   * Keeps what the sending part wants to find again in this workbook. Rejects when the workbook does not take it: going on
   * without it would send rows twice.
   */
  readonly keepForSending: (memory: string) => Promise<void>;
  /** To be called before a copy of the file is made; what it answers, when the copy has been given out. */
  readonly saving: () => () => void;
  readonly dismissProblem: () => void;
  readonly dismissNotice: () => void;
  readonly close: () => void;
}

/** Opens a session. Nothing is checked yet; what the workbook remembers is read. */
export async function openSession(ports: SessionPorts, defaultPackId: string): Promise<Session> {
  const { state: remembered, memory } = await recallMemory(ports.workbook);
  const store = createStore<SessionState>({
    remembered,
    memory,
    asOf: remembered.asOf ?? isoOf(ports.today()),
    ...(await recalledPack(remembered, ports, defaultPackId)),
    packDraft: null,
    protocolSheet: null,
    work: null,
    run: null,
    isStale: false,
    problem: null,
    marksProblem: null,
    remarks: [],
    journal: [],
    notice: null,
    selected: await ports.workbook.selected().catch(() => null),
    selectedLastRow: null,
    hasUnsavedChanges: false,
  });
  const context: SessionContext = {
    ports,
    store,
    dirty: 'all',
    unread: [],
    kept: remembered,
    saved: remembered,
    keeping: inTurn(),
    running: null,
    base: null,
    callOffLiveCheck: null,
    rechecks: 0,
  };
  return sessionOf(context, watchWorkbook(context));
}

function sessionOf(context: SessionContext, stopWatching: () => void): Session {
  const { ports, store } = context;
  const tried = (action: () => Promise<void>) => trying(context, action);
  return {
    store,
    workbook: ports.workbook,
    check: () => checkWorkbook(context, true),
    stop: () => stopCheck(context),
    setAsOf: (asOf) => patch(context, { asOf, isStale: store.getSnapshot().run !== null }),
    today: () => isoOf(ports.today()),
    ...packVerbs(context),
    goTo: (cell) => tried(() => ports.workbook.select(cell)),
    fix: (findings) => tried(() => fixFindings(context, findings)),
    edit: (cell, typed) => tried(() => editCell(context, cell, typed)),
    write: (edits) => writeFromServer(context, edits),
    undo: (entryId) => tried(() => undoStep(context, entryId)),
    explain: (finding, explanation) => explain(context, finding, explanation),
    withdrawExplanation: (identity) =>
      setExplanations(context, withoutExplanation(store.getSnapshot().remembered.explanations, identity)),
    ...markVerbs(context),
    ...readingVerbs(context),
    ...reportVerbs(context),
    startMemoryAfresh: () => startMemoryAfresh(context),
    register: () => presentRegister(context),
    keepForSending: (sync) => keepForSending(context, sync),
    saving: () => saving(context),
    dismissProblem: () => patch(context, { problem: null, notice: null }),
    dismissNotice: () => patch(context, { notice: null }),
    close: () => {
      context.callOffLiveCheck?.();
      stopCheck(context);
      stopWatching();
      ports.runner.stop();
    },
  };
}

async function presentRegister(context: SessionContext): Promise<HandedRegister | null> {
  if (context.store.getSnapshot().run === null) return null;
  await refreshMemory(context);
  if (isBehind(context)) await checkWorkbook(context, false);
  return isBehind(context) ? null : await context.ports.runner.register();
}

async function keepForSending(context: SessionContext, sync: string): Promise<void> {
  await remember(context, { sync });
  if (context.store.getSnapshot().memory !== 'working') throw new WorkbookError('read-only');
}

async function editCell(context: SessionContext, cell: CellAddress, typed: string): Promise<void> {
  await writeEdits(context, [{ cell, value: typedValue(typed) }], { kind: 'edit', rule: null });
  if (context.store.getSnapshot().run) planLiveCheck(context);
}

async function writeFromServer(context: SessionContext, edits: readonly CellEdit[]): Promise<readonly EditOutcome[]> {
  let outcomes: readonly EditOutcome[] = [];
  await trying(context, async () => {
    ({ outcomes } = await writeEdits(context, edits, { kind: 'fix', rule: null }));
  });
  if (context.store.getSnapshot().run) await checkWorkbook(context, false);
  return outcomes;
}

async function explain(
  context: SessionContext,
  { identity }: Finding,
  { reason, author, until }: Omit<Explanation, 'identity' | 'since'>,
): Promise<void> {
  const since = isoOf(context.ports.today());
  const { explanations } = context.store.getSnapshot().remembered;
  patch(context, { remembered: { ...context.store.getSnapshot().remembered, author } });
  await setExplanations(context, withExplanation(explanations, { identity, reason, author, since, until }));
}

async function setExplanations(context: SessionContext, explanations: readonly Explanation[]): Promise<void> {
  const { run } = context.store.getSnapshot();
  if (run) patch(context, { run: splitAnew(run, explanations) });
  await remember(context, { explanations: [...explanations] });
  await drawMarks(context);
}
