import { describe, expect, it } from 'vitest';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { memoryJson, type SyncMemory } from '../../shared/sync/sync-memory.ts';
import { memoryOfText, memoryText } from './memory-text.ts';

const id = (letter: string): string => letter.repeat(22);
const MEMORY: SyncMemory = {
  version: 1,
  district: 'lesnoy',
  register: id('r'),
  client: id('c'),
  key: 'k'.repeat(43),
  cursor: null,
  pending: null,
  rows: [{ id: id('a'), kind: 'families', base: { level: 'BASE' }, server: null }],
};

/** The text of a memory with so many spaces behind it: they take next to nothing when packed. */
async function padded(spaces: number): Promise<string> {
  const json = [JSON.stringify(memoryJson(MEMORY)), ' '.repeat(spaces)];
  const packed = new Blob(json).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `ks1.${base64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

describe('the memory of sendings as a text', () => {
  it('is read back as it was', async () => {
    const text = await memoryText(MEMORY);
    expect(text.ok && (await memoryOfText(text.value))).toEqual({ ok: true, value: MEMORY });
    expect(await memoryOfText(await padded(1_000))).toEqual({ ok: true, value: MEMORY });
  });

  it.each([
    ['is none', async () => 'ks2.AAAA'],
    ['is cut off', async () => (await padded(1_000)).slice(0, -9)],
    ['would fill the computer with what it unpacks to', () => padded(128 * 1024 * 1024)],
  ])('that %s is said to be damaged', async (_, text) => {
    expect(await memoryOfText(await text())).toMatchObject({ ok: false, error: { code: 'memory-damaged' } });
  });
});
