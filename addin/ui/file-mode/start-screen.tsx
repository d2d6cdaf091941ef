import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import type { WorkbookErrorCode } from '../../engine/workbook-port.ts';
import { useTexts } from '../language.tsx';
import { EnglishMissing } from '../parts/english-missing.tsx';
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
  title: { marginTop: 0, marginBottom: 0 },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

interface StartScreenProps {
  readonly onOpened: (file: OpenedFile) => void;
  readonly onRegion: () => void;
}

/** A failure is kept as what happened and not as words: the language may change. */
type Failure = WorkbookErrorCode | 'sample' | 'not-fetched';
type Stage = { readonly opening: string | null; readonly failure: Failure | null };

/** One screen, one button: choose a register or try a sample. */
export function StartScreen({ onOpened, onRegion }: StartScreenProps) {
  const { t, language, switchLanguage } = useTexts();
  const styles = useStyles();
  const [{ opening, failure }, setStage] = useState<Stage>({ opening: null, failure: null });

  const settle = (outcome: OpeningOutcome, otherwise: Failure): void => {
    if (outcome.ok) return onOpened(outcome.file);
    return setStage({ opening: null, failure: outcome.code === 'failed' ? otherwise : outcome.code });
  };
  const open = async (file: File): Promise<void> => {
    setStage({ opening: file.name, failure: null });
    const bytes = async () => new Uint8Array(await file.arrayBuffer());
    settle(await openFile(file.name, bytes), 'damaged-file');
  };
  const tryOut = async (sample: Sample): Promise<void> => {
    const name = t(`start.sample.${sample}`);
    setStage({ opening: name, failure: null });
    settle(await openSample(sample, name), 'sample');
  };
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Title2 as="h1" className={styles.title}>
          {t('start.title')}
        </Title2>
        <Text>{t('start.lead')}</Text>
        <div role="status">
          <EnglishMissing />
          {failure ? (
            <Sentence intent="error">
              {failure === 'sample' || failure === 'not-fetched'
                ? t(`file.problem.${failure}`)
                : workbookProblemText(failure, language)}
            </Sentence>
          ) : null}
        </div>
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
