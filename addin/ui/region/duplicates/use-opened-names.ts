import { useEffect, useState } from 'react';
import type { RegionKey } from '../../../../shared/privacy/region-key.ts';
import { open, type SealedPlace } from '../../../../shared/privacy/seal.ts';
import { useKeyring } from '../../keys/pane-keyring.ts';

export interface SealedName extends SealedPlace {
  readonly value: string;
}

/** The names behind sealed values, where a key of the region is at hand; null for the others. Nothing leaves the pane. */
export function useOpenedNames(sealed: readonly (SealedName | null)[]): readonly (string | null)[] {
  const { keys } = useKeyring();
  const question = JSON.stringify(sealed);
  const [known, setKnown] = useState<{ readonly to: string; readonly names: readonly (string | null)[] } | null>(null);
  const about = `${keys.map(({ id }) => id).join()} ${question}`;
  useEffect(() => {
    let isCurrent = true;
    // The text is the question's own: the list is another object at each drawing.
    const asked = JSON.parse(question) as readonly (SealedName | null)[];
    void Promise.all(asked.map((one) => openOne(one, keys))).then((names) => {
      if (isCurrent) setKnown({ to: about, names });
    });
    return () => {
      isCurrent = false;
    };
  }, [question, keys, about]);
  return known?.to === about ? known.names : sealed.map(() => null);
}

async function openOne(sealed: SealedName | null, keys: readonly RegionKey[]): Promise<string | null> {
  if (sealed === null || keys.length === 0) return null;
  const { value, ...place } = sealed;
  const opened = await open(value, place, keys);
  return opened.ok ? opened.text : null;
}
