import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { packById } from '../../../shared/packs/packs.ts';
import { showDate } from '../../../shared/text/format.ts';
import type { ServedNorms } from '../../../shared/sync/norms-wire.ts';
import { regionNorms } from '../../engine/admin-api.ts';
import { normsStanding, type NormsStanding, type PublishedStanding } from '../../engine/norms-standing.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import { useAdminTexts } from '../admin/admin-access.tsx';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { SERVER_PORTS, useSending } from './sending-access.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  norms: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

/**
 * «Нормы региона»: what the region has published, and whether the workbook goes by it. Nothing is taken unasked.
 */
export function RegionNorms({ connection }: { readonly connection: Connection }) {
  const t = useAdminTexts();
  const styles = useStyles();
  const standing = useStanding(connection);
  if (standing === null || (standing.published.length === 0 && standing.unknownWithBase === null)) return null;
  return (
    <section className={styles.norms} aria-label={t('norms.offer')}>
      <Text weight="semibold">{t('norms.offer')}</Text>
      {standing.published.map((one) => (
        <PublishedLine key={one.norms.packId} published={one} />
      ))}
      {standing.unknownWithBase === null ? null : <UnknownToRegion base={standing.unknownWithBase} />}
    </section>
  );
}

function useStanding({ address, token }: Connection): NormsStanding | null {
  const asOf = useSessionState((state) => state.asOf);
  const packId = useSessionState((state) => state.packId);
  const ownPack = useSessionState((state) => state.ownPack);
  const [served, setServed] = useState<readonly ServedNorms[] | null>(null);
  const [standing, setStanding] = useState<NormsStanding | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void regionNorms({ address, token }, asOf, { ports: SERVER_PORTS, signal: ending.signal }).then((answer) => {
      if (answer.ok) setServed(answer.value);
    });
    return () => ending.abort();
  }, [address, token, asOf]);
  useEffect(() => {
    let isCurrent = true;
    if (served) {
      void normsStanding(served, { packId, ownPack }).then((known) => {
        if (isCurrent) setStanding(known);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [served, packId, ownPack]);
  return standing;
}

function PublishedLine({ published }: { readonly published: PublishedStanding }) {
  const t = useAdminTexts();
  const s = useSendingTexts();
  const styles = useStyles();
  const session = useSession();
  const sending = useSending();
  const { state, own, norms } = published;
  const { title, revision, validFrom } = norms;
  const name = t('norms.published', { title, revision, from: showDate(validFrom) });
  const take = (): void => {
    // A plan made by other norms would be sent with their name.
    sending.dropPlan();
    void session.keepPack(own);
  };
  const button = (
    <Button
      size="small"
      {...(state === 'offered' ? { 'aria-label': t('norms.take.name', { title }) } : {})}
      onClick={take}
    >
      {s(state === 'offered' ? 'norms.take' : 'norms.switch')}
    </Button>
  );
  if (state === 'updated' || state === 'differs') {
    return (
      <Sentence intent="warning" actions={button}>
        {s(state === 'updated' ? 'norms.updated' : 'norms.differ', { name })}
      </Sentence>
    );
  }
  return (
    <div className={styles.line}>
      <Text>{name}</Text>
      {state === 'taken' ? <Text>{t('norms.taken')}</Text> : button}
    </div>
  );
}

/** «У вас свои нормы; регион их не знает»: what follows from it, and what can be done. */
function UnknownToRegion({ base }: { readonly base: string }) {
  const s = useSendingTexts();
  const { language } = useTexts();
  const session = useSession();
  const sending = useSending();
  const drop = (): void => {
    sending.dropPlan();
    void session.dropPack();
  };
  const actions = (
    <Button size="small" onClick={drop}>
      {s('norms.unknown.drop')}
    </Button>
  );
  return (
    <Sentence intent="warning" actions={actions}>
      {s('norms.unknown', { base: packById(base)?.title[language] ?? base })}
    </Sentence>
  );
}
