import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Suspense, useMemo, useRef, useState } from 'react';
import { dayOfIso } from '../../../shared/domain/day.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { later } from '../parts/later.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { Working } from '../parts/working.tsx';
import { DistrictStrip } from './district-strip.tsx';
import { FigureCases } from './figure-cases.tsx';
import { FigureGaps, gapNotes } from './figure-gaps.tsx';
import type { OpenFigure } from './figure-cell.tsx';
import { HandInReview } from './hand-in-review.tsx';
import { KeyFigures } from './key-figures.tsx';
import { pictureColumns, type Column } from './picture-columns.ts';
import { pictureNorms } from './picture-pack.ts';
import { isSilent, unbalanced, withFiles } from './picture-rows.ts';
import type { FileRow, ShownRow } from './picture-rows.ts';
import { PictureActions } from './picture-actions.tsx';
import { PictureTable } from './picture-table.tsx';
import { PositiveReadings } from './positive-readings.tsx';
import { useDuplicateTexts } from './duplicates/use-duplicates.ts';
import { RegionFiles } from './region-files.tsx';
import { useRegionTexts } from './region-texts.ts';
import { TrendChart } from './trend-chart.tsx';

const RegisterPanel = later(() => import('./register-panel.tsx'));
const ReportPanel = later(() => import('./report-panel.tsx'));

const useStyles = makeStyles({
  picture: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  doors: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  away: { display: 'none' },
});

interface RegionPictureProps {
  readonly client: RegionClient;
  readonly picture: Picture;
  readonly mayDecide: boolean;
  readonly onDecided: () => void;
  /** The report stands alone on the page, or no longer. */
  readonly onAlone: (isAlone: boolean) => void;
}

type Opened =
  | { readonly kind: 'figure'; readonly figure: OpenFigure }
  | { readonly kind: 'review'; readonly row: ShownRow }
  | { readonly kind: 'register' | 'report' }
  | null;

