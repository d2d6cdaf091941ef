import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import type { Outcome } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import type { LocalCopy } from '../../engine/local-copy.ts';
import { regionClient } from '../../engine/region-client.ts';
import type { Connection, SendOutcome } from '../../engine/sync-contract.ts';
import { useAnswer } from '../region/use-answer.ts';
import { useRegionTexts } from '../region/region-texts.ts';
import { SERVER_PORTS } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { HandInForm } from './hand-in-form.tsx';
import { HandInItem } from './hand-in-item.tsx';
import { useLocalCopy } from './use-local-copy.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface HandInPanelProps {
  readonly connection: Connection;
  readonly outcome: SendOutcome | null;
}

interface Known {
  readonly copy: LocalCopy;
  readonly handIns: readonly HandIn[];
}

/** Handing the register in for a period, and what the region said of it. */
export function HandInPanel({ connection, outcome }: HandInPanelProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const client = useMemo(() => regionClient(connection, SERVER_PORTS), [connection]);
  const read = useLocalCopy();
  const ask = useCallback(async (): Promise<Outcome<Known>> => {
    const copy = await read();
    if (!copy.ok) return copy;
    const listed = await client.handIns(copy.value.district);
    if (!listed.ok) return listed;
    const handIns = listed.value.filter(({ register }) => register === copy.value.register);
    return { ok: true, value: { copy: copy.value, handIns } };
  }, [client, read]);
  const { outcome: known, again } = useAnswer(ask);
  const isUnsent = known !== null && !known.ok && known.error.code === 'nothing-to-send';
  return (
    <section className={styles.panel} aria-label={r('hand-in')}>
      <Subtitle2 as="h2">{r('hand-in')}</Subtitle2>
      <Text>{r('hand-in.lead')}</Text>
      {known && !known.ok && !isUnsent ? <SendingError error={known.error} /> : null}
      {outcome && known?.ok ? (
        <HandInForm client={client} copy={known.value.copy} outcome={outcome} onDone={() => void again()} />
      ) : (
        <Text>{r('hand-in.send-first')}</Text>
      )}
      {known?.ok
        ? known.value.handIns.map((one) => (
            <HandInItem key={one.number} handIn={one} client={client} copy={known.value.copy} read={read} />
          ))
        : null}
    </section>
  );
}
