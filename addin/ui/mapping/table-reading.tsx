import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TableAccount } from '../../../shared/reading/reading.ts';
import { useTexts } from '../language.tsx';
import { FoldHeading, useFold } from '../parts/fold.tsx';
import { useShowCell } from '../session-access.tsx';
import { ColumnReading } from './column-reading.tsx';

/** Skipped rows named one by one; of more, the number stands in the heading. */
const SKIPPED_SHOWN = 200;

const useStyles = makeStyles({
  table: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  columns: { margin: 0, padding: 0, listStyleType: 'none' },
  heading: { justifySelf: 'start' },
  skipped: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface TableReadingProps {
  readonly sheet: string;
  readonly table: TableAccount;
}

export function TableReading({ sheet, table }: TableReadingProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const { firstRow, lastRow, records, headerRows, kind } = table;
  return (
    <div className={styles.table}>
      <Text size={200} className={styles.quiet}>
        {t('reading.table', { first: firstRow, last: lastRow, records })} ·{' '}
        {t('reading.headings', { count: headerRows.length, rows: headerRows.join(', ') })}
      </Text>
      {table.continues ? <Text size={200}>{t('reading.continues', { sheets: table.continues })}</Text> : null}
      {table.isCard ? <Text size={200}>{t('reading.card')}</Text> : null}
      {table.given.map(({ text, row }) => (
        <Text key={`${text} ${row ?? ''}`} size={200}>
          {t('reading.given', { text })}
        </Text>
      ))}
      <ul className={styles.columns}>
        {table.columns.map((column) => (
          <ColumnReading key={column.column} sheet={sheet} kind={kind} column={column} />
        ))}
      </ul>
      {table.skippedRows.length > 0 ? <SkippedRows sheet={sheet} table={table} /> : null}
    </div>
  );
}

function SkippedRows({ sheet, table }: TableReadingProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const showCell = useShowCell();
  const fold = useFold();
  return (
    <>
      <FoldHeading fold={fold} size="small" className={styles.heading}>
        {t('reading.skipped', { count: table.skippedRows.length })}
      </FoldHeading>
      <ul id={fold.id} hidden={!fold.isOpen} className={styles.skipped}>
        {table.skippedRows.slice(0, SKIPPED_SHOWN).map(({ row, why }) => (
          <li key={row}>
            <Button
              appearance="transparent"
              size="small"
              className={styles.heading}
              onClick={() => showCell({ sheet, row, column: 0 })}
            >
              {t('finding.place.row', { row })}
            </Button>{' '}
            <Text size={200}>{t(`reading.skipped.${why}`)}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}
