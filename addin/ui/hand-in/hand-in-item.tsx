import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import { packById } from '../../../shared/packs/packs.ts';
import type { Outcome } from '../../../shared/sync/error-codes.ts';
import { MAX_HELD_ROWS, type HandIn } from '../../../shared/sync/region-wire.ts';
import { holdCopy, type HeldCopy } from '../../engine/held-copy.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { showMoment, useTexts } from '../language.tsx';
import { CellLink } from '../parts/cell-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useRegionTexts } from '../region/region-texts.ts';
import { useSending } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useShownValue } from '../sending/shown-value.ts';
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
  const [held, setHeld] = useState<Outcome<HeldCopy> | null>(null);
  const { number, at, state, period, note, receipt } = handIn;
  const facts = { period: periodTitle(period), state: r(`state.${state}`), number, at: showMoment(Date.parse(at)) };
  const { rows, pack } = receipt.statement;
  const hold = async (): Promise<void> => setHeld(await holdCopy(handIn, client, sending));
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

function RemarkList({ handIn, cells }: Pick<HandInItemProps, 'handIn' | 'cells'>) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  return (
    <ul className={styles.remarks} aria-label={r('hand-in.remarks')}>
      {handIn.remarks.map(({ row, field, text }, index) => (
        <li key={`${index} ${row ?? ''}`}>
          {row === null ? r('hand-in.remark.whole') : <RemarkCell cell={cells({ row, field })} />}: {text}
        </li>
      ))}
    </ul>
  );
}

function RemarkCell({ cell }: { readonly cell: CellAddress | null }) {
  const { r } = useRegionTexts();
  return cell === null ? r('hand-in.remark.gone') : <CellLink cell={cell}>{sheetA1(cell)}</CellLink>;
}

interface HeldTextProps {
  readonly held: Outcome<HeldCopy>;
  readonly handIn: HandIn;
}

function HeldText({ held, handIn }: HeldTextProps) {
  const { language } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const shownValue = useShownValue();
  const { number, state } = handIn;
  if (!held.ok) return <SendingError error={held.error} />;
  const { comparison, cells } = held.value;
  if (comparison.state === 'forged') return <Sentence intent="error">{r('hand-in.forged', { number })}</Sentence>;
  if (comparison.state === 'same') {
    return <Sentence intent="success">{r('hand-in.same', { number, state: r(`hand-in.${state}`) })}</Sentence>;
  }
  const { changed, added, gone } = comparison;
  return (
    <>
      <Sentence intent="warning">{r('hand-in.differs', { number, changed, added, gone })}</Sentence>
      <ul className={styles.remarks}>
        {cells.map(({ cell, changed: one }) => (
          <li key={`${sheetA1(cell)} ${one?.field ?? ''}`}>
            <CellLink cell={cell}>{sheetA1(cell)}</CellLink>{' '}
            {one === null
              ? null
              : r('hand-in.was', {
                  field: fieldTitle(one.field, language, one.kind),
                  was: shownValue(one.was, one.field),
                })}
          </li>
        ))}
      </ul>
      {changed + added > MAX_HELD_ROWS ? <Text size={200}>{r('hand-in.more', { count: MAX_HELD_ROWS })}</Text> : null}
    </>
  );
}
