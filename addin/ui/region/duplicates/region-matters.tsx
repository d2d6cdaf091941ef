import { makeStyles, tokens } from '@fluentui/react-components';
import type { Connection } from '../../../engine/sync-contract.ts';
import { RegionDigest } from '../../upcoming/region-digest.tsx';
import { useDigestTexts } from '../../upcoming/digest-view.tsx';
import { Fold } from './fold.tsx';
import { RegionDuplicates } from './region-duplicates.tsx';
import { RegionFindings } from './region-findings.tsx';
import { useDuplicateTexts } from './use-duplicates.ts';

const useStyles = makeStyles({
  matters: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
});

interface RegionMattersProps {
  readonly connection: Connection;
  readonly onDecided: () => void;
}

/** What concerns several districts: families in two of them, the rules over all, what falls due. */
export default function RegionMatters({ connection, onDecided }: RegionMattersProps) {
  const styles = useStyles();
  const d = useDuplicateTexts();
  const g = useDigestTexts();
  return (
    <div className={styles.matters}>
      <RegionDuplicates connection={connection} onDecided={onDecided} />
      <Fold title={d('check.title')}>
        <RegionFindings connection={connection} />
      </Fold>
      <Fold title={g('title')}>
        <RegionDigest connection={connection} />
      </Fold>
    </div>
  );
}
