import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareCopies, type NamedRow } from './compare-copies.ts';
import {
  registerHash,
  signReceipt,
  verifyReceipt,
  type Receipt,
  type ReceiptStatement,
  type SigningKey,
} from './receipt.ts';
import type { WireValues } from './wire-values.ts';

const { subtle } = crypto;
const STATEMENT: ReceiptStatement = {
  format: 'kurator-receipt-1',
  number: 3,
  district: 'north',
  period: { from: '2026-07-01', to: '2026-09-30' },
  asOf: '2026-09-30',
  content: 'a1'.repeat(32),
  rows: 214,
  pack: { id: 'training', version: '1.0.0' },
  engine: '1.0.0',
  at: '2026-10-04T08:15:00Z',
};

const value = fc.oneof(
  fc.constantFrom(null, '?', '*', true as const),
  fc.constantFrom('2026-03-02', 'BASE', '15/2025-СС', 'kc_é𝄞'),
  fc.integer({ min: -5, max: 900 }),
  fc.array(fc.constantFrom('CAT01', 'CAT04', '?'), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('2026-01', '2026-02', '2026-Q1'), fc.nat({ max: 9 }), { noNullPrototype: true }),
);
const values: fc.Arbitrary<WireValues> = fc.dictionary(
  fc.constantFrom('caseNo', 'applicant', 'level', 'startDate', 'categories', 'visitsByMonth'),
  value,
  { noNullPrototype: true },
);
const rows = fc
  .array(fc.record({ kind: fc.constantFrom('families' as const, 'visits' as const), values }), { maxLength: 12 })
  .map((all) => all.map((row, index): NamedRow => ({ ...row, name: `row ${index}` })));

const turned = (all: WireValues): WireValues => Object.fromEntries(Object.entries(all).toReversed());

describe('the content of a register', () => {
  it('has one hash, whatever the order of rows and columns', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const other = all.toReversed().map((row) => ({ ...row, values: turned(row.values) }));
        expect(await registerHash(other, subtle)).toBe(await registerHash(all, subtle));
        expect(compareCopies(all, other).isSame).toBe(true);
      }),
    );
  });

  it('has another hash exactly when the comparison finds a difference', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (one, other) => {
        const isEqual = (await registerHash(one, subtle)) === (await registerHash(other, subtle));
        expect(compareCopies(one, other).isSame).toBe(isEqual);
      }),
    );
  });

  it('is pinned, so that receipts given today can be checked by later versions', async () => {
    const sample = [
      { kind: 'visits' as const, values: { caseNo: 'kc_1', date: '2026-03-02' } },
      {
        kind: 'families' as const,
        values: { caseNo: 'kc_1', level: 'BASE', categories: ['CAT04', '*'], closedOn: null },
      },
    ];
    expect(await registerHash(sample, subtle)).toBe('84041b01506184bd40ffaa1de74b66c9e7449d33fad98b85ce8e687b1b1b4225');
  });
});

const family = (name: string, more: WireValues, id?: string): NamedRow => ({
  kind: 'families',
  name,
  values: more,
  ...(id === undefined ? {} : { id }),
});

describe('a later copy', () => {
  it('names the cells that differ, and rows that came or are gone', () => {
    const accepted = [
      family('A!2', { caseNo: 'kc_1', level: 'BASE', closedOn: null }),
      family('A!3', { caseNo: 'kc_2', level: 'BASE' }),
      family('A!4', { caseNo: 'kc_3', level: 'ADAPT' }),
    ];
    const copy = [
      family('B!9', { caseNo: 'kc_3', level: 'ADAPT' }),
      family('B!5', { caseNo: 'kc_1', level: 'CRISIS', closedOn: null }),
      family('B!6', { caseNo: 'kc_4', level: 'BASE' }),
    ];
    expect(compareCopies(accepted, copy)).toEqual({
      isSame: false,
      cells: [{ accepted: 'A!2', copy: 'B!5', field: 'level', was: 'BASE', is: 'CRISIS' }],
      gone: ['A!3'],
      come: ['B!6'],
    });
  });

  it('knows a row by its id although its number was corrected, and tells an absent column from an empty cell', () => {
    const accepted = [family('2', { caseNo: 'kc_1', closedOn: null }, 'id-1')];
    const copy = [family('7', { caseNo: 'kc_9' }, 'id-1')];
    expect(compareCopies(accepted, copy).cells.map(({ field, was, is }) => [field, was, is])).toEqual([
      ['caseNo', 'kc_1', 'kc_9'],
      ['closedOn', null, undefined],
    ]);
  });

  it('does not guess between rows of one name', () => {
    const accepted = [family('2', { caseNo: 'kc_1', level: 'BASE' }), family('3', { caseNo: 'kc_1', level: 'ADAPT' })];
    const copy = [family('2', { caseNo: 'kc_1', level: 'CRISIS' }), family('3', { caseNo: 'kc_1', level: 'URGENT' })];
    expect(compareCopies(accepted, copy)).toMatchObject({ cells: [], gone: ['2', '3'], come: ['2', '3'] });
  });

  it('is compared the same way round: what is gone one way has come the other way', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const there = compareCopies(one, other);
        const back = compareCopies(other, one);
        expect(back.isSame).toBe(there.isSame);
        expect([back.gone.length, back.come.length]).toEqual([there.come.length, there.gone.length]);
      }),
    );
  });
});

