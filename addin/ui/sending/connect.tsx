import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { keepSetting, keptSetting } from '../kept-setting.ts';
import { useTexts } from '../language.tsx';
import { Pairing } from './pairing.tsx';
import { SignIn } from './sign-in.tsx';
import { useSending, useSendingState } from './sending-access.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%' },
});

/** The page often comes from the very server that takes the registers. */
function likelyAddress(): string {
  const { protocol, origin } = window.location;
  return keptSetting('address') ?? (protocol.startsWith('http') ? origin : '');
}

/**
 * Sign-in with an access key, or with an account of the organisation. The address stays on this computer, the key
 * nowhere. `lead`: what one connects for.
 */
export function Connect({ lead }: { readonly lead: string }) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { work } = useSendingState();
  const [address, setAddress] = useState(likelyAddress);
  const [settled, setSettled] = useState(address);
  const [token, setToken] = useState('');
  const connectWith = (key: string): void => {
    keepSetting('address', address.trim());
    void sending.connect(address.trim(), key);
  };
  const connect = (event: FormEvent): void => {
    event.preventDefault();
    connectWith(token.trim());
  };
  return (
    <div className={styles.form}>
      <form className={styles.form} onSubmit={connect}>
        <Text>{lead}</Text>
        <Field className={styles.field} label={t('sending.address')}>
          <Input
            value={address}
            onChange={(_event, { value }) => setAddress(value)}
            onBlur={() => setSettled(address.trim())}
          />
        </Field>
        <Field className={styles.field} label={t('sending.token')} hint={t('sending.token.hint')}>
          <Input type="password" autoComplete="off" value={token} onChange={(_event, { value }) => setToken(value)} />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          disabled={work !== null || token.trim() === '' || address.trim() === ''}
        >
          {t(work?.kind === 'connecting' ? 'sending.connecting' : 'sending.connect')}
        </Button>
      </form>
      <SignIn address={settled} onToken={connectWith} />
      <Pairing address={address} onToken={(key) => connectWith(key)} />
    </div>
  );
}
