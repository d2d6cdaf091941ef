/** A styles part for a list of formats. */
import type { CellFormat } from './xlsx-styles.ts';
import { escapeXml } from './xml-scanner.ts';

/** Own number formats begin here (ECMA-376, 18.8.30). */
const FIRST_OWN_CODE = 164;

/** The part's text: format 0 is General, format n + 1 is formats[n]. */
export function plainStyles(formats: readonly CellFormat[]): string {
  const codes = [...new Set(formats.flatMap(({ numberFormat }) => (numberFormat === null ? [] : [numberFormat])))];
  const codeTags = codes.map(
    (code, index) => `<numFmt numFmtId="${FIRST_OWN_CODE + index}" formatCode="${escapeXml(code)}"/>`,
  );
  const fonts = formats.map(
    ({ isBold, isItalic }) => `<font>${isBold ? '<b/>' : ''}${isItalic ? '<i/>' : ''}${FONT}</font>`,
  );
  const fills = formats.map(({ fill }) => fillTag(fill));
  const xfs = formats.map((format, index) => xfTag(format, index + 1, codes));
  const n = formats.length;
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (codes.length > 0 ? `<numFmts count="${codes.length}">${codeTags.join('')}</numFmts>` : '') +
    `<fonts count="${n + 1}"><font>${FONT}</font>${fonts.join('')}</fonts>` +
    `<fills count="${n + 2}">${fillTag(null)}<fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
    `<borders count="2"><border/>${BORDER}</borders>` +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${n + 1}"><xf xfId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
  );
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const SIDES = ['left', 'right', 'top', 'bottom'];
const BORDER = `<border>${SIDES.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}</border>`;

function fillTag(fill: string | null): string {
  if (fill === null) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`;
}

/** `place` is the number of its font; its fill stands one further, after the two that every file begins with. */
function xfTag(format: CellFormat, place: number, codes: readonly string[]): string {
  const code = format.numberFormat;
  const id = code === null ? Math.max(0, format.numberFormatId) : FIRST_OWN_CODE + codes.indexOf(code);
  const { horizontal, vertical, wraps } = format;
  const alignment = [
    horizontal === null ? '' : ` horizontal="${escapeXml(horizontal)}"`,
    vertical === null ? '' : ` vertical="${escapeXml(vertical)}"`,
    wraps ? ' wrapText="1"' : '',
  ].join('');
  return (
    `<xf numFmtId="${id}" fontId="${place}" fillId="${format.fill === null ? 0 : place + 1}" ` +
    `borderId="${format.hasBorder ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"` +
    (alignment === '' ? '/>' : ` applyAlignment="1"><alignment${alignment}/></xf>`)
  );
}
