/** Reads and checks one file. */
import { readFile, stat } from 'node:fs/promises';
import { WorkbookError } from '../../addin/engine/workbook-port.ts';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import type { CheckResult } from '../../shared/domain/finding.ts';
import { isOwnReport } from '../../shared/domain/report-sheet.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { Reading } from '../../shared/reading/reading.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { workbookProblemText } from '../../shared/text/workbook-texts.ts';
import type { WorkbookNotice } from '../../shared/text/workbook-texts.ts';
import type { CheckArguments } from './arguments.ts';

/** Why a file could not be checked. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
}

export interface CheckedFile {
  readonly file: string;
  readonly sheets: readonly SheetCells[];
  readonly reading: Reading;
  readonly result: CheckResult;
  readonly notices: readonly WorkbookNotice[];
}

/** Larger files are no registers; refused before they are loaded. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Checks the file, or says why it cannot be read. Throws only for mistakes of our own. */
export async function checkFile(file: string, options: CheckArguments): Promise<CheckedFile | FileProblem> {
  try {
    const workbook = await openWorkbook(file, await bytesOf(file));
    const names = (await workbook.listSheets()).map(({ name }) => name);
    const sheets = (await workbook.readCells({ sheets: names })).filter((sheet) => !isOwnReport(sheet));
    const { pack, asOf } = options;
    const reading = readWorkbook(sheets, { pack, asOf, isTextFile: workbook.isTextFile });
    if (reading.register.tables.length === 0) return noTable(names);
    return {
      file,
      sheets,
      reading,
      result: checkRegister(reading.register, { pack, asOf }),
      notices: workbook.notices,
    };
  } catch (error) {
    if (error instanceof WorkbookError) return { code: error.code, message: workbookProblemText(error.code, 'ru') };
    const problem = problemOfSystem(error);
    if (problem) return problem;
    throw error;
  }
}

/** A clean result must mean something: a file in which nothing was recognised is not clean, it was not checked. */
function noTable(sheets: readonly string[]): FileProblem {
  const named = sheets.map((name) => `«${name}»`).join(', ');
  return {
    code: 'no-table',
    message: `Таблица реестра не найдена (листы: ${named}). Нужна строка заголовков: ФИО заявителя, категория, куратор, уровень, даты. Откройте файл в панели и укажите её в «Как прочитано».`,
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > MAX_FILE_BYTES) throw new WorkbookError('too-large');
  return readFile(file);
}

const SYSTEM_PROBLEMS: Readonly<Record<string, FileProblem>> = {
  ENOENT: { code: 'file-missing', message: 'Такого файла нет.' },
  ENOTDIR: { code: 'file-missing', message: 'Такого файла нет.' },
  EISDIR: { code: 'not-a-workbook', message: 'Это папка, а не файл. Назовите файл.' },
  EACCES: { code: 'file-locked', message: 'Файл прочитать нельзя: нет доступа.' },
  EPERM: { code: 'file-locked', message: 'Файл прочитать нельзя: нет доступа.' },
  EBUSY: { code: 'file-locked', message: 'Файл занят другой программой. Закройте его там и повторите.' },
};

function problemOfSystem(error: unknown): FileProblem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(SYSTEM_PROBLEMS, code) ? SYSTEM_PROBLEMS[code] : undefined;
}
