import { Button, Field, Input, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { showMoment, useTexts } from '../language.tsx';
import type { Column } from './picture-columns.ts';
import { figureTitle, headingGroups, shownValue } from './picture-columns.ts';
import { FigureCell } from './figure-cell.tsx';
import type { OpenFigure } from './figure-cell.tsx';
import type { HandInSign, ShownPicture, ShownRow } from './picture-rows.ts';
import { handInSign } from './picture-rows.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    '@media print': { display: 'none' },
  },
  frame: { overflowX: 'auto', '@media print': { overflow: 'visible' } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& td button': { fontSize: 'inherit' },
    '@media print': { fontSize: '6.5pt' },
  },
  cell: {
    textAlign: 'end',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    '@media print': { fontSize: '6.5pt', padding: '1px' },
  },
  head: { textAlign: 'center', verticalAlign: 'bottom', fontWeight: tokens.fontWeightSemibold },
  district: {
    textAlign: 'start',
    lineHeight: tokens.lineHeightBase200,
    position: 'sticky',
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: '110px',
    '@media print': { minWidth: '60px', position: 'static', lineHeight: 1.3 },
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    '@media print': { fontSize: '6pt', lineHeight: 1.3 },
  },
  sort: {
    padding: 0,
    minWidth: 0,
    minHeight: '24px',
    maxWidth: '150px',
    hyphens: 'auto',
    '@media print': {
      fontSize: '6pt',
      lineHeight: 1.1,
      maxWidth: 'none',
      fontWeight: 'normal',
    },
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'normal',
    lineHeight: tokens.lineHeightBase200,
  },
});

interface PictureTableProps {
  readonly picture: ShownPicture;
  readonly columns: readonly Column[];
  readonly onOpen: (figure: OpenFigure) => void;
}

type Order = { readonly by: string; readonly isDescending: boolean };
const SIGNS: readonly HandInSign[] = ['accepted', 'submitted', 'returned', 'missing', 'awaited', 'file'];

/** Districts in rows that sort by any column and filter by name and state; the region's total below. */
export function PictureTable({ picture, columns, onOpen }: PictureTableProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [order, setOrder] = useState<Order>({ by: 'district', isDescending: false });
  const [name, setName] = useState('');
  const [sign, setSign] = useState('');
  const isMeant = (row: ShownRow): boolean =>
    row.district.title.toLowerCase().includes(name.trim().toLowerCase()) && (sign === '' || handInSign(row) === sign);
  const rows = inOrder(picture.rows.filter(isMeant), columns, order);
  const sort = (by: string): void => setOrder({ by, isDescending: order.by === by && !order.isDescending });
  return (
    <>
      <div className={styles.filters}>
        <Field label={r('filter')}>
          <Input size="small" type="search" value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
        <Field label={r('filter.state')}>
          <Select size="small" value={sign} onChange={(_event, { value }) => setSign(value)}>
            <option value="">{r('filter.all')}</option>
            {SIGNS.map((one) => (
              <option key={one} value={one}>
                {r(`state.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.frame} role="region" aria-label={r('table')} tabIndex={0}>
        <table className={styles.table}>
          <TableHead columns={columns} order={order} onSort={sort} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.district.id}>
                <th scope="row" className={mergeClasses(styles.cell, styles.district)}>
                  <DistrictName row={row} />
                </th>
                {columns.map((column) => (
                  <FigureCell
                    key={column.id}
                    className={styles.cell}
                    place={{ column, value: shownValue(column, row), district: row.district }}
                    onOpen={onOpen}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={mergeClasses(styles.cell, styles.district)}>
                {r('total')}
              </th>
              {columns.map((column) => (
                <FigureCell
                  key={column.id}
                  className={styles.cell}
                  place={{ column, value: column.value(picture.total), district: null }}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly order: Order;
  readonly onSort: (by: string) => void;
}

function TableHead({ columns, order, onSort }: TableHeadProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  const direction = (by: string) => (order.by !== by ? 'none' : order.isDescending ? 'descending' : 'ascending');
  const button = (by: string, title: string, about = title) => (
    <Button
      appearance="transparent"
      size="small"
      className={styles.sort}
      aria-description={r('sort', { figure: about })}
      onClick={() => onSort(by)}
    >
      {title}
      {order.by === by ? (order.isDescending ? ' ↓' : ' ↑') : ''}
    </Button>
  );
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={mergeClasses(head, styles.district)} aria-sort={direction('district')}>
          {button('district', r('district'))}
        </th>
        {headingGroups(columns).map(({ title, span }) => (
          <th key={title} scope="colgroup" colSpan={span} className={head}>
            {title}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={column.id} scope="col" className={head} aria-sort={direction(column.id)}>
            {button(column.id, column.title, figureTitle(column))}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function DistrictName({ row }: { readonly row: ShownRow }) {
  const { t } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const sent = row.lastSending ? showMoment(Date.parse(row.lastSending.at)) : t('region.never');
  return (
    <>
      {row.district.title}
      <Text block size={200} className={styles.quiet}>
        {row.fileName === null ? sent : `${r('state.file')}: ${row.fileName}`}
      </Text>
    </>
  );
}

function inOrder(
  rows: readonly ShownRow[],
  columns: readonly Column[],
  { by, isDescending }: Order,
): readonly ShownRow[] {
  const column = columns.find(({ id }) => id === by);
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) =>
    column
      ? sign * ((shownValue(column, a) ?? -1) - (shownValue(column, b) ?? -1))
      : sign * a.district.title.localeCompare(b.district.title, 'ru'),
  );
}
