import type { Picture } from '../../../shared/sync/region-wire.ts';
import { showMoment } from '../language.tsx';
import type { Column } from './picture-columns.ts';
import type { ShownPicture } from './picture-rows.ts';
import { pictureSheet } from './picture-sheet.ts';
import { ReportButtons } from './report-outlet.tsx';
import { useRegionTexts } from './region-texts.ts';

interface PictureActionsProps {
  readonly picture: ShownPicture;
  readonly columns: readonly Column[];
  readonly facts: Picture;
  readonly notes: readonly string[];
}

/** «В Excel»: the figures as a native table with charts. And printing of the page. */
export function PictureActions({ picture, columns, facts, notes }: PictureActionsProps) {
  const texts = useRegionTexts();
  const { r, periodTitle } = texts;
  const period = periodTitle(facts.period.key);
  return (
    <ReportButtons
      fileName={r('excel.file', { period })}
      onPrint={() => window.print()}
      make={() =>
        pictureSheet(texts, {
          picture,
          columns,
          trend: facts.trend,
          title: r('excel.title', { region: facts.region.title, period }),
          notes: [...notes, r('as-at', { at: showMoment(Date.parse(facts.at)) })],
        })
      }
    />
  );
}
