import { Text } from '@fluentui/react-components';
import type { RowChange } from '../../../shared/sync/merge.ts';
import { showMoment } from '../language.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

/** Who changed a record on the server last, and when. Says nothing where the server does not tell. */
export function ChangeNote({ changed }: { readonly changed: RowChange | null }) {
  const s = useSendingTexts();
  const at = changed === null ? NaN : Date.parse(changed.at);
  if (changed === null || Number.isNaN(at)) return null;
  const { by } = changed;
  const said = by === undefined ? s('changed-at', { at: showMoment(at) }) : s('changed-by', { by, at: showMoment(at) });
  return <Text size={200}>{said}</Text>;
}
