import { UNKNOWN } from '../../../shared/sync/wire-values.ts';
import { showDate } from '../../../shared/text/format.ts';
import { codeTitle } from '../code-title.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';
import { useSendingTexts } from './use-sending-texts.ts';

/** Shows values as they travel (ISO date, code, number, list) in words: «CAT04» is a code for programs. */
export function useShownValue(): (value: unknown, field: string | null) => string {
  const { language } = useTexts();
  const s = useSendingTexts();
  const pack = usePack(useSessionState((state) => state.packId));
  const shown = (value: unknown, field: string | null): string => {
    if (value === UNKNOWN) return s('unread');
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'string')
      return showDate(field === null ? value : codeTitle(field, value, { pack, language }));
    if (typeof value === 'number') return String(value);
    return Array.isArray(value) ? value.map((one) => shown(one, field)).join(', ') : JSON.stringify(value);
  };
  return shown;
}
