import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSessionState } from '../session-access.tsx';
import type { Run } from '../../engine/session-state.ts';
import { NoTable } from './no-table.tsx';
import { countNotJudged } from './not-judged.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

/** What the run came to, in one or two lines: what was read, what has changed, or why there is nothing. */
export function RunState({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const run = useSessionState((state) => state.run);
  const isStale = useSessionState((state) => state.isStale && state.work === null && state.notice === null);
  if (!run) return <Text className={styles.quiet}>{t('check.intro')}</Text>;
  const { comparison, result, account } = run;
  if (!account.sheets.some(({ tables }) => tables.length > 0)) return <NoTable account={account} onOpen={onOpen} />;
  return (
    <>
      {isStale ? <Sentence intent="warning">{t('check.stale')}</Sentence> : null}
      <div className={styles.line}>
        <Text size={200}>{t('check.counts', { cases: result.summary.cases, visits: result.summary.visits })}</Text>
        <SmallLink onClick={() => onOpen('reading')}>{t('tab.reading')}</SmallLink>
      </div>
      {comparison.isFirst ? null : (
        <Text size={200} className={styles.quiet}>
          {t('check.compared', {
            fresh: comparison.newCount,
            mended: comparison.mendedCount,
            still: comparison.stillCount,
            back: comparison.backCount,
          })}
        </Text>
      )}
      {run.open.length === 0 ? <NothingFound run={run} /> : null}
    </>
  );
}

/** Never just a green tick: how much was judged, and how much was not. */
function NothingFound({ run }: { readonly run: Run }) {
  const { t } = useTexts();
  const skipped = countNotJudged(run.result.ledger);
  const judged = run.result.ledger.filter(({ looked }) => looked > 0).length;
  return (
    <Sentence intent={skipped === 0 ? 'success' : 'info'}>
      <strong>{t('check.none')}</strong> {t('check.none.detail', { judged, skipped })}
    </Sentence>
  );
}
