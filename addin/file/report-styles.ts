/** The few looks of a report, added to a styles part behind what it has. */
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { xmlScanner } from './xml-scanner.ts';

/** Indexes of formats in the styles part. */
export interface ReportStyles {
  readonly text: number;
  readonly number: number;
  readonly bold: number;
  readonly link: number;
  readonly date: number;
  readonly percent: number;
}

interface List {
  prefix: string;
  open: readonly [number, number];
  close: number;
  count: number;
}

/** The numbers of «@», of the usual date and of whole per cents among the built-in formats (ECMA-376, 18.8.30). */
const [AS_TEXT, AS_DATE, AS_PERCENT] = [49, 14, 9];

/** The styles with the looks of a report. Texts carry Excel's own sign for text, so that nothing becomes a formula. */
export function withReportStyles(text: string): { readonly text: string; readonly styles: ReportStyles } {
  const [fonts, formats] = [listOf(text, 'fonts', 'font'), listOf(text, 'cellXfs', 'xf')];
  const bold = fonts.count;
  const link = bold + 1;
  const font = (inside: string): string =>
    inNamespace(`<font>${inside}<sz val="11"/><name val="Calibri"/></font>`, fonts.prefix);
  const patches: readonly Patch[] = [
    ...grown(text, fonts, [font('<b/>'), font('<u/>')]),
    ...grown(text, formats, [
      format(AS_TEXT, 0, formats.prefix),
      format(0, 0, formats.prefix),
      format(AS_TEXT, bold, formats.prefix),
      format(AS_TEXT, link, formats.prefix),
      format(AS_DATE, 0, formats.prefix),
      format(AS_PERCENT, 0, formats.prefix),
    ]),
  ];
  const first = formats.count;
  const [number, bolds, links, date, percent] = [first + 1, first + 2, first + 3, first + 4, first + 5];
  const styles = { text: first, number, bold: bolds, link: links, date, percent };
  return {
    text: spliced(
      text,
      patches.toSorted((a, b) => a.from - b.from),
    ),
    styles,
  };
}

function format(numberFormat: number, font: number, prefix: string): string {
  const quote = numberFormat === AS_TEXT ? ' quotePrefix="1"' : '';
  return inNamespace(
    `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0"${quote} applyNumberFormat="1" ` +
      'applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    prefix,
  );
}

function inNamespace(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${prefix}`);
}

/** Where a list begins and ends, and how many elements it has. */
function listOf(text: string, name: string, element: string): List {
  const list: List = { prefix: '', open: [0, 0], close: 0, count: 0 };
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name === name && !tag.isClose) {
      list.prefix = text.slice(tag.from + 1, text.indexOf(name, tag.from));
      list.open = [tag.from, tag.to];
    } else if (tag.name === name) list.close = tag.from;
    else if (tag.name === element && !tag.isClose && list.open[1] > 0 && list.close === 0) list.count += 1;
  }
  return list;
}

function grown(text: string, { open: [from, to], close, count }: List, added: readonly string[]): readonly Patch[] {
  const open = text.slice(from, to).replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, ` count="${count + added.length}"`);
  return [
    { from, to, text: open },
    { from: close, to: close, text: added.join('') },
  ];
}
