import { useCallback } from 'react';
import type { NormEditorKey } from '../../../shared/text/norm-editor-texts.ts';
import { normEditorText } from '../../../shared/text/norm-editor-texts.ts';
import { useTexts } from '../language.tsx';

type Params = Parameters<typeof normEditorText>[2];

/** The texts of «Нормы», which come with their screen and not with the first one. */
export function useNormTexts(): (key: NormEditorKey, params?: Params) => string {
  const { language } = useTexts();
  return useCallback((key, params) => normEditorText(language, key, params), [language]);
}
