/** The entry that a single act adds to its district's audit. */
import { extendChain, type AuditFact, type ChainLink } from '../../shared/sync/audit-chain.ts';
import type { DistrictHead } from '../store/district-head.ts';
import type { Actor } from './ports.ts';

const NOTHING = { register: '', row: null, version: null, fields: [], before: null, after: null, push: null } as const;

type Act = Partial<Omit<AuditFact, 'at' | 'actor'>> & Pick<AuditFact, 'action'>;

/** What the act does not name stands empty in the entry. `at`: ms since 1970. */
export async function auditLink(
  { districtId }: { readonly districtId: string },
  { auditN, auditHead }: Pick<DistrictHead, 'auditN' | 'auditHead'>,
  by: { readonly actor: Actor; readonly at: number },
  act: Act,
): Promise<ChainLink> {
  const fact = { ...NOTHING, at: new Date(by.at).toISOString(), actor: by.actor.tokenId, ...act };
  const [link] = await extendChain(districtId, { n: auditN, hash: auditHead }, [fact]);
  if (link === undefined) throw new Error('one fact gives one link');
  return link;
}
