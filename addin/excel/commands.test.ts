import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerRibbonCommands, RIBBON_COMMANDS } from './commands.ts';

type Handler = (event: { completed: () => void }) => Promise<void>;

const handlers = new Map<string, Handler>();
let shown = 0;
let isRefused = false;

function officeWith(isSharedRuntime: boolean): void {
  const office = {
    actions: { associate: (name: string, handler: Handler) => void handlers.set(name, handler) },
    context: { requirements: { isSetSupported: (name: string) => name === 'SharedRuntime' && isSharedRuntime } },
    addin: {
      showAsTaskpane: async () => {
        if (isRefused) throw new Error('not now');
        shown += 1;
      },
    },
  };
  Object.assign(globalThis, { Office: office });
}

async function press(name: string): Promise<boolean> {
  let isCompleted = false;
  await handlers.get(name)?.({
    completed: () => {
      isCompleted = true;
    },
  });
  return isCompleted;
}

beforeEach(() => {
  handlers.clear();
  shown = 0;
  isRefused = false;
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'Office'));

describe('the ribbon', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('«Проверить» checks and shows the pane where it can (shared runtime: %s)', async (isSharedRuntime, times) => {
    officeWith(isSharedRuntime);
    const deeds: string[] = [];
    registerRibbonCommands(
      Promise.resolve({ check: async () => deeds.push('check'), removeMarks: async () => deeds.push('remove') }),
    );
    expect(await press(RIBBON_COMMANDS.check)).toBe(true);
    expect(deeds).toEqual(['check']);
    expect(shown).toBe(times);
  });

  it('«Снять отметки» removes the marks and opens nothing', async () => {
    officeWith(true);
    const deeds: string[] = [];
    registerRibbonCommands(
      Promise.resolve({ check: async () => deeds.push('check'), removeMarks: async () => deeds.push('remove') }),
    );
    expect(await press(RIBBON_COMMANDS.removeMarks)).toBe(true);
    expect(deeds).toEqual(['remove']);
    expect(shown).toBe(0);
  });

  it('«Проверить» checks also when Excel refuses to show the pane', async () => {
    officeWith(true);
    isRefused = true;
    const deeds: string[] = [];
    const check = async () => deeds.push('check');
    registerRibbonCommands(Promise.resolve({ check, removeMarks: check }));
    expect(await press(RIBBON_COMMANDS.check)).toBe(true);
    expect(deeds).toEqual(['check']);
  });

  it('a press before the session is open waits for it', async () => {
    officeWith(true);
    const { promise, resolve } = Promise.withResolvers<{
      check: () => Promise<void>;
      removeMarks: () => Promise<void>;
    }>();
    registerRibbonCommands(promise);
    const deeds: string[] = [];
    const pressed = press(RIBBON_COMMANDS.removeMarks);
    const removeMarks = async (): Promise<void> => void deeds.push('remove');
    resolve({ check: removeMarks, removeMarks });
    expect(await pressed).toBe(true);
    expect(deeds).toEqual(['remove']);
  });

  it('a failure frees the button and shows the pane, which tells the reason', async () => {
    officeWith(true);
    const failed = Promise.reject(new Error('no session'));
    failed.catch(() => {});
    registerRibbonCommands(failed);
    expect(await press(RIBBON_COMMANDS.removeMarks)).toBe(true);
    expect(shown).toBe(1);
  });
});
