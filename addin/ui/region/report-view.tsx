import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import {
  FIRST_HEADING,
  formColumns,
  formFaults,
  formTitle,
  reportFormSheet,
  totalLine,
  type ReportFormInput,
} from '../../../shared/reports/report-form.ts';
import { Sentence } from '../parts/sentence.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { ReportButtons } from './report-outlet.tsx';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  view: {
    width: '100%',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    '& h3': { margin: 0 },
    '@media print': { page: 'wide' },
  },
  frame: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', '& thead th:first-child': { textAlign: 'start' } },
  cell: {
    textAlign: 'end',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    hyphens: 'auto',
    minWidth: '64px',
  },
  // Which district a row is about stays in sight while the figures are scrolled.
  name: { textAlign: 'start', position: 'sticky', left: 0, backgroundColor: tokens.colorNeutralBackground1 },
});

interface ReportViewProps {
  readonly input: ReportFormInput;
  /** «Составлен Куратором …». */
  readonly made: string;
  /** What the figures are without. */
  readonly notes?: readonly string[];
  readonly periodTitle: string;
}

const NO_NOTES: readonly string[] = [];

/** «Отчёт» on the screen and on an A4 page, with its balance; into the workbook and into a file. */
export function ReportView({ input, made, periodTitle, notes = NO_NOTES }: ReportViewProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const faults = formFaults({ ...input, total: { ...input.total, name: r('report.total') } });
  const balance = faults.length === 0 ? r('balance.good') : r('balance.bad', { districts: faults });
  const signs = [r('report.sign.head'), r('report.sign.maker')];
  const table = (className: string) => (
    <FormTable
      input={input}
      className={className}
      {...(className === '' ? {} : { cell: styles.cell, name: styles.name })}
    />
  );
  return (
    <div className={styles.view}>
      <ReportButtons
        fileName={r('report.file', { period: periodTitle })}
        onPrint={() => window.print()}
        make={() => reportFormSheet(input, { sheet: r('report'), lead: made, balance, notes, signs })}
      />
      <Subtitle2 as="h3" lang="ru">
        {formTitle(input.period)}
      </Subtitle2>
      <Text>{`${input.place}. ${made}`}</Text>
      <div className={styles.frame} role="region" aria-label={r('report')} tabIndex={0}>
        {table(styles.table)}
      </div>
      <Sentence intent={faults.length === 0 ? 'success' : 'warning'}>{balance}</Sentence>
      {notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
      {input.rows.length > 1 ? <Text size={200}>{r('report.specialists')}</Text> : null}
      <PrintedReport>
        <h1>{formTitle(input.period)}</h1>
        <p>{`${input.place}. ${made}`}</p>
        {table('')}
        <p>{balance}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {signs.map((sign) => (
          <p key={sign} className="sign">
            {sign}
          </p>
        ))}
      </PrintedReport>
    </div>
  );
}

interface FormTableProps {
  readonly input: ReportFormInput;
  readonly className: string;
  readonly cell?: string;
  readonly name?: string;
}

function FormTable({ input, className, cell, name }: FormTableProps) {
  const columns = formColumns(input);
  return (
    <table className={className} lang="ru">
      <TableHead headings={[FIRST_HEADING, ...columns.map(({ heading }) => heading)]} className={cell} />
      <tbody>
        {[...input.rows, totalLine(input)].map((row) => (
          <tr key={row.name}>
            <th scope="row" className={mergeClasses(cell, name)}>
              {row.name}
            </th>
            {columns.map(({ heading, of }) => (
              <td key={heading} className={cell}>
                {of(row) ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On paper the report stands alone: it hangs beside the page, which is left out (page.css). */
function PrintedReport({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    document.body.classList.add('has-report');
    return () => document.body.classList.remove('has-report');
  }, []);
  return createPortal(
    <div className="printed-report" lang="ru" aria-hidden>
      {children}
    </div>,
    document.body,
  );
}
