import { useCallback } from 'react';
import { sendingText, type SendingTextKey } from '../../../shared/text/sending-texts.ts';
import { useTexts } from '../language.tsx';

type Params = Parameters<typeof sendingText>[2];

/** The texts of looking through a sending and of the region's key, which come with their screen. */
export function useSendingTexts(): (key: SendingTextKey, params?: Params) => string {
  const { language } = useTexts();
  return useCallback((key, params) => sendingText(language, key, params), [language]);
}
