/** Reports as sheets of the workbook, the protocol among them, and the fingerprint that stands in it. */
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import { RunStopped } from './check-runner.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';

/** The fingerprint of what the last run read; null where there was no run, or the workbook has changed since. */
export async function contentHash(context: SessionContext): Promise<string | null> {
  const { runner } = context.ports;
  if (!context.store.getSnapshot().run || context.dirty === 'all' || runner.isEmpty()) return null;
  try {
    return await runner.contentHash();
  } catch (error) {
    if (error instanceof RunStopped) return null;
    throw error;
  }
}

/** Adds a report and shows it; answers with its name. */
export async function addReportSheet(context: SessionContext, report: ReportSheet): Promise<string> {
  const { workbook } = context.ports;
  const name = await workbook.addReport(report);
  await workbook.select({ sheet: name, row: 1, column: 0 });
  return name;
}

/** Adds the protocol as a sheet of the workbook and shows it. */
export async function addProtocol(context: SessionContext, report: ReportSheet): Promise<void> {
  patch(context, { protocolSheet: await addReportSheet(context, report) });
}

/** Takes the protocol's sheet away; nothing happens where there is none. */
export async function removeProtocol(context: SessionContext): Promise<void> {
  const { workbook } = context.ports;
  const { protocolSheet: name, selected } = context.store.getSnapshot();
  if (name === null) return;
  // Nobody may go on looking at a sheet that is gone.
  if (selected?.sheet === name) patch(context, { selected: null });
  await workbook.removeReport(name);
  patch(context, { protocolSheet: null });
}
