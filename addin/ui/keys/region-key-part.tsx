import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Connection } from '../../engine/sync-contract.ts';
import { LaterDetails } from '../parts/later-details.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { EnterKey } from './enter-key.tsx';
import { HandOnKey } from './hand-on-key.tsx';
import { KeepKey } from './keep-key.tsx';
import { MakeKey } from './make-key.tsx';
import { RemoveKey } from './remove-key.tsx';
import { useKeyring } from './pane-keyring.ts';

const useStyles = makeStyles({
  part: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: tokens.spacingHorizontalS },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

interface RegionKeyPartProps {
  readonly connection: Connection;
  readonly isOpenAtFirst?: boolean;
}

/** «Ключ региона»: what it is for, entering it, and, for the administrator, making it and handing it on. */
export function RegionKeyPart({ connection, isOpenAtFirst = false }: RegionKeyPartProps) {
  const s = useSendingTexts();
  const styles = useStyles();
  const { keys, isKept } = useKeyring();
  const [present, former] = keys;
  return (
    <LaterDetails
      className={styles.part}
      isOpenAtFirst={isOpenAtFirst}
      summary={present ? s('key.present', { id: present.id }) : s('key.title')}
    >
      <div className={styles.body}>
        <Text>{s('key.lead')}</Text>
        {connection.acceptsSealed ? null : <Text>{s('key.refused')}</Text>}
        {former ? (
          <div>
            <Text>{s('key.former', { id: former.id })}</Text> <RemoveKey key={former.id} id={former.id} />
          </div>
        ) : null}
        {present ? <Text>{s(isKept ? 'key.kept' : 'key.in-memory')}</Text> : null}
        {present ? <HandOnKey keyOfRegion={present} /> : null}
        {present || isKept ? <KeepKey hasKey={present !== undefined} isKept={isKept} /> : null}
        <EnterKey />
        {connection.role === 'admin' ? <MakeKey hasKey={present !== undefined} /> : null}
      </div>
    </LaterDetails>
  );
}
