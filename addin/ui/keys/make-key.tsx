import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Sentence } from '../parts/sentence.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { paneKeyring } from './pane-keyring.ts';

/** A new key. Where there is one, the person is asked once: a change of key takes a round of sendings. */
export function MakeKey({ hasKey }: { readonly hasKey: boolean }) {
  const s = useSendingTexts();
  const [isAsked, setIsAsked] = useState(false);
  const make = (): void => {
    setIsAsked(false);
    void paneKeyring().make();
  };
  if (!isAsked) {
    return (
      <Button size="small" onClick={() => (hasKey ? setIsAsked(true) : make())}>
        {s('key.make')}
      </Button>
    );
  }
  const actions = (
    <>
      <Button size="small" onClick={make}>
        {s('key.make.yes')}
      </Button>
      <Button size="small" autoFocus onClick={() => setIsAsked(false)}>
        {s('key.cancel')}
      </Button>
    </>
  );
  return (
    <Sentence intent="warning" actions={actions}>
      {s('key.make.sure')}
    </Sentence>
  );
}
