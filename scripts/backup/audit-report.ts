/** What an auditor learns of a backup without the server: every chain, whole or broken, and at which link. */
import { regionChain, verifyChain, type ChainHead, type ChainLink } from '../../shared/sync/audit-chain.ts';
import type { Backup } from './backup-file.ts';

export interface ChainReport {
  readonly chain: string;
  readonly links: number;
  /** Hash of the last link: to be held against a receipt or an earlier backup. */
  readonly head: string;
  /** The first link that is not as it was written; null for a whole chain. */
  readonly badN: number | null;
}

/**
 * Verifies the chains of all districts and regions of a backup. The head that the database itself noted counts as known,
 * and so do heads of an earlier backup, which a rewritten chain cannot meet.
 */
export async function auditReport(backup: Backup, earlier: Backup | null): Promise<readonly ChainReport[]> {
  const before = earlier === null ? new Map<string, ChainHead>() : headsOf(earlier);
  const links = linksOf(backup);
  const reports: ChainReport[] = [];
  for (const [chain, head] of headsOf(backup)) {
    const its = (links.get(chain) ?? []).toSorted((a, b) => a.n - b.n);
    const known = [head, before.get(chain)].filter((one) => one !== undefined);
    const verdict = await verifyChain(chain, its, known);
    const isLonger = its.length > head.n;
    const badN = verdict.ok ? (isLonger ? head.n + 1 : null) : verdict.badN;
    reports.push({ chain, links: its.length, head: its.at(-1)?.hash ?? '', badN });
  }
  const lost = [...before.keys()].filter((chain) => !headsOf(backup).has(chain));
  return [...reports, ...lost.map((chain) => ({ chain, links: 0, head: '', badN: 1 }))];
}

function headsOf({ rows }: Backup): ReadonlyMap<string, ChainHead> {
  const heads = new Map<string, ChainHead>();
  for (const { table, row } of rows) {
    if (table !== 'district' && table !== 'region') continue;
    const name = table === 'region' ? regionChain(String(row['id'])) : String(row['id']);
    heads.set(name, { n: Number(row['audit_n']), hash: String(row['audit_head']) });
  }
  return heads;
}

function linksOf({ rows }: Backup): ReadonlyMap<string, readonly ChainLink[]> {
  const links = new Map<string, ChainLink[]>();
  for (const { table, row } of rows) {
    if (table !== 'audit' && table !== 'region_audit') continue;
    const chain = table === 'audit' ? String(row['district_id']) : regionChain(String(row['region_id']));
    const its = links.get(chain) ?? [];
    its.push({ n: Number(row['n']), entry: String(row['entry']), hash: String(row['hash']) });
    links.set(chain, its);
  }
  return links;
}
