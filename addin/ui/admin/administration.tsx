import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { RegionKeyPart } from '../keys/region-key-part.tsx';
import { Working } from '../parts/working.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import type { NormsAtHand } from './admin-access.tsx';
import { AdminProvider, NO_NORMS_AT_HAND, useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { ApprovePart } from './approve-part.tsx';
import { DistrictsPart } from './districts-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { NormsPart } from './norms-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { WebhookPart } from './webhook-part.tsx';

const PARTS = {
  people: PeoplePart,
  pairing: ApprovePart,
  keys: KeysPart,
  regionKey: RegionKeyPart,
  districts: DistrictsPart,
  norms: NormsPart,
  webhook: WebhookPart,
} as const;
const NAMES = ['people', 'pairing', 'keys', 'regionKey', 'districts', 'norms', 'webhook'] as const;

const useStyles = makeStyles({
  sections: { width: '100%', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  tabs: { flexWrap: 'wrap' },
});

interface AdministrationProps {
  readonly connection: Connection;
  readonly atHand?: NormsAtHand;
}

/** «Администрирование»: staff, keys, districts and norms of the region, for its administrator. */
export default function Administration({ connection, atHand = NO_NORMS_AT_HAND }: AdministrationProps) {
  const t = useAdminTexts();
  if (connection.role !== 'admin') return <Text>{t('only')}</Text>;
  return (
    <AdminProvider connection={connection} atHand={atHand}>
      <Parts connection={connection} />
    </AdminProvider>
  );
}

function Parts({ connection }: Pick<AdministrationProps, 'connection'>) {
  const t = useAdminTexts();
  const styles = useStyles();
  const shared = useAdminStyles();
  const { data, error, forgetError } = useAdmin();
  const [part, setPart] = useState<(typeof NAMES)[number]>('people');
  const Part = PARTS[part];
  return (
    <div className={styles.sections}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('sections')}
        selectedValue={part}
        onTabSelect={(_event, { value }) => {
          forgetError();
          setPart(NAMES.find((name) => name === value) ?? part);
        }}
      >
        {NAMES.map((name) => (
          <Tab key={name} value={name}>
            {t(`section.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div className={shared.part}>
        {error ? <SendingError error={error} /> : null}
        {data ? <Part connection={connection} isOpenAtFirst /> : error ? null : <Working />}
      </div>
    </div>
  );
}
