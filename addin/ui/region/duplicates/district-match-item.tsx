import { Button, Text } from '@fluentui/react-components';
import { useRef } from 'react';
import type { CellAddress } from '../../../../shared/domain/cell-address.ts';
import { VERDICTS, type DistrictMatch } from '../../../../shared/sync/duplicate-wire.ts';
import type { Outcome } from '../../../../shared/sync/error-codes.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { CellLink } from '../../parts/cell-link.tsx';
import { SendingError } from '../../sending/sending-error.tsx';
import { useDeed } from '../use-deed.ts';
import { useCaseFacts, useDuplicateTexts } from './use-duplicates.ts';
import { useDuplicateStyles } from './use-duplicate-styles.ts';

interface DistrictMatchItemProps {
  readonly match: DistrictMatch;
  /** Null: the case is not in the open workbook. */
  readonly cell: CellAddress | null;
  readonly onAnswer: (verdict: DistrictMatch['state']) => Promise<Outcome<unknown>>;
}

/** One case of the district, what is asked about it, and what was said. */
export function DistrictMatchItem({ match, cell, onAnswer }: DistrictMatchItemProps) {
  const d = useDuplicateTexts();
  const factsOf = useCaseFacts();
  const styles = useDuplicateStyles();
  const { isBusy, error, act } = useDeed();
  const { state, mine, other } = match;
  const item = useRef<HTMLLIElement>(null);
  const answer = async (verdict: DistrictMatch['state']): Promise<void> => {
    await act(onAnswer(verdict));
    // The button goes with its answer: what it belonged to takes the focus, so that nobody is thrown to the top.
    item.current?.focus();
  };
  const district = other.title;
  const isOpen = state === 'open';
  return (
    <li className={styles.item} ref={item} tabIndex={-1}>
      {cell ? (
        <CellLink cell={cell}>{d('at.row', { sheet: cell.sheet, row: cell.row })}</CellLink>
      ) : (
        <Text>{d('at.gone')}</Text>
      )}
      <Text size={200} className={styles.quiet}>
        {factsOf(match)}
      </Text>
      <Text weight="semibold">
        {isOpen ? d('maybe', { district }) : d('confirmed', { district, state: d(`state.${state}`) })}
      </Text>
      <Words match={match} />
      {error ? <SendingError error={error} /> : null}
      {match.decidedBy === 'region' ? null : (
        <div className={styles.row}>
          {VERDICTS.filter((verdict) => verdict !== mine).map((verdict) => (
            <Button key={verdict} size="small" disabled={isBusy} onClick={() => void answer(verdict)}>
              {d(`do.${verdict}`)}
            </Button>
          ))}
          {mine === null ? null : (
            <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => void answer('open')}>
              {d('do.open')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Words({ match }: { readonly match: DistrictMatch }) {
  const d = useDuplicateTexts();
  const { state, mine, other, hasOtherAnswered, decidedBy, reason, hasLapsed } = match;
  const district = other.title;
  const differs = state === 'open' && mine !== null && hasOtherAnswered;
  return (
    <div role="status">
      {hasLapsed && mine === null ? <Sentence intent="warning">{d('lapsed')}</Sentence> : null}
      {decidedBy === 'region' ? <Text block>{d('by.region', { reason })}</Text> : null}
      {decidedBy === 'districts' ? <Text block>{d('by.districts')}</Text> : null}
      {mine === null ? null : <Text block>{d('mine', { verdict: d(`state.${mine}`) })}</Text>}
      {state === 'open' && !differs ? (
        <Text block>{d(hasOtherAnswered ? 'other.answered' : 'other.silent', { district })}</Text>
      ) : null}
      {differs ? <Text block>{d('other.differs')}</Text> : null}
      {state === 'same' || state === 'transfer' ? <Text block>{d(`next.${state}`)}</Text> : null}
    </div>
  );
}
