import { describe, expect, it } from 'vitest';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import { phraseOf } from '../../shared/privacy/region-key.ts';
import { createKeyring } from './keyring.ts';

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const refuse = (): never => {
  throw new Error('storage is off');
};

function computer() {
  let text: string | null = null;
  const place = {
    get: () => text,
    set: (next: string) => {
      text = next;
    },
    remove: () => {
      text = null;
    },
  };
  return { kept: () => text, open: () => createKeyring({ randomBytes, place, rounds: 1000 }) };
}

describe("the region's keys in a pane", () => {
  it('stay in memory unless a person asks to keep them', async () => {
    const { kept, open } = computer();
    const ring = open();
    const key = await ring.make();
    expect(ring.store.getSnapshot()).toEqual({ keys: [key], isKept: false });
    expect(kept()).toBeNull();
    ring.lock();
    expect(ring.store.getSnapshot().keys).toEqual([]);
  });

  it('are kept under a word, come back with it alone, and are gone when forgotten', async () => {
    const { kept, open } = computer();
    const ring = open();
    const key = await ring.make();
    expect(await ring.keep('сосновый бор')).toBe(true);
    expect(kept()).not.toContain(base64Url(key.bytes));
    const later = open();
    expect(later.store.getSnapshot()).toEqual({ keys: [], isKept: true });
    expect(await later.unlock('берёзовый бор')).toBe(false);
    expect(await later.unlock('сосновый бор')).toBe(true);
    expect(later.store.getSnapshot().keys).toEqual([key]);
    later.forget();
    expect([kept(), later.store.getSnapshot().isKept]).toEqual([null, false]);
  });

  it('are two at most: the one entered last writes, the one before reads', async () => {
    const { open } = computer();
    const [first, second, third] = [await open().make(), await open().make(), await open().make()];
    const ring = open();
    for (const key of [first, second, third, second]) expect(await ring.enter(await phraseOf(key))).toBe(true);
    expect(ring.store.getSnapshot().keys.map(({ id }) => id)).toEqual([second.id, third.id]);
    expect(await ring.enter('не ключ')).toBe(false);
    ring.remove(second.id);
    expect(ring.store.getSnapshot().keys.map(({ id }) => id)).toEqual([third.id]);
  });

  it('work on where the computer refuses to keep anything', async () => {
    const ring = createKeyring({ randomBytes, rounds: 1000, place: { get: refuse, set: refuse, remove: refuse } });
    await ring.make();
    expect(await ring.keep('сосновый бор')).toBe(false);
    ring.forget();
    expect(ring.store.getSnapshot()).toMatchObject({ isKept: false, keys: [{}] });
  });
});
