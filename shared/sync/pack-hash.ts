/** What a pack says, as a short text that two sides can compare. */
import type { Pack } from '../packs/pack.ts';
import { sha256Hex } from './audit-chain.ts';
import { canonicalJson } from './wire-values.ts';

/**
 * SHA-256 over the norms and code lists of a pack, as 64 hex digits. Neither its name nor the count of its revisions
 * belongs to them: workbook and region count revisions each for itself.
 */
export async function packContentHash(pack: Pack): Promise<string> {
  const { version: _version, title: _title, ...content } = pack;
  return await sha256Hex(canonicalJson(content));
}
