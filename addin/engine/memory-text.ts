/** The memory of sendings as compressed text, because a workbook keeps at most 4 MB of state. */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { base64Url, fromBase64Url } from '../../shared/privacy/fingerprint.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { memoryJson, parseMemory, type SyncMemory } from '../../shared/sync/sync-memory.ts';

const PREFIX = 'ks1.';
/** Leaves room for what else the workbook remembers. */
const MOST_CHARACTERS = 3_500_000;
/** Unpacked bytes of such a text. The memory of 65,000 families takes 30 MB; a text made to do harm takes gigabytes. */
const MOST_BYTES = 128 * 1024 * 1024;

/** The text to keep in the workbook. */
export async function memoryText(memory: SyncMemory): Promise<Outcome<string>> {
  const bytes = new Uint8Array(new TextEncoder().encode(JSON.stringify(memoryJson(memory))));
  const text = PREFIX + base64Url(await through(bytes, new CompressionStream('deflate-raw')));
  return text.length > MOST_CHARACTERS ? failed('memory-too-large') : { ok: true, value: text };
}

/** The memory of a kept text; `memory-damaged` for anything else, which is then to be left as it is. */
export async function memoryOfText(text: string): Promise<Outcome<SyncMemory>> {
  const packed = text.startsWith(PREFIX) ? fromBase64Url(text.slice(PREFIX.length)) : null;
  if (packed === null) return failed('memory-damaged');
  try {
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    const memory = parseMemory(JSON.parse(new TextDecoder().decode(bytes)));
    return memory === null ? failed('memory-damaged') : { ok: true, value: memory };
  } catch {
    return failed('memory-damaged');
  }
}

/**
 * The key of the workbook, 32 bytes, by which names become pseudonyms. Fails with `memory-damaged`, or with
 * `region-key-needed` where the region's key of the last sending is not at hand: every pseudonym would be another.
 */
export function keyOfMemory(
  { key: text, regionKey }: SyncMemory,
  regionKeys: readonly Pick<RegionKey, 'id'>[],
): Outcome<Uint8Array<ArrayBuffer>> {
  const key = fromBase64Url(text);
  if (key?.length !== 32) return failed('memory-damaged');
  if (regionKey !== undefined && regionKeys.every(({ id }) => id !== regionKey)) return failed('region-key-needed');
  return { ok: true, value: key };
}

/** Rejects with a RangeError beyond MOST_BYTES, before more is unpacked. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if ((size += step.value.length) > MOST_BYTES) throw new RangeError('a memory is not so large');
    pieces.push(new Uint8Array(step.value));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
