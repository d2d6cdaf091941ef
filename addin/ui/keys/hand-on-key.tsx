import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { keyFileText, phraseOf, type RegionKey } from '../../../shared/privacy/region-key.ts';
import { download } from '../file-mode/download.ts';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { useSessionIfAny } from '../session-access.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  phrase: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
});

/** The key as a file or a phrase, for those who get it from this person. Excel's panes let no file be saved. */
export function HandOnKey({ keyOfRegion }: { readonly keyOfRegion: RegionKey }) {
  const s = useSendingTexts();
  const styles = useStyles();
  const session = useSessionIfAny();
  const [phrase, setPhrase] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const isShown = phrase?.id === keyOfRegion.id;
  const show = async (): Promise<void> => setPhrase({ id: keyOfRegion.id, text: await phraseOf(keyOfRegion) });
  const name = `${s('key.file-name', { id: keyOfRegion.id })}.json`;
  return (
    <>
      <Text>{s('key.warning')}</Text>
      <div className={styles.actions}>
        {session === null || session.workbook.kind === 'file' ? (
          <Button size="small" onClick={() => download(name, keyFileText(keyOfRegion), 'application/json')}>
            {s('key.save')}
          </Button>
        ) : null}
        <Button size="small" onClick={() => (isShown ? setPhrase(null) : void show())}>
          {s(isShown ? 'key.hide' : 'key.show')}
        </Button>
      </div>
      {isShown ? <Text className={styles.phrase}>{phrase.text}</Text> : null}
    </>
  );
}
