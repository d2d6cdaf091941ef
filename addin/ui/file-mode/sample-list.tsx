import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTexts } from '../language.tsx';
import type { Sample } from './open-file.ts';
import { SAMPLES } from './open-file.ts';

const useStyles = makeStyles({
  samples: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  sample: {
    width: '100%',
    display: 'block',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
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
            <Button
              className={styles.sample}
              disabled={isBusy}
              aria-labelledby={`${id}${sample}`}
              aria-describedby={`${id}${sample}-about`}
              onClick={() => onTry(sample)}
            >
              <Text block weight="semibold" id={`${id}${sample}`}>
                {t(`start.sample.${sample}`)}
              </Text>
              <Text block size={200} id={`${id}${sample}-about`} className={styles.quiet}>
                {t(`start.sample.${sample}.about`)}
              </Text>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
