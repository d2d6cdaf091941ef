/**
 * npm run check -- FILE… [--as-of YYYY-MM-DD] [--pack ID] [--json]
 * Status: 0 no errors found, 1 errors found, 2 a file is not readable or the arguments are wrong. Of several files the
 * worst status counts.
 */
import { today } from '../addin/ui/today.ts';
import type { Finding } from '../shared/domain/finding.ts';
import type { SheetCells } from '../shared/domain/sheet-cells.ts';
import { checkJson } from '../shared/reports/check-json.ts';
import { contentHash } from '../shared/reports/content-hash.ts';
import { findingMessage } from '../shared/text/rule-texts.ts';
import { withSteeringSeen } from '../shared/text/steering-marks.ts';
import type { CheckArguments } from './check/arguments.ts';
import { checkArguments } from './check/arguments.ts';
import type { CheckedFile } from './check/check-file.ts';
import { checkFile } from './check/check-file.ts';
import { protocolText } from './check/protocol-text.ts';

const ERRORS_FOUND = 1;
const NOT_READABLE = 2;

function complain(sentence: string): void {
  process.stderr.write(`${withSteeringSeen(sentence)}\n`);
}

function message(finding: Finding): string {
  return findingMessage(finding, 'ru');
}

/** The content that the pane's fingerprint is of: of hidden sheets the names only. */
function withoutHidden(sheets: readonly SheetCells[]): readonly SheetCells[] {
  return sheets.map((sheet) => (sheet.visibility === 'visible' ? sheet : { ...sheet, rows: [] }));
}

async function report(checked: CheckedFile, { isJson, pack }: CheckArguments): Promise<string> {
  if (!isJson) return protocolText(checked, { pack, hash: await contentHash(withoutHidden(checked.sheets)) });
  const { file, result, reading } = checked;
  return JSON.stringify(checkJson({ file, tables: reading.register.tables, result, message }));
}

async function checkOne(file: string, options: CheckArguments): Promise<number> {
  const checked = await checkFile(file, options);
  if ('code' in checked) {
    complain(`${file}: ${checked.message}`);
    if (options.isJson) process.stdout.write(`${JSON.stringify({ file, error: checked })}\n`);
    return NOT_READABLE;
  }
  process.stdout.write(`${await report(checked, options)}\n`);
  return checked.result.summary.errors > 0 ? ERRORS_FOUND : 0;
}

async function main(): Promise<number> {
  const options = checkArguments(process.argv.slice(2), today());
  if (typeof options === 'string') {
    complain(options);
    return NOT_READABLE;
  }
  let status = 0;
  for (const file of options.files) status = Math.max(status, await checkOne(file, options));
  return status;
}

// Whoever reads our output may stop early (head, a closed window): that is no failure of the check.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main();
