import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { MOST_DELIVERIES, type WebhookView } from '../../../shared/sync/webhook-wire.ts';
import { showDate } from '../../../shared/text/format.ts';
import { webhookText, type WebhookTextKey } from '../../../shared/text/webhook-texts.ts';
import type { WebhookApi } from '../../engine/webhook-api.ts';
import { showMoment, usePartTexts, type PartTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Working } from '../parts/working.tsx';
import { useAnswer } from '../region/use-answer.ts';
import { useDeed } from '../region/use-deed.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { useAdmin } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { AskFirst } from './ask-first.tsx';
import { CopyText } from './copy-text.tsx';

/** Under this name the signing key stays in sight, like keys of people under theirs. */
const WEBHOOK = 'webhook';

type Tried = Awaited<ReturnType<WebhookApi['test']>>;

function useWebhookTexts(): PartTexts<WebhookTextKey> {
  return usePartTexts(webhookText);
}

/** «Сводка на адрес»: where the weekly digest goes, trying it, and what became of the last ones. */
export function WebhookPart() {
  const w = useWebhookTexts();
  const styles = useAdminStyles();
  const { issued, keepIssued, api: admin } = useAdmin();
  const { webhook: api } = admin;
  const { outcome, again } = useAnswer(api.read);
  const { error, act } = useDeed();
  const secret = issued.get(WEBHOOK) ?? null;
  const known = outcome?.ok ? outcome.value : null;
  const set = async (url: string): Promise<void> => {
    const done = await act(api.set(url));
    keepIssued(WEBHOOK, done.ok ? done.value.secret : null);
    await again();
  };
  const remove = async (): Promise<void> => {
    await act(api.remove());
    keepIssued(WEBHOOK, null);
    await again();
  };
  return (
    <section className={styles.part} aria-label={w('url')}>
      <Text className={styles.lead}>{w('lead')}</Text>
      {error ? <SendingError error={error} /> : null}
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {known && known.webhook === null ? <Text>{w('none')}</Text> : null}
      {known?.webhook ? <Present webhook={known.webhook} api={api} onRemove={() => void remove()} /> : null}
      {secret === null ? null : (
        <div role="status">
          <Text block weight="semibold">
            {w('secret')}
          </Text>
          <CopyText label={w('secret')} text={secret} />
          <Text>{w('secret.once')}</Text>
        </div>
      )}
      {known ? <AddressForm onSet={set} /> : null}
      {known?.webhook ? <Deliveries deliveries={known.deliveries} /> : null}
    </section>
  );
}

interface PresentProps {
  readonly webhook: NonNullable<WebhookView['webhook']>;
  readonly api: WebhookApi;
  readonly onRemove: () => void;
}

function Present({ webhook, api, onRemove }: PresentProps) {
  const w = useWebhookTexts();
  const styles = useAdminStyles();
  const [isBusy, setIsBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const { url, setAt } = webhook;
  const test = async (): Promise<void> => {
    setIsBusy(true);
    setTried(await api.test());
    setIsBusy(false);
  };
  return (
    <div className={styles.item}>
      <Text weight="semibold">{w('present', { url, at: showMoment(Date.parse(setAt)) })}</Text>
      <div className={styles.row}>
        <Button size="small" disabled={isBusy} onClick={() => void test()}>
          {w('test')}
        </Button>
        <AskFirst label={w('remove')} name={w('remove')} question={w('remove.sure')} onYes={onRemove} />
      </div>
      <div role="status">{tried ? <TriedText tried={tried} /> : null}</div>
    </div>
  );
}

function TriedText({ tried }: { readonly tried: Tried }) {
  const w = useWebhookTexts();
  if (!tried.ok) return <SendingError error={tried.error} />;
  const { isDelivered, status } = tried.value;
  if (status === null) return <Sentence intent="error">{w('test.silent')}</Sentence>;
  return (
    <Sentence intent={isDelivered ? 'success' : 'error'}>
      {w(isDelivered ? 'test.good' : 'test.bad', { status })}
    </Sentence>
  );
}

function AddressForm({ onSet }: { readonly onSet: (url: string) => Promise<void> }) {
  const w = useWebhookTexts();
  const styles = useAdminStyles();
  const [url, setUrl] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void onSet(url.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field className={styles.field} label={w('url')} hint={w('url.hint')}>
        <Input type="url" value={url} placeholder="https://" onChange={(_event, { value }) => setUrl(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={url.trim() === ''}>
        {w('set')}
      </Button>
    </form>
  );
}

function Deliveries({ deliveries }: Pick<WebhookView, 'deliveries'>) {
  const w = useWebhookTexts();
  const styles = useAdminStyles();
  return (
    <div>
      <Text weight="semibold">{w('last')}</Text>
      {deliveries.length === 0 ? <Text block>{w('last.none')}</Text> : null}
      <ul className={styles.list}>
        {deliveries.map(({ week, state, attempts, status, lastAt, nextAt }) => {
          const params = {
            week: showDate(week),
            attempts,
            most: MOST_DELIVERIES,
            at: lastAt === null ? '' : showMoment(Date.parse(lastAt)),
            next: showMoment(Date.parse(nextAt)),
            status: status === null ? w('status.none') : w('status.code', { status }),
          };
          return (
            <li key={week} className={styles.item}>
              {w(state === 'waiting' && attempts === 0 ? 'state.new' : `state.${state}`, params)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
