import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { SyncError } from '../../../shared/sync/error-codes.ts';
import { signInAtIssuer, signInPlace, type SignInPlace, type SignInWindow } from '../../engine/oidc-sign-in.ts';
import { signedInPage } from '../../engine/sign-in-answer.ts';
import { hasSignInDialog, openSignInDialog } from '../../excel/sign-in-dialog.ts';
import { Sentence } from '../parts/sentence.tsx';
import { SERVER_PORTS } from './sending-access.tsx';
import { SendingError } from './sending-error.tsx';
import { openSignInWindow } from './sign-in-window.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

interface SignInProps {
  /** The server as it was typed when the field was left. */
  readonly address: string;
  readonly onToken: (token: string) => void;
}

/** «Войти через учётную запись организации», where the server has such a sign-in. */
export function SignIn({ address, onToken }: SignInProps) {
  const s = useSendingTexts();
  const styles = useStyles();
  const place = useSignInPlace(address);
  const open = useRef<SignInWindow | null>(null);
  const [step, setStep] = useState<'closed' | 'open' | 'blocked' | SyncError>('closed');
  useEffect(() => () => open.current?.close(), []);
  if (place === null) return null;
  const start = async (): Promise<void> => {
    const page = signedInPage(window.location.href);
    open.current = hasSignInDialog() ? openSignInDialog(page) : openSignInWindow();
    if (open.current === null) return setStep('blocked');
    setStep('open');
    const token = await signInAtIssuer({ place, redirectUri: page, window: open.current }, SERVER_PORTS);
    setStep(token.ok ? 'closed' : token.error);
    if (token.ok) onToken(token.value);
  };
  return (
    <div className={styles.box} role="status">
      {typeof step === 'object' ? <SendingError error={step} /> : null}
      {step === 'blocked' ? <Sentence intent="warning">{s('sign-in.blocked')}</Sentence> : null}
      {step === 'open' ? (
        <>
          <Text>{s('sign-in.open')}</Text>
          <Button onClick={() => open.current?.close()}>{s('key.cancel')}</Button>
        </>
      ) : (
        <Button onClick={() => void start()}>{s('sign-in')}</Button>
      )}
    </div>
  );
}

function useSignInPlace(address: string): SignInPlace | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly place: SignInPlace | null } | null>(null);
  useEffect(() => {
    if (address === '') return;
    const ending = new AbortController();
    // A server that does not answer says so when somebody connects.
    void signInPlace(address, { ports: SERVER_PORTS, signal: ending.signal }).then((found) => {
      if (!ending.signal.aborted) setKnown({ of: address, place: found.ok ? found.value : null });
    });
    return () => ending.abort();
  }, [address]);
  return known?.of === address ? known.place : null;
}
