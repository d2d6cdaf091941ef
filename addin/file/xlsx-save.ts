/**
 * Saves a copy of a package: the changed cells, what they need, and the state. Every part that has nothing to do with
 * them keeps its bytes.
 */
import { a1 } from '../../shared/domain/cell-address.ts';
import { patchCalcChain } from './calc-chain.ts';
import type { ChangedCell, Changes, MadeFormat } from './loaded-file.ts';
import type { PackageEdits } from './package-edits.ts';
import { packageEdits } from './package-edits.ts';
import type { StateParts } from './package-state.ts';
import { putState } from './package-state.ts';
import { needsComputing, withFullComputing } from './recalculation.ts';
import { putReports } from './report-parts.ts';
import { patchSheet } from './sheet-patch.ts';
import { patchStyles, PLAIN_STYLES } from './styles-patch.ts';
import { slices } from './slices.ts';
import type { SheetPart, XlsxPackage } from './xlsx-package.ts';
import { rewriteArchive } from './zip-writer.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

interface ChangedSheet {
  readonly part: SheetPart;
  readonly cells: readonly ChangedCell[];
}

/** The bytes of the copy; the file's own bytes when nothing has changed. */
export async function saveXlsx(pack: XlsxPackage, changes: Changes, state: StateParts): Promise<Uint8Array> {
  const sheets = pack.sheets.flatMap((part) => {
    const cells = changes.cells.get(part.name);
    return cells ? [{ part, cells }] : [];
  });
  const { reports } = changes;
  if (sheets.length === 0 && !reports && changes.state === undefined) return pack.archive.bytes;
  const edits = packageEdits(pack);
  const pause = slices();
  // One part after another, in slices.
  for (const { path } of sheets.length > 0 ? pack.sheets : []) await edits.unpack(path, pause);
  if (sheets.length > 0) putCells(edits, pack, sheets, changes.madeFormats);
  if (reports) putReports(edits, pack, reports);
  if (changes.state !== undefined) putState(edits, pack, state, changes.state);
  return rewriteArchive(pack.archive, edits.parts(), pause);
}

function putCells(
  edits: PackageEdits,
  pack: XlsxPackage,
  sheets: readonly ChangedSheet[],
  madeFormats: ReadonlyMap<number, MadeFormat>,
): void {
  const formatInFile = putFormats(edits, pack, sheets, madeFormats);
  for (const { part, cells } of sheets) {
    const text = edits.text(part.path) ?? '';
    edits.put(part.path, patchSheet(text, cells, { isDate1904: pack.isDate1904, formatInFile }));
  }
  putCalcChain(edits, pack, sheets);
  if (needsComputing(edits, pack, sheets)) {
    edits.put(pack.workbookPath, withFullComputing(edits.text(pack.workbookPath) ?? ''));
  }
}

/** Adds the formats that are used, and tells where each stands in the file. */
function putFormats(
  edits: PackageEdits,
  pack: XlsxPackage,
  sheets: readonly ChangedSheet[],
  madeFormats: ReadonlyMap<number, MadeFormat>,
): (format: number) => number {
  const used = new Set(sheets.flatMap(({ cells }) => cells.map(({ format }) => format)));
  const made = [...madeFormats].filter(([format]) => used.has(format));
  if (made.length === 0) return (format) => format;
  const path = pack.workbookRelationships.find(({ type }) => type === 'styles')?.target ?? '';
  const text = path === '' ? null : edits.text(path);
  const { text: patched, indexes } = patchStyles(
    text ?? PLAIN_STYLES,
    made.map(([, format]) => format),
  );
  if (text !== null) edits.put(path, patched);
  else {
    edits.put('xl/kuratorStyles.xml', patched);
    edits.declareType('xl/kuratorStyles.xml', STYLES_TYPE);
    edits.relateToWorkbook('xl/kuratorStyles.xml', `${OFFICE}/styles`);
  }
  const inFile = new Map(made.map(([format], index) => [format, indexes[index] ?? 0]));
  return (format) => inFile.get(format) ?? format;
}

/** Takes the changed cells out of the order of computing, where they had formulas. */
function putCalcChain(edits: PackageEdits, pack: XlsxPackage, sheets: readonly ChangedSheet[]): void {
  const path = pack.workbookRelationships.find(({ type }) => type === 'calcChain')?.target;
  const text = path === undefined ? null : edits.text(path);
  if (path === undefined || text === null) return;
  const gone = new Set(
    sheets.flatMap(({ part, cells }) => cells.map(({ row, column }) => `${part.sheetId}!${a1(row, column)}`)),
  );
  const patched = patchCalcChain(text, gone);
  if (patched === null) edits.removeWorkbookPart(path);
  else if (patched !== text) edits.put(path, patched);
}
