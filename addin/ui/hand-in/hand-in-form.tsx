import { Button, Field, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { dueQuarter, quartersUpTo } from '../../../shared/reports/report-period.ts';
import type { SyncError } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import { explainedErrors } from '../../engine/home-rules.ts';
import type { LocalCopy } from '../../engine/local-copy.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { Sentence } from '../parts/sentence.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useRegionTexts } from '../region/region-texts.ts';
import { useAnswer } from '../region/use-answer.ts';
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

/** The period, what stands in the way, the explanation, and the deed. */
export function HandInForm({ client, copy, outcome, handIns, onDone }: HandInFormProps) {
  const { r, periodTitle } = useRegionTexts();
  const styles = useStyles();
  const [period, setPeriod] = useState(() => dueQuarter(today()));
  const [explanation, setExplanation] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const [error, setError] = useState<SyncError | null>(null);
  const { errors, warnings } = outcome.server;
  const ask = useCallback(() => client.deadline(period), [client, period]);
  const { outcome: due } = useAnswer(ask);
  const handIn = async (): Promise<void> => {
    setIsWorking(true);
    const sending = outcome.receipt.number;
    const request = { epoch: copy.epoch ?? '', period, sending, explanation: explanation.trim() };
    const done = await client.handIn(copy.district, copy.register, request);
    setIsWorking(false);
    setError(done.ok ? null : done.error);
    if (done.ok) onDone();
  };
  // What the region has said of this very sending; the newest comes first.
  const said = handIns.find((one) => one.period === period && Date.parse(one.at) >= Date.parse(outcome.receipt.at));
  const isDone = said !== undefined && said.state !== 'returned';
  const isExplained = warnings === 0 || explanation.trim() !== '';
  return (
    <div className={styles.form}>
      <Field className={styles.wide} label={r('period')}>
        <Select value={period} onChange={(_event, { value }) => setPeriod(value)}>
          {quartersUpTo(today(), OFFERED_QUARTERS).map((key) => (
            <option key={key} value={key}>
              {periodTitle(key)}
            </option>
          ))}
        </Select>
      </Field>
      {due?.ok ? (
        <Text>
          {r('deadline', { day: due.value.day })}
          {due.value.isSet ? `, ${r('due.is-set')}` : ''}
        </Text>
      ) : null}
      {isDone ? (
        <Text ref={takeLostFocus} tabIndex={-1}>
          {r('hand-in.is-done')}
        </Text>
      ) : (
        <>
          <InTheWay outcome={outcome} isReturned={said !== undefined} />
          {warnings > 0 ? (
            <Field className={styles.wide} label={r('hand-in.explanation')} hint={r('hand-in.explanation.hint')}>
              <Textarea value={explanation} maxLength={1000} onChange={(_event, { value }) => setExplanation(value)} />
            </Field>
          ) : null}
          {error ? <SendingError error={error} /> : null}
          <Button
            appearance={said ? 'secondary' : 'primary'}
            disabled={isWorking || errors > 0 || !isExplained}
            onClick={() => void handIn()}
          >
            {r(said ? 'hand-in.do-again' : 'hand-in.do')}
          </Button>
        </>
      )}
    </div>
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
