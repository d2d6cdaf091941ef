import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { outcomeSentence } from './outcome-sentence.ts';

const conflict = { rowId: 'r1', field: 'contract' } as SendOutcome['conflicts'][number];
const refusal = { rowId: 'r1', cell: null, code: 'row-missing' } as const;

describe('what a sending came to', () => {
  it.each([
    ['records were written', { state: 'sent', conflicts: [], refused: [] }, 'sending.sent'],
    [
      'records were written, and one field is in question',
      { state: 'sent', conflicts: [conflict], refused: [] },
      'sending.sent',
    ],
    ['the server had everything', { state: 'unchanged', conflicts: [], refused: [] }, 'sending.unchanged'],
    [
      'only a field in question is left',
      { state: 'unchanged', conflicts: [conflict], refused: [] },
      'sending.nothing-new',
    ],
    ['the server took nothing', { state: 'unchanged', conflicts: [], refused: [refusal] }, 'sending.nothing-new'],
  ] as const)('is said where %s', (_what, outcome, key) => {
    expect(outcomeSentence(outcome).key).toBe(key);
  });
});
