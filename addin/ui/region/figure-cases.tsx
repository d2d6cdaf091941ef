import { Subtitle2, Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { RegionClient } from '../../engine/region-client.ts';
import { SmallLink } from '../parts/small-link.tsx';
import { Working } from '../parts/working.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useCaseStyles } from './case-styles.ts';
import { CaseTable } from './case-table.tsx';
import type { OpenFigure } from './figure-cell.tsx';
import { fileCases, type FileCasesWish } from './file-cases.ts';
import { OpenedPanel } from './opened-panel.tsx';
import { figureTitle, shownValue } from './picture-columns.ts';
import type { FileRow, ShownRow } from './picture-rows.ts';
import { useRegionTexts } from './region-texts.ts';
import { useAnswer } from './use-answer.ts';

interface FigureCasesProps {
  readonly client: RegionClient;
  readonly period: string;
  readonly opened: OpenFigure;
  readonly rows: readonly ShownRow[];
  /** Workbooks that stand for their districts. */
  readonly files: readonly FileRow[];
  /** What their records are counted with. */
  readonly counting: Pick<FileCasesWish, 'span' | 'asOf' | 'pack'>;
  readonly onOpen: (figure: OpenFigure) => void;
  readonly onClose: () => void;
}

/** What stands behind a number: the records of a district, or for the region its districts. */
export function FigureCases(props: FigureCasesProps) {
  const { opened, onClose } = props;
  const { r } = useRegionTexts();
  return (
    <OpenedPanel label={r('cases')} onClose={onClose}>
      {opened.district === null ? <OfRegion {...props} /> : <OfDistrict {...props} district={opened.district} />}
    </OpenedPanel>
  );
}

function OfRegion({ opened, rows, onOpen }: FigureCasesProps) {
  const { r } = useRegionTexts();
  const styles = useCaseStyles();
  const { column } = opened;
  const figure = figureTitle(column);
  return (
    <>
      <Subtitle2 as="h3">{r('cases.total', { figure })}</Subtitle2>
      <table className={styles.table}>
        <tbody>
          {rows.map((row) => {
            const value = shownValue(column, row);
            return (
              <tr key={row.district.id}>
                <th scope="row" className={styles.cell}>
                  {row.district.title}
                </th>
                <td className={styles.cell}>
                  {value === null || (value === 0 && column.id !== 'visitsKept') ? (
                    (value ?? '–')
                  ) : (
                    <SmallLink onClick={() => onOpen({ column, value, district: row.district })}>{value}</SmallLink>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function rowsTitleOf(opened: OpenFigure): string {
  return opened.column.ofRows ?? figureTitle(opened.column);
}

function OfDistrict({
  client,
  period,
  opened,
  files,
  counting,
  district,
}: FigureCasesProps & { readonly district: NonNullable<OpenFigure['district']> }) {
  const { r } = useRegionTexts();
  const file = files.find((one) => one.district.id === district.id);
  if (file) {
    const { opens } = opened.column;
    const list = fileCases(file.reading, { ...counting, figure: 'end', ...opens });
    return (
      <>
        <Text>{r('cases.file', { name: file.fileName })}</Text>
        <CaseTable
          list={list}
          district={district.id}
          figure={opens?.figure ?? 'end'}
          title={r('cases.title', { figure: rowsTitleOf(opened), district: district.title, count: list.total })}
          isFromFile
        />
      </>
    );
  }
  return <SentCases client={client} period={period} opened={opened} district={district} />;
}

interface SentCasesProps extends Pick<FigureCasesProps, 'client' | 'period' | 'opened'> {
  readonly district: NonNullable<OpenFigure['district']>;
}

function SentCases({ client, period, opened, district }: SentCasesProps) {
  const { r } = useRegionTexts();
  const { opens } = opened.column;
  const { figure, level } = opens ?? { figure: 'end' };
  const ask = useCallback(
    () => client.cases({ district: district.id, period, figure, ...(level === undefined ? {} : { level }) }),
    [client, district.id, period, figure, level],
  );
  const { outcome } = useAnswer(ask);
  if (outcome === null) return <Working />;
  if (!outcome.ok) return <SendingError error={outcome.error} />;
  const seen = outcome.value;
  return (
    <CaseTable
      list={seen}
      district={district.id}
      figure={opens?.figure ?? 'end'}
      title={r('cases.title', { figure: rowsTitleOf(opened), district: district.title, count: seen.total })}
    />
  );
}
