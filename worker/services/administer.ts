/** What an administrator changes: the deed and its link in the region's audit chain, in one batch. */
import { extendChain, regionChain, type RegionFact } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { SqlStatement } from '../store/database.ts';
import { readRegionHead, writeDeeds } from '../store/region-audit-store.ts';
import type { RegionScope } from '../store/scope.ts';
import { hasTokenEnded } from '../store/token-store.ts';
import { untilFirst } from './attempts.ts';
import type { Actor, Ports } from './ports.ts';

export interface Deed<T> {
  readonly value: T;
  readonly action: RegionFact['action'];
  readonly subject: string;
  /** What was and is; only their keyed hashes are kept. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly statements: readonly SqlStatement[];
}

/** What is asked for stands already, in the very words: nothing is written, and nothing is audited. */
interface Standing<T> {
  readonly standing: T;
}

/** Who acts, and on which region. */
export interface RegionActor {
  readonly scope: RegionScope;
  readonly actor: Actor;
}

/**
 * Decides on the present state and writes; decides again when another deed came between. `token-revoked` when that deed
 * has ended the access of who acts: two administrators who end each other's never both succeed.
 */
export async function administer<T>(
  ports: Ports,
  { scope, actor }: RegionActor,
  decide: () => Promise<Outcome<Deed<T> | Standing<T>>>,
): Promise<Outcome<T>> {
  const attempt = async (): Promise<Outcome<T>> => {
    const head = await readRegionHead(ports.db, scope);
    if (await hasTokenEnded(ports.db, scope, actor.tokenId)) return failed('token-revoked');
    const decided = await decide();
    if (!decided.ok) return decided;
    if ('standing' in decided.value) return { ok: true, value: decided.value.standing };
    const { value, action, subject, before, after, statements } = decided.value;
    const hashed = async (side: Deed<T>['before']) => (side === null ? null : await ports.hashValues(side));
    const fact = {
      at: new Date(ports.now()).toISOString(),
      actor: actor.tokenId,
      action,
      subject,
      fields: changedFields(before, after),
      before: await hashed(before),
      after: await hashed(after),
    };
    const links = await extendChain(regionChain(scope.regionId), head, [fact]);
    await writeDeeds(ports.db, scope, statements, links);
    return { ok: true, value };
  };
  // A deed makes keys and ids of its own: done again after trouble it might stand twice.
  return await untilFirst(ports, attempt, { isRepeatable: false });
}

function changedFields(before: Deed<unknown>['before'], after: Deed<unknown>['after']): readonly string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])).toSorted();
}
