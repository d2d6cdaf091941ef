/** Texts as they stand inside of cells in a sheet part. */
import { escapeXml } from './xml-scanner.ts';

/** The text for a t element: characters that XML forbids in the form that Excel reads (ECMA-376, 22.9.2.19). */
export function cellText(text: string): string {
  const safe = [...text.replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return isForbidden(code) ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : letter;
  });
  return escapeXml(safe.join(''));
}

function isForbidden(code: number): boolean {
  const isControl = code < 32 && code !== 9 && code !== 10;
  return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}
