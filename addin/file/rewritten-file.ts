/** A file whose kind is read but never written: its copy is a new plain .xlsx. */
import type { Grid } from './grid.ts';
import { withCells } from './grid.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { LoadedFile, ReportChanges } from './loaded-file.ts';
import { readStateParts } from './package-state.ts';
import { writePlainXlsx } from './plain-xlsx.ts';
import { openXlsxPackage } from './xlsx-package.ts';
import { saveXlsx } from './xlsx-save.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { openArchive } from './zip-archive.ts';

interface ReadFile {
  readonly grids: readonly Grid[];
  readonly formats: readonly CellFormat[];
  /** Dates are texts there by nature. */
  readonly isTextFile?: boolean;
}

/** Throws `empty-file` when no cell is filled. */
export function rewrittenFile({ grids, formats, isTextFile = false }: ReadFile): LoadedFile {
  if (grids.every(({ rows }) => rows.size === 0)) throw new WorkbookError('empty-file');
  return {
    grids,
    formats,
    isTextFile,
    notices: ['saved-as-xlsx'],
    copyEnding: '.xlsx',
    state: { text: null, isDamaged: false },
    encoding: null,
    save: ({ cells, formats: all, state, reports }) => {
      const changed = grids.map((grid) => withCells(grid, cells.get(grid.name) ?? []));
      return withMore(writePlainXlsx(changed, all), state, reports);
    },
  };
}

/** The copy with the state and the report in it. */
async function withMore(
  bytes: Uint8Array,
  state: string | undefined,
  reports: ReportChanges | undefined,
): Promise<Uint8Array> {
  if (state === undefined && !reports) return bytes;
  const pack = openXlsxPackage(openArchive(bytes));
  const nothing = { cells: new Map(), madeFormats: new Map(), formats: [], state, reports };
  return saveXlsx(pack, nothing, readStateParts(pack));
}
