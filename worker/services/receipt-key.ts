/** The key that signs receipts: Ed25519, made when the first register is handed in, kept as a setting of the database. */
import * as z from 'zod';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import type { SigningKey } from '../../shared/sync/receipt.ts';
import type { SqlDatabase } from '../store/database.ts';
import { keepSetting, readSetting } from '../store/setting-store.ts';

const SETTING = 'receipt-key';
const keptKey = z.object({ name: z.string(), private: z.looseObject({ kty: z.string() }), public: z.string() });

export interface ReceiptKey {
  readonly name: string;
  readonly key: SigningKey;
  /** Raw, base64url. */
  readonly publicKey: string;
}

/** The region's key; made at the first call. */
export async function receiptKey(db: SqlDatabase): Promise<ReceiptKey> {
  const text = (await readSetting(db, SETTING)) ?? (await keepSetting(db, SETTING, await newKey()));
  const kept = keptKey.parse(JSON.parse(text));
  const key = await crypto.subtle.importKey('jwk', kept.private, { name: 'Ed25519' }, false, ['sign']);
  return { name: kept.name, key, publicKey: kept.public };
}

async function newKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('Ed25519 gives a pair of keys');
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  if (!(raw instanceof ArrayBuffer)) throw new Error('a raw key is bytes');
  const shown = base64Url(new Uint8Array(raw));
  const secret = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return JSON.stringify({ name: `kurator-${shown.slice(0, 8)}`, private: secret, public: shown });
}
