/** Which cells are marked: one mark a cell, of its gravest finding or of the region's remark upon it. */
import { sheetA1 } from '../../shared/domain/cell-address.ts';
import type { Finding, Severity } from '../../shared/domain/finding.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { Mark } from './workbook-port.ts';
import { WorkbookError } from './workbook-port.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };

/** The graver of two severities. */
export function graver(one: Severity, other: Severity): Severity {
  return WEIGHT[other] > WEIGHT[one] ? other : one;
}

/** One mark for each cell: where findings and remarks meet, the gravest of them is shown. */
export function marksOf(findings: readonly Finding[], remarks: readonly Mark[] = []): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { cell, severity } of [...findings, ...remarks]) {
    const key = sheetA1(cell);
    const known = marks.get(key);
    marks.set(key, { cell, severity: known ? graver(known.severity, severity) : severity });
  }
  return [...marks.values()];
}

/** Draws or removes the marks as the state says. A failure is said and leaves the findings as they are. */
export async function drawMarks(context: SessionContext): Promise<void> {
  const { run, remembered, remarks } = context.store.getSnapshot();
  const { workbook } = context.ports;
  try {
    const isAny = run !== null || remarks.length > 0;
    if (remembered.marksShown && isAny) await workbook.mark(marksOf(run?.open ?? [], remarks));
    else await workbook.unmark();
    patch(context, { marksProblem: null });
  } catch (error) {
    patch(context, { marksProblem: error instanceof WorkbookError ? error.code : 'failed' });
  }
}
