import { Button, Subtitle2, Text } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { Outcome } from '../../../shared/sync/error-codes.ts';
import type { RegisterDigest } from '../../../shared/sync/webhook-wire.ts';
import { showDate } from '../../../shared/text/format.ts';
import type { Sending } from '../../engine/sending.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import { showMoment } from '../language.tsx';
import { Working } from '../parts/working.tsx';
import { useDuplicatesClient } from '../region/duplicates/use-duplicates.ts';
import { useDuplicateStyles } from '../region/duplicates/use-duplicate-styles.ts';
import { useAnswer } from '../region/use-answer.ts';
import { useSending } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useSessionState } from '../session-access.tsx';
import { DigestView, useDigestTexts } from './digest-view.tsx';

interface Known {
  readonly title: string;
  readonly digests: readonly RegisterDigest[];
}

interface Answer {
  readonly districts: readonly Known[];
  readonly names: ReadonlyMap<string, string>;
}

/** What the server saw coming this morning, in the districts of the connection; names come from the open workbook. */
export default function ServerDigest({ connection }: { readonly connection: Connection }) {
  const g = useDigestTexts();
  const styles = useDuplicateStyles();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <section className={styles.part} aria-label={g('title')}>
      <Subtitle2 as="h2">{g('title')}</Subtitle2>
      <Text className={styles.quiet}>{g('lead')}</Text>
      {isAsked ? (
        <Digests connection={connection} />
      ) : (
        <Button size="small" onClick={() => setIsAsked(true)}>
          {g('show')}
        </Button>
      )}
    </section>
  );
}

function Digests({ connection }: { readonly connection: Connection }) {
  const g = useDigestTexts();
  const styles = useDuplicateStyles();
  const ask = useQuestion(connection);
  const { outcome, again } = useAnswer(ask);
  if (outcome === null) return <Working />;
  if (!outcome.ok) return <SendingError error={outcome.error} />;
  const { districts, names } = outcome.value;
  const isEmpty = districts.every(({ digests }) => digests.length === 0);
  return (
    <>
      {isEmpty ? <Text>{g('none')}</Text> : null}
      {districts.map(({ title, digests }) =>
        digests.map(({ register, at, digest }) => (
          <div key={register} className={styles.part}>
            <Text weight="semibold">{title}</Text>
            <Text size={200}>
              {g('span', { from: showDate(digest.from), to: showDate(digest.to), at: showMoment(at) })}
            </Text>
            <DigestView
              due={digest.due}
              curators={digest.curators}
              nameOf={(pseudonym) => names.get(pseudonym) ?? null}
              label={title}
            />
          </div>
        )),
      )}
      <Button size="small" onClick={() => void again()}>
        {g('refresh')}
      </Button>
    </>
  );
}

function useQuestion(connection: Connection): () => Promise<Outcome<Answer>> {
  const client = useDuplicatesClient(connection);
  const sending = useSending();
  const memory = useSessionState((state) => state.remembered.sync);
  const { districts } = connection;
  return useCallback(async () => {
    const known: Known[] = [];
    for (const { id, title } of districts) {
      const found = await client.digests(id);
      if (!found.ok) return found;
      known.push({ title, digests: found.value });
    }
    const pseudonyms = known.flatMap(({ digests }) =>
      digests.flatMap(({ digest }) => digest.curators.flatMap(({ curator }) => curator ?? [])),
    );
    const texts = memory === null ? [] : await namesIn(sending, pseudonyms).catch(() => []);
    const names = new Map(pseudonyms.flatMap((one, at) => (texts[at] ? [[one, texts[at]] as const] : [])));
    return { ok: true, value: { districts: known, names } };
  }, [client, districts, sending, memory]);
}

async function namesIn(sending: Sending, pseudonyms: readonly string[]): Promise<readonly (string | null)[]> {
  const copy = pseudonyms.length === 0 ? null : await sending.copy();
  return copy?.ok ? await copy.value.names(pseudonyms) : [];
}
