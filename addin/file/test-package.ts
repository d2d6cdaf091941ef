/** Small packages written by hand, for tests. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { a1 } from '../../shared/domain/cell-address.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface TestSheet {
  readonly name: string;
  /** Everything between <worksheet> and </worksheet>, or a whole part beginning with "<?xml". */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface TestPackage {
  readonly sheets: readonly TestSheet[];
  /** Elements of <sst>. */
  readonly strings?: string;
  readonly styles?: string;
  readonly isDate1904?: boolean;
  /** What stands in <workbook> after <sheets>. */
  readonly afterSheets?: string;
  /** Further parts by path; a relationship of the workbook for each that names a type. */
  readonly parts?: Readonly<Record<string, { readonly content: string | Uint8Array; readonly type?: string }>>;
}

/** Formats: 0 General, 1 dd.mm.yyyy, 2 text, 3 bold on yellow with a border, 4 built-in date, 5 unlocked, 6 0.00 */
export const TEST_STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><color rgb="FFFF0000"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="2"><border><left/></border><border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><protection locked="0"/></xf><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/** The bytes of a package. */
export function packageOf(book: TestPackage): Uint8Array {
  return zipOf(partsOf(book));
}

/** The parts of a package by path, to be changed by a test before zipping. */
export function partsOf(book: TestPackage): Record<string, string | Uint8Array> {
  const more = Object.entries(book.parts ?? {});
  const relationships = [
    ...book.sheets.map((_, i) => relationship(`s${i}`, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`)),
    relationship('styles', `${OFFICE}/styles`, 'styles.xml'),
    relationship('strings', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
    ...more.flatMap(([path, { type }], i) => (type ? [relationship(`m${i}`, `${OFFICE}/${type}`, `/${path}`)] : [])),
  ];
  const sheets = book.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
  );
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${book.sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relationship('r1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${book.isDate1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets>${book.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
    'xl/styles.xml': book.styles ?? TEST_STYLES,
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${MAIN}">${book.strings ?? ''}</sst>`,
    ...Object.fromEntries(book.sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetPart(xml)])),
    ...Object.fromEntries(more.map(([path, { content }]) => [path, content])),
  };
}

/** A zip archive of the given parts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { mtime: new Date(2020, 0, 1) },
  );
}

/** The unpacked parts of an archive as texts. */
export function textsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]));
}

/** A cell with a text in it. */
export function textCell(address: string, text: string, format = 0): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<c r="${address}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}

/** The rows of a sheet with texts in them, from A1 on. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((texts, index) => {
    const cells = texts.map((text, column) => textCell(a1(index + 1, column), text)).join('');
    return `<row r="${index + 1}">${cells}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

function sheetPart(xml: string): string {
  return xml.startsWith('<?xml')
    ? xml
    : `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}
