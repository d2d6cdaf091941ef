import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { failed, type Outcome } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import { ownHandIns } from '../../engine/held-copy.ts';
import type { LocalCopy } from '../../engine/local-copy.ts';
import { regionClient } from '../../engine/region-client.ts';
import type { Connection, SendOutcome } from '../../engine/sync-contract.ts';
import { KeyNeeded } from '../keys/key-needed.tsx';
import { useKeyring } from '../keys/pane-keyring.ts';
import { useAnswer } from '../region/use-answer.ts';
import { useRegionTexts } from '../region/region-texts.ts';
import { SERVER_PORTS, useSending, useSendingState } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useSessionState } from '../session-access.tsx';
import { HandInForm } from './hand-in-form.tsx';
import { HandInItem } from './hand-in-item.tsx';
import { remarkCells, type RemarkCells } from './remark-cells.ts';

const useStyles = makeStyles({
  title: { margin: 0 },
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
  readonly cells: RemarkCells;
}

/** Handing the register in for a period, and what the region said of it. */
export function HandInPanel({ connection, outcome }: HandInPanelProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const client = useMemo(() => regionClient(connection, SERVER_PORTS), [connection]);
  const ask = useKnown(client);
  const { outcome: known, again } = useAnswer(ask);
  const { work, error } = useSendingState();
  // One field for the key: the look at what will leave has its own, above.
  const isAskedAbove = work?.kind === 'planning' || error?.code === 'region-key-needed';
  const code = known && !known.ok ? known.error.code : null;
  return (
    <section className={styles.panel} aria-label={r('hand-in')}>
      <Subtitle2 as="h2" className={styles.title}>
        {r('hand-in')}
      </Subtitle2>
      <Text>{r('hand-in.lead')}</Text>
      {code === 'region-key-needed' && !isAskedAbove ? <KeyNeeded /> : null}
      {known && !known.ok && code !== 'nothing-to-send' && code !== 'region-key-needed' ? (
        <SendingError error={known.error} />
      ) : null}
      {outcome && known?.ok ? (
        <HandInForm
          client={client}
          copy={known.value.copy}
          outcome={outcome}
          handIns={known.value.handIns}
          onDone={() => void again()}
        />
      ) : null}
      {outcome === null ? <Text>{r('hand-in.send-first')}</Text> : null}
      {known?.ok
        ? known.value.handIns.map((one) => (
            <HandInItem key={one.number} handIn={one} client={client} cells={known.value.cells} />
          ))
        : null}
    </section>
  );
}

/** Asks anew when the workbook's memory or the keys at hand change. */
function useKnown(client: ReturnType<typeof regionClient>) {
  const sending = useSending();
  const { keys } = useKeyring();
  const memory = useSessionState((state) => state.remembered.sync);
  return useCallback(async (): Promise<Outcome<Known>> => {
    // Named here so that the question is another one with other keys or another memory.
    if (memory === null || keys === null) return failed('nothing-to-send');
    const own = await ownHandIns(client, sending);
    if (!own.ok) return own;
    return { ok: true, value: { ...own.value, cells: await remarkCells(own.value.copy, own.value.handIns) } };
  }, [client, sending, memory, keys]);
}
