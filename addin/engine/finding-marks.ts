/** Which cells are marked for findings: one mark a cell, of its gravest finding. */
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

export function marksOf(findings: readonly Finding[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { cell, severity } of findings) {
    const key = sheetA1(cell);
    const known = marks.get(key);
    marks.set(key, { cell, severity: known ? graver(known.severity, severity) : severity });
  }
  return [...marks.values()];
}

/** Draws or removes the marks as the state says. A failure is said and leaves the findings as they are. */
export async function drawMarks(context: SessionContext): Promise<void> {
  const { run, remembered } = context.store.getSnapshot();
  const { workbook } = context.ports;
  try {
    if (remembered.marksShown && run) await workbook.mark(marksOf(run.open));
    else await workbook.unmark();
    patch(context, { marksProblem: null });
  } catch (error) {
    patch(context, { marksProblem: error instanceof WorkbookError ? error.code : 'failed' });
  }
}
