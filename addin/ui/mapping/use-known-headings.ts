/** Corrections of headings that this computer remembers, and keeping one more. */
import { useCallback } from 'react';
import type { MappingCorrection } from '../../../shared/reading/reading.ts';
import { parseKnownHeadings, withKnownHeadings } from '../../engine/known-headings.ts';
import { keepSetting, keptSetting } from '../kept-setting.ts';
import { useSession } from '../session-access.tsx';

/** Corrects the mapping, and remembers the headings for other workbooks once the sheet was read anew. */
export function useCorrectMapping(): (correction: MappingCorrection) => Promise<void> {
  const session = useSession();
  return useCallback(
    async (correction) => {
      await session.correctMapping(correction);
      const { run, remembered } = session.store.getSnapshot();
      const sheet = run?.account.sheets.find((one) => one.sheet === correction.sheet);
      const whole = remembered.corrections.find((one) => one.sheet === correction.sheet);
      if (!sheet || !whole) return;
      const known = parseKnownHeadings(keptSetting('mappings'));
      keepSetting('mappings', JSON.stringify(withKnownHeadings(known, sheet, whole)));
    },
    [session],
  );
}
