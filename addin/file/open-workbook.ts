/** Opens a file as a workbook. */
import { WorkbookError } from '../engine/workbook-port.ts';
import { checkedOds, checkedXlsb } from './checked-archive.ts';
import { loadCsv } from './csv-file.ts';
import { fileKind } from './file-kind.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { fileWorkbook } from './file-workbook.ts';
import { loadLegacy } from './legacy-file.ts';
import type { LoadedFile } from './loaded-file.ts';
import { loadXlsx } from './xlsx-file.ts';
import type { ZipArchive } from './zip-archive.ts';
import { openArchive } from './zip-archive.ts';

/**
 * Opens .xlsx, .xlsm, .xlsb, .xls, .ods and .csv. The bytes are kept and never changed.
 * Rejects with a WorkbookError: empty-file, no-text, not-a-workbook, unsupported-format, password-protected,
 * damaged-file, or bomb for a file that would unpack to more than a register can need.
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<FileWorkbook> {
  return fileWorkbook(name, load(name, bytes));
}

function load(name: string, bytes: Uint8Array): LoadedFile {
  const kind = fileKind(name, bytes);
  if (kind === 'text') return loadCsv(name, bytes);
  if (kind === 'xls') return loadLegacy(bytes);
  const archive = openArchive(bytes);
  if (archive.entry('mimetype')) return loadOpenDocument(archive);
  if (archive.entry('xl/workbook.bin')) return loadLegacy(checkedXlsb(archive));
  if (archive.entry('[Content_Types].xml')) return loadXlsx(name, archive);
  throw new WorkbookError('not-a-workbook');
}

function loadOpenDocument(archive: ZipArchive): LoadedFile {
  const entry = archive.entry('mimetype');
  const type = entry ? new TextDecoder().decode(archive.unpack(entry)) : '';
  if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) throw new WorkbookError('not-a-workbook');
  return loadLegacy(checkedOds(archive));
}