/** Strip, numbers, course, table, and what was opened of them. */
export function RegionPicture({ client, picture, mayDecide, onDecided, onAlone }: RegionPictureProps) {
  const texts = useRegionTexts();
  const { r } = texts;
  const d = useDuplicateTexts();
  const styles = useStyles();
  const [files, setFiles] = useState<readonly FileRow[]>([]);
  const [opened, setOpened] = useState<Opened>(null);
  const pack = useMemo(() => pictureNorms(picture.norms), [picture.norms]);
  const shown = withFiles(picture, files);
  const columns = pictureColumns(texts, levelsOf(shown.total.levels, pack));
  const faults = unbalanced(shown.rows);
  const balance =
    faults.length === 0
      ? r('balance.good')
      : r('balance.bad', { districts: faults.map(({ district }) => district.title) });
  const once = picture.countedOnce > 0 && files.length === 0 ? [d('once', { count: picture.countedOnce })] : [];
  const missing = gapNotes(shown, texts);
  const show = (next: Opened): void => {
    setOpened(next);
    onAlone(next?.kind === 'report');
  };
  const open = (figure: OpenFigure): void => show({ kind: 'figure', figure });
  const reportDoor = useRef<HTMLElement | null>(null);
  const close = (): void => {
    show(null);
    // The report has hidden its own button: it can be gone back to only when it is drawn again.
    if (opened?.kind === 'report') requestAnimationFrame(() => takeLostFocus(reportDoor.current));
  };
  const seesRows = picture.hiddenBelow === null;
  const doors = seesRows ? columns : columns.map(({ id, group, title, value }) => ({ id, group, title, value }));
  const counting = {
    span: { from: dayOfIso(picture.period.from) ?? Number.NaN, to: dayOfIso(picture.period.to) ?? Number.NaN },
    asOf: dayOfIso(picture.at.slice(0, 10)) ?? Number.NaN,
    pack,
  };
  const isReport = opened?.kind === 'report';
  const dropped = files.map(({ district, fileName, reading }) => ({
    district: district.title,
    name: fileName,
    reading,
  }));
  return (
    <>
      {isReport ? (
        <Suspense fallback={<Working />}>
          <ReportPanel picture={picture} shown={shown} pack={pack} notes={missing} onClose={close} />
        </Suspense>
      ) : null}
      {/* The page stays as it is meanwhile: dropped workbooks are not read twice. */}
      <div className={isReport ? styles.away : styles.picture}>
        <Subtitle2 as="h2">{r('strip')}</Subtitle2>
        <DistrictStrip rows={shown.rows} onReview={(row) => show({ kind: 'review', row })} />
        {opened?.kind === 'review' && seesRows ? (
          <HandInReview
            key={reviewKey(shown.rows, opened.row.district.id)}
            client={client}
            row={opened.row}
            period={picture.period.key}
            mayDecide={mayDecide}
            onDecided={onDecided}
            onClose={close}
          />
        ) : null}
        <Subtitle2 as="h2">{r('figures')}</Subtitle2>
        {seesRows ? null : <Sentence intent="info">{r('hidden', { k: picture.hiddenBelow ?? 0 })}</Sentence>}
        <FigureGaps rows={shown.rows} total={shown.total} />
        {shown.rows.every(isSilent) ? null : (
          <>
            <KeyFigures total={shown.total} trend={picture.trend} columns={doors} pack={pack} onOpen={open} />
            <Subtitle2 as="h2">{r('readings')}</Subtitle2>
            <PositiveReadings figures={shown.total.figures} norm={pack.positiveShare} />
          </>
        )}
        {picture.trend.length > 1 && files.length === 0 ? (
          <>
            <Subtitle2 as="h2">{r('trend')}</Subtitle2>
            <TrendChart trend={picture.trend} />
          </>
        ) : null}
        <Subtitle2 as="h2">{r('table')}</Subtitle2>
        <div className={styles.doors}>
          {mayDecide ? <Button onClick={() => show({ kind: 'register' })}>{r('register.open')}</Button> : null}
          <Button
            ref={(place: HTMLElement | null) => {
              reportDoor.current = place;
            }}
            onClick={() => show({ kind: 'report' })}
          >
            {r('report.open')}
          </Button>
        </div>
        {opened?.kind === 'register' ? (
          <Suspense fallback={<Working />}>
            <RegisterPanel client={client} picture={picture} pack={pack} files={dropped} onClose={close} />
          </Suspense>
        ) : null}
        <PictureActions picture={shown} columns={columns} facts={picture} notes={[balance, ...missing, ...once]} />
        {files.length > 0 ? <Text>{r('files.instead')}</Text> : null}
        {once.map((text) => (
          <Text key={text}>{text}</Text>
        ))}
        <PictureTable picture={shown} columns={doors} onOpen={open} />
        {opened?.kind === 'figure' ? (
          <FigureCases
            key={`${opened.figure.column.id} ${opened.figure.district?.id ?? ''}`}
            client={client}
            period={picture.period.key}
            opened={inWords(opened.figure, columns)}
            rows={shown.rows}
            files={files}
            counting={counting}
            onOpen={open}
            onClose={close}
          />
        ) : null}
        {seesRows ? <Sentence intent={faults.length === 0 ? 'success' : 'warning'}>{balance}</Sentence> : null}
        {seesRows ? <RegionFiles picture={picture} pack={pack} onChange={setFiles} /> : null}
      </div>
    </>
  );
}

/** What a district has handed in is asked for anew when its state has changed. */
function reviewKey(rows: readonly ShownRow[], district: string): string {
  const handIn = rows.find((row) => row.district.id === district)?.handIn;
  return `${district} ${handIn?.number ?? 0} ${handIn?.state ?? ''}`;
}

/** Levels of the norms first, then others that occur. */
function levelsOf(found: Picture['total']['levels'], pack: Pack): readonly (string | null)[] {
  const known: readonly (string | null)[] = pack.codes.levels.map(({ code }) => code);
  const others = found.filter(({ level, cases }) => cases !== 0 && !known.includes(level)).map(({ level }) => level);
  return [...known, ...others];
}

/** In the language that is spoken now, not in that of the moment when it was opened. */
function inWords(opened: OpenFigure, columns: readonly Column[]): OpenFigure {
  return { ...opened, column: columns.find(({ id }) => id === opened.column.id) ?? opened.column };
}
