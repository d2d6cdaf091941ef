import { useEffect, useState } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { useSessionState } from '../session-access.tsx';

/** The district that the open workbook was sent for; null before its first sending, and while that is being read. */
function useOwnDistrict(): string | null {
  const memory = useSessionState((state) => state.remembered.sync);
  const [known, setKnown] = useState<{ readonly of: string; readonly district: string } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (text: string): Promise<void> => {
      const { memoryOfText } = await import('../../engine/memory-text.ts');
      const kept = await memoryOfText(text);
      if (isCurrent && kept.ok) setKnown({ of: text, district: kept.value.district });
    };
    if (memory !== null) void read(memory);
    return () => {
      isCurrent = false;
    };
  }, [memory]);
  return memory !== null && known?.of === memory ? known.district : null;
}

/** The district that is worked for: the one chosen, or else that of the open workbook, or the first; empty for none. */
export function useChosenDistrict(districts: Connection['districts']): readonly [string, (id: string) => void] {
  const own = useOwnDistrict();
  const [chosen, setChosen] = useState<string | null>(null);
  const likely = districts.find(({ id }) => id === own) ?? districts[0];
  return [chosen ?? likely?.id ?? '', setChosen];
}
