/**
 * The audit chain [AU1–AU5]: each entry carries the hash of the one before it, so that no entry can be changed, removed,
 * added or swapped unseen. The chain alone cannot show a cut end or a total rewrite; a head (number and hash) that
 * somebody else kept can. Pure, so that an auditor can verify an export without the server.
 */
import * as z from 'zod';
import { hexDigits } from '../domain/hex-digits.ts';
import { canonicalJson } from './wire-values.ts';

export interface AuditFact {
  /** UTC, ISO. */
  readonly at: string;
  /** Id of the access token, never its name. */
  readonly actor: string;
  readonly action:
    | 'created'
    | 'set'
    | 'deleted'
    | 'submitted'
    | 'retired'
    | 'handed-in'
    | 'accepted'
    | 'returned'
    | 'match-answered'
    | 'pruned';
  readonly register: string;
  readonly row: string | null;
  readonly version: number | null;
  /** Names of the fields that changed, sorted. Values never stand here [AU5]. */
  readonly fields: readonly string[];
  /** Keyed hashes of the row's values before and after; null where there are none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly push: string | null;
  /** Why a row was removed, where the person said so. It has been looked through for names [PR7]. */
  readonly reason?: string;
}

/** What an administrator or manager did to a region. Names and keys never stand here. */
export interface RegionFact {
  readonly at: string;
  readonly actor: string;
  readonly action:
    | 'district-created'
    | 'district-changed'
    | 'person-created'
    | 'person-changed'
    | 'key-issued'
    | 'key-revoked'
    | 'pack-published'
    | 'deadline-set'
    | 'pairing-approved'
    | 'match-decided'
    | 'webhook-set';
  /** Id of the district, person, key, pack or pairing; both cases of a match. */
  readonly subject: string;
  readonly fields: readonly string[];
  /** Keyed hashes of what was and is; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The name of a region's chain, where a district's chain has the district's id. */
export function regionChain(regionId: string): string {
  return `region:${regionId}`;
}

export interface ChainHead {
  readonly n: number;
  /** Empty before the first entry. */
  readonly hash: string;
}

export interface ChainLink {
  readonly n: number;
  /** Canonical JSON of the fact with district, n and prev. */
  readonly entry: string;
  readonly hash: string;
}

const utf8 = new TextEncoder();

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  return hexDigits(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
}

/**
 * Hashes values under the server's audit key (32 bytes), so that an audit row does not give small values away by trial:
 * 64 hexadecimal digits of HMAC-SHA-256 over the canonical JSON.
 */
export async function valuesHasher(key: Uint8Array<ArrayBuffer>): Promise<(values: unknown) => Promise<string>> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (values) => hexDigits(await crypto.subtle.sign('HMAC', hmac, utf8.encode(canonicalJson(values))));
}

/** Continues a chain by some facts. */
export async function extendChain(
  district: string,
  head: ChainHead,
  facts: readonly (AuditFact | RegionFact)[],
): Promise<readonly ChainLink[]> {
  const links: ChainLink[] = [];
  let { n, hash } = head;
  for (const fact of facts) {
    n += 1;
    const entry = canonicalJson(entryOf(fact, { district, n, prev: hash }));
    hash = await sha256Hex(entry);
    links.push({ n, entry, hash });
  }
  return links;
}

/** An entry lists its fields in the order of canonical JSON, whose text is then made without a copy. */
function entryOf(fact: AuditFact | RegionFact, { district, n, prev }: z.infer<typeof anchored>): object {
  const { action, actor, after, at, before, fields } = fact;
  if ('subject' in fact) return { action, actor, after, at, before, district, fields, n, prev, subject: fact.subject };
  const { push, reason, register, row, version } = fact;
  return { action, actor, after, at, before, district, fields, n, prev, push, reason, register, row, version };
}

const anchored = z.object({ district: z.string(), n: z.number(), prev: z.string() });

export type ChainVerdict =
  | { readonly ok: true; readonly head: ChainHead }
  /** The first number at which the chain is not as it was written. */
  | { readonly ok: false; readonly badN: number };

/**
 * Verifies links in order of n, from the first. With `known` heads (of receipts, workbooks, reports) it also finds a cut
 * end and a rewritten chain [AU4].
 */
export async function verifyChain(
  district: string,
  links: readonly ChainLink[],
  known: readonly ChainHead[] = [],
): Promise<ChainVerdict> {
  const heads = new Map(known.filter(({ n }) => n > 0).map((head) => [head.n, head.hash]));
  let prev = '';
  for (const [index, link] of links.entries()) {
    const n = index + 1;
    const isWhole = link.n === n && isEntryOf(link.entry, { district, n, prev });
    if (!isWhole || (await sha256Hex(link.entry)) !== link.hash) return { ok: false, badN: n };
    if (heads.has(n) && heads.get(n) !== link.hash) return { ok: false, badN: n };
    prev = link.hash;
  }
  const isCut = [...heads.keys()].some((n) => n > links.length);
  return isCut ? { ok: false, badN: links.length + 1 } : { ok: true, head: { n: links.length, hash: prev } };
}

function isEntryOf(entry: string, expected: z.infer<typeof anchored>): boolean {
  try {
    const found = anchored.parse(JSON.parse(entry));
    return found.district === expected.district && found.n === expected.n && found.prev === expected.prev;
  } catch {
    return false;
  }
}
