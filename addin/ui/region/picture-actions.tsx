import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { showMoment } from '../language.tsx';
import { download } from '../file-mode/download.ts';
import { clipboardLines, excelTable } from './excel-table.ts';
import type { Column } from './picture-columns.ts';
import type { ShownPicture } from './picture-rows.ts';
import { useRegionTexts } from './region-texts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    '@media print': { display: 'none' },
  },
});

interface PictureActionsProps {
  readonly picture: ShownPicture;
  readonly columns: readonly Column[];
  readonly facts: Picture;
  readonly notes: readonly string[];
}

/** «В Excel»: a file in the browser; inside Excel, where downloads are refused, the clipboard. And printing. */
export function PictureActions({ picture, columns, facts, notes }: PictureActionsProps) {
  const texts = useRegionTexts();
  const { r, periodTitle } = texts;
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const isInExcel = 'Office' in window;
  const toExcel = async (): Promise<void> => {
    const period = periodTitle(facts.period.key);
    const title = r('excel.title', { region: facts.region.title, period });
    const asAt = r('as-at', { at: showMoment(Date.parse(facts.at)) });
    const table = excelTable(texts, { picture, columns, title, notes: [...notes, asAt] });
    if (isInExcel) {
      await navigator.clipboard.writeText(clipboardLines(table)).then(
        () => setSaid(r('excel.copied')),
        () => setSaid(r('excel.refused')),
      );
      return;
    }
    const { writeTable } = await import('../../file/table-file.ts');
    download(r('excel.file', { period }), new Uint8Array(writeTable(table)), XLSX);
  };
  return (
    <div className={styles.actions}>
      <Button onClick={() => void toExcel()}>{r('excel')}</Button>
      <Button onClick={() => window.print()}>{r('print')}</Button>
      <Text role="status">{said}</Text>
    </div>
  );
}
