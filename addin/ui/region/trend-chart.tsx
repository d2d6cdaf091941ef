import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { TableHead } from '../parts/table-head.tsx';
import { useRegionTexts } from './region-texts.ts';
import { monthTitle, TREND_FIGURES, trendValue, type TrendFigure } from './trend-figures.ts';

const useStyles = makeStyles({
  place: { breakInside: 'avoid' },
  choice: { maxWidth: '320px', '@media print': { display: 'none' } },
  figure: { margin: 0, maxWidth: '720px' },
  chart: { width: '100%', height: '120px', display: 'block' },
  bar: { fill: tokens.colorBrandBackground },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '10px' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  frame: { overflowX: 'auto' },
  cell: {
    textAlign: 'end',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const STEP = 60;
/** Narrower, and the numbers above the bars can no longer be read: the chart scrolls instead. */
const LEAST_STEP = 52;
const HEIGHT = 120;
const TOP = 16;
const BOTTOM = 18;

/** A figure month by month: bars with their numbers, and all figures as a table. */
export function TrendChart({ trend }: { readonly trend: Picture['trend'] }) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [figure, setFigure] = useState<TrendFigure>('end');
  return (
    <div className={styles.place}>
      <Field className={styles.choice} label={r('trend.figure')}>
        <Select
          size="small"
          value={figure}
          onChange={(_event, { value }) => setFigure(TREND_FIGURES.find((one) => one === value) ?? 'end')}
        >
          {TREND_FIGURES.map((one) => (
            <option key={one} value={one}>
              {r(`trend.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Bars trend={trend} figure={figure} />
      <details>
        <summary>{r('trend.table')}</summary>
        <TrendTable trend={trend} />
      </details>
    </div>
  );
}

function Bars({ trend, figure }: { readonly trend: Picture['trend']; readonly figure: TrendFigure }) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const values = trend.map((month) => trendValue(month, figure));
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const said = trend.map(({ month }, index) => `${monthTitle(month)}: ${values[index] ?? '–'}`).join('; ');
  const title = r('trend.title', { figure: r(`trend.${figure}`) });
  return (
    <figure className={mergeClasses(styles.figure, styles.frame)} tabIndex={0} aria-label={title}>
      <svg
        className={styles.chart}
        style={{ minWidth: Math.max(1, trend.length) * LEAST_STEP }}
        viewBox={`0 0 ${Math.max(1, trend.length) * STEP} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: ${said}`}
      >
        {trend.map(({ month }, index) => {
          const value = values[index] ?? null;
          const height = ((HEIGHT - TOP - BOTTOM) * (value ?? 0)) / most;
          const x = index * STEP;
          return (
            <g key={month} textAnchor="middle">
              <rect className={styles.bar} x={x + 12} y={HEIGHT - BOTTOM - height} width={STEP - 24} height={height} />
              <text className={styles.text} x={x + STEP / 2} y={HEIGHT - BOTTOM - height - 4}>
                {value ?? '–'}
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

function TrendTable({ trend }: { readonly trend: Picture['trend'] }) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  return (
    <div className={styles.frame} role="region" aria-label={r('trend')} tabIndex={0}>
      <table className={styles.table}>
        <TableHead
          headings={[r('trend.month'), ...TREND_FIGURES.map((figure) => r(`trend.${figure}`))]}
          className={styles.cell}
        />
        <tbody>
          {trend.map((month) => (
            <tr key={month.month}>
              <th scope="row" className={styles.cell}>
                {monthTitle(month.month)}
              </th>
              {TREND_FIGURES.map((figure) => (
                <td key={figure} className={styles.cell}>
                  {trendValue(month, figure) ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
