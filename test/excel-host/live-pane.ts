/** A pane over a register in the host that plays Excel, followed through its whole way: events, reading again, re-check. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTestingCheckRunner } from '../../addin/engine/testing-check-runner.ts';
import { openSession, type Session } from '../../addin/engine/session.ts';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { isCellDate, isCellError } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import { hostWorkbook, type CellSpec, type HostWorkbook, type SheetSpec } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

const TODAY = dayOfIso('2026-10-31') ?? 0;

/** A sample register as it stands in Excel. */
export async function sample(name: string): Promise<HostWorkbook> {
  const path = fileURLToPath(new URL(`../../addin/ui/public/samples/${name}.xlsx`, import.meta.url));
  const file = await openWorkbook(`${name}.xlsx`, new Uint8Array(readFileSync(path)));
  const sheets = (await file.readCells()).map((sheet): SheetSpec => {
    const rows: CellSpec[][] = [];
    for (const { row, cells } of sheet.rows) rows[row - 1] = Array.from(cells, cellSpec);
    return { name: sheet.name, rows: Array.from(rows, (row) => row ?? []), merges: sheet.merges };
  });
  return hostWorkbook(sheets);
}

function cellSpec(value: Parameters<typeof isCellDate>[0]): CellSpec {
  if (isCellDate(value)) return { value: value.serial, numberFormat: 'dd.mm.yyyy' };
  return isCellError(value) ? value.error : (value ?? null);
}

/** A pane over the workbook. Nothing is checked yet. */
export async function openPane(workbook: HostWorkbook) {
  const host = startExcel(workbook);
  const planned = new Set<() => void>();
  const ports = {
    workbook: await openExcelWorkbook(),
    runner: createTestingCheckRunner(),
    packById,
    nowMs: () => 0,
    today: () => TODAY,
    after: (_ms: number, action: () => void) => {
      planned.add(action);
      return () => void planned.delete(action);
    },
    breathe: async () => {},
  };
  const session = await openSession(ports, 'training');
  await settle();
  /** Lets events arrive and whatever is planned run to its end. */
  const live = async (): Promise<void> => {
    do {
      // A re-check may plan the next.
      await idle(session);
      const due = [...planned];
      planned.clear();
      for (const action of due) action();
      await idle(session);
    } while (planned.size > 0);
  };
  return { host, session, live };
}

async function idle(session: Session): Promise<void> {
  await settle();
  while (session.store.getSnapshot().work !== null) await settle();
}

/** What the pane shows of its last run. */
export function shown({ store }: Session) {
  const { run, problem } = store.getSnapshot();
  const findings = run?.open.map(({ rule, cell, value, params }) => ({ rule, cell, value, params }));
  const ledger = run?.result.ledger.map(({ rule, looked, findings: count }) => ({ rule, looked, count }));
  return { problem, findings, ledger, summary: run?.result.summary };
}

/** What a pane that has seen nothing finds in the workbook as it is now. */
export async function afresh(workbook: HostWorkbook) {
  const { session } = await openPane(structuredClone({ ...workbook, customXml: [] }));
  await session.check();
  return shown(session);
}
