import { Button, Field, makeStyles, Subtitle2, Text, Textarea, tokens } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import type { HandIn, HandInDecision, Remark } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { showMoment, useTexts } from '../language.tsx';
import { Working } from '../parts/working.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { OpenedPanel } from './opened-panel.tsx';
import type { ShownRow } from './picture-rows.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { RemarkForm } from './remark-form.tsx';
import { useRegionTexts } from './region-texts.ts';
import { useAnswer } from './use-answer.ts';
import { useDeed } from './use-deed.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  item: {
    width: '100%',
    maxWidth: '640px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
  },
});

interface HandInReviewProps {
  readonly client: RegionClient;
  readonly row: Pick<ShownRow, 'district' | 'lastSending'>;
  readonly period: string;
  readonly mayDecide: boolean;
  /** Something was decided. */
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

/** What a district has handed in for the period, and the manager's answer to it. */
export function HandInReview({
  client,
  row: { district, lastSending },
  period,
  mayDecide,
  onDecided,
  onClose,
}: HandInReviewProps) {
  const { r } = useRegionTexts();
  const { isBusy, error, act } = useDeed();
  const ask = useCallback(() => client.handIns(district.id), [client, district.id]);
  const { outcome, again } = useAnswer(ask);
  const decide = async (number: number, decision: HandInDecision): Promise<void> => {
    const decided = await act(client.decide(district.id, number, decision));
    if (!decided.ok) return;
    await again();
    onDecided();
  };
  const handIns = outcome?.ok ? outcome.value.filter((one) => one.period === period) : [];
  return (
    <OpenedPanel label={r('review', { district: district.title })} isScreenOnly onClose={onClose}>
      <Subtitle2 as="h3">{r('review', { district: district.title })}</Subtitle2>
      {error ? <SendingError error={error} /> : null}
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {outcome?.ok && handIns.length === 0 ? (
        <Text>
          {r('review.none')}{' '}
          {lastSending === null
            ? r('review.none.silent')
            : r('review.none.sent', { at: showMoment(Date.parse(lastSending.at)) })}
        </Text>
      ) : null}
      {handIns.map((one) => (
        <ReviewItem
          key={one.number}
          handIn={one}
          mayDecide={mayDecide}
          isBusy={isBusy}
          onDecide={decide}
          client={client}
          district={district.id}
        />
      ))}
    </OpenedPanel>
  );
}

interface ReviewItemProps {
  readonly handIn: HandIn;
  readonly client: RegionClient;
  readonly district: string;
  readonly mayDecide: boolean;
  /** A decision is on its way. */
  readonly isBusy: boolean;
  readonly onDecide: (number: number, decision: HandInDecision) => Promise<void>;
}

function ReviewItem({ handIn, client, district, mayDecide, isBusy, onDecide }: ReviewItemProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [isReturning, setIsReturning] = useState(false);
  const [hasReturned, setHasReturned] = useState(false);
  const { number, at, state, counts, explanation, note, remarks } = handIn;
  const facts = { number, at: showMoment(Date.parse(at)), cases: counts.cases, warnings: counts.warnings };
  const isOpen = state === 'submitted' && mayDecide;
  return (
    <div className={styles.item}>
      <Text block weight="semibold">
        {r('review.item', facts)}, {r(`state.${state}`)}
      </Text>
      {explanation === '' ? null : <Text block>{r('review.explanation', { text: explanation })}</Text>}
      {note === '' ? null : <Text block>{r('hand-in.note', { text: note })}</Text>}
      {remarks.length === 0 ? null : <Text block>{r('review.remarks', { count: remarks.length })}</Text>}
      {isOpen && !isReturning ? (
        <div className={styles.actions}>
          <Button appearance="primary" disabled={isBusy} onClick={() => void onDecide(number, { verdict: 'accepted' })}>
            {r('review.accept')}
          </Button>
          <Button
            ref={hasReturned ? takeLostFocus : null}
            onClick={() => {
              setIsReturning(true);
              setHasReturned(true);
            }}
          >
            {r('review.return')}
          </Button>
        </div>
      ) : null}
      {isOpen && isReturning ? (
        <ReturnForm
          client={client}
          district={district}
          number={number}
          isBusy={isBusy}
          onCancel={() => setIsReturning(false)}
          onReturn={(decision) => onDecide(number, decision)}
        />
      ) : null}
    </div>
  );
}

interface ReturnFormProps {
  readonly client: RegionClient;
  readonly district: string;
  readonly number: number;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onReturn: (decision: HandInDecision) => Promise<void>;
}

function ReturnForm({ client, district, number, isBusy, onCancel, onReturn }: ReturnFormProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [note, setNote] = useState('');
  const [draft, setDraft] = useState('');
  const [remarks, setRemarks] = useState<readonly DraftRemark[]>([]);
  const form = useRef<HTMLDivElement>(null);
  const takeAway = (at: number): void => {
    setRemarks(remarks.toSpliced(at, 1));
    // The button goes with its remark.
    form.current?.focus();
  };
  return (
    <div ref={form} tabIndex={-1} className={styles.form}>
      <Field label={r('review.note')}>
        <Textarea ref={takeLostFocus} value={note} maxLength={1000} onChange={(_event, { value }) => setNote(value)} />
      </Field>
      <DraftRemarks remarks={remarks} onTakeAway={takeAway} />
      <RemarkForm
        client={client}
        district={district}
        number={number}
        text={draft}
        onText={setDraft}
        onAdd={(remark, record) => setRemarks([...remarks, { remark, record }])}
      />
      <Text role="status" block>
        {draft.trim() === '' ? '' : r('review.unadded')}
      </Text>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={isBusy || draft.trim() !== '' || (note.trim() === '' && remarks.length === 0)}
          onClick={() =>
            void onReturn({ verdict: 'returned', note: note.trim(), remarks: remarks.map(({ remark }) => remark) })
          }
        >
          {r('review.send')}
        </Button>
        <Button onClick={onCancel}>{r('review.cancel')}</Button>
      </div>
    </div>
  );
}

interface DraftRemark {
  readonly remark: Remark;
  /** What the record is called. */
  readonly record: string;
}

interface DraftRemarksProps {
  readonly remarks: readonly DraftRemark[];
  readonly onTakeAway: (at: number) => void;
}

function DraftRemarks({ remarks, onTakeAway }: DraftRemarksProps) {
  const { language } = useTexts();
  const { r } = useRegionTexts();
  return remarks.map(({ remark: { row, field, text }, record }, at) => (
    <Text key={`${row ?? ''} ${field ?? ''} ${text}`} block size={200}>
      {row === null ? r('hand-in.remark.whole') : record}
      {field === null ? null : `, ${fieldTitle(field, language, 'families')}`}: {text}{' '}
      <Button
        size="small"
        appearance="subtle"
        aria-label={r('review.take-away', { text })}
        onClick={() => onTakeAway(at)}
      >
        {r('files.remove')}
      </Button>
    </Text>
  ));
}
