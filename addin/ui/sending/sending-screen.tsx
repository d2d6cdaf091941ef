import { Button, Text } from '@fluentui/react-components';
import { Suspense } from 'react';
import { HandInPanel } from '../hand-in/hand-in-panel.tsx';
import { RegionKeyPart } from '../keys/region-key-part.tsx';
import { useTexts } from '../language.tsx';
import { later } from '../parts/later.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { Working } from '../parts/working.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Connect } from './connect.tsx';
import { Connected } from './connected.tsx';
import { Conflicts } from './conflicts.tsx';
import { Prepare } from './prepare.tsx';
import { RegionNorms } from './region-norms.tsx';
import { SendingError } from './sending-error.tsx';
import { SendOutcomeText } from './send-outcome.tsx';
import { SendPlanText } from './send-plan.tsx';
import { useSendingState } from './sending-access.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

const DistrictDuplicates = later(() => import('../region/duplicates/district-duplicates.tsx'));

/** «Отправка»: sign in, see what will leave the workbook, send, see what came of it. */
export default function SendingScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t } = useTexts();
  const s = useSendingTexts();
  const { connection, plan, outcome, error } = useSendingState();
  return (
    <ScreenFrame>
      {connection ? (
        <Connected connection={connection}>
          {connection.role === 'operator' ? null : (
            <Button size="small" onClick={() => onOpen('region')}>
              {t('tab.region')}
            </Button>
          )}
          {connection.role === 'admin' ? (
            <Button size="small" onClick={() => onOpen('admin')}>
              {t('tab.admin')}
            </Button>
          ) : null}
        </Connected>
      ) : (
        <Connect lead={t('sending.lead')} />
      )}
      {error && !connection ? <SendingError error={error} /> : null}
      {connection ? <RegionNorms connection={connection} /> : null}
      {connection && connection.role !== 'auditor' ? <RegionKeyPart connection={connection} /> : null}
      {connection?.role === 'operator' ? <Prepare districts={connection.districts} /> : null}
      {connection && connection.role !== 'operator' ? <Text>{s('not-operator')}</Text> : null}
      {error && connection && !plan && error.code !== 'region-key-needed' ? <SendingError error={error} /> : null}
      {plan ? <SendPlanText key={plan.district} plan={plan} /> : null}
      {outcome ? <SendOutcomeText outcome={outcome} /> : null}
      {outcome && outcome.conflicts.length > 0 ? <Conflicts conflicts={outcome.conflicts} /> : null}
      {connection?.role === 'operator' ? <HandInPanel connection={connection} outcome={outcome} /> : null}
      {connection?.role === 'operator' ? (
        <Suspense fallback={<Working />}>
          <DistrictDuplicates connection={connection} />
        </Suspense>
      ) : null}
    </ScreenFrame>
  );
}
