import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  registerHash,
  signReceipt,
  verifyReceipt,
  type ContentRow,
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
const rows = fc.array(fc.record({ kind: fc.constantFrom('families' as const, 'visits' as const), values }), {
  maxLength: 12,
});

function haveSameRows(one: readonly ContentRow[], other: readonly ContentRow[]): boolean {
  const left = [...other];
  for (const row of one) {
    const at = left.findIndex((candidate) => isDeepStrictEqual(candidate, row));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

const turned = (all: WireValues): WireValues => Object.fromEntries(Object.entries(all).toReversed());

describe('the content of a register', () => {
  it('has one hash, whatever the order of rows and columns', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const other = all.toReversed().map((row) => ({ ...row, values: turned(row.values) }));
        expect(await registerHash(other, subtle)).toBe(await registerHash(all, subtle));
      }),
    );
  });

  it('has another hash exactly when the rows are other ones', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (one, other) => {
        const isEqual = (await registerHash(one, subtle)) === (await registerHash(other, subtle));
        expect(isEqual).toBe(haveSameRows(one, other));
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
