import { useCallback } from 'react';
import type { LocalCopy } from '../../engine/local-copy.ts';
import { localCopy } from '../../engine/local-copy.ts';
import { failed } from '../../../shared/sync/error-codes.ts';
import type { Outcome } from '../../../shared/sync/error-codes.ts';
import { useSession, useSessionState } from '../session-access.tsx';

/** Reads the open workbook as the server knows it; `nothing-to-send` for one that was never read or sent. */
export function useLocalCopy(): () => Promise<Outcome<LocalCopy>> {
  const session = useSession();
  const memory = useSessionState((state) => state.remembered.sync);
  return useCallback(async () => {
    const register = await session.register();
    if (register === null || memory === null) return failed('nothing-to-send');
    return await localCopy({ ...register, rawCell: undefined }, memory);
  }, [session, memory]);
}
