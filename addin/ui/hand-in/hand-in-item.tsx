import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { SyncError } from '../../../shared/sync/error-codes.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import type { Comparison, LocalCopy } from '../../engine/local-copy.ts';
import { holdAgainst } from '../../engine/local-copy.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { showMoment } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useRegionTexts } from '../region/region-texts.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { useSession } from '../session-access.tsx';
import type { useLocalCopy } from './use-local-copy.ts';

const useStyles = makeStyles({
  one: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  remarks: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface HandInItemProps {
  readonly handIn: HandIn;
  readonly client: RegionClient;
  readonly copy: LocalCopy;
  readonly read: ReturnType<typeof useLocalCopy>;
}

/** One handing in: its state, its receipt, the remarks at their cells, and whether the open copy is the one handed in. */
export function HandInItem({ handIn, client, copy, read }: HandInItemProps) {
  const { r, periodTitle } = useRegionTexts();
  const styles = useStyles();
  const [held, setHeld] = useState<Comparison | SyncError | null>(null);
  const { number, at, state, period, note, receipt } = handIn;
  const facts = { period: periodTitle(period), state: r(`state.${state}`), number, at: showMoment(Date.parse(at)) };
  const { rows, pack } = receipt.statement;
  const hold = async (): Promise<void> => setHeld(await compare(handIn, client, read));
  return (
    <div className={styles.one}>
      <Text weight="semibold">{r('hand-in.state', facts)}</Text>
      <Text size={200}>
        {r('hand-in.receipt', { number, rows, pack: pack.id, version: pack.version, key: receipt.key })}
      </Text>
      {note === '' ? null : <Sentence intent="warning">{r('hand-in.note', { text: note })}</Sentence>}
      {handIn.remarks.length > 0 ? <RemarkList handIn={handIn} copy={copy} /> : null}
      <Button size="small" onClick={() => void hold()}>
        {r('hand-in.hold')}
      </Button>
      <div role="status">{held ? <HeldText held={held} handIn={handIn} copy={copy} /> : null}</div>
    </div>
  );
}

async function compare(
  handIn: HandIn,
  client: RegionClient,
  read: HandInItemProps['read'],
): Promise<Comparison | SyncError> {
  const copy = await read();
  if (!copy.ok) return copy.error;
  const [frozen, keys] = await Promise.all([
    client.frozenRows(copy.value.district, handIn.number),
    client.receiptKeys(),
  ]);
  if (!frozen.ok) return frozen.error;
  if (!keys.ok) return keys.error;
  return await holdAgainst(copy.value, handIn, { frozen: frozen.value, keys: keys.value });
}

function RemarkList({ handIn, copy }: Pick<HandInItemProps, 'handIn' | 'copy'>) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  return (
    <ul className={styles.remarks} aria-label={r('hand-in.remarks')}>
      {handIn.remarks.map(({ row, field, text }, index) => (
        <li key={`${index} ${row ?? ''}`}>
          {row === null ? r('hand-in.remark.whole') : <CellLink copy={copy} row={row} field={field} />}: {text}
        </li>
      ))}
    </ul>
  );
}

function CellLink({
  copy,
  row,
  field,
}: {
  readonly copy: LocalCopy;
  readonly row: string;
  readonly field: string | null;
}) {
  const { r } = useRegionTexts();
  const session = useSession();
  const cell = copy.cellAt(row, field);
  if (cell === null) return r('hand-in.remark.gone');
  return <SmallLink onClick={() => void session.goTo(cell)}>{`${cell.sheet}!${a1(cell.row, cell.column)}`}</SmallLink>;
}

const SHOWN = 20;

interface HeldTextProps {
  readonly held: Comparison | SyncError;
  readonly handIn: HandIn;
  readonly copy: LocalCopy;
}

function HeldText({ held, handIn, copy }: HeldTextProps) {
  const { r } = useRegionTexts();
  const { number, state } = handIn;
  if ('code' in held) return <SendingError error={held} />;
  if (held.state === 'forged') return <Sentence intent="error">{r('hand-in.forged', { number })}</Sentence>;
  if (held.state === 'same') {
    return <Sentence intent="success">{r('hand-in.same', { number, state: r(`hand-in.${state}`) })}</Sentence>;
  }
  const { changed, added, gone, rows } = held;
  return (
    <Sentence intent="warning">
      {r('hand-in.differs', { number, changed, added, gone })}{' '}
      {rows.slice(0, SHOWN).map((row) => (
        <span key={row}>
          <CellLink copy={copy} row={row} field={null} />{' '}
        </span>
      ))}
    </Sentence>
  );
}