describe('a receipt', () => {
  let pair: { readonly privateKey: SigningKey; readonly publicKey: SigningKey };
  let keys: ReadonlyMap<string, SigningKey>;
  let receipt: Receipt;

  beforeAll(async () => {
    pair = await newKeys();
    keys = new Map([['2026', pair.publicKey]]);
    receipt = await signReceipt(STATEMENT, { key: pair.privateKey, name: '2026' }, subtle);
  });

  it('is genuine as given, also after it went through a file', async () => {
    const read: unknown = JSON.parse(JSON.stringify(receipt));
    expect(await verifyReceipt(read, keys, subtle)).toEqual({ state: 'genuine', statement: STATEMENT });
  });

  it('is forged when any part of the statement is another', async () => {
    const changed: readonly Partial<ReceiptStatement>[] = [
      { number: 4 },
      { district: 'south' },
      { period: { from: '2026-07-01', to: '2026-10-01' } },
      { asOf: '2026-10-01' },
      { content: 'a2'.repeat(32) },
      { rows: 215 },
      { pack: { id: 'training', version: '1.0.1' } },
      { engine: '1.0.1' },
      { at: '2026-10-04T08:15:01Z' },
    ];
    expect(changed.flatMap((part) => Object.keys(part)).toSorted()).toEqual(
      Object.keys(STATEMENT)
        .filter((part) => part !== 'format')
        .toSorted(),
    );
    for (const part of changed) {
      const statement = { ...STATEMENT, ...part };
      expect(await verifyReceipt({ ...receipt, statement }, keys, subtle)).toEqual({ state: 'forged' });
    }
  });

  it('is forged when it is signed by somebody else, or passed to another key of the region', async () => {
    const stranger = await newKeys();
    const theirs = await signReceipt(STATEMENT, { key: stranger.privateKey, name: '2026' }, subtle);
    expect(await verifyReceipt(theirs, keys, subtle)).toEqual({ state: 'forged' });
    const both = new Map([...keys, ['2027', pair.publicKey] as const]);
    expect(await verifyReceipt({ ...receipt, key: '2027' }, both, subtle)).toEqual({ state: 'forged' });
    expect(await verifyReceipt({ ...receipt, key: '2025' }, keys, subtle)).toEqual({ state: 'key-unknown' });
  });

  it('is malformed, and nothing breaks, when it is something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (anything) => {
        expect(await verifyReceipt(anything, keys, subtle)).toEqual({ state: 'malformed' });
      }),
    );
    expect(await verifyReceipt({ ...receipt, more: 1 }, keys, subtle)).toEqual({ state: 'malformed' });
    const { signature } = receipt;
    expect(await verifyReceipt({ ...receipt, signature: signature.slice(1) }, keys, subtle)).toEqual({
      state: 'malformed',
    });
  });

  it('is forged when any character of the signature is another', async () => {
    for (let at = 0; at < 85; at += 1) {
      const other = receipt.signature[at] === 'A' ? 'B' : 'A';
      const signature = receipt.signature.slice(0, at) + other + receipt.signature.slice(at + 1);
      expect(await verifyReceipt({ ...receipt, signature }, keys, subtle)).toEqual({ state: 'forged' });
    }
  });
});

async function newKeys(): Promise<{ readonly privateKey: SigningKey; readonly publicKey: SigningKey }> {
  const made = await subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  if (!('privateKey' in made)) throw new Error('no key pair');
  return made;
}
