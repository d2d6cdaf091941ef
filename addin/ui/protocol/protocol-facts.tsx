import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { ProtocolInput } from '../../../shared/reports/protocol.ts';
import { protocolFacts } from '../../../shared/reports/protocol.ts';
import { useTexts } from '../language.tsx';

const useStyles = makeStyles({
  title: { margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** What was checked, for which day, by which norms: enough to repeat the run. */
export function ProtocolFacts({ input }: { readonly input: ProtocolInput }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  return (
    <>
      <Title3 as="h1" className={styles.title}>
        {t('protocol.title')}
      </Title3>
      {input.pack.notice ? <Text block>{input.pack.notice[language]}</Text> : null}
      <dl className={styles.facts}>
        {protocolFacts(input, language).map(([term, fact]) => (
          <Fragment key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
