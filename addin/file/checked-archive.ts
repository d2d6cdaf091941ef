/**
 * Archives that the library reads (.ods, .xlsb) are unpacked by us first, under the guard, and handed on with nothing
 * but the parts that hold cells: the library itself unpacks whatever it is given.
 */
import { strToU8, zipSync } from 'fflate';
import { WorkbookError } from '../engine/workbook-port.ts';
import { refuseClaims } from './ods-claims.ts';
import { decodeXml } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What an .ods has besides cells, in letters and numbers; the standard lets it be missing, the library does not. */
const OTHER_ODS_PARTS = [
  ['META-INF/manifest.xml', '<manifest/>'],
  ['styles.xml', '<styles/>'],
] as const;
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
/** Parts with cells, names and formats; no pictures, objects, thumbnails or scripts. */
const XLSB_PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/((_rels|worksheets|worksheets\/_rels)\/)?[^/]+)$/i;

/** An .ods with only its cells. Throws `not-a-workbook` or `password-protected`, and what refuseClaims throws. */
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
  const text = decodeXml(archive.unpack(content));
  refuseClaims(text);
  const others = OTHER_ODS_PARTS.map(([name, empty]) => {
    const entry = archive.entry(name);
    return [name, entry ? archive.unpack(entry) : strToU8(empty)] as const;
  });
  // Not its bytes but the text that was looked at: by another encoding or name the library could find another.
  const parts = { mimetype: strToU8(ODS_TYPE), 'content.xml': strToU8(text), ...Object.fromEntries(others) };
  return zipSync(parts, { level: 0 });
}

/** An .xlsb with only its cells. */
export function checkedXlsb(archive: ZipArchive): Uint8Array {
  const wanted = archive.entries.filter(({ name }) => XLSB_PARTS.test(name));
  return zipSync(Object.fromEntries(wanted.map((entry) => [entry.name, archive.unpack(entry)])), { level: 0 });
}
