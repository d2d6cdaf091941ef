/** The order in which Excel computes formulas (xl/calcChain.xml). It must not name a cell that has none any more. */
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

/**
 * The chain without the given cells ("sheetId!A1"), the same text when it names none of them, or null when nothing is
 * left of it: an empty chain is damage to Excel, a missing one is not.
 */
export function patchCalcChain(text: string, gone: ReadonlySet<string>): string | null {
  const patches: Patch[] = [];
  let sheet = '';
  let sheetInText = '';
  let kept = 0;
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name !== 'c' || tag.isClose) continue;
    const { from } = tag;
    const to = tag.isEmpty ? tag.to : text.indexOf('>', tag.to) + 1;
    const own = tag.attribute('i');
    if (own !== undefined) sheet = own;
    if (gone.has(`${sheet}!${tag.attribute('r') ?? ''}`)) patches.push({ from, to, text: '' });
    else {
      kept += 1;
      if (own === undefined && sheetInText !== sheet) {
        const nameTo = from + text.slice(from, to).search(/\s/);
        patches.push({ from: nameTo, to: nameTo, text: ` i="${escapeXml(sheet)}"` });
      }
      sheetInText = sheet;
    }
  }
  return kept === 0 ? null : spliced(text, patches);
}
