import { Text } from '@fluentui/react-components';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { showMoment, useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession } from '../session-access.tsx';
import { IncomingEdits } from './incoming-edits.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

/** The receipt, what the server's own check says, and what it did not take. */
export function SendOutcomeText({ outcome }: { readonly outcome: SendOutcome }) {
  const { t, language } = useTexts();
  const s = useSendingTexts();
  const session = useSession();
  const { receipt, server, judgedBy, refused, incoming, added, changed, removed } = outcome;
  const at = showMoment(Date.parse(receipt.at));
  return (
    <section role="status">
      <Sentence intent="success">
        {t(outcome.state === 'sent' ? 'sending.sent' : 'sending.unchanged', { number: receipt.number, at })}
      </Sentence>
      {outcome.state === 'sent' ? <Text block>{t('sending.result', { added, changed, removed })}</Text> : null}
      <Text block>
        {t('sending.server', { cases: server.cases, errors: server.errors, warnings: server.warnings })}
      </Text>
      {judgedBy && judgedBy.norms !== 'same' ? (
        <Sentence intent="warning">{s(`judged.${judgedBy.norms}`, { title: judgedBy.title[language] })}</Sentence>
      ) : null}
      {refused.length > 0 ? (
        <Sentence intent="warning">
          {t('sending.refused', { count: refused.length })}{' '}
          {refused.map(({ rowId, cell }) =>
            cell ? (
              <SmallLink key={rowId} onClick={() => void session.goTo(cell)}>
                {a1(cell.row, cell.column)}{' '}
              </SmallLink>
            ) : null,
          )}
        </Sentence>
      ) : null}
      {incoming.length > 0 ? <IncomingEdits incoming={incoming} /> : null}
    </section>
  );
}
