/** Charts of a sheet as the host shows them. It draws nothing, and remembers which cells a chart shows and covers. */
import { areaAddress } from './addresses.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError, NotInHost, type HostObject } from './host-object.ts';
import type { HostChart, HostSheet } from './host-workbook.ts';
import { areaOfArgument } from './table-object.ts';

const TYPES = new Set(['ColumnClustered', 'LineMarkers']);

/** The charts of a sheet, as far as reports ask for them. */
export function chartsObject(state: ExcelState, sheet: HostSheet): HostObject {
  return {
    kind: 'ChartCollection',
    identity: {},
    items: () => sheet.charts.map((chart) => chartObject(sheet, chart)),
    methods: {
      Add: ([type, range, seriesBy]) => {
        state.refuseIfClosedToWriting();
        if (sheet.isProtected) throw new HostError('AccessDenied', 'a chart on a protected sheet');
        if (!TYPES.has(String(type))) throw new NotInHost(`a chart of type ${String(type)}`);
        const { top, left, bottom, right } = areaOfArgument(range, sheet);
        const isOneSeries = seriesBy === 'Columns' ? left === right : top === bottom;
        if (!isOneSeries) throw new NotInHost('a chart that begins with several series');
        state.workbook.nextId += 1;
        const chart: HostChart = {
          id: `{chart-${state.workbook.nextId}}`,
          type: String(type),
          title: '',
          legend: { isVisible: true, position: 'Right' },
          series: [{ name: '', values: areaAddress({ top, left, bottom, right }), categories: '' }],
          place: [],
        };
        sheet.charts.push(chart);
        return chartObject(sheet, chart);
      },
    },
  };
}

function chartObject(sheet: HostSheet, chart: HostChart): HostObject {
  const address = (range: unknown): string => areaAddress(areaOfArgument(range, sheet));
  return {
    kind: 'Chart',
    identity: { Id: chart.id },
    navigation: {
      Series: () => seriesObject(chart, address),
      Title: () => ({
        kind: 'ChartTitle',
        identity: {},
        setters: { Text: (text) => void (chart.title = String(text)) },
      }),
      Legend: () => ({
        kind: 'ChartLegend',
        identity: {},
        setters: {
          Visible: (isVisible) => void (chart.legend.isVisible = isVisible === true),
          Position: (position) => void (chart.legend.position = String(position)),
        },
      }),
    },
    methods: {
      SetPosition: ([from, to]) => {
        chart.place = [address(from), address(to)];
      },
    },
  };
}

function seriesObject(chart: HostChart, address: (range: unknown) => string): HostObject {
  const one = (index: number): HostObject => {
    const series = chart.series[index];
    if (!series) throw new HostError('InvalidArgument', 'no such series');
    return {
      kind: 'ChartSeries',
      identity: {},
      setters: { Name: (name) => void (series.name = String(name)) },
      methods: {
        SetValues: ([range]) => {
          series.values = address(range);
        },
        SetXAxisValues: ([range]) => {
          series.categories = address(range);
        },
      },
    };
  };
  return {
    kind: 'ChartSeriesCollection',
    identity: {},
    methods: {
      GetItemAt: ([index]) => one(Number(index)),
      Add: ([name]) => one(chart.series.push({ name: String(name), values: '', categories: '' }) - 1),
    },
  };
}
