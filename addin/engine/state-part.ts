/**
 * The add-in's state as a custom XML part: one element with the text, its version, length and checksum, so that a part
 * that was cut or edited is told from a whole one. Excel and file workbook write this same form: a file mailed to a colleague
 * goes on where it was, in Excel or without.
 */

/** The namespace by which the part is found again. It must never change. */
export const STATE_NAMESPACE = 'urn:kurator:state';
const VERSION = 1;
/** Most bytes (UTF-8) of the state's text. */
export const MAX_STATE_BYTES = 4 * 1024 * 1024;

/** What a part holds: a whole text with its place in time, or nothing that can be trusted. */
export type StateReading =
  { readonly kind: 'whole'; readonly text: string; readonly saved: number } | { readonly kind: 'damaged' };

/** The part for a text. `saved` grows with each saving. */
export function stateXml(text: string, saved: number): string {
  const attributes = `version="${VERSION}" saved="${saved}" length="${text.length}" check="${checksum(text)}"`;
  return `<kurator xmlns="${STATE_NAMESPACE}" ${attributes}>${escaped(text)}</kurator>`;
}

/** Reads a part. A part of a later version counts as damaged: it is not understood and must not be overwritten. */
export function readStateXml(xml: string): StateReading {
  // From one place on: tried from each of a million, a part that is made to do harm would take for ever.
  const match = /^<kurator\b([^>]*)>([^<]*)<\/kurator>\s*$/.exec(xml.slice(xml.lastIndexOf('<kurator')));
  const attributes = match?.[1] ?? '';
  const number = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1]);
  const text = unescaped(match?.[2] ?? '');
  const isWhole =
    match !== null &&
    number('version') === VERSION &&
    number('length') === text.length &&
    number('check') === checksum(text);
  return isWhole ? { kind: 'whole', text, saved: number('saved') || 0 } : { kind: 'damaged' };
}

/** Stands for a character that XML cannot hold or would change, by its number. */
const ESCAPE = '\u241b';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\u241b/gu, (odd) =>
      odd
        .split('')
        .map((unit) => `${ESCAPE}${unit.charCodeAt(0).toString(16)};`)
        .join(''),
    )
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

function unescaped(xml: string): string {
  return xml
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name) return CHARACTERS[name.toLowerCase()] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/\u241b([0-9a-f]{1,4});/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** FNV-1a over the UTF-16 units: finds accidents, not attacks. */
function checksum(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}
