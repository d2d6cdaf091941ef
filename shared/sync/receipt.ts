/**
 * The region's receipt for an accepted register: a statement on what was handed in, by content, signed with the
 * region's key (Ed25519). Any later copy of the register can be held against it, without the server.
 *
 * The content is the register as it travels (SPEC, PR): what stayed in the workbook is not part of it, and pseudonyms are
 * equal only for copies of one workbook. Neither order of rows, sheets or columns nor formats count.
 */
import * as z from 'zod';
import { hexDigits } from '../domain/hex-digits.ts';
import { base64Url, fromBase64Url } from '../privacy/fingerprint.ts';
import type { SentKind } from '../privacy/travel.ts';
import { districtIdSchema } from './protocol.ts';
import { openValues } from './sealed-values.ts';
import { canonicalJson, type WireValues } from './wire-values.ts';

/** WebCrypto of whatever platform this runs on. */
export type Subtle = typeof crypto.subtle;
/** An Ed25519 key of that platform. */
export type SigningKey = Parameters<Subtle['sign']>[1];

export interface ContentRow {
  readonly kind: SentKind;
  readonly values: WireValues;
}

const iso = z.iso.date();

export const statementSchema = z.strictObject({
  format: z.literal('kurator-receipt-1'),
  /** Number of the submission in its district. */
  number: z.number().int().min(1),
  district: districtIdSchema,
  period: z.strictObject({ from: iso, to: iso }),
  asOf: iso,
  /** `registerHash` of the accepted rows. */
  content: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.number().int().min(0),
  pack: z.strictObject({ id: z.string().min(1).max(60), version: z.string().min(1).max(40) }),
  engine: z.string().min(1).max(40),
  /** When it was accepted, UTC. */
  at: z.iso.datetime(),
});
export type ReceiptStatement = z.infer<typeof statementSchema>;

export const receiptSchema = z.strictObject({
  statement: statementSchema,
  /** Names the region's key, so that keys can change. */
  key: z.string().min(1).max(40),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** SHA-256 over the canonical JSON (RFC 8785) of the rows in ascending order of their texts, as 64 hex digits. */
export async function registerHash(rows: readonly ContentRow[], subtle: Subtle): Promise<string> {
  const lines = rows.map(({ kind, values }) => canonicalJson([kind, openValues(values)])).toSorted(byCodeUnits);
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`kurator-content-1\n${lines.join('\n')}`));
  return hexDigits(digest);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Signs a statement. The key is an Ed25519 private key; `name` is how it is called among the region's public keys. */
export async function signReceipt(
  statement: ReceiptStatement,
  { key, name }: { readonly key: SigningKey; readonly name: string },
  subtle: Subtle,
): Promise<Receipt> {
  const signature = await subtle.sign('Ed25519', key, signedBytes(statement, name));
  return { statement, key: name, signature: base64Url(new Uint8Array(signature)) };
}

export type ReceiptVerdict =
  | { readonly state: 'genuine'; readonly statement: ReceiptStatement }
  /** malformed: no receipt at all; key-unknown: signed with a key that is not among these; forged: changed or not ours. */
  | { readonly state: 'malformed' | 'key-unknown' | 'forged' };

/** Whether something that came as JSON is a receipt signed with one of the region's public keys. Never throws. */
export async function verifyReceipt(
  json: unknown,
  keys: ReadonlyMap<string, SigningKey>,
  subtle: Subtle,
): Promise<ReceiptVerdict> {
  const parsed = receiptSchema.safeParse(json);
  const signature = parsed.success ? fromBase64Url(parsed.data.signature) : null;
  if (!parsed.success || signature === null) return { state: 'malformed' };
  const { statement, key: name } = parsed.data;
  const key = keys.get(name);
  if (key === undefined) return { state: 'key-unknown' };
  const isGenuine = await subtle.verify('Ed25519', key, signature, signedBytes(statement, name)).catch(() => false);
  return isGenuine ? { state: 'genuine', statement } : { state: 'forged' };
}

/** The key's name is signed too, so that a receipt cannot be passed to another key. */
function signedBytes(statement: ReceiptStatement, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(canonicalJson([name, statement])));
}
