import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { parseOwnPack } from '../../../shared/packs/own-pack.ts';
import { showDate } from '../../../shared/text/format.ts';
import { regionNorms, type ServedNorms } from '../../engine/admin-api.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import { useAdminTexts } from '../admin/admin-access.tsx';
import { SERVER_PORTS } from './sending-access.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

const useStyles = makeStyles({
  norms: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

/** «Нормы региона»: what the region has published, offered to the workbook. Nothing is taken unasked. */
export function RegionNorms({ connection }: { readonly connection: Connection }) {
  const t = useAdminTexts();
  const styles = useStyles();
  const asOf = useSessionState((state) => state.asOf);
  const { address, token } = connection;
  const [norms, setNorms] = useState<readonly ServedNorms[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void regionNorms({ address, token }, asOf, { ports: SERVER_PORTS, signal: ending.signal }).then((served) => {
      if (served.ok) setNorms(served.value);
    });
    return () => ending.abort();
  }, [address, token, asOf]);
  if (norms.length === 0) return null;
  return (
    <section className={styles.norms} aria-label={t('norms.offer')}>
      <Text weight="semibold">{t('norms.offer')}</Text>
      {norms.map((one) => (
        <NormsLine key={one.packId} norms={one} />
      ))}
    </section>
  );
}

/** The workbook counts revisions of its own; what a pack says is the same when the rest of its version is. */
function says(version: string | undefined): string | undefined {
  return version?.split('-').at(-1);
}

function NormsLine({ norms }: { readonly norms: ServedNorms }) {
  const t = useAdminTexts();
  const styles = useStyles();
  const session = useSession();
  const packId = useSessionState((state) => state.packId);
  const inUse = useSessionState((state) => state.ownPack?.pack);
  const parsed = parseOwnPack(norms.content);
  if (!parsed.ok) return null;
  const { title, revision, validFrom } = norms;
  const isTaken = packId === parsed.pack.id && says(inUse?.version) === says(parsed.pack.version);
  return (
    <div className={styles.line}>
      <Text>{t('norms.published', { title, revision, from: showDate(validFrom) })}</Text>
      {isTaken ? (
        <Text>{t('norms.taken')}</Text>
      ) : (
        <Button
          size="small"
          aria-label={t('norms.take.name', { title })}
          onClick={() => void session.keepPack(parsed.own)}
        >
          {t('norms.take')}
        </Button>
      )}
    </div>
  );
}
