import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { isoOf } from '../../../shared/domain/day.ts';
import { showDate } from '../../../shared/text/format.ts';
import type { Run } from '../../engine/session-state.ts';
import { showMoment, useTexts } from '../language.tsx';
import { useSession } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** What was checked, for which day, by which norms: enough to repeat the run. */
export function ProtocolFacts({ run }: { readonly run: Run }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const { workbook } = useSession();
  const { result } = run;
  const pack = usePack(result.pack.id);
  const facts = [
    [t('protocol.file'), workbook.name || '—'],
    [t('protocol.as-of'), showDate(isoOf(result.asOf))],
    [t('protocol.pack'), `${pack?.title[language] ?? result.pack.id} (${result.pack.version})`],
    [t('protocol.engine'), result.engine],
    [t('protocol.at'), showMoment(run.finishedAtMs)],
    [t('protocol.cases'), String(result.summary.cases)],
    [t('protocol.visits'), String(result.summary.visits)],
    [
      t('protocol.found'),
      [
        t('severity.errors.name', { count: result.summary.errors }),
        t('severity.warnings.name', { count: result.summary.warnings }),
        t('severity.notes.name', { count: result.summary.notes }),
      ].join(', '),
    ],
    [t('protocol.explained'), String(run.explained.length)],
  ];
  return (
    <>
      <Title3 as="h1">{t('protocol.title')}</Title3>
      {pack?.notice ? <Text block>{pack.notice[language]}</Text> : null}
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <Pair key={term} term={term ?? ''} fact={fact ?? ''} />
        ))}
      </dl>
    </>
  );
}

function Pair({ term, fact }: { readonly term: string; readonly fact: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}
