/** Opens a file as a workbook on the calling thread: for the command line. */
import type { FileWorkbook } from './file-workbook.ts';
import { fileWorkbook } from './file-workbook.ts';
import { loadFile } from './load-file.ts';
import { numberShower } from './number-format.ts';

/** Opens .xlsx, .xlsm, .xlsb, .xls, .ods and .csv. Rejects as loadFile does. The bytes are kept and never changed. */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<FileWorkbook> {
  const file = await loadFile(name, bytes);
  return fileWorkbook(name, file, await numberShower(file.formats));
}
