import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Pack } from '../../../shared/packs/pack.ts';
import { knownFigures } from '../../../shared/reports/known-figures.ts';
import { formPeriod, type FormRow } from '../../../shared/reports/report-form.ts';
import type { Picture, PictureFigures } from '../../../shared/sync/region-wire.ts';
import { showMoment } from '../language.tsx';
import { escapeCloses } from '../parts/escape-closes.ts';
import { isSilent, totalOf, type ShownPicture } from './picture-rows.ts';
import { ReportView } from './report-view.tsx';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  quiet: { '@media print': { display: 'none' } },
});

interface ReportPanelProps {
  readonly picture: Picture;
  readonly shown: ShownPicture;
  readonly pack: Pack;
  /** What the figures are without. */
  readonly notes: readonly string[];
  readonly onClose: () => void;
}

/** The report form of the region. It stands alone on the screen, so that it prints alone. */
export default function ReportPanel({ picture, shown, pack, notes, onClose }: ReportPanelProps) {
  const { r, periodTitle } = useRegionTexts();
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const { key } = picture.period;
  const made = r('report.made-region', { at: showMoment(Date.parse(picture.at)) });
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={r('report')}
      onKeyDown={escapeCloses(onClose)}
    >
      <Button className={styles.quiet} onClick={onClose}>
        {r('cases.close')}
      </Button>
      <Text className={styles.quiet}>{r('report.lead')}</Text>
      <ReportView
        made={made}
        notes={notes}
        periodTitle={periodTitle(key)}
        input={{
          rows: shown.rows.map((row) => ({ ...formRowOf(row.district.title, row), isSilent: isSilent(row) })),
          // Whoever checks a form adds its rows up: a family that two districts keep stands in both, and twice in the sum.
          total: formRowOf('', totalOf(shown.rows)),
          pack,
          period: formPeriod(key),
          place: picture.region.title,
        }}
      />
    </section>
  );
}

function formRowOf(name: string, { figures, levels, specialists, childrenUnknown }: PictureFigures): FormRow {
  return { name, figures: knownFigures(figures, childrenUnknown), levels, specialists };
}
