import { makeStyles, tokens } from '@fluentui/react-components';
import { Sentence } from '../parts/sentence.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { EnterKey } from './enter-key.tsx';
import { KeepKey } from './keep-key.tsx';
import { useKeyring } from './pane-keyring.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

/**
 * Where work cannot go on without the key of the region, it is asked for in place. Whoever shows this goes on by itself
 * once the keyring has another key. With a key at hand it says that this register was sent with a different one.
 */
export function KeyNeeded() {
  const s = useSendingTexts();
  const styles = useStyles();
  const { keys, isKept } = useKeyring();
  const [present] = keys;
  return (
    <section className={styles.part} aria-label={s('key.needed')}>
      <Sentence intent="warning">
        {present ? s('key.needed.another', { id: present.id }) : s('key.needed.why')}
      </Sentence>
      <EnterKey />
      {isKept && present === undefined ? <KeepKey hasKey={false} isKept /> : null}
    </section>
  );
}
