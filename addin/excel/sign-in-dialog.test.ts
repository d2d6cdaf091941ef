import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasSignInDialog, openSignInDialog } from './sign-in-dialog.ts';

const PAGE = 'https://kurator.example.ru/signed-in.html';

/** The part of Office that opens windows, as Microsoft describes it. */
function office(isOpened = true, later: (opened: () => void) => void = (opened) => opened()) {
  const handlers = new Map<string, (said: object) => void>();
  const shown: string[] = [];
  let isClosed = false;
  const dialog = {
    addEventHandler: (kind: string, handler: (said: object) => void) => void handlers.set(kind, handler),
    close: () => {
      isClosed = true;
    },
  };
  vi.stubGlobal('Office', {
    AsyncResultStatus: { Failed: 'failed' },
    EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
    context: {
      host: 'Excel',
      requirements: { isSetSupported: () => true },
      ui: {
        displayDialogAsync: (url: string, _options: object, done: (result: object) => void) => {
          shown.push(url);
          later(() => done(isOpened ? { status: 'succeeded', value: dialog } : { status: 'failed' }));
        },
      },
    },
  });
  return { shown, say: (kind: string, said: object) => handlers.get(kind)?.(said), isClosed: () => isClosed };
}

afterEach(() => vi.unstubAllGlobals());

describe('a sign-in inside Excel', () => {
  it('is not offered outside of it', () => {
    expect(hasSignInDialog()).toBe(false);
    office();
    expect(hasSignInDialog()).toBe(true);
  });

  it("begins on the pane's own page and brings back what the issuer answered", async () => {
    const { shown, say, isClosed } = office();
    const window = openSignInDialog(PAGE);
    window.show('https://sso.example.ru/auth?state=1&x=a b');
    expect(shown).toEqual([`${PAGE}#to=https%3A%2F%2Fsso.example.ru%2Fauth%3Fstate%3D1%26x%3Da%20b`]);
    say('message', { message: '?code=c1&state=1' });
    expect(await window.answer).toBe('?code=c1&state=1');
    window.close();
    expect(isClosed()).toBe(true);
  });

  it('ends without an answer when the person closes the window, or Excel does not open it', async () => {
    const { say } = office();
    const closed = openSignInDialog(PAGE);
    closed.show('https://sso.example.ru/auth');
    say('event', { error: 12_006 });
    expect(await closed.answer).toBeNull();
    office(false);
    const refused = openSignInDialog(PAGE);
    refused.show('https://sso.example.ru/auth');
    expect(await refused.answer).toBeNull();
  });

  it('leaves no window behind that opens only after the person has given up', async () => {
    const waiting: (() => void)[] = [];
    const { isClosed } = office(true, (opened) => waiting.push(opened));
    const window = openSignInDialog(PAGE);
    window.show('https://sso.example.ru/auth');
    window.close();
    expect(await window.answer).toBeNull();
    expect(isClosed()).toBe(false);
    for (const opened of waiting) opened();
    expect(isClosed()).toBe(true);
  });
});
