import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { dueQuarter, quartersUpTo } from '../../../shared/reports/report-period.ts';
import type { Outcome } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import { explainedErrors } from '../../engine/home-rules.ts';
import type { LocalCopy } from '../../engine/local-copy.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { Sentence } from '../parts/sentence.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { PeriodSelect } from '../region/period-select.tsx';
import { dueText, useRegionTexts } from '../region/region-texts.ts';
import { useAnswer } from '../region/use-answer.ts';
import { useDeed } from '../region/use-deed.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { useSessionState } from '../session-access.tsx';
import { today } from '../today.ts';
import { NotJudged } from './not-judged.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  wide: { width: '100%' },
});

const OFFERED_QUARTERS = 4;

interface HandInFormProps {
  readonly client: RegionClient;
  readonly copy: LocalCopy;
  readonly outcome: SendOutcome;
  /** What was handed in of this register. */
  readonly handIns: readonly HandIn[];
  readonly onDone: () => void;
}

/** The period and its deadline; then the deed, or that it is done. */
export function HandInForm({ client, copy, outcome, handIns, onDone }: HandInFormProps) {
  const texts = useRegionTexts();
  const { r } = texts;
  const styles = useStyles();
  const [period, setPeriod] = useState(() => dueQuarter(today()));
  const ask = useCallback(() => client.deadline(period), [client, period]);
  const { outcome: due } = useAnswer(ask);
  const handIn = (explanation: string): Promise<Outcome<HandIn>> =>
    client.handIn(copy.district, copy.register, {
      epoch: copy.epoch ?? '',
      period,
      sending: outcome.receipt.number,
      explanation,
    });
  // What the region has said of this very sending; the newest comes first.
  const said = handIns.find((one) => one.period === period && Date.parse(one.at) >= Date.parse(outcome.receipt.at));
  return (
    <div className={styles.form}>
      <PeriodSelect
        className={styles.wide}
        periods={quartersUpTo(today(), OFFERED_QUARTERS)}
        period={period}
        onPeriod={setPeriod}
      />
      {due?.ok ? <Text>{dueText(texts, due.value)}</Text> : null}
      {said !== undefined && said.state !== 'returned' ? (
        <Text ref={takeLostFocus} tabIndex={-1}>
          {r('hand-in.is-done')}
        </Text>
      ) : (
        <HandInDeed outcome={outcome} isReturned={said !== undefined} onHandIn={handIn} onDone={onDone} />
      )}
    </div>
  );
}

interface HandInDeedProps extends InTheWayProps {
  readonly onHandIn: (explanation: string) => Promise<Outcome<HandIn>>;
  readonly onDone: () => void;
}

/** What stands in the way, the explanation that is owed, and the button. */
function HandInDeed({ outcome, isReturned, onHandIn, onDone }: HandInDeedProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [explanation, setExplanation] = useState('');
  const { isBusy, error, act } = useDeed();
  const { errors, warnings } = outcome.server;
  const isExplained = warnings === 0 || explanation.trim() !== '';
  const handIn = async (): Promise<void> => {
    const done = await act(onHandIn(explanation.trim()));
    if (done.ok) onDone();
  };
  return (
    <>
      <InTheWay outcome={outcome} isReturned={isReturned} />
      {warnings > 0 ? (
        <Field className={styles.wide} label={r('hand-in.explanation')} hint={r('hand-in.explanation.hint')}>
          <Textarea value={explanation} maxLength={1000} onChange={(_event, { value }) => setExplanation(value)} />
        </Field>
      ) : null}
      {error ? <SendingError error={error} /> : null}
      <Button
        appearance={isReturned ? 'secondary' : 'primary'}
        disabled={isBusy || errors > 0 || !isExplained}
        onClick={() => void handIn()}
      >
        {r(isReturned ? 'hand-in.do-again' : 'hand-in.do')}
      </Button>
    </>
  );
}

interface InTheWayProps {
  readonly outcome: SendOutcome;
  /** The region has given this very sending back. */
  readonly isReturned: boolean;
}

/** What the server holds against handing in, and what it cannot judge. */
function InTheWay({ outcome, isReturned }: InTheWayProps) {
  const { r } = useRegionTexts();
  const { errors, warnings } = outcome.server;
  const explained = useSessionState(({ run }) => (run ? explainedErrors(outcome.notJudged, run.explained) : 0));
  return (
    <>
      {isReturned ? <Sentence intent="warning">{r('hand-in.is-returned')}</Sentence> : null}
      {errors > 0 ? <Sentence intent="error">{r('hand-in.errors', { errors })}</Sentence> : null}
      {errors > 0 && explained > 0 ? <Text>{r('hand-in.errors.explained', { count: explained })}</Text> : null}
      {warnings > 0 ? <Sentence intent="warning">{r('hand-in.warnings', { warnings })}</Sentence> : null}
      {errors + warnings === 0 && !isReturned ? <Text>{r('hand-in.clear')}</Text> : null}
      <NotJudged rules={outcome.notJudged} />
    </>
  );
}
