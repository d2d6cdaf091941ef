/** The region's figures as a sheet: a native table of districts, the course of the months, and charts over both. */
import type { CellArea } from '../../../shared/domain/sheet-cells.ts';
import { REPORT_SIGN } from '../../../shared/domain/report-sheet.ts';
import type { ReportCell, ReportChart, ReportSheet } from '../../../shared/domain/report-sheet.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { shownValue, type Column } from './picture-columns.ts';
import type { ShownPicture } from './picture-rows.ts';
import { handInSign } from './picture-rows.ts';
import type { RegionTexts } from './region-texts.ts';
import { monthTitle, TREND_FIGURES, trendValue } from './trend-figures.ts';

export interface PictureSheetWish {
  readonly picture: ShownPicture;
  readonly columns: readonly Column[];
  readonly trend: Picture['trend'];
  readonly title: string;
  readonly notes: readonly string[];
}

const HEADING_ROW = 4;
/** Rows that a chart covers. */
const CHART_ROWS = 16;
const CHART_COLUMNS = 8;

const text = (value: string): ReportCell => ({ value });
const heading = (value: string): ReportCell => ({ value, look: 'heading' });
const number = (value: number | null): ReportCell => ({ value: value ?? '' });

export function pictureSheet(texts: RegionTexts, wish: PictureSheetWish): ReportSheet {
  const { r } = texts;
  const { picture, columns, trend, title, notes } = wish;
  const lines = picture.rows.map((row) => [
    text(row.district.title),
    ...columns.map((column) => number(shownValue(column, row))),
    text(r(`state.${handInSign(row)}`)),
  ]);
  const last = HEADING_ROW + lines.length;
  const trendTop = last + 3 + notes.length;
  const trendRows = trend.map((month) => [
    text(monthTitle(month.month)),
    ...TREND_FIGURES.map((figure) => number(trendValue(month, figure))),
  ]);
  const trendLast = trendTop + trendRows.length;
  const hasTrend = trend.length > 1;
  const table: CellArea = { top: HEADING_ROW, left: 0, bottom: last, right: columns.length + 1 };
  const trendTable: CellArea = { top: trendTop, left: 0, bottom: trendLast, right: TREND_FIGURES.length };
  return {
    name: r('excel.sheet'),
    widths: [26, ...columns.map(() => 12), 20],
    rows: [
      [{ value: title, look: 'title' }],
      [text(REPORT_SIGN)],
      [],
      [heading(r('district')), ...columns.map((column) => heading(columnHeading(column))), heading(r('filter.state'))],
      ...lines,
      [heading(r('total')), ...columns.map((column) => number(column.value(picture.total)))],
      ...notes.map((note) => [text(note)]),
      [],
      ...(hasTrend
        ? [[heading(r('trend.month')), ...TREND_FIGURES.map((one) => heading(r(`trend.${one}`)))], ...trendRows]
        : []),
    ],
    tables: [
      { name: 'Kurator_Districts', area: table },
      ...(hasTrend ? [{ name: 'Kurator_Months', area: trendTable }] : []),
    ],
    charts: charts(texts, { columns, last, trendTop, trendLast, hasTrend }),
  };
}

function columnHeading({ group, title }: Column): string {
  return group === '' ? title : `${group}: ${title}`;
}

interface ChartPlaces {
  readonly columns: readonly Column[];
  readonly last: number;
  readonly trendTop: number;
  readonly trendLast: number;
  readonly hasTrend: boolean;
}

const column = (at: number, from: number, to: number): CellArea => ({ top: from, left: at, bottom: to, right: at });

/** Below the tables, side by side. */
function charts({ r }: RegionTexts, places: ChartPlaces): readonly ReportChart[] {
  const { columns, last, trendTop, trendLast, hasTrend } = places;
  const top = (hasTrend ? trendLast : trendTop) + 2;
  const place = (n: number): CellArea => ({
    top,
    left: n * CHART_COLUMNS,
    bottom: top + CHART_ROWS,
    right: (n + 1) * CHART_COLUMNS - 1,
  });
  const end = columns.findIndex(({ id }) => id === 'end') + 1;
  return [
    {
      kind: 'column',
      title: r('excel.charts.end'),
      categories: column(0, HEADING_ROW + 1, last),
      series: [{ name: r('figures.open'), values: column(end, HEADING_ROW + 1, last) }],
      place: place(0),
    },
    ...(hasTrend
      ? [
          {
            kind: 'line' as const,
            title: r('excel.charts.trend'),
            categories: column(0, trendTop + 1, trendLast),
            series: [{ name: r('trend.end'), values: column(1, trendTop + 1, trendLast) }],
            place: place(1),
          },
        ]
      : []),
  ];
}
