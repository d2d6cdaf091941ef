/**
 * Keeps the sheets of one workbook and reads and judges them on demand. Runs in the worker. After edits of single rows
 * only these are read and judged again; the outcome is that of a run over everything.
 */
import type { Register } from '../../shared/domain/register.ts';
import { indexOfRowFrom, type SheetCells, type SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { RowExchange } from '../../shared/reading/edited-records.ts';
import type { LiveReading } from '../../shared/reading/live-reading.ts';
import { startReading } from '../../shared/reading/live-reading.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { contentHash } from '../../shared/reports/content-hash.ts';
import type { Checker } from '../../shared/rules/check-register.ts';
import { checkRegister, startChecker } from '../../shared/rules/check-register.ts';
import type { LiveLookAhead } from '../../shared/rules/look-ahead.ts';
import { startLookAhead } from '../../shared/rules/look-ahead.ts';
import type { PlainRegister, RunOutcome, RunRequest } from './check-runner.ts';
import type { PackTrial } from './pack-trial.ts';
import { compareResults } from './pack-trial.ts';
import type { UpcomingList } from './upcoming.ts';
import { upcomingList } from './upcoming.ts';

/** A sheet without its rows: they follow in portions, so that no thread is held up by a large one. */
export type SheetFrame = Omit<SheetCells, 'rows'>;

export interface CheckDesk {
  readonly begin: (frame: SheetFrame) => void;
  /** Adds rows to the sheet begun under this name. */
  readonly addRows: (name: string, rows: readonly SheetRow[]) => void;
  /** Puts rows in place of those with their numbers. */
  readonly edit: (name: string, rows: readonly SheetRow[]) => void;
  /** Keeps the named sheets in this order and forgets all others. */
  readonly keep: (order: readonly string[]) => void;
  readonly run: (request: RunRequest) => RunOutcome;
  /** What the last run has to say of the days to come; null when there was none. */
  readonly upcoming: () => UpcomingList | null;
  readonly register: () => PlainRegister | null;
  /** Judges the sheets kept twice and compares; what `run` left stays as it is. */
  readonly tryPack: (before: RunRequest, after: RunRequest) => PackTrial;
  /** A fingerprint of what the sheets kept hold. */
  readonly contentHash: () => Promise<string>;
}

/** The last run, ready to follow edits. */
interface Standing {
  /** The request it answers, as text: requests are copied on their way. */
  readonly request: string;
  readonly reading: LiveReading;
  readonly checker: Checker;
  readonly took: (step: Step) => void;
  readonly ahead: () => LiveLookAhead;
}

/** A register and how it came from the one before. */
interface Step {
  readonly register: Register;
  readonly changes: readonly RowExchange[];
}

interface PendingEdit {
  readonly sheet: string;
  readonly row: SheetRow;
}

/** A desk without sheets. */
export function createCheckDesk(): CheckDesk {
  const { begin, addRows, edit, keep, cells, takeEdits } = keptSheets();
  let standing: Standing | null = null;
  const judge = (request: RunRequest) => {
    const { register } = readWorkbook(cells(), request);
    return checkRegister(register, request);
  };
  return {
    begin,
    addRows,
    edit,
    keep,
    run: (request) => {
      const text = JSON.stringify(request);
      const { edits, accept } = takeEdits();
      const isFollowed = standing?.request === text && edits !== null && follow(standing, edits);
      if (!standing || !isFollowed) standing = stand(cells(), request, text);
      accept();
      return { account: standing.reading.reading().account, result: standing.checker.result() };
    },
    upcoming: () => standing && upcomingList(standing.ahead().result()),
    tryPack: (before, after) => compareResults(judge(before), judge(after)),
    contentHash: () => contentHash(cells()),
    register: () => {
      if (!standing) return null;
      const { rawCell: _stays, ...plain } = standing.reading.reading().register;
      return plain;
    },
  };
}

interface KeptSheets extends Pick<CheckDesk, 'begin' | 'addRows' | 'edit' | 'keep'> {
  readonly cells: () => SheetCells[];
  /**
   * The edits since they were last taken and accepted; null when sheets were handed over anew. Edits that are taken and
   * not accepted, because reading or a rule threw, leave null behind: the next run begins anew.
   */
  readonly takeEdits: () => { readonly edits: readonly PendingEdit[] | null; readonly accept: () => void };
}

function keptSheets(): KeptSheets {
  let sheets = new Map<string, { readonly frame: SheetFrame; readonly rows: SheetRow[] }>();
  let pending: PendingEdit[] | null = null;
  return {
    begin: (frame) => {
      sheets.set(frame.name, { frame, rows: [] });
      pending = null;
    },
    addRows: (name, rows) => {
      const kept = sheets.get(name);
      for (const row of rows) kept?.rows.push(row);
    },
    edit: (name, edited) => {
      const rows = sheets.get(name)?.rows ?? [];
      for (const row of edited) {
        const at = indexOfRowFrom(rows, row.row);
        if (rows[at]?.row === row.row) rows[at] = row;
        pending?.push({ sheet: name, row });
      }
    },
    keep: (order) => {
      const known = sheets;
      sheets = new Map();
      for (const name of order) {
        const sheet = known.get(name);
        if (sheet) sheets.set(name, sheet);
      }
      if ([...known.keys()].join('\n') !== [...sheets.keys()].join('\n')) pending = null;
    },
    cells: () => [...sheets.values()].map(({ frame, rows }) => ({ ...frame, rows })),
    takeEdits: () => {
      const edits = pending;
      pending = null;
      return {
        edits,
        accept: () => {
          pending = [];
        },
      };
    },
  };
}

function stand(sheets: readonly SheetCells[], request: RunRequest, text: string): Standing {
  const reading = startReading(sheets, request);
  const checker = startChecker(reading.reading().register, request);
  let ahead: LiveLookAhead | null = null;
  const steps: Step[] = [];
  return {
    request: text,
    reading,
    checker,
    took: (step) => {
      if (ahead) steps.push(step);
    },
    ahead: () => {
      ahead ??= startLookAhead(reading.reading().register, request);
      for (const { register, changes } of steps.splice(0)) ahead.update(register, changes);
      return ahead;
    },
  };
}

/** False when the edits ask for a run over everything. */
function follow({ reading, checker, took }: Standing, edits: readonly PendingEdit[]): boolean {
  const changes = reading.edit(edits);
  if (changes === null) return false;
  const { register } = reading.reading();
  checker.update(register, changes);
  took({ register, changes });
  return true;
}
