import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import {
  FIRST_HEADING,
  formColumns,
  formFaults,
  reportFormSheet,
  totalLine,
  type ReportFormInput,
} from '../../../shared/reports/report-form.ts';
import { Sentence } from '../parts/sentence.tsx';
import { ReportButtons } from './report-outlet.tsx';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  view: {
    width: '100%',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    '@media print': { page: 'wide' },
  },
  frame: { overflowX: 'auto', '@media print': { overflow: 'visible' } },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'end',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    hyphens: 'auto',
    minWidth: '64px',
    '@media print': { fontSize: '6.5pt', padding: '1px', minWidth: 0, overflowWrap: 'anywhere' },
  },
  name: { textAlign: 'start' },
  sign: { display: 'none', '@media print': { display: 'block', marginTop: '12mm' } },
});

interface ReportViewProps {
  readonly input: ReportFormInput;
  /** «Составлен Куратором …». */
  readonly made: string;
  readonly periodTitle: string;
}

/** «Отчёт» on the screen and on an A4 page, with its balance; into the workbook and into a file. */
export function ReportView({ input, made, periodTitle }: ReportViewProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const columns = formColumns(input);
  const faults = formFaults({ ...input, total: { ...input.total, name: r('report.total') } });
  const balance = faults.length === 0 ? r('balance.good') : r('balance.bad', { districts: faults });
  const signs = [r('report.sign.head'), r('report.sign.maker')];
  const name = `${styles.cell} ${styles.name}`;
  return (
    <div className={styles.view}>
      <ReportButtons
        fileName={r('report.file', { period: periodTitle })}
        onPrint={() => window.print()}
        make={() => reportFormSheet(input, { sheet: r('report'), lead: made, balance, signs })}
      />
      <Subtitle2 as="h3">{`Отчёт о социальном сопровождении семей с детьми ${input.period}`}</Subtitle2>
      <Text>{`${input.place}. ${made}`}</Text>
      <div className={styles.frame} role="region" aria-label={r('report')} tabIndex={0}>
        <table className={styles.table} lang="ru">
          <thead>
            <tr>
              {[FIRST_HEADING, ...columns.map(({ heading }) => heading)].map((heading) => (
                <th key={heading} scope="col" className={styles.cell}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...input.rows, totalLine(input)].map((row) => (
              <tr key={row.name}>
                <th scope="row" className={name}>
                  {row.name}
                </th>
                {columns.map(({ heading, of }) => (
                  <td key={heading} className={styles.cell}>
                    {of(row) ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sentence intent={faults.length === 0 ? 'success' : 'warning'}>{balance}</Sentence>
      {input.rows.length > 1 ? <Text size={200}>{r('report.specialists')}</Text> : null}
      {signs.map((sign) => (
        <Text key={sign} block className={styles.sign}>
          {sign}
        </Text>
      ))}
    </div>
  );
}
