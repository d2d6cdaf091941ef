import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import type { Sample } from './open-file.ts';
import { SAMPLES } from './open-file.ts';

const useStyles = makeStyles({
  samples: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
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
  return (
    <section>
      <Text block weight="semibold">
        {t('start.samples')}
      </Text>
      <ul className={styles.samples}>
        {SAMPLES.map((sample) => (
          <li key={sample}>
            <Button appearance="subtle" disabled={isBusy} onClick={() => onTry(sample)}>
              {t(`start.sample.${sample}`)}
            </Button>
            <Text size={200} className={styles.quiet}>
              {t(`start.sample.${sample}.about`)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
