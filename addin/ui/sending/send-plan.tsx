import { Button, makeStyles, ProgressBar, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/domain/fields.ts';
import type { SendPlan } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { OtherRegisters } from './other-registers.tsx';
import { PlannedRows } from './planned-rows.tsx';
import { Removals, removalProblem, type RemovalWish } from './removals.tsx';
import { SendingError } from './sending-error.tsx';
import { useSending, useSendingState } from './sending-access.tsx';
import { useSendingTexts } from './use-sending-texts.ts';
import { WithheldCells } from './withheld-cells.tsx';

const useStyles = makeStyles({
  plan: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  title: { margin: 0 },
  bar: { width: '100%' },
});

type FieldsByKind = Readonly<Partial<Record<RecordKind, readonly string[]>>>;

const NO_REMOVAL: RemovalWish = { isMeant: false, reason: '' };

/** What leaves the workbook and what stays, before anything is sent. */
export function SendPlanText({ plan }: { readonly plan: SendPlan }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { connection, work, others, error } = useSendingState();
  const s = useSendingTexts();
  const [meant, setMeant] = useState({ of: plan, removal: NO_REMOVAL });
  // A yes to the rows of one look is none to those of another.
  const removal = meant.of === plan ? meant.removal : NO_REMOVAL;
  const [choice, setChoice] = useState({ among: others, register: '' });
  // What was chosen among other registers is no answer to the question as it stands now.
  const register = choice.among === others ? choice.register : '';
  const isUndecided = (others.length > 0 && register === '') || removalProblem(removal) !== null;
  const send = (): void =>
    void sending.send({
      removalReason: removal.isMeant && plan.removed.length > 0 ? removal.reason.trim() : null,
      replaces: others.some(({ id }) => id === register) ? register : null,
    });
  const titles = (fields: FieldsByKind): string =>
    [
      ...new Set(
        (Object.entries(fields) as [RecordKind, readonly string[]][]).flatMap(([kind, names]) =>
          names.map((name) => fieldTitle(name, language, kind)),
        ),
      ),
    ].join(', ');
  const home = titles(plan.staysHome);
  const keys = titles(plan.leavesAsKey);
  const sealed = titles(plan.leavesSealed);
  const percent = Math.round((work?.share ?? 0) * 100);
  const district = connection?.districts.find(({ id }) => id === plan.district)?.title ?? plan.district;
  return (
    <section className={styles.plan}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('sending.prepare')}
      </Subtitle2>
      {plan.resumed ? <Text>{s('resumed', { ...plan.resumed })}</Text> : null}
      {plan.isFirst && !plan.resumed ? <Text>{t('sending.plan.first', { district })}</Text> : null}
      <Text>{t('sending.plan.counts', { added: plan.added, changed: plan.changed, unchanged: plan.unchanged })}</Text>
      {home === '' ? null : <Text>{t('sending.plan.home', { fields: home })}</Text>}
      {sealed === '' ? null : <Text>{s('sealed', { fields: sealed })}</Text>}
      {keys === '' ? null : <Text>{t('sending.plan.keys', { fields: keys })}</Text>}
      {plan.withheld.count > 0 ? <WithheldCells withheld={plan.withheld} /> : null}
      <PlannedRows plan={plan} what="added" count={plan.added} />
      <PlannedRows plan={plan} what="changed" count={plan.changed} />
      <PlannedRows plan={plan} what="removed" count={plan.removed.length} />
      {plan.removed.length > 0 ? (
        <Removals wish={removal} onChange={(wish) => setMeant({ of: plan, removal: wish })} />
      ) : null}
      {others.length > 0 ? (
        <OtherRegisters
          others={others}
          chosen={register}
          onChoose={(chosen) => setChoice({ among: others, register: chosen })}
        />
      ) : null}
      {error ? <SendingError error={error} /> : null}
      {work?.kind === 'sending' ? (
        <>
          <Text role="status">{work.isRetrying ? s('retrying') : t('sending.sending', { percent })}</Text>
          <ProgressBar className={styles.bar} value={work.share} aria-label={t('sending.sending', { percent })} />
          <Button onClick={sending.stop}>{t('check.stop')}</Button>
        </>
      ) : (
        <Button appearance="primary" disabled={work !== null || isUndecided} onClick={send}>
          {t('sending.send')}
        </Button>
      )}
    </section>
  );
}
