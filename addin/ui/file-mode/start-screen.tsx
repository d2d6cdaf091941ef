import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { DropBox } from './drop-box.tsx';
import type { OpenedFile, OpeningOutcome, Sample } from './open-file.ts';
import { openFile, openSample } from './open-file.ts';
import { SampleList } from './sample-list.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  column: {
    boxSizing: 'border-box',
    maxWidth: '640px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

interface StartScreenProps {
  readonly onOpened: (file: OpenedFile) => void;
  readonly onRegion: () => void;
}

type Stage = { readonly opening: string | null; readonly failure: string | null };

/** One screen, one button: choose a register or try a sample. */
export function StartScreen({ onOpened, onRegion }: StartScreenProps) {
  const { t, language, switchLanguage } = useTexts();
  const styles = useStyles();
  const [{ opening, failure }, setStage] = useState<Stage>({ opening: null, failure: null });

  const settle = (outcome: OpeningOutcome, otherwise: string): void => {
    if (outcome.ok) return onOpened(outcome.file);
    const text = outcome.code === 'failed' ? otherwise : workbookProblemText(outcome.code, language);
    return setStage({ opening: null, failure: text });
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setStage({ opening: file.name, failure: null });
    const bytes = async () => new Uint8Array(await file.arrayBuffer());
    settle(await openFile(file.name, bytes), workbookProblemText('damaged-file', language));
  };
  const tryOut = async (sample: Sample): Promise<void> => {
    const name = t(`start.sample.${sample}`);
    setStage({ opening: name, failure: null });
    settle(await openSample(sample, name), t('file.problem.sample'));
  };
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Title2 as="h1">{t('start.title')}</Title2>
        <Text>{t('start.lead')}</Text>
        <div role="status">{failure ? <Sentence intent="error">{failure}</Sentence> : null}</div>
        <DropBox opening={opening} onFile={(file) => void open(file)} />
        <Text weight="semibold">{t('start.privacy')}</Text>
        <SampleList isBusy={opening !== null} onTry={(sample) => void tryOut(sample)} />
        <div className={styles.links}>
          <SmallLink onClick={onRegion}>{t('start.region')}</SmallLink>
          <SmallLink onClick={switchLanguage}>{t('app.language')}</SmallLink>
        </div>
      </div>
    </main>
  );
}
