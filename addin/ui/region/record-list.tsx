import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { RecordValue, RegisterRecord } from '../../../shared/reports/register-records.ts';
import { showDate } from '../../../shared/text/format.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  frame: {
    width: '100%',
    maxHeight: '60vh',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { position: 'relative', minWidth: '100%' },
  line: {
    boxSizing: 'border-box',
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '1fr 1fr 1.4fr 1.2fr 1.2fr 0.8fr 0.8fr 1.4fr',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  // Long words stand on a line of their own where the columns are narrow, and are not broken.
  wholeLine: { '@media (max-width: 700px)': { gridColumn: '1 / -1' } },
  head: {
    position: 'sticky',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const LINE_PX = 44;
const COLUMNS = ['district', 'caseNo', 'applicant', 'level', 'curator', 'start', 'state', 'source'] as const;
const WHOLE_LINES: ReadonlySet<string> = new Set(['district', 'level']);

function shown(value: RecordValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? showDate(value.iso) : String(value);
}

/** All lines as one virtual table: a hundred thousand scroll as easily as a hundred. */
export function RecordList({ records }: { readonly records: readonly RegisterRecord[] }) {
  const { r, levelTitle } = useRegionTexts();
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells React itself when to draw
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_PX,
    overscan: 12,
    getItemKey: (index) => records[index]?.id ?? index,
  });
  if (records.length === 0) return <Text>{r('register.none')}</Text>;
  return (
    <div ref={frame} className={styles.frame} role="region" aria-label={r('register')} tabIndex={0}>
      <div role="table" aria-label={r('register')} aria-rowcount={records.length + 1}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={mergeClasses(styles.line, styles.head)}>
            {COLUMNS.map((column) => (
              <span key={column} role="columnheader" className={WHOLE_LINES.has(column) ? styles.wholeLine : undefined}>
                {r(`register.${column}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.table} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const one = records[index];
            if (!one) return null;
            const { values, state } = one;
            const closed = state === 'closed' ? ` ${shown(values.closedOn)}` : '';
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={virtualizer.measureElement}
                className={styles.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell" className={styles.wholeLine}>
                  {one.district}
                </span>
                <span role="cell">{shown(values.caseNo)}</span>
                <span role="cell">{shown(values.applicant)}</span>
                <span role="cell" className={styles.wholeLine}>
                  {levelTitle(one.level)}
                </span>
                <span role="cell">{one.curator ?? ''}</span>
                <span role="cell">{shown(values.startDate ?? values.contractDate ?? values.registeredOn)}</span>
                <span role="cell">{r(`register.state.${state}`) + closed}</span>
                <span role="cell" className={styles.quiet}>
                  {one.source}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
