/** Opens a file as a workbook. */
import { WorkbookError } from '../engine/workbook-port.ts';
import { checkedOds, checkedXlsb } from './checked-archive.ts';
import { loadCsv } from './csv-file.ts';
import { fileKind } from './file-kind.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { fileWorkbook } from './file-workbook.ts';
import type { LoadedFile } from './loaded-file.ts';
import { numberShower } from './number-format.ts';
import { loadXlsx } from './xlsx-file.ts';
import { openArchive } from './zip-archive.ts';

/**
 * Opens .xlsx, .xlsm, .xlsb, .xls, .ods and .csv. The bytes are kept and never changed.
 * Rejects with a WorkbookError: empty-file, no-text, not-a-workbook, unsupported-format, password-protected,
 * damaged-file, or bomb for a file that would unpack to more than a register can need.
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<FileWorkbook> {
  const file = await load(name, bytes);
  return fileWorkbook(name, file, await numberShower(file.formats));
}

async function load(name: string, bytes: Uint8Array): Promise<LoadedFile> {
  const kind = fileKind(name, bytes);
  if (kind === 'text') return loadCsv(name, bytes);
  if (kind === 'xls') return throughLibrary(bytes);
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
