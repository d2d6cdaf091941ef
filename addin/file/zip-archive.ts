/**
 * Unpacks single parts of a zip archive under a guard: the sum of what is unpacked, the ratio of unpacked to packed
 * size, and what an entry declares against what really comes out. A part is unpacked only when somebody reads it.
 */
import { Inflate } from 'fflate';
import { WorkbookError } from '../engine/workbook-port.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './zip-directory.ts';
import type { Pause } from './slices.ts';
import { readZipDirectory } from './zip-directory.ts';

export interface ZipArchive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** The entry of that name; upper and lower case are the same, as in Office packages. */
  readonly entry: (name: string) => ZipEntry | undefined;
  /**
   * The unpacked bytes of a part. Throws `bomb` when it unpacks to more than a register can need, `damaged-file`
   * when it is broken, `password-protected` when it is encrypted.
   */
  readonly unpack: (entry: ZipEntry) => Uint8Array;
  /** The same for a large part, with pauses in which the page can draw. */
  readonly unpackInSlices: (entry: ZipEntry, pause: Pause) => Promise<Uint8Array>;
}

/** All parts that are read, together. A register of 60,000 visits takes 20 MB. */
const MAX_UNPACKED = 256 * 1024 * 1024;
/**
 * How well a part of some size may be packed. Sheets pack about 10 : 1, the emptiest 40 : 1, because their cells are
 * numbered; deflate itself ends at 1032 : 1. Small parts may pack as they like.
 */
const MAX_RATIOS = [
  { from: 48 * 1024 * 1024, ratio: 40 },
  { from: 4 * 1024 * 1024, ratio: 100 },
] as const;
/** Unpacked at a time: at 1032 : 1 this gives 16 MB before the size is looked at. */
const STEP = 16 * 1024;

/** Opens a zip archive; see readZipDirectory for what is refused at once. */
export function openArchive(bytes: Uint8Array): ZipArchive {
  const { entries } = readZipDirectory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  // A part counts once: every copy that is saved unpacks the sheets again.
  const counted = new Set<ZipEntry>();
  let unpackedTotal = 0;
  const packed = (entry: ZipEntry): Uint8Array => {
    if (entry.isEncrypted) throw new WorkbookError('password-protected');
    const { ratio = Infinity } = MAX_RATIOS.find(({ from }) => entry.declaredSize > from) ?? {};
    const tooMuch = entry.declaredSize > entry.packedSize * ratio;
    if (!counted.has(entry)) unpackedTotal += entry.declaredSize;
    counted.add(entry);
    if (tooMuch || unpackedTotal > MAX_UNPACKED) throw new WorkbookError('bomb');
    return packedBytes(bytes, entry);
  };
  return {
    bytes,
    entries,
    entry: (name) => byName.get(name.toLowerCase()),
    unpack: (entry) => {
      const steps = inflating(packed(entry), entry);
      for (;;) {
        const step = steps.next();
        if (step.done) return checked(step.value, entry);
      }
    },
    unpackInSlices: async (entry, pause) => {
      const steps = inflating(packed(entry), entry);
      for (;;) {
        const step = steps.next();
        if (step.done) return checked(step.value, entry);
        const due = pause();
        if (due) await due;
      }
    },
  };
}

function checked(unpacked: Uint8Array, entry: ZipEntry): Uint8Array {
  if (crc32(unpacked) !== entry.crc) throw new WorkbookError('damaged-file');
  return unpacked;
}

/** The packed bytes of an entry, as they stand in the archive. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.localOffset, true) !== 0x04034b50) throw new WorkbookError('damaged-file');
  const names = view.getUint16(entry.localOffset + 26, true) + view.getUint16(entry.localOffset + 28, true);
  const from = entry.localOffset + 30 + names;
  if (from + entry.packedSize > bytes.length) throw new WorkbookError('damaged-file');
  return bytes.subarray(from, from + entry.packedSize);
}

/** Unpacks in steps that are short on any computer. */
function* inflating(packed: Uint8Array, entry: ZipEntry): Generator<undefined, Uint8Array> {
  if (entry.method === 0) {
    if (entry.declaredSize !== packed.length) throw new WorkbookError('damaged-file');
    return packed;
  }
  if (entry.method !== 8) throw new WorkbookError('damaged-file');
  const whole = new Uint8Array(entry.declaredSize);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > whole.length) throw new WorkbookError('bomb');
    whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      yield undefined;
    }
  } catch (cause) {
    throw cause instanceof WorkbookError ? cause : new WorkbookError('damaged-file', { cause });
  }
  if (filled !== whole.length) throw new WorkbookError('damaged-file');
  return whole;
}
