import { Button, makeStyles, mergeClasses, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import { useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import type { OpenedFile, OpeningOutcome, Sample } from './open-file.ts';
import { openFile, sampleBytes, SAMPLES } from './open-file.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  column: {
    boxSizing: 'border-box',
    maxWidth: '640px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  drop: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXXL,
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  samples: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
});

const ACCEPTED = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt';

type Stage = { readonly opening: string | null; readonly failure: string | null };

/** One screen, one button: choose a register or try a sample. */
export function StartScreen({ onOpened }: { readonly onOpened: (file: OpenedFile) => void }) {
  const { t, language, switchLanguage } = useTexts();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [{ opening, failure }, setStage] = useState<Stage>({ opening: null, failure: null });

  const settle = (outcome: OpeningOutcome, otherwise: string): void => {
    if (outcome.ok) onOpened(outcome.file);
    else {
      const text = outcome.code === 'failed' ? otherwise : workbookProblemText(outcome.code, language);
      setStage({ opening: null, failure: text });
    }
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setStage({ opening: file.name, failure: null });
    const bytes = async () => new Uint8Array(await file.arrayBuffer());
    settle(await openFile(file.name, bytes), workbookProblemText('damaged-file', language));
  };
  const openSample = async (sample: Sample): Promise<void> => {
    const name = t(`start.sample.${sample}`);
    setStage({ opening: name, failure: null });
    settle(await openFile(`${name}.xlsx`, () => sampleBytes(sample)), t('file.problem.sample'));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void open(event.dataTransfer.files[0]);
  };
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Title2 as="h1">{t('start.title')}</Title2>
        <Text>{t('start.lead')}</Text>
        {failure ? <Sentence intent="error">{failure}</Sentence> : null}
        <div
          className={mergeClasses(styles.drop, isOver && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          {opening === null ? (
            <>
              <Button appearance="primary" size="large" onClick={() => input.current?.click()}>
                {t('start.choose')}
              </Button>
              <Text className={styles.quiet}>{t('start.drop')}</Text>
            </>
          ) : (
            <Spinner label={t('start.opening', { name: opening })} />
          )}
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            hidden
            aria-label={t('start.choose')}
            onChange={(event) => {
              void open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        <Text weight="semibold">{t('start.privacy')}</Text>
        <section>
          <Text block weight="semibold">
            {t('start.samples')}
          </Text>
          <ul className={styles.samples}>
            {SAMPLES.map((sample) => (
              <li key={sample}>
                <Button
                  appearance="subtle"
                  disabled={opening !== null}
                  aria-label={t(`start.sample.${sample}`)}
                  onClick={() => void openSample(sample)}
                >
                  {t(`start.sample.${sample}`)}
                </Button>
                <Text size={200} className={styles.quiet}>
                  {t(`start.sample.${sample}.about`)}
                </Text>
              </li>
            ))}
          </ul>
        </section>
        <div>
          <SmallLink onClick={switchLanguage}>{t('app.language')}</SmallLink>
        </div>
      </div>
    </main>
  );
}
