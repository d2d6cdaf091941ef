/**
 * Says on one line what is found in some registers, and in which zone and language this computer is. Run as a process
 * of its own by machine.test.ts, because zone and language are fixed when a process starts.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { findingMessage } from '../../shared/text/rule-texts.ts';
import { AS_OF, messySheets } from './messy-sheets.ts';

const samples = fileURLToPath(new URL('../../addin/ui/public/samples/', import.meta.url));
const pack = packById('training');
if (!pack) throw new Error('there is a training pack');
const options = { pack, asOf: AS_OF };

const workbooks: (readonly SheetCells[])[] = [1, 2, 3, 4, 5].map((seed) => messySheets(seed));
for (const name of readdirSync(samples).toSorted()) {
  const workbook = await openWorkbook(name, readFileSync(samples + name));
  workbooks.push(await workbook.readCells());
}
let count = 0;
const said = workbooks.map((sheets) => {
  const { register, account } = readWorkbook(sheets, options);
  const result = checkRegister(register, options);
  count += result.findings.length;
  const messages = result.findings.map((finding) => [findingMessage(finding, 'ru'), findingMessage(finding, 'en')]);
  return { account, result, messages };
});
const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
console.log(JSON.stringify({ timeZone, locale, offset: new Date(2026, 0, 1).getTimezoneOffset(), count, hash }));
