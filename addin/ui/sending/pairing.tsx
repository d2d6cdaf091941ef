import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { SyncError } from '../../../shared/sync/error-codes.ts';
import type { AskedPairing } from '../../../shared/sync/access-wire.ts';
import { askPairing, awaitPairing } from '../../engine/pairing-api.ts';
import { useAdminTexts } from '../admin/admin-access.tsx';
import { CopyText } from '../admin/copy-text.tsx';
import { showTime } from '../language.tsx';
import { Unseen } from '../parts/unseen.tsx';
import { SERVER_PORTS } from './sending-access.tsx';
import { SendingError } from './sending-error.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  hint: { color: tokens.colorNeutralForeground3 },
  code: { fontFamily: tokens.fontFamilyMonospace, letterSpacing: '0.1em' },
});

type Step =
  | { readonly is: 'closed' | 'asking' | 'gone' }
  | { readonly is: 'waiting'; readonly asked: AskedPairing }
  | { readonly is: 'approved'; readonly token: string }
  | { readonly is: 'failed'; readonly error: SyncError };

interface PairingProps {
  readonly address: string;
  readonly onToken: (token: string) => void;
}

/** «Подключить без ключа»: a code for the administrator, and the key that comes of his yes. */
export function Pairing({ address, onToken }: PairingProps) {
  const t = useAdminTexts();
  const styles = useStyles();
  const [step, setStep] = useState<Step>({ is: 'closed' });
  const hintId = useId();
  const ending = useRef(new AbortController());
  useEffect(() => () => ending.current.abort(), []);
  const stop = (): void => {
    ending.current.abort();
    setStep({ is: 'closed' });
  };
  const start = async (): Promise<void> => {
    ending.current = new AbortController();
    const { signal } = ending.current;
    const options = { ports: SERVER_PORTS, signal };
    setStep({ is: 'asking' });
    const asked = await askPairing(address, options);
    if (signal.aborted) return;
    if (!asked.ok) return setStep({ is: 'failed', error: asked.error });
    setStep({ is: 'waiting', asked: asked.value });
    const key = await awaitPairing(address, asked.value.secret, options);
    if (signal.aborted) return;
    if (!key.ok) return setStep({ is: 'failed', error: key.error });
    return setStep(key.value === null ? { is: 'gone' } : { is: 'approved', token: key.value });
  };
  return (
    <div className={styles.box} role="status">
      {step.is === 'failed' ? <SendingError error={step.error} /> : null}
      {step.is === 'gone' ? <Text>{t('pair.gone')}</Text> : null}
      {step.is === 'asking' ? <Text>{t('pair.asking')}</Text> : null}
      {step.is === 'waiting' ? (
        <>
          <Text>{t('pair.lead')}</Text>
          <Text size={600} weight="semibold" className={styles.code}>
            <Unseen>{`${t('pair.code')} `}</Unseen>
            {step.asked.code}
          </Text>
          <Text>{t('pair.until', { at: showTime(step.asked.expiresAt) })}</Text>
          <Button onClick={stop}>{t('cancel')}</Button>
        </>
      ) : null}
      {step.is === 'approved' ? (
        <>
          <Text>{t('pair.approved')}</Text>
          <CopyText label={t('key.value')} text={step.token} />
          <Button appearance="primary" onClick={() => onToken(step.token)}>
            {t('pair.connect')}
          </Button>
        </>
      ) : null}
      {step.is === 'closed' || step.is === 'failed' || step.is === 'gone' ? (
        <>
          <Button aria-describedby={hintId} disabled={address.trim() === ''} onClick={() => void start()}>
            {t('pair.start')}
          </Button>
          <Text id={hintId} size={200} className={styles.hint}>
            {t('pair.hint')}
          </Text>
        </>
      ) : null}
    </div>
  );
}
