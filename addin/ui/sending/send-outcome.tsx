import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { showMoment, useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { IncomingEdits } from './incoming-edits.tsx';
import { outcomeSentence } from './outcome-sentence.ts';
import { RowNews } from './refused-rows.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  outcome: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
});

/** The receipt, what the server's own check says, and what it did not take. */
export function SendOutcomeText({ outcome }: { readonly outcome: SendOutcome }) {
  const { t, language } = useTexts();
  const s = useSendingTexts();
  const styles = useStyles();
  const { receipt, server, judgedBy, incoming, added, changed, removed } = outcome;
  const { intent, key } = outcomeSentence(outcome);
  const at = showMoment(Date.parse(receipt.at));
  return (
    <section ref={takeLostFocus} tabIndex={-1} role="status" className={styles.outcome}>
      <Sentence intent={intent}>{t(key, { number: receipt.number, at })}</Sentence>
      {outcome.state === 'sent' ? <Text block>{t('sending.result', { added, changed, removed })}</Text> : null}
      <Text block>
        {t('sending.server', { cases: server.cases, errors: server.errors, warnings: server.warnings })}
      </Text>
      {judgedBy && judgedBy.norms !== 'same' ? (
        <Sentence intent="warning">{s(`judged.${judgedBy.norms}`, { title: judgedBy.title[language] })}</Sentence>
      ) : null}
      {outcome.state === 'sent' ? <Text block>{s('keep-book')}</Text> : null}
      <RowNews outcome={outcome} />
      {incoming.length > 0 ? <IncomingEdits incoming={incoming} /> : null}
    </section>
  );
}
