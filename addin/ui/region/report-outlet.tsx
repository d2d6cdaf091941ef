/** Where reports of the region go: into the open workbook, into a file, or onto paper. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { createContext, useContext, useState } from 'react';
import type { ReportSheet } from '../../../shared/domain/report-sheet.ts';
import type { Session } from '../../engine/session.ts';
import { download } from '../file-mode/download.ts';
import { useTexts } from '../language.tsx';
import { useRegionTexts } from './region-texts.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ReportOutlet {
  /** Adds a sheet to the open workbook; null where none is open or it takes no sheets. */
  readonly toSheet: Session['addReport'] | null;
  /** Desktop Excel refuses downloads from a pane. */
  readonly mayDownload: boolean;
}

const Outlet = createContext<ReportOutlet>({ toSheet: null, mayDownload: true });
export const ReportOutletProvider = Outlet.Provider;

/** The outlet of a pane with an open workbook. */
export function sessionOutlet({ workbook, addReport }: Session): ReportOutlet {
  return {
    toSheet: workbook.isTextFile || workbook.isReadOnly ? null : addReport,
    mayDownload: workbook.kind === 'file',
  };
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    '@media print': { display: 'none' },
  },
});

interface ReportButtonsProps {
  /** Made when it is asked for: a region has many lines. */
  readonly make: () => ReportSheet | Promise<ReportSheet>;
  /** Without its ending. */
  readonly fileName: string;
  readonly isDisabled?: boolean;
  readonly onPrint?: () => void;
}

/** «В Excel»: a sheet of the open workbook, or a workbook of its own. And printing. */
export function ReportButtons({ make, fileName, isDisabled = false, onPrint }: ReportButtonsProps) {
  const { t } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const { toSheet, mayDownload } = useContext(Outlet);
  const [said, setSaid] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const doing = async (deed: () => Promise<string>): Promise<void> => {
    setIsWorking(true);
    setSaid('');
    try {
      setSaid(await deed());
    } catch {
      setSaid(t('app.file-failed'));
    } finally {
      setIsWorking(false);
    }
  };
  const addSheet = (add: Session['addReport']) => async (): Promise<string> => {
    const name = await add(await make());
    return name === null ? r('outlet.refused') : r('outlet.added', { sheet: name });
  };
  const saveFile = async (): Promise<string> => {
    const { reportXlsx } = await import('../../file/report-xlsx.ts');
    download(`${fileName}.xlsx`, new Uint8Array(await reportXlsx(await make())), XLSX_TYPE);
    return r('outlet.saved', { file: `${fileName}.xlsx` });
  };
  const isOff = isDisabled || isWorking;
  return (
    <div className={styles.actions}>
      {mayDownload ? (
        <Button disabled={isOff} onClick={() => void doing(saveFile)}>
          {r('excel')}
        </Button>
      ) : null}
      {toSheet ? (
        <Button disabled={isOff} onClick={() => void doing(addSheet(toSheet))}>
          {r(mayDownload ? 'outlet.sheet' : 'excel')}
        </Button>
      ) : null}
      {onPrint ? <Button onClick={onPrint}>{r('print')}</Button> : null}
      <Text role="status">{said}</Text>
    </div>
  );
}
