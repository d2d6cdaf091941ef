import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { DEFAULT_PACK_ID, packById } from '../../../shared/packs/packs.ts';
import type { DistrictOverview, Overview } from '../../engine/sync-contract.ts';
import { showMoment, useTexts } from '../language.tsx';
import type { Column } from './district-order.ts';
import { COLUMNS, inOrder } from './district-order.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  number: { textAlign: 'end' },
  sort: { padding: 0, minWidth: 0, fontSize: tokens.fontSizeBase200 },
  levels: { color: tokens.colorNeutralForeground2 },
});

/** Districts as a table that sorts by any column, with the region's sum below. */
export function DistrictTable({ overview }: { readonly overview: Overview }) {
  const { t } = useTexts();
  const styles = useStyles();
  const [{ by, isDescending }, setOrder] = useState<{ by: Column; isDescending: boolean }>({
    by: 'district',
    isDescending: false,
  });
  const sort = (column: Column): void => setOrder({ by: column, isDescending: by === column && !isDescending });
  const direction = isDescending ? 'descending' : 'ascending';
  const { total } = overview;
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.cell} aria-sort={by === column ? direction : 'none'}>
                <Button appearance="transparent" size="small" className={styles.sort} onClick={() => sort(column)}>
                  {t(`region.${column}`)}
                  {by === column ? (isDescending ? ' ↓' : ' ↑') : ''}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(overview.districts, by, isDescending).map((district) => (
            <DistrictRow key={district.district.id} row={district} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.cell}>
              {t('region.total')}
            </th>
            <td className={styles.cell} />
            {[total.openCases, total.errors, total.warnings, total.curators, total.curatorsOverNorm].map((sum, at) => (
              <td key={COLUMNS[at + 2]} className={number}>
                {sum}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function DistrictRow({ row }: { readonly row: DistrictOverview }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const levels = packById(DEFAULT_PACK_ID)?.codes.levels ?? [];
  const levelTitle = (code: string | null): string =>
    code === null
      ? t('region.no-level')
      : code === '?'
        ? t('region.level-unknown')
        : (levels.find((level) => level.code === code)?.title[language] ?? code);
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {row.district.title}
        <Text block size={200} className={styles.levels}>
          {row.casesByLevel.map(({ level, cases }) => `${levelTitle(level)}: ${cases}`).join(', ')}
        </Text>
      </th>
      <td className={styles.cell}>
        {row.lastSending ? showMoment(Date.parse(row.lastSending.at)) : t('region.never')}
      </td>
      <td className={number}>{row.openCases}</td>
      <td className={number}>{row.errors}</td>
      <td className={number}>{row.warnings}</td>
      <td className={number}>{row.curators}</td>
      <td className={number}>
        {row.curatorsOverNorm.length}
        {row.curatorsOverNorm.map(({ curator, level, cases, norm }) => (
          <Text key={`${curator} ${level ?? ''}`} block size={200} className={styles.levels}>
            {level === null
              ? t('region.curator-whole', { curator: shortKey(curator), cases })
              : t('region.curator-load', {
                  curator: shortKey(curator),
                  level: levelTitle(level),
                  cases,
                  norm: norm ?? '—',
                })}
          </Text>
        ))}
      </td>
    </tr>
  );
}

/** The region sees a key instead of the curator's name; its beginning is enough to tell curators apart. */
function shortKey(key: string): string {
  return key.replace(/^\w{2}_/, '').slice(0, 6);
}
