import type { Pack } from '../../../shared/packs/pack.ts';
import { fingerprintIn } from '../../../shared/privacy/fingerprint.ts';
import { UNOPENED } from '../../../shared/sync/sealed-values.ts';
import { UNKNOWN, WITHHELD } from '../../../shared/sync/wire-values.ts';
import { showDate, type Language } from '../../../shared/text/format.ts';
import { sendingText } from '../../../shared/text/sending-texts.ts';
import { codeTitle } from '../code-title.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

interface ShownWith {
  readonly pack: Pack | undefined;
  readonly language: Language;
}

/** A value as it travels (ISO date, code, number, list, counts by period) in words: «CAT04» is a code for programs. */
export function shownWireValue(value: unknown, field: string | null, by: ShownWith): string {
  const shown = (one: unknown, of = field): string => shownWireValue(one, of, by);
  if (value === null || value === undefined || value === '') return '—';
  if (value === UNKNOWN) return sendingText(by.language, 'unread');
  if (value === UNOPENED) return sendingText(by.language, 'unopened');
  if (value === WITHHELD) return sendingText(by.language, 'withheld');
  if (value === true) return sendingText(by.language, 'filled');
  if (typeof value === 'string' && fingerprintIn(value) !== null) return sendingText(by.language, 'pseudonym');
  if (typeof value === 'string') return showDate(field === null ? value : codeTitle(field, value, by));
  if (Array.isArray(value)) return value.map((one) => shown(one)).join(', ');
  if (typeof value !== 'object') return String(value);
  if (isTransfer(value)) return `${shown(value.day)} ${value.level === null ? '' : shown(value.level, 'level')}`.trim();
  return Object.entries(value)
    .map(([period, count]) => `${period}: ${shown(count)}`)
    .join(', ');
}

function isTransfer(value: object): value is { readonly day: unknown; readonly level: unknown } {
  return 'day' in value && 'level' in value;
}

/** The same with the norms and the language of the pane. */
export function useShownValue(): (value: unknown, field: string | null) => string {
  const { language } = useTexts();
  const pack = usePack(useSessionState((state) => state.packId));
  return (value, field) => shownWireValue(value, field, { pack, language });
}
