import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { plainField } from '../../../shared/privacy/travel.ts';
import type { IncomingEdit } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { CellLink } from '../parts/cell-link.tsx';
import { ChangeNote } from './change-note.tsx';
import { useSending } from './sending-access.tsx';
import { useShownValue } from './shown-value.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  note: { color: tokens.colorNeutralForeground2 },
});

/** What others have changed on the server: shown beside its cell, written only on the person's word. */
export function IncomingEdits({ incoming }: { readonly incoming: readonly IncomingEdit[] }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const s = useSendingTexts();
  const sending = useSending();
  const shownValue = useShownValue();
  const writable = incoming.filter(({ edit }) => edit !== null).length;
  return (
    <section className={styles.part}>
      <Sentence intent="info">{s('incoming.lead', { count: incoming.length })}</Sentence>
      <ul className={styles.list}>
        {incoming.slice(0, SHOWN).map(({ rowId, field, kind, cell, value, changed, edit }) => (
          <li key={`${rowId} ${field}`}>
            {cell ? <CellLink cell={cell} /> : null}{' '}
            <Text>
              {fieldTitle(plainField(field), language, kind)}: {shownValue(value, plainField(field))}
              {edit ? null : ` (${s('incoming.by-hand')})`}
            </Text>
            <div className={styles.note}>
              <ChangeNote changed={changed} />
            </div>
          </li>
        ))}
      </ul>
      {incoming.length > SHOWN ? <Text>{t('fix-all.more', { count: incoming.length - SHOWN })}</Text> : null}
      {writable > 0 ? (
        <Button onClick={() => void sending.takeOver(incoming)}>{s('incoming.write', { count: writable })}</Button>
      ) : null}
    </section>
  );
}
