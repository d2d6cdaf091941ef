/**
 * The region's remarks on a register that was given back: marks at their cells, and a line over every screen until the
 * register is handed in anew. Asked of the server once for a connection, put to the cells anew after every check.
 */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { failed, type Outcome } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import { ownHandIns } from '../../engine/held-copy.ts';
import { regionClient } from '../../engine/region-client.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import type { Mark } from '../../engine/workbook-port.ts';
import { Sentence } from '../parts/sentence.tsx';
import { useRegionTexts } from '../region/region-texts.ts';
import { useAnswer } from '../region/use-answer.ts';
import { SERVER_PORTS, useSending } from '../sending/sending-access.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { remarkCells } from './remark-cells.ts';

interface Returned {
  readonly handIn: HandIn;
  readonly marks: readonly Mark[];
}

interface RemarkWatchProps {
  readonly connection: Connection;
  readonly onShow: () => void;
}

export default function RemarkWatch({ connection, onShow }: RemarkWatchProps) {
  const { r, periodTitle } = useRegionTexts();
  const session = useSession();
  const [isAway, setIsAway] = useState(false);
  const returned = useReturned(connection);
  useEffect(() => {
    void session.showRemarks(returned?.marks ?? []);
  }, [session, returned]);
  if (returned === null || isAway) return null;
  const { period, remarks } = returned.handIn;
  return (
    <Sentence
      intent="warning"
      onDismiss={() => setIsAway(true)}
      actions={
        <Button size="small" onClick={onShow}>
          {r('remarks.show')}
        </Button>
      }
    >
      {r('remarks.banner', { period: periodTitle(period), count: remarks.length })}
    </Sentence>
  );
}

/** The newest handing in of the open register, where the region has given it back; null otherwise. */
function useReturned(connection: Connection): Returned | null {
  const sending = useSending();
  const client = useMemo(() => regionClient(connection, SERVER_PORTS), [connection]);
  const memory = useSessionState((state) => state.remembered.sync);
  const checkedAt = useSessionState((state) => state.run?.finishedAtMs ?? 0);
  const ask = useCallback(async (): Promise<Outcome<Returned>> => {
    if (memory === null || checkedAt === 0) return failed('nothing-to-send');
    const own = await ownHandIns(client, sending);
    if (!own.ok) return own;
    const { copy, handIns } = own.value;
    const [last] = handIns;
    if (last?.state !== 'returned') return failed('nothing-to-send');
    const cellOf = await remarkCells(copy, [last]);
    const marks = last.remarks.flatMap(({ row, field }): readonly Mark[] => {
      const cell = row === null ? null : cellOf({ row, field });
      return cell === null ? [] : [{ cell, severity: 'warning' }];
    });
    return { ok: true, value: { handIn: last, marks } };
  }, [sending, client, memory, checkedAt]);
  const { outcome } = useAnswer(ask);
  return outcome?.ok ? outcome.value : null;
}
