/**
 * Workbooks of before 1995, which some programs still write: records one after the other, in no container. The library
 * believes their lengths, and fills the memory over a wrong one; so it is given only records with cells, formats and
 * dates, and those only when their texts fit.
 */
import { WorkbookError } from '../engine/workbook-port.ts';

const HEAD = 4;
/** No record of these versions may be longer. */
const LONGEST = 8_224;
const END = 0x000a;

/** Where the length of a record's text stands, and how many bytes it has ([MS-XLS] and its forerunners). */
interface TextPlace {
  readonly at: number;
  readonly size: 1 | 2;
}

/** Records that are handed on: least length, and the place of their text. */
const WANTED: ReadonlyMap<number, { readonly least: number; readonly text?: TextPlace }> = new Map([
  ...[0x0009, 0x0209, 0x0409, 0x0809].map((bof) => [bof, { least: 4 }] as const),
  [END, { least: 0 }],
  [0x0042, { least: 2 }], // code page
  [0x0022, { least: 2 }], // date system
  [0x0002, { least: 9 }], // whole number
  ...[0x0003, 0x0203].map((number) => [number, { least: 14 }] as const),
  ...[0x0005, 0x0205].map((logical) => [logical, { least: 8 }] as const),
  [0x027e, { least: 10 }], // number in four bytes
  [0x0004, { least: 8, text: { at: 7, size: 1 } }],
  ...[0x0204, 0x00d6].map((label) => [label, { least: 8, text: { at: 6, size: 2 } }] as const),
  [0x001e, { least: 1, text: { at: 0, size: 1 } }], // number format
  ...[0x0043, 0x0243, 0x0443, 0x00e0].map((xf) => [xf, { least: 4 }] as const),
]);
/** Results of formulas: their records cannot be checked here, and must not be lost. */
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);

/**
 * The workbook without the records that hold no cells. Throws `damaged-file` where a record does not fit the file or a
 * text its record, `unsupported-format` where a cell comes from a formula.
 */
export function checkedBiff(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = new Uint8Array(bytes.length);
  let filled = 0;
  for (let at = 0; at + HEAD <= bytes.length;) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const end = at + HEAD + length;
    if (length > LONGEST || end > bytes.length) throw new WorkbookError('damaged-file');
    if (FORMULAS.has(kind)) throw new WorkbookError('unsupported-format');
    const wanted = WANTED.get(kind);
    if (wanted) {
      if (length < wanted.least || !fits(view, at + HEAD, length, wanted.text)) throw new WorkbookError('damaged-file');
      kept.set(bytes.subarray(at, end), filled);
      filled += end - at;
    }
    if (kind === END) return kept.subarray(0, filled);
    at = end;
  }
  throw new WorkbookError('damaged-file');
}

function fits(view: DataView, from: number, length: number, text: TextPlace | undefined): boolean {
  if (!text) return true;
  const letters = text.size === 1 ? view.getUint8(from + text.at) : view.getUint16(from + text.at, true);
  return text.at + text.size + letters <= length;
}
