import { Field, Input, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { periodsBetween } from '../../../shared/calendar/periods.ts';
import { dayOfIso } from '../../../shared/domain/day.ts';
import { dueQuarter, quartersUpTo } from '../../../shared/reports/report-period.ts';
import { showDate } from '../../../shared/text/format.ts';
import { takeRegister } from '../../engine/handed-register.ts';
import { ownReport, type OwnReport } from '../../engine/own-report.ts';
import { stepNotes } from '../../engine/step-notes.ts';
import { useTexts } from '../language.tsx';
import { RunCheck } from '../parts/run-check.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Working } from '../parts/working.tsx';
import { PeriodSelect } from '../region/period-select.tsx';
import { ReportOutletProvider, sessionOutlet } from '../region/report-outlet.tsx';
import { ReportView } from '../region/report-view.tsx';
import { useRegionTexts } from '../region/region-texts.ts';
import { useSession, useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

const useStyles = makeStyles({
  screen: { '@media print': { overflow: 'visible', display: 'block' } },
  quiet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
});

const OFFERED_QUARTERS = 8;
const OFFERED_DAYS = 365;

/** «Отчёт»: the report form of the open register over a period, on the screen, in the workbook and on paper. */
export default function ReportScreen() {
  const { r, periodTitle } = useRegionTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const outlet = useMemo(() => sessionOutlet(session), [session]);
  const today = dayOfIso(session.today()) ?? Number.NaN;
  const [period, setPeriod] = useState(() => dueQuarter(today));
  const [place, setPlace] = useState(() => session.workbook.name.replace(/\.\w{2,5}$/u, ''));
  const report = useOwnReport(period, place.trim() || r('report.place.none'));
  const months = periodsBetween('month', today - OFFERED_DAYS, today).map(({ key }) => key);
  return (
    <ReportOutletProvider value={outlet}>
      <ScreenFrame className={styles.screen}>
        <div className={styles.quiet}>
          <Subtitle2 as="h1">{r('report')}</Subtitle2>
          <Text>{r('report.lead')}</Text>
          <PeriodSelect
            periods={[...quartersUpTo(today, OFFERED_QUARTERS), ...months.toReversed()]}
            period={period}
            onPeriod={setPeriod}
          />
          <Field label={r('report.place')}>
            <Input value={place} maxLength={200} onChange={(_event, { value }) => setPlace(value)} />
          </Field>
        </div>
        {report === 'none' ? <RunCheck why={r('report.check-first')} /> : null}
        {report === null ? <Working /> : null}
        {report !== null && report !== 'none' ? (
          <>
            {report.unplaced > 0 ? (
              <Sentence intent="warning">{r('report.unplaced', { count: report.unplaced })}</Sentence>
            ) : null}
            <ReportView
              input={report.input}
              made={r('report.made', { at: showDate(session.today()) })}
              periodTitle={periodTitle(period)}
              notes={stepNotes(report.steps, language)}
            />
          </>
        ) : null}
      </ScreenFrame>
    </ReportOutletProvider>
  );
}

/** Null while it is being counted; «none» before a check. */
function useOwnReport(period: string, place: string): OwnReport | 'none' | null {
  const session = useSession();
  const run = useSessionState((state) => state.run);
  const packId = useSessionState((state) => state.packId);
  const asOf = useSessionState((state) => state.asOf);
  const pack = usePack(run?.result.pack.id ?? packId);
  const [known, setKnown] = useState<{ readonly about: string; readonly report: OwnReport | 'none' } | null>(null);
  const about = JSON.stringify([period, asOf, pack?.id, pack?.version, run?.finishedAtMs]);
  useEffect(() => {
    let isCurrent = true;
    const count = async (): Promise<OwnReport | 'none'> => {
      const handed = run === null ? null : await session.register();
      if (handed === null || pack === undefined) return 'none';
      return ownReport(await takeRegister(handed), { pack, asOf, period, place: '' }) ?? 'none';
    };
    void count().then((report) => {
      if (isCurrent) setKnown({ about, report });
    });
    return () => {
      isCurrent = false;
    };
  }, [session, run, pack, asOf, period, about]);
  if (known?.about !== about) return null;
  const { report } = known;
  return report === 'none' ? report : { ...report, input: { ...report.input, place } };
}
