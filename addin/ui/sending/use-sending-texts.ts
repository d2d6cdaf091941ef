import { sendingText, type SendingTextKey } from '../../../shared/text/sending-texts.ts';
import { usePartTexts, type PartTexts } from '../language.tsx';

/** The texts of looking through a sending and of the region's key. */
export function useSendingTexts(): PartTexts<SendingTextKey> {
  return usePartTexts(sendingText);
}
