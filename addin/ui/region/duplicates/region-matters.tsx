import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Connection } from '../../../engine/sync-contract.ts';
import { LaterDetails } from '../../parts/later-details.tsx';
import { RegionDigest } from '../../upcoming/region-digest.tsx';
import { useDigestTexts } from '../../upcoming/digest-view.tsx';
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
  heading: { display: 'inline' },
  body: { paddingTop: tokens.spacingVerticalS },
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
      <Matter title={d('check.title')}>
        <RegionFindings connection={connection} />
      </Matter>
      <Matter title={g('title')}>
        <RegionDigest connection={connection} />
      </Matter>
    </div>
  );
}

function Matter({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <LaterDetails
      summary={
        <Subtitle2 as="h2" className={styles.heading}>
          {title}
        </Subtitle2>
      }
    >
      <div className={styles.body}>{children}</div>
    </LaterDetails>
  );
}
