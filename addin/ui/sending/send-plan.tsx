import { Button, Checkbox, makeStyles, ProgressBar, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/domain/fields.ts';
import type { SendPlan } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { useSending, useSendingState } from './sending-access.tsx';
import { WithheldCells } from './withheld-cells.tsx';

const useStyles = makeStyles({
  plan: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  bar: { width: '100%' },
});

type FieldsByKind = Readonly<Partial<Record<RecordKind, readonly string[]>>>;

/** What leaves the workbook and what stays, before anything is sent. */
export function SendPlanText({ plan }: { readonly plan: SendPlan }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { work } = useSendingState();
  const [areRemovalsMeant, setAreRemovalsMeant] = useState(false);
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
  const percent = Math.round((work?.share ?? 0) * 100);
  return (
    <section className={styles.plan}>
      <Subtitle2 as="h2">{t('sending.prepare')}</Subtitle2>
      {plan.isFirst ? <Text>{t('sending.plan.first')}</Text> : null}
      <Text>{t('sending.plan.counts', { added: plan.added, changed: plan.changed, unchanged: plan.unchanged })}</Text>
      {home === '' ? null : <Text>{t('sending.plan.home', { fields: home })}</Text>}
      {keys === '' ? null : <Text>{t('sending.plan.keys', { fields: keys })}</Text>}
      {plan.withheld.length > 0 ? <WithheldCells withheld={plan.withheld} /> : null}
      {plan.removed.length > 0 ? (
        <Checkbox
          label={t('sending.plan.removed', { count: plan.removed.length })}
          checked={areRemovalsMeant}
          onChange={(_event, { checked }) => setAreRemovalsMeant(checked === true)}
        />
      ) : null}
      {work?.kind === 'sending' ? (
        <>
          <Text role="status">{t('sending.sending', { percent })}</Text>
          <ProgressBar className={styles.bar} value={work.share} aria-label={t('sending.sending', { percent })} />
          <Button onClick={sending.stop}>{t('check.stop')}</Button>
        </>
      ) : (
        <Button appearance="primary" disabled={work !== null} onClick={() => void sending.send(areRemovalsMeant)}>
          {t('sending.send')}
        </Button>
      )}
    </section>
  );
}
