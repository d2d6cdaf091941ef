/** Native tables and charts over the cells of a report. Nothing here is newer than ExcelApi 1.7. */
import type { ReportChart, ReportTable } from '../../shared/domain/report-sheet.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { rangeOver } from './sheet-outline.ts';

/** Lines and light bands: reads and prints well in black and white. */
const TABLE_STYLE = 'TableStyleLight15';
const CHART_TYPES = { column: 'ColumnClustered', line: 'LineMarkers' } as const;

/** Queues tables; the headings stand in their cells already. */
export function addTables(sheet: Excel.Worksheet, tables: readonly ReportTable[]): void {
  for (const { name, area } of tables) {
    const table = sheet.tables.add(rangeOver(sheet, area), true);
    table.name = name;
    table.style = TABLE_STYLE;
  }
}

/** Queues charts; a chart without series is left out. */
export function addCharts(sheet: Excel.Worksheet, charts: readonly ReportChart[]): void {
  for (const { kind, title, categories, series, place } of charts) {
    const [first, ...others] = series;
    if (!first) continue;
    const chart = sheet.charts.add(CHART_TYPES[kind], rangeOver(sheet, first.values), seriesBy(first.values));
    const below = rangeOver(sheet, categories);
    const drawn = chart.series.getItemAt(0);
    drawn.name = first.name;
    drawn.setXAxisValues(below);
    for (const { name, values } of others) {
      const more = chart.series.add(name);
      more.setValues(rangeOver(sheet, values));
      more.setXAxisValues(below);
    }
    chart.title.text = title;
    chart.legend.visible = others.length > 0;
    chart.legend.position = 'Bottom';
    const [from, to] = cornersOf(place);
    chart.setPosition(rangeOver(sheet, from), rangeOver(sheet, to));
  }
}

/** One column, or one row, is one series. */
function seriesBy({ left, right }: CellArea): 'Columns' | 'Rows' {
  return left === right ? 'Columns' : 'Rows';
}

function cornersOf({ top, left, bottom, right }: CellArea): readonly [CellArea, CellArea] {
  return [
    { top, left, bottom: top, right: left },
    { top: bottom, left: right, bottom, right },
  ];
}
