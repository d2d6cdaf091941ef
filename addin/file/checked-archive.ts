/**
 * Archives that the library reads (.ods, .xlsb) are unpacked by us first, under the guard, and handed on with nothing
 * but the parts that hold cells: the library itself unpacks whatever it is given.
 */
import { strToU8, zipSync } from 'fflate';
import { WorkbookError } from '../engine/workbook-port.ts';
import { MAX_CELLS } from './grid.ts';
import { decodeXml, xmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Parts with cells, names and formats; no pictures, objects, thumbnails or scripts. */
const ODS_PARTS = /^(mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/i;
const XLSB_PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/((_rels|worksheets|worksheets\/_rels)\/)?[^/]+)$/i;
/** The standard lets these be missing, the library does not. */
const NEEDED_IN_ODS = { 'META-INF/manifest.xml': strToU8('<manifest/>'), 'styles.xml': strToU8('<styles/>') };
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** An .ods with only its cells. Throws `not-a-workbook`, `bomb` or `password-protected`. */
export function checkedOds(archive: ZipArchive): Uint8Array {
  const mimetype = archive.entry('mimetype');
  const type = mimetype ? new TextDecoder().decode(archive.unpack(mimetype)) : '';
  if (!type.startsWith(ODS_TYPE)) throw new WorkbookError('not-a-workbook');
  const manifest = archive.entry('META-INF/manifest.xml');
  if (manifest && decodeXml(archive.unpack(manifest)).includes('encryption-data')) {
    throw new WorkbookError('password-protected');
  }
  const content = archive.entry('content.xml');
  if (!content) throw new WorkbookError('damaged-file');
  const unpacked = archive.unpack(content);
  refuseRepetition(decodeXml(unpacked));
  return repacked(archive, ODS_PARTS, { [content.name]: unpacked }, NEEDED_IN_ODS);
}

/** An .xlsb with only its cells. */
export function checkedXlsb(archive: ZipArchive): Uint8Array {
  return repacked(archive, XLSB_PARTS);
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** @param known parts that are unpacked already @param needed what stands for parts that the archive lacks */
function repacked(archive: ZipArchive, wanted: RegExp, known: Parts = {}, needed: Parts = {}): Uint8Array {
  const parts = archive.entries
    .filter(({ name }) => wanted.test(name))
    .map((entry) => [entry.name, known[entry.name] ?? archive.unpack(entry)] as const);
  return zipSync({ ...needed, ...Object.fromEntries(parts) }, { level: 0 });
}

/** Counts what rows and cells that repeat come to: .ods can claim any number of them in a few letters. */
function refuseRepetition(content: string): void {
  let filled = 0;
  let rows = 1;
  const tag = xmlScanner(content);
  while (tag.next()) {
    if (tag.isClose) continue;
    if (tag.name === 'table-row') rows = Number(tag.attribute('number-rows-repeated') ?? 1);
    if (tag.name !== 'table-cell' || tag.attribute('value-type') === undefined) continue;
    filled += rows * Number(tag.attribute('number-columns-repeated') ?? 1);
    if (filled > MAX_CELLS) throw new WorkbookError('bomb');
  }
}
