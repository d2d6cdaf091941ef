import { useTexts } from '../language.tsx';
import { Sentence } from './sentence.tsx';

/** Says that English did not come: the button alone would seem to do nothing. */
export function EnglishMissing() {
  const { t, isEnglishMissing, dismissMissing } = useTexts();
  if (!isEnglishMissing) return null;
  return (
    <Sentence intent="warning" onDismiss={dismissMissing}>
      {t('app.english-missing')}
    </Sentence>
  );
}
