/** The texts of a workbook that cells point at (xl/sharedStrings.xml), and texts that stand in a cell itself. */
import type { XmlScanner } from './xml-scanner.ts';
import { xmlScanner } from './xml-scanner.ts';

/** All shared texts in their order. Rich text becomes plain; readings for East Asian scripts (rPh) are left out. */
export function readSharedStrings(text: string): readonly string[] {
  const strings: string[] = [];
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name === 'si' && !tag.isClose) strings.push(tag.isEmpty ? '' : readRichText(tag, 'si'));
  }
  return strings;
}

/** The text of an element that holds t, or r with t, up to its close tag. */
export function readRichText(tag: XmlScanner, element: string): string {
  let text = '';
  let isReading = false;
  while (tag.next()) {
    if (tag.name === element && tag.isClose) return text;
    if (tag.name === 'rPh') isReading = !tag.isClose && !tag.isEmpty;
    else if (tag.name === 't' && !tag.isClose && !tag.isEmpty && !isReading) text += unescapeControls(tag.textAfter());
  }
  return text;
}

/** Excel writes characters that XML forbids as _x000D_ (ECMA-376, 22.9.2.19). */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
