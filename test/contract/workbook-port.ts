/**
 * What every workbook must do, in Excel or without. Both implementations run this suite; each brings a factory that
 * makes a workbook of the given content and opens it.
 */
import { describe, expect, it } from 'vitest';
import { MAX_STATE_BYTES } from '../../addin/engine/state-part.ts';
import { REGISTER, type OpenForContract } from './contract-workbook.ts';
import { readingContract } from './reading-contract.ts';
import { reportContract } from './report-contract.ts';
import { writingContract } from './writing-contract.ts';

/** Runs the suite for one implementation. */
export function workbookPortContract(label: string, open: OpenForContract): void {
  describe(`${label} as a workbook`, () => {
    readingContract(open);
    writingContract(open);
    rememberingContract(open);
    reportContract(open);
  });
}

function rememberingContract(open: OpenForContract): void {
  it('keeps a state inside the workbook', async () => {
    const { port, reopen } = await open(REGISTER);
    expect(await port.recall()).toBeNull();
    for (const state of ['{"имя":"Ёж 👪 <&>\\u0000"}', '{}', `"${'я'.repeat(200_000)}"`]) {
      await port.remember(state);
      expect(await port.recall()).toBe(state);
    }
    expect(await (await reopen()).recall()).toBe(`"${'я'.repeat(200_000)}"`);
  });

  it('refuses a state larger than its bound and keeps the one it had', async () => {
    const { port } = await open(REGISTER);
    await port.remember('{"a":1}');
    await expect(port.remember('я'.repeat(MAX_STATE_BYTES / 2 + 1))).rejects.toMatchObject({ code: 'too-large' });
    expect(await port.recall()).toBe('{"a":1}');
  });
}
