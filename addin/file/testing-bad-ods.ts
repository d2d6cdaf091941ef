/** Files .ods that claim more cells than there can be, each so that a reader of XML and the library see different ones. */
import type { WorkbookErrorCode } from '../engine/workbook-port.ts';
import { zipOf } from './test-package.ts';

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
export const odsOf = (content: string, manifest = '<manifest/>'): Uint8Array =>
  zipOf({ mimetype: ODS_TYPE, 'content.xml': content, 'META-INF/manifest.xml': manifest });
/** Cells over 3,000 rows and 10,000 columns, said in a few letters; more would only take longer to fail. */
const repeated = (cell: string): Uint8Array =>
  odsOf(`<t><table-row number-rows-repeated="3000">${cell}</table-row></t>`);
const wideCell = (attributes = 'value-type="float" value="1"'): string =>
  `<table-cell ${attributes} number-columns-repeated="10000"></table-cell>`;
/** A row of one cell for each tag that is hidden from a reader of XML. */
const hidden = (tags: string): Uint8Array =>
  odsOf(`<t><table-row number-rows-repeated="900000">${tags.repeat(8)}</table-row></t>`);
const oneCell = '<table-cell value-type="float" value="1"></table-cell>';

/** Read as UTF-16 it has no tags. */
const OTHER_TEXT = `<t><table-row number-rows-repeated="3000">${wideCell()}</table-row></t>`.padEnd(200);

interface BadOds {
  readonly what: string;
  readonly code: WorkbookErrorCode;
  readonly bytes: () => Uint8Array;
}

export const FALSE_CLAIMS: readonly BadOds[] = [
  {
    what: 'an .ods whose first number is none, so that no sum is too large',
    code: 'damaged-file',
    bytes: () =>
      odsOf(
        `<t><table-row>${wideCell().replace('10000', 'x')}</table-row><table-row number-rows-repeated="3000">${wideCell()}</table-row></t>`,
      ),
  },
  {
    what: 'an .ods that first repeats a cell less than never',
    code: 'damaged-file',
    bytes: () =>
      odsOf(
        `<t><table-row number-rows-repeated="-9999999">${wideCell()}</table-row><table-row number-rows-repeated="3000">${wideCell()}</table-row></t>`,
      ),
  },
  {
    what: 'an .ods that repeats cells of no kind',
    code: 'bomb',
    bytes: () => repeated(wideCell('')),
  },
  {
    what: 'an .ods that repeats formulas without results',
    code: 'bomb',
    bytes: () => repeated(wideCell('formula="of:=1"')),
  },
  {
    what: 'an .ods that covers more cells than there are',
    code: 'bomb',
    bytes: () => odsOf('<t><table-row><covered-table-cell number-columns-repeated="9999999"/></table-row></t>'),
  },
  {
    what: 'an .ods that says how often twice',
    code: 'damaged-file',
    bytes: () =>
      odsOf(`<t><table-row a:number-rows-repeated="1" b:number-rows-repeated="3000">${wideCell()}</table-row></t>`),
  },
  {
    what: 'an .ods that says how often in capital letters',
    code: 'damaged-file',
    bytes: () => odsOf(`<t><table-row NUMBER-ROWS-REPEATED="3000">${wideCell()}</table-row></t>`),
  },
  {
    what: 'an .ods with cells by other names',
    code: 'bomb',
    bytes: () =>
      hidden('<table-cell_1 value-type="float" value="1"></table-cell_1><数据 value-type="float" value="1"></数据>'),
  },
  {
    what: 'an .ods with tags within tags of its own',
    code: 'damaged-file',
    bytes: () => hidden(`<x a='${oneCell}'/>`),
  },
  {
    what: 'an .ods with a tag that a comment cuts in two',
    code: 'damaged-file',
    bytes: () => hidden(oneCell.replace('<table', '<ta<!-- -->ble')),
  },
  {
    what: 'an .ods with cells in what is no markup',
    code: 'damaged-file',
    bytes: () => hidden(`<![CDATA[${oneCell}]]>`),
  },
  {
    what: 'an .ods with cells in a word to other programs',
    code: 'damaged-file',
    bytes: () => hidden(`<?x ${oneCell}?>`),
  },
  {
    what: 'an .ods with a cell below all rows',
    code: 'too-large',
    bytes: () => odsOf(`<t><table-row number-rows-repeated="9999999"/><table-row>${oneCell}</table-row></t>`),
  },
  {
    what: 'an .ods with two contents, the second under a name in capital letters',
    code: 'empty-file',
    bytes: () =>
      zipOf({
        mimetype: ODS_TYPE,
        'content.xml': `<t><table-row number-rows-repeated="3000">${wideCell()}</table-row></t>`,
        'CONTENT.XML': '<t/>',
      }),
  },
  {
    what: 'an .ods that reads as another text in another encoding',
    code: 'empty-file',
    bytes: () =>
      zipOf({
        mimetype: ODS_TYPE,
        'content.xml': Uint8Array.from(`\u00ff\u00fe${OTHER_TEXT}`, (letter) => letter.charCodeAt(0)),
      }),
  },
];
