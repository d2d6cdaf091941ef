import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTexts } from '../language.tsx';
import type { Sample } from './open-file.ts';
import { SAMPLES } from './open-file.ts';

const useStyles = makeStyles({
  samples: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
    marginBottom: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface SampleListProps {
  readonly isBusy: boolean;
  readonly onTry: (sample: Sample) => void;
}

/** Registers to try the check on, with invented families. */
export function SampleList({ isBusy, onTry }: SampleListProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const id = useId();
  return (
    <section>
      <Text block weight="semibold">
        {t('start.samples')}
      </Text>
      <ul className={styles.samples}>
        {SAMPLES.map((sample) => (
          <li key={sample}>
            <Button disabled={isBusy} aria-describedby={`${id}${sample}`} onClick={() => onTry(sample)}>
              {t(`start.sample.${sample}`)}
            </Button>
            <Text block size={200} id={`${id}${sample}`} className={styles.quiet}>
              {t(`start.sample.${sample}.about`)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
