import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { Sentence } from '../parts/sentence.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { paneKeyring } from './pane-keyring.ts';

/** Lets the previous key go. Asked about once: without it some of the names can no longer be read. */
export function RemoveKey({ id }: { readonly id: string }) {
  const s = useSendingTexts();
  const [step, setStep] = useState<'still' | 'asked' | 'kept'>('still');
  if (step !== 'asked') {
    return (
      <Button ref={step === 'kept' ? takeLostFocus : null} size="small" onClick={() => setStep('asked')}>
        {s('key.remove')}
      </Button>
    );
  }
  const actions = (
    <>
      <Button size="small" onClick={() => paneKeyring().remove(id)}>
        {s('key.remove')}
      </Button>
      <Button size="small" autoFocus onClick={() => setStep('kept')}>
        {s('key.cancel')}
      </Button>
    </>
  );
  return (
    <Sentence intent="warning" actions={actions}>
      {s('key.remove.sure', { id })}
    </Sentence>
  );
}
