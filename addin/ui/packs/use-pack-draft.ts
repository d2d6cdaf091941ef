/** The pack on the screen: the one in use, or the one being made of it. */
import { useMemo } from 'react';
import type { OwnPack, OwnPackOutcome } from '../../../shared/packs/own-pack.ts';
import { packOfOwn, startOwnPack } from '../../../shared/packs/own-pack.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { packById } from '../../../shared/packs/packs.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';
import { useNormTexts } from './use-norm-texts.ts';

export interface PackDraft {
  /** What is shown: with the changes where they are in order. */
  readonly pack: Pack;
  readonly base: Pack;
  /** The own pack as it is being changed; one without differences where there is none. */
  readonly own: OwnPack;
  readonly isChanged: boolean;
  /** The changes as a whole pack, or what is wrong with them; null without changes. */
  readonly outcome: OwnPackOutcome | null;
  readonly change: (next: OwnPack) => void;
}

/** Null only where the session has no pack at all. */
export function usePackDraft(): PackDraft | null {
  const session = useSession();
  const n = useNormTexts();
  const { language } = useTexts();
  const packId = useSessionState((state) => state.packId);
  const draft = useSessionState((state) => state.packDraft);
  const kept = useSessionState((state) => state.ownPack);
  const used = usePack(packId);
  const outcome = useMemo(() => (draft ? packOfOwn(draft) : null), [draft]);
  const isOwn = kept !== null && kept.pack.id === packId;
  const base = packById(draft?.base ?? (isOwn ? kept.own.base : packId));
  if (!used || !base) return null;
  const fresh = startOwnPack(base.id, n('own-title', { base: base.title[language] }));
  return {
    pack: outcome?.ok ? outcome.pack : used,
    base,
    own: draft ?? (isOwn ? kept.own : fresh),
    isChanged: draft !== null,
    outcome,
    change: session.draftPack,
  };
}
