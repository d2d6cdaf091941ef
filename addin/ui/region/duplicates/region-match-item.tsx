import { Button, Field, Select, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import {
  MAX_MATCH_REASON,
  VERDICTS,
  type RegionDecision,
  type RegionMatchView,
} from '../../../../shared/sync/duplicate-wire.ts';
import type { DuplicatesClient } from '../../../engine/duplicates-client.ts';
import { showMoment } from '../../language.tsx';
import { SendingError } from '../../sending/sending-error.tsx';
import { useDeed } from '../use-deed.ts';
import { useOpenedNames } from './use-opened-names.ts';
import { useCaseFacts, useDuplicateTexts } from './use-duplicates.ts';
import { useDuplicateStyles } from './use-duplicate-styles.ts';

interface RegionMatchItemProps {
  readonly match: RegionMatchView;
  readonly onDecide: DuplicatesClient['decide'];
  readonly onDecided: () => Promise<void>;
}

/** Both sides of a match, the words about it, and the decision. */
export function RegionMatchItem({ match, onDecide, onDecided }: RegionMatchItemProps) {
  const d = useDuplicateTexts();
  const styles = useDuplicateStyles();
  const { isBusy, error, act } = useDeed();
  const districts = match.cases.map(({ district }) => district.title).join(' — ');
  const isDecided = match.words.some(({ district, hasLapsed }) => district === null && !hasLapsed);
  const decide = async (verdict: RegionDecision['verdict'], reason: string): Promise<void> => {
    const cases = match.cases.map(({ district, register, row }) => ({ district: district.id, register, row }));
    const decided = await act(onDecide({ cases, verdict, reason }));
    if (decided.ok) await onDecided();
  };
  return (
    <li className={styles.item} aria-label={d('match', { districts })}>
      <Text weight="semibold">
        {d('signs', { count: match.signs })}: {d(`state.${match.state}`)}
      </Text>
      <Sides match={match} />
      <Words match={match} />
      {error ? <SendingError error={error} /> : null}
      {isDecided ? (
        <Button size="small" disabled={isBusy} onClick={() => void decide('open', d('undo.reason'))}>
          {d('undo')}
        </Button>
      ) : (
        <DecideForm isBusy={isBusy} onDecide={decide} />
      )}
    </li>
  );
}

function Sides({ match }: { readonly match: RegionMatchView }) {
  const d = useDuplicateTexts();
  const factsOf = useCaseFacts();
  const styles = useDuplicateStyles();
  const names = useOpenedNames(
    match.cases.map(({ district, row, applicant }) =>
      applicant === null
        ? null
        : { district: district.id, table: 'families', row, field: 'applicant', value: applicant },
    ),
  );
  return (
    <ul className={styles.plain}>
      {match.cases.map((one, at) => (
        <li key={`${one.district.id} ${one.row}`}>
          {d('side', { district: one.district.title, name: names[at] ?? d('side.nameless', { row: one.row }) })}
          <Text block size={200} className={styles.quiet}>
            {factsOf(one)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Words({ match }: { readonly match: RegionMatchView }) {
  const d = useDuplicateTexts();
  const titleOf = (id: string): string => match.cases.find(({ district }) => district.id === id)?.district.title ?? id;
  if (match.words.length === 0) return <Text size={200}>{d('word.none')}</Text>;
  return (
    <div>
      {match.words.map(({ district, verdict, reason, at, hasLapsed }) => {
        const said = { verdict: d(`state.${verdict}`), reason: reason === '' && district !== null ? 'empty' : reason };
        const text =
          district === null
            ? d('word.region', { ...said, at: showMoment(Date.parse(at)) })
            : d('word.district', { ...said, district: titleOf(district) });
        return (
          <Text key={district ?? ''} block size={200}>
            {hasLapsed ? `${text} (${d('word.lapsed')})` : text}
          </Text>
        );
      })}
    </div>
  );
}

interface DecideFormProps {
  readonly isBusy: boolean;
  readonly onDecide: (verdict: RegionDecision['verdict'], reason: string) => Promise<void>;
}

function DecideForm({ isBusy, onDecide }: DecideFormProps) {
  const d = useDuplicateTexts();
  const styles = useDuplicateStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('same');
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setIsOpen(true)}>
        {d('decide')}
      </Button>
    );
  }
  return (
    <>
      <Field className={styles.field} label={d('verdict')}>
        <Select
          value={verdict}
          onChange={(_event, { value }) => setVerdict(VERDICTS.find((one) => one === value) ?? verdict)}
        >
          {VERDICTS.map((one) => (
            <option key={one} value={one}>
              {d(`about.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={d('reason')} hint={d('reason.hint')}>
        <Textarea value={reason} maxLength={MAX_MATCH_REASON} onChange={(_event, { value }) => setReason(value)} />
      </Field>
      <Button
        appearance="primary"
        disabled={isBusy || reason.trim() === ''}
        onClick={() => void onDecide(verdict, reason.trim())}
      >
        {d('decide')}
      </Button>
    </>
  );
}
