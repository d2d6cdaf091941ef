/** Writes a zip archive anew: unchanged entries keep their packed bytes, only the given parts are packed again. */
import { Deflate, deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { Pause } from './slices.ts';
import type { ZipArchive } from './zip-archive.ts';
import { packedBytes } from './zip-archive.ts';

interface PackedEntry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly flags: number;
  /** Date and time as the archive had them. */
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly attributes: number;
}

/** 1 January 1980: archives of equal content are equal. */
const NO_TIME = 0x0021_0000;
const UTF8_NAME = 0x0800;

/**
 * The archive with parts replaced (same place in the order), added (at the end, by name), or removed (null).
 * Names are compared as the archive compares them. Packing pauses, so that the page can draw.
 */
export async function rewriteArchive(
  archive: ZipArchive,
  parts: ReadonlyMap<string, Uint8Array | null>,
  pause: Pause,
): Promise<Uint8Array> {
  const changed = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]));
  const entries: PackedEntry[] = [];
  const view = new DataView(archive.bytes.buffer, archive.bytes.byteOffset, archive.bytes.byteLength);
  for (const entry of archive.entries) {
    const [at] = entry.record;
    const change = changed.get(entry.name.toLowerCase());
    changed.delete(entry.name.toLowerCase());
    if (change?.bytes === null) continue;
    const kept = {
      name: archive.bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
      time: view.getUint32(at + 12, true),
      attributes: view.getUint32(at + 38, true),
      flags: view.getUint16(at + 8, true) & UTF8_NAME,
    };
    // One part after another, in slices.
    if (change) entries.push({ ...kept, ...(await packedInSlices(change.bytes, pause)) });
    else {
      const { method, crc, declaredSize: size } = entry;
      entries.push({ ...kept, method, crc, size, packed: packedBytes(archive.bytes, entry) });
    }
  }
  for (const { name, bytes } of changed.values()) {
    if (bytes) entries.push(newEntry(name, bytes));
  }
  return assembled(entries);
}

/** A new archive of the given parts, in their order. */
export function writeArchive(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return assembled([...parts].map(([name, bytes]) => newEntry(name, bytes)));
}

function newEntry(name: string, bytes: Uint8Array): PackedEntry {
  const encoded = new TextEncoder().encode(name);
  return { name: encoded, flags: UTF8_NAME, time: NO_TIME, attributes: 0, ...packedPart(bytes) };
}

type Packed = Pick<PackedEntry, 'method' | 'crc' | 'size' | 'packed'>;

/** Packed at a time: about 5 ms. */
const STEP = 128 * 1024;

async function packedInSlices(bytes: Uint8Array, pause: Pause): Promise<Packed> {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate((piece) => pieces.push(piece));
  let at = 0;
  do {
    deflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    at += STEP;
    const due = pause();
    if (due) await due;
  } while (at < bytes.length);
  const packed = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let filled = 0;
  for (const piece of pieces) {
    packed.set(piece, filled);
    filled += piece.length;
  }
  return { method: 8, crc: crc32(bytes), size: bytes.length, packed };
}

function packedPart(bytes: Uint8Array): Packed {
  return { method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateSync(bytes) };
}

function assembled(entries: readonly PackedEntry[]): Uint8Array {
  const body = entries.reduce((sum, { name, packed }) => sum + 30 + 46 + name.length * 2 + packed.length, 0);
  const bytes = new Uint8Array(body + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    at = writeLocal(view, at, entry);
    return offset;
  });
  const directoryAt = at;
  entries.forEach((entry, index) => {
    at = writeRecord(view, at, entry, offsets[index] ?? 0);
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directoryAt, true);
  view.setUint32(at + 16, directoryAt, true);
  return bytes;
}

/** The fields that local headers and records share, from the version on (APPNOTE 4.3.7, 4.3.12). */
function writeCommon(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function writeLocal(view: DataView, at: number, entry: PackedEntry): number {
  const bytes = new Uint8Array(view.buffer);
  view.setUint32(at, 0x04034b50, true);
  writeCommon(view, at + 4, entry);
  bytes.set(entry.name, at + 30);
  bytes.set(entry.packed, at + 30 + entry.name.length);
  return at + 30 + entry.name.length + entry.packed.length;
}

function writeRecord(view: DataView, at: number, entry: PackedEntry, offset: number): number {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, 20, true);
  writeCommon(view, at + 6, entry);
  view.setUint32(at + 38, entry.attributes, true);
  view.setUint32(at + 42, offset, true);
  new Uint8Array(view.buffer).set(entry.name, at + 46);
  return at + 46 + entry.name.length;
}
