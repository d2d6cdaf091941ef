/** Loads an .xlsx or .xlsm package. */
import { WorkbookError } from '../engine/workbook-port.ts';
import type { LoadedFile } from './loaded-file.ts';
import { readStateParts } from './package-state.ts';
import { openXlsxPackage, partText } from './xlsx-package.ts';
import { saveXlsx } from './xlsx-save.ts';
import { readSheet } from './xlsx-sheet.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Throws `empty-file` or `no-text` when no cell is filled; see openXlsxPackage for the rest. */
export function loadXlsx(archive: ZipArchive): LoadedFile {
  const pack = openXlsxPackage(archive);
  const grids = pack.sheets.map((part) => {
    const text = partText(archive, part.path);
    if (text === null) throw new WorkbookError('damaged-file');
    return readSheet(part, text, pack);
  });
  const isFilled = grids.some(({ rows }) => [...rows.values()].some(({ values }) => values.length > 0));
  if (!isFilled) throw new WorkbookError(pack.hasPictures ? 'no-text' : 'empty-file');
  const state = readStateParts(pack);
  return {
    grids,
    formats: pack.formats,
    isTextFile: false,
    notices: pack.hasMacros ? ['macros-ignored'] : [],
    copyEnding: pack.hasMacros ? '.xlsm' : '.xlsx',
    state,
    canHold: () => true,
    save: (changes) => saveXlsx(pack, changes, state),
  };
}
