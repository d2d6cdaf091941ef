import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Pack } from '../../../shared/packs/pack.ts';
import { READINGS, shareReading, type Reading, type ShareCounts } from '../../../shared/reports/positive-share.ts';
import type { PictureFigures } from '../../../shared/sync/region-wire.ts';
import { useTexts } from '../language.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { percent } from './picture-columns.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  place: { width: '100%', overflowX: 'auto', breakInside: 'avoid' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground2 },
});

const LETTERS: Readonly<Record<Reading, { readonly ru: string; readonly en: string }>> = {
  a: { ru: 'а', en: 'a' },
  b: { ru: 'б', en: 'b' },
  c: { ru: 'в', en: 'c' },
};

interface PositiveReadingsProps {
  readonly figures: PictureFigures['figures'];
  readonly norm: Pack['positiveShare'];
}

/** The target in its three readings side by side: the source names no base, so each is shown with what it means. */
export function PositiveReadings({ figures, norm }: PositiveReadingsProps) {
  const { language } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const families: ShareCounts = figures;
  const children: ShareCounts = {
    start: figures.startChildren,
    in: figures.inChildren,
    out: figures.outChildren,
    positive: figures.positiveChildren,
  };
  const heads = [r('readings.reading'), r('readings.families'), r('readings.children'), r('readings.target')];
  return (
    <div>
      <Text block size={200}>
        {norm.target === null
          ? r('readings.no-target')
          : r('readings.lead', { target: percent(norm.target) ?? 0, base: LETTERS[norm.base][language] })}
      </Text>
      <div className={styles.place} role="region" aria-label={r('readings')} tabIndex={0}>
        <table className={styles.table}>
          <TableHead headings={heads} className={styles.cell} />
          <tbody>
            {READINGS.map((reading) => {
              const isChosen = reading === norm.base;
              const reached = shareReading(families, reading, norm.target).isReached;
              return (
                <tr key={reading} className={mergeClasses(isChosen && styles.chosen)}>
                  <th scope="row" className={styles.cell}>
                    {r(`readings.${reading}`)}
                    {isChosen ? ` — ${r('readings.chosen')}` : ''}
                  </th>
                  <ShareCell counts={families} reading={reading} />
                  <ShareCell counts={children} reading={reading} />
                  <td className={styles.cell}>
                    {reached === null ? '–' : r(reached ? 'readings.reached' : 'readings.missed')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function ShareCell({ counts, reading }: { readonly counts: ShareCounts; readonly reading: Reading }) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const { removed, base, share } = shareReading(counts, reading, null);
  return (
    <td className={styles.cell}>
      {share === null
        ? r('readings.none')
        : r('readings.value', { removed: removed ?? '–', base: base ?? '–', share: percent(share) ?? 0 })}
    </td>
  );
}
