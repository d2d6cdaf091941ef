/** Keeps the sheets of one workbook and reads and judges them on demand. Runs in the worker, or in place. */
import type { Register } from '../../shared/domain/register.ts';
import type { SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { contentHash } from '../../shared/reports/content-hash.ts';
import type { PlainRegister, RunOutcome, RunRequest } from './check-runner.ts';
import type { PackTrial } from './pack-trial.ts';
import { compareResults } from './pack-trial.ts';
import { upcomingList } from './upcoming.ts';

/** A sheet without its rows: they follow in portions, so that no thread is held up by a large one. */
export type SheetFrame = Omit<SheetCells, 'rows'>;

export interface CheckDesk {
  readonly begin: (frame: SheetFrame) => void;
  /** Adds rows to the sheet begun under this name. */
  readonly addRows: (name: string, rows: readonly SheetRow[]) => void;
  /** Keeps the named sheets in this order and forgets all others. */
  readonly keep: (order: readonly string[]) => void;
  readonly run: (request: RunRequest) => RunOutcome;
  readonly register: () => PlainRegister | null;
  /** Judges the sheets kept twice and compares; what `run` left stays as it is. */
  readonly tryPack: (before: RunRequest, after: RunRequest) => PackTrial;
  /** A fingerprint of what the sheets kept hold. */
  readonly contentHash: () => Promise<string>;
}

export function createCheckDesk(): CheckDesk {
  let sheets = new Map<string, { readonly frame: SheetFrame; readonly rows: SheetRow[] }>();
  let register: Register | null = null;
  const cellsOf = (): SheetCells[] => [...sheets.values()].map(({ frame, rows }) => ({ ...frame, rows }));
  const judge = ({ pack, asOf, isTextFile, corrections, includeHidden }: RunRequest) => {
    const reading = readWorkbook(cellsOf(), { pack, asOf, isTextFile, corrections, includeHidden });
    return { reading, result: checkRegister(reading.register, { pack, asOf }) };
  };
  return {
    begin: (frame) => {
      sheets.set(frame.name, { frame, rows: [] });
    },
    addRows: (name, rows) => {
      const kept = sheets.get(name);
      for (const row of rows) kept?.rows.push(row);
    },
    keep: (order) => {
      const known = sheets;
      sheets = new Map();
      for (const name of order) {
        const sheet = known.get(name);
        if (sheet) sheets.set(name, sheet);
      }
    },
    run: (request) => {
      const { reading, result } = judge(request);
      register = reading.register;
      return { account: reading.account, result, upcoming: upcomingList(register, request) };
    },
    tryPack: (before, after) => compareResults(judge(before).result, judge(after).result),
    contentHash: () => contentHash(cellsOf()),
    register: () => {
      if (!register) return null;
      const { rawCell: _stays, ...plain } = register;
      return plain;
    },
  };
}
