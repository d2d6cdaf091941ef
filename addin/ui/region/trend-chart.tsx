import { makeStyles, tokens } from '@fluentui/react-components';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  figure: { margin: 0, maxWidth: '720px', breakInside: 'avoid' },
  chart: { width: '100%', height: '120px', display: 'block' },
  bar: { fill: tokens.colorBrandBackground },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '10px' },
});

const STEP = 60;
const HEIGHT = 120;
const TOP = 16;
const BOTTOM = 18;

/** Families on the register month by month; every bar carries its number, so that the chart is its own table. */
export function TrendChart({ trend }: { readonly trend: Picture['trend'] }) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const most = Math.max(1, ...trend.map(({ end }) => end ?? 0));
  const said = trend.map(({ month, end }) => `${monthTitle(month)}: ${end ?? '–'}`).join('; ');
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${Math.max(1, trend.length) * STEP} ${HEIGHT}`}
        role="img"
        aria-label={`${r('trend')}: ${said}`}
      >
        {trend.map(({ month, end }, index) => {
          const height = ((HEIGHT - TOP - BOTTOM) * (end ?? 0)) / most;
          const x = index * STEP;
          return (
            <g key={month} textAnchor="middle">
              <rect className={styles.bar} x={x + 12} y={HEIGHT - BOTTOM - height} width={STEP - 24} height={height} />
              <text className={styles.text} x={x + STEP / 2} y={HEIGHT - BOTTOM - height - 4}>
                {end ?? '–'}
              </text>
              <text className={styles.text} x={x + STEP / 2} y={HEIGHT - 5}>
                {monthTitle(month)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function monthTitle(month: string): string {
  const [year = '', n = ''] = month.split('-');
  return `${n}.${year}`;
}
