/** Parts of native charts: the chart itself, and the drawing that places charts on the sheet. */
import { columnLetters } from '../../shared/domain/cell-address.ts';
import type { ReportChart, ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { reportEntry } from '../engine/report-cell.ts';
import { quotedSheet } from './report-sheet-xml.ts';
import { cellText } from './cell-text.ts';
import { escapeXml } from './xml-scanner.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const [CATEGORY_AXIS, VALUE_AXIS] = [1_001, 1_002];
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

/** The drawing: one chart after another. `relations` are the ids that lead to their parts, in order. */
export function drawingXml(charts: readonly ReportChart[], relations: readonly string[]): string {
  const frames = charts.map(({ place, title }, index) => {
    const name = `${escapeXml(title)} ${index + 1}`;
    return (
      `<xdr:twoCellAnchor>${cornerXml('from', place.top - 1, place.left)}${cornerXml('to', place.bottom, place.right + 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${name}" ` +
      `descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
      `<a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" ` +
      `r:id="${relations[index] ?? ''}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">` +
    `${frames.join('')}</xdr:wsDr>`
  );
}

function cornerXml(name: 'from' | 'to', row: number, column: number): string {
  const inColumn = `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>`;
  return `<xdr:${name}>${inColumn}<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

/** The chart over cells of its report, with what they hold now, so that it is drawn before Excel has computed. */
export function chartXml(report: ReportSheet, chart: ReportChart): string {
  const series = chart.series.map(({ name, values }, index) => {
    const line = chart.kind === 'line' ? '<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>' : '';
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${cellText(name)}</c:v></c:tx>` +
      (chart.kind === 'column' ? '<c:invertIfNegative val="0"/>' : line) +
      `<c:cat><c:strRef><c:f>${formula(report, chart.categories)}</c:f>` +
      `<c:strCache>${pointsXml(valuesOf(report, chart.categories))}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${formula(report, values)}</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
      `${pointsXml(valuesOf(report, values).map((value) => (typeof value === 'number' ? value : '')))}</c:numCache></c:numRef></c:val>` +
      (chart.kind === 'line' ? '<c:smooth val="0"/>' : '') +
      '</c:ser>'
    );
  });
  const legend = chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart.kind, series.join(''))}${AXES_XML}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function plotXml(kind: ReportChart['kind'], series: string): string {
  const vary = '<c:varyColors val="0"/>';
  if (kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/>${vary}${series}<c:marker val="1"/>${AXES}</c:lineChart>`;
  }
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${vary}${series}` +
    `<c:gapWidth val="80"/>${AXES}</c:barChart>`
  );
}

function titleXml(title: string): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>' +
    `<a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${cellText(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
}

const AXES_XML =
  axisXml('catAx', [CATEGORY_AXIS, VALUE_AXIS], 'b') + axisXml('valAx', [VALUE_AXIS, CATEGORY_AXIS], 'l');

function axisXml(kind: 'catAx' | 'valAx', [own, other]: readonly [number, number], place: 'b' | 'l'): string {
  return (
    `<c:${kind}><c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${place}"/>${kind === 'valAx' ? '<c:majorGridlines/>' : ''}` +
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/><c:crosses val="autoZero"/>` +
    (kind === 'catAx'
      ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
      : '<c:crossBetween val="between"/>') +
    `</c:${kind}>`
  );
}

function formula({ name }: ReportSheet, { top, left, bottom, right }: CellArea): string {
  return escapeXml(`${quotedSheet(name)}!${fixedCell(top, left)}:${fixedCell(bottom, right)}`);
}

function fixedCell(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

function valuesOf({ rows }: ReportSheet, { top, left, bottom, right }: CellArea): readonly (string | number)[] {
  const values: (string | number)[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = rows[row - 1]?.[column];
      values.push(cell ? reportEntry(cell).value : '');
    }
  }
  return values;
}

function pointsXml(values: readonly (string | number)[]): string {
  const points = values.map((value, index) =>
    value === '' ? '' : `<c:pt idx="${index}"><c:v>${cellText(String(value))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${points.join('')}`;
}
