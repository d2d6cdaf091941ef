import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import { packById } from '../../../shared/packs/packs.ts';
import type { SyncError } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import type { Comparison } from '../../engine/local-copy.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import type { Sending } from '../../engine/sending.ts';
import { showMoment, useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useRegionTexts } from '../region/region-texts.ts';
import { useSending } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useSession } from '../session-access.tsx';
import type { RemarkCells } from './remark-cells.ts';

const useStyles = makeStyles({
  one: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  remarks: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface HandInItemProps {
  readonly handIn: HandIn;
  readonly client: RegionClient;
  readonly cells: RemarkCells;
}

/** One handing in: its state, its receipt, the remarks at their cells, and whether the open copy is the one handed in. */
export function HandInItem({ handIn, client, cells }: HandInItemProps) {
  const { language } = useTexts();
  const { r, periodTitle } = useRegionTexts();
  const styles = useStyles();
  const sending = useSending();
  const [held, setHeld] = useState<Comparison | SyncError | null>(null);
  const { number, at, state, period, note, receipt } = handIn;
  const facts = { period: periodTitle(period), state: r(`state.${state}`), number, at: showMoment(Date.parse(at)) };
  const { rows, pack } = receipt.statement;
  const hold = async (): Promise<void> => setHeld(await compare(handIn, client, sending));
  return (
    <div className={styles.one}>
      <Text weight="semibold">{r('hand-in.state', facts)}</Text>
      <Text size={200}>
        {r('hand-in.receipt', {
          number,
          rows,
          pack: packById(pack.id)?.title[language] ?? pack.id,
          version: pack.version,
          key: receipt.key,
        })}
      </Text>
      {note === '' ? null : <Sentence intent="warning">{r('hand-in.note', { text: note })}</Sentence>}
      {handIn.remarks.length > 0 ? <RemarkList handIn={handIn} cells={cells} /> : null}
      <Button size="small" onClick={() => void hold()}>
        {r('hand-in.hold')}
      </Button>
      <div role="status">{held ? <HeldText held={held} handIn={handIn} /> : null}</div>
    </div>
  );
}

async function compare(handIn: HandIn, client: RegionClient, sending: Sending): Promise<Comparison | SyncError> {
  const copy = await sending.copy();
  if (!copy.ok) return copy.error;
  const [frozen, keys] = await Promise.all([
    client.frozenRows(copy.value.district, handIn.number),
    client.receiptKeys(),
  ]);
  if (!frozen.ok) return frozen.error;
  if (!keys.ok) return keys.error;
  return await copy.value.compare({ handIn, frozen: frozen.value, keys: keys.value });
}

function RemarkList({ handIn, cells }: Pick<HandInItemProps, 'handIn' | 'cells'>) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  return (
    <ul className={styles.remarks} aria-label={r('hand-in.remarks')}>
      {handIn.remarks.map(({ row, field, text }, index) => (
        <li key={`${index} ${row ?? ''}`}>
          {row === null ? r('hand-in.remark.whole') : <CellLink cell={cells({ row, field })} />}: {text}
        </li>
      ))}
    </ul>
  );
}

function CellLink({ cell }: { readonly cell: CellAddress | null }) {
  const { r } = useRegionTexts();
  const session = useSession();
  if (cell === null) return r('hand-in.remark.gone');
  return <SmallLink onClick={() => void session.goTo(cell)}>{`${cell.sheet}!${a1(cell.row, cell.column)}`}</SmallLink>;
}

interface HeldTextProps {
  readonly held: Comparison | SyncError;
  readonly handIn: HandIn;
}

function HeldText({ held, handIn }: HeldTextProps) {
  const { r } = useRegionTexts();
  const { number, state } = handIn;
  if ('code' in held) return <SendingError error={held} />;
  if (held.state === 'forged') return <Sentence intent="error">{r('hand-in.forged', { number })}</Sentence>;
  if (held.state === 'same') {
    return <Sentence intent="success">{r('hand-in.same', { number, state: r(`hand-in.${state}`) })}</Sentence>;
  }
  const { changed, added, gone, cells } = held;
  return (
    <Sentence intent="warning">
      {r('hand-in.differs', { number, changed, added, gone })}{' '}
      {cells.map((cell) => (
        <span key={`${cell.sheet}!${a1(cell.row, cell.column)}`}>
          <CellLink cell={cell} />{' '}
        </span>
      ))}
    </Sentence>
  );
}
