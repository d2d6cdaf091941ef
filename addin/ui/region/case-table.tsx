import { Subtitle2, Text } from '@fluentui/react-components';
import { shortKey } from '../../../shared/reports/register-records.ts';
import type { CaseFigure, CaseList } from '../../../shared/sync/region-wire.ts';
import { showDate } from '../../../shared/text/format.ts';
import { ruleTitle } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { useCaseStyles } from './case-styles.ts';
import { useOpenedNames, type SealedName } from './duplicates/use-opened-names.ts';
import { useRegionTexts } from './region-texts.ts';

type Case = CaseList['cases'][number];
const NAMES = ['caseNo', 'applicant', 'curator'] as const;

function day(iso: string | null): string {
  return iso === null ? '' : showDate(iso);
}

interface CaseTableProps {
  readonly list: CaseList;
  readonly title: string;
  readonly district: string;
  readonly figure: CaseFigure;
  /** The records stand in a workbook that was dropped here: there is nothing to open, and no server. */
  readonly isFromFile?: boolean;
}

/** The records behind a number. Names stand there where this pane holds the region's key. */
export function CaseTable({ list, title, district, figure, isFromFile = false }: CaseTableProps) {
  const { r } = useRegionTexts();
  const styles = useCaseStyles();
  const names = useOpenedNames(list.cases.flatMap((one) => NAMES.map((field) => sealedName(one, field, district))));
  const isOpened = names.some((name) => name !== null);
  const curators = figure === 'specialists' || figure === 'overNorm';
  const heads = [
    r('cases.row'),
    ...(isOpened ? [r('cases.name')] : []),
    ...(curators ? [r('cases.curator')] : []),
    r('cases.level'),
    r('cases.start'),
    r('cases.closed'),
    r('cases.count'),
    ...(figure === 'errors' ? [r('cases.rules')] : []),
  ];
  return (
    <>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {isFromFile ? null : <Text size={200}>{r(isOpened ? 'cases.key-note' : 'cases.note')}</Text>}
      {list.cases.length < list.total ? (
        <Text size={200}>{r('cases.more', { shown: list.cases.length, total: list.total })}</Text>
      ) : null}
      {list.total === 0 ? (
        <Text>{r('cases.none')}</Text>
      ) : (
        <div className={styles.frame} role="region" aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <TableHead headings={heads} className={styles.cell} />
            <tbody>
              {list.cases.map((one, index) => (
                <CaseLine
                  key={`${one.register} ${one.row}`}
                  one={one}
                  names={isOpened ? names.slice(index * NAMES.length, (index + 1) * NAMES.length) : null}
                  hasCurator={curators}
                  hasRules={figure === 'errors'}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function sealedName({ row, sealed }: Case, field: (typeof NAMES)[number], district: string): SealedName | null {
  const value = sealed[field];
  return value === null ? null : { value, district, table: 'families', row, field };
}

interface CaseLineProps {
  readonly one: Case;
  /** Case number, applicant, curator; null where none could be opened. */
  readonly names: readonly (string | null)[] | null;
  readonly hasCurator: boolean;
  readonly hasRules: boolean;
}

function CaseLine({ one, names, hasCurator, hasRules }: CaseLineProps) {
  const { language } = useTexts();
  const { r, levelTitle } = useRegionTexts();
  const styles = useCaseStyles();
  const [caseNo, applicant, curator] = names ?? [];
  const cells = [
    ...(names ? [[caseNo, applicant].filter((name) => name !== null && name !== undefined).join(', ')] : []),
    ...(hasCurator ? [curator ?? shortKey(one.curator ?? '')] : []),
    one.row === '' ? '' : levelTitle(one.level),
    day(one.start),
    day(one.closedOn),
    String(one.count),
    ...(hasRules ? [one.rules.map((rule) => ruleTitle(rule, language)).join('; ')] : []),
  ];
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {one.row === '' ? r('cases.whole') : one.row}
      </th>
      {cells.map((cell, index) => (
        // The columns of a line never change their places.
        <td key={index} className={styles.cell}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
