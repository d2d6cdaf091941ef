import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EnterKey } from '../../keys/enter-key.tsx';
import { KeepKey } from '../../keys/keep-key.tsx';
import { useKeyring } from '../../keys/pane-keyring.ts';
import { LaterDetails } from '../../parts/later-details.tsx';
import { useSendingTexts } from '../../sending/use-sending-texts.ts';
import { useDuplicateTexts } from './use-duplicates.ts';

const useStyles = makeStyles({
  part: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: '100%',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 420px)',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

/** Entering the region's key where no workbook is open: with it the names on both sides are seen. */
export function KeyForNames() {
  const d = useDuplicateTexts();
  const s = useSendingTexts();
  const styles = useStyles();
  const { keys, isKept } = useKeyring();
  const [present] = keys;
  const state = present ? s('key.present', { id: present.id }) : s('key.title');
  return (
    <LaterDetails className={styles.part} summary={state}>
      <div className={styles.body}>
        <Text>{d('lead.key')}</Text>
        {present ? <Text>{s(isKept ? 'key.kept' : 'key.in-memory')}</Text> : null}
        <EnterKey />
        {present || isKept ? <KeepKey hasKey={present !== undefined} isKept={isKept} /> : null}
      </div>
    </LaterDetails>
  );
}
