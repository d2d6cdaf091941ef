import { normEditorText, type NormEditorKey } from '../../../shared/text/norm-editor-texts.ts';
import { usePartTexts, type PartTexts } from '../language.tsx';

/** The texts of «Нормы». */
export function useNormTexts(): PartTexts<NormEditorKey> {
  return usePartTexts(normEditorText);
}
