/** Loads a file of any kind. */
import { WorkbookError } from '../engine/workbook-port.ts';
import { checkedBiff } from './bare-biff.ts';
import { checkedOds, checkedXlsb } from './checked-archive.ts';
import { loadCsv } from './csv-file.ts';
import { fileKind } from './file-kind.ts';
import type { LoadedFile } from './loaded-file.ts';
import { decodeMarkup } from './markup-text.ts';
import { readHtmlTables } from './html-table.ts';
import { rewrittenFile } from './rewritten-file.ts';
import { readXmlSpreadsheet } from './xml-spreadsheet.ts';
import { loadXlsx } from './xlsx-file.ts';
import { openArchive } from './zip-archive.ts';

/**
 * Loads .xlsx, .xlsm, .xlsb, .xls, .ods and .csv, and what other systems call .xls: web pages, XML of 2003, plain text.
 * The bytes are kept and never changed.
 * Rejects with a WorkbookError: empty-file, no-text, not-a-workbook, unsupported-format, password-protected,
 * damaged-file, too-large, or bomb for a file that would unpack to more than a register can need.
 */
export async function loadFile(name: string, bytes: Uint8Array): Promise<LoadedFile> {
  const kind = fileKind(name, bytes);
  if (kind === 'text') return loadCsv(name, bytes);
  if (kind === 'page') {
    return rewrittenFile({ grids: [readHtmlTables(decodeMarkup(bytes), name)], formats: [], isTextFile: true });
  }
  if (kind === 'xml-sheet') return rewrittenFile(readXmlSpreadsheet(bytes));
  if (kind === 'xls') return throughLibrary(bytes);
  if (kind === 'bare-xls') return throughLibrary(checkedBiff(bytes));
  const archive = openArchive(bytes);
  if (archive.entry('mimetype')) return throughLibrary(checkedOds(archive));
  if (archive.entry('xl/workbook.bin')) return throughLibrary(checkedXlsb(archive));
  if (archive.entry('[Content_Types].xml')) return loadXlsx(name, archive);
  throw new WorkbookError('not-a-workbook');
}

/** The library is large and seldom needed: it is loaded only now. */
async function throughLibrary(bytes: Uint8Array): Promise<LoadedFile> {
  const { loadLegacy } = await import('./legacy-file.ts');
  return loadLegacy(bytes);
}
