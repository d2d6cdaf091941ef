/**
 * The table of contents of a zip archive. Nothing is unpacked here, and no number is believed before it is held
 * against the archive itself: entries that lie outside of it or share their bytes are refused.
 */
import { WorkbookError } from '../engine/workbook-port.ts';

/** One entry as the archive declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** The unpacked size that the archive declares; the real one is counted while unpacking. */
  readonly declaredSize: number;
  /** Where its local header begins. */
  readonly localOffset: number;
  /** Its record in the table of contents: from, to. */
  readonly record: readonly [number, number];
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
}

/** More parts than any workbook has; Excel itself writes a few dozen. */
const MAX_ENTRIES = 10_000;
const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
const END_LENGTH = 22;
const UNKNOWN_32 = 0xffffffff;

const damaged = (): WorkbookError => new WorkbookError('damaged-file');

function endRecordAt(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw damaged();
}

/** Sizes and offset of an entry too large (or too cautious) for 32 bits stand in the extra field 1 (APPNOTE 4.5.3). */
function wideNumbers(view: DataView, from: number, to: number, wanted: readonly boolean[]): readonly number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return wanted.map((isWanted) => {
        if (!isWanted) return 0;
        if (next + 8 > Math.min(to, at + 4 + length)) throw damaged();
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + length;
  }
  throw damaged();
}

function readEntry(view: DataView, at: number, bytes: Uint8Array): ZipEntry {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_RECORD) throw damaged();
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const end = extraEnd + view.getUint16(at + 32, true);
  if (end > view.byteLength) throw damaged();
  const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const isWide = narrow.map((number) => number === UNKNOWN_32);
  const wide = isWide.includes(true) ? wideNumbers(view, nameEnd, extraEnd, isWide) : narrow;
  const [declaredSize = 0, packedSize = 0, localOffset = 0] = narrow.map((n, i) => (isWide[i] ? (wide[i] ?? 0) : n));
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    packedSize,
    declaredSize,
    localOffset,
    record: [at, end],
  };
}

/**
 * Reads the table of contents. Rejects with `damaged-file` when it is cut off or contradicts the archive, and with
 * `bomb` when there are more entries than a workbook can have or entries share their bytes.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.length < END_LENGTH) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new WorkbookError('bomb');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let packedTotal = 0;
  for (let i = 0; i < count; i += 1) {
    const entry = readEntry(view, at, bytes);
    packedTotal += entry.packedSize;
    if (entry.localOffset + 30 + entry.packedSize > bytes.length) throw damaged();
    entries.push(entry);
    at = entry.record[1];
  }
  if (packedTotal > bytes.length) throw new WorkbookError('bomb');
  return { entries };
}
