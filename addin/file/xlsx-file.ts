/** Loads an .xlsx or .xlsm package. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { Grid } from './grid.ts';
import type { LoadedFile } from './loaded-file.ts';
import { readStateParts } from './package-state.ts';
import { slices } from './slices.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { largePartText, openXlsxPackage, partText, relationshipsOf } from './xlsx-package.ts';
import { saveXlsx } from './xlsx-save.ts';
import { areaOf, readSheet } from './xlsx-sheet.ts';
import { xmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The heading row of each Excel table on a sheet: Excel reports damage when it and the table's own names differ. */
function tableHeadings(archive: ZipArchive, sheetPath: string): readonly CellArea[] {
  return relationshipsOf(archive, sheetPath).flatMap(({ type, target }) => {
    const text = type === 'table' ? partText(archive, target) : null;
    const tag = xmlScanner(text ?? '');
    while (tag.next()) {
      if (tag.name !== 'table') continue;
      const area = tag.attribute('headerRowCount') === '0' ? null : areaOf(tag.attribute('ref') ?? '');
      return area ? [{ ...area, bottom: area.top }] : [];
    }
    return [];
  });
}

/** A package says inside what its ending must be, and Excel refuses one that does not fit: the file's own is right. */
function endingOf(name: string, pack: XlsxPackage): string {
  const own = /\.(xls[xm]|xlt[xm])$/i.exec(name)?.[0];
  return own ?? (pack.hasMacros ? '.xlsm' : '.xlsx');
}

/** Throws `empty-file` or `no-text` when no cell is filled; see openXlsxPackage for the rest. */
export async function loadXlsx(name: string, archive: ZipArchive): Promise<LoadedFile> {
  const pack = openXlsxPackage(archive);
  const pause = slices();
  const grids: Grid[] = [];
  for (const part of pack.sheets) {
    // One sheet after another, in slices.
    const text = await largePartText(archive, part.path, pause);
    if (text === null) throw new WorkbookError('damaged-file');
    const grid = await readSheet(part, text, { pack, pause });
    grids.push({ ...grid, fixedAreas: [...grid.fixedAreas, ...tableHeadings(archive, part.path)] });
  }
  const isFilled = grids.some(({ rows }) => [...rows.values()].some(({ values }) => values.length > 0));
  if (!isFilled) throw new WorkbookError(pack.hasPictures ? 'no-text' : 'empty-file');
  const state = readStateParts(pack);
  return {
    grids,
    formats: pack.formats,
    isTextFile: false,
    notices: pack.hasMacros ? ['macros-ignored'] : [],
    copyEnding: endingOf(name, pack),
    state,
    encoding: null,
    save: (changes) => saveXlsx(pack, changes, state),
  };
}
