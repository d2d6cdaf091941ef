/** A report as a workbook of its own. */
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import { plainGrid } from './grid.ts';
import { readStateParts } from './package-state.ts';
import { writePlainXlsx } from './plain-xlsx.ts';
import { openXlsxPackage } from './xlsx-package.ts';
import { saveXlsx } from './xlsx-save.ts';
import { openArchive } from './zip-archive.ts';

/** The bytes of an .xlsx with this one sheet. Links lead into another workbook, so they stay behind. */
export async function reportXlsx({ rows, ...report }: ReportSheet): Promise<Uint8Array> {
  const pack = openXlsxPackage(openArchive(writePlainXlsx([plainGrid(' ', new Map())], [])));
  const added = { ...report, rows: rows.map((row) => row.map(({ link: _elsewhere, ...cell }) => cell)) };
  const reports = { added: [added], removed: [' '] };
  return saveXlsx(
    pack,
    { cells: new Map(), madeFormats: new Map(), formats: [], reports, state: undefined },
    readStateParts(pack),
  );
}
