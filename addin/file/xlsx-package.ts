/** The parts of an .xlsx or .xlsm package that reading needs, found by their relationships and not by their names. */
import type { SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { Pause } from './slices.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { readStyles } from './xlsx-styles.ts';
import { readSharedStrings } from './shared-strings.ts';
import { decodeXml, xmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: "worksheet", "styles", "customXml". */
  readonly type: string;
  /** Full path of the part it leads to; empty for something outside of the package. */
  readonly target: string;
}

export interface SheetPart {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly path: string;
  /** The number by which other parts name the sheet. */
  readonly sheetId: string;
}

export interface XlsxPackage {
  readonly archive: ZipArchive;
  readonly workbookPath: string;
  readonly workbookRelationships: readonly Relationship[];
  readonly sheets: readonly SheetPart[];
  readonly formats: readonly CellFormat[];
  readonly strings: readonly string[];
  /** The workbook counts days from 1904. */
  readonly isDate1904: boolean;
  readonly hasMacros: boolean;
  readonly hasPictures: boolean;
}

/** The text of a part, or null when there is none. */
export function partText(archive: ZipArchive, path: string): string | null {
  const entry = archive.entry(path);
  return entry ? decodeXml(archive.unpack(entry)) : null;
}

/** The same for a large part, with pauses. */
export async function largePartText(archive: ZipArchive, path: string, pause: Pause): Promise<string | null> {
  const entry = archive.entry(path);
  return entry ? decodeXml(await archive.unpackInSlices(entry, pause)) : null;
}

/** The path of the part that lists the relationships of another. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** What a part is related to; none when it says nothing. */
export function relationshipsOf(archive: ZipArchive, path: string): readonly Relationship[] {
  const text = partText(archive, relationshipsPath(path));
  if (text === null) return [];
  const found: Relationship[] = [];
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name !== 'Relationship' || tag.isClose) continue;
    const isOutside = tag.attribute('TargetMode') === 'External';
    found.push({
      id: tag.attribute('Id') ?? '',
      type: tag.attribute('Type')?.split('/').at(-1) ?? '',
      target: isOutside ? '' : resolvePath(path, tag.attribute('Target') ?? ''),
    });
  }
  return found;
}

function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Opens the package. Throws `not-a-workbook` for a zip archive that is no Excel workbook. */
export function openXlsxPackage(archive: ZipArchive): XlsxPackage {
  const workbookPath = relationshipsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const entry = archive.entry(workbookPath);
  if (!entry || !/\.xml$/i.test(workbookPath)) throw new WorkbookError('not-a-workbook');
  const text = decodeXml(archive.unpack(entry));
  const relationships = relationshipsOf(archive, workbookPath);
  const { sheets, isDate1904 } = readWorkbookPart(text, relationships);
  const textOf = (type: string): string => {
    const path = relationships.find((relationship) => relationship.type === type)?.target ?? '';
    return (path === '' ? null : partText(archive, path)) ?? '';
  };
  return {
    archive,
    workbookPath,
    workbookRelationships: relationships,
    sheets,
    formats: readStyles(textOf('styles')),
    strings: readSharedStrings(textOf('sharedStrings')),
    isDate1904,
    hasMacros: relationships.some(({ type }) => type === 'vbaProject'),
    hasPictures: archive.entries.some(({ name }) => /^xl\/(media|drawings)\/./i.test(name)),
  };
}

function readWorkbookPart(
  text: string,
  relationships: readonly Relationship[],
): { readonly sheets: readonly SheetPart[]; readonly isDate1904: boolean } {
  const sheets: SheetPart[] = [];
  let isDate1904 = false;
  let isWorkbook = false;
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.isClose) continue;
    if (tag.name === 'workbook') isWorkbook = true;
    if (tag.name === 'workbookPr') isDate1904 = /^(1|true)$/.test(tag.attribute('date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const related = relationships.find(({ id }) => id === tag.attribute('id'));
    if (related?.type !== 'worksheet') continue;
    const state = tag.attribute('state');
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
    const sheetId = tag.attribute('sheetId') ?? '';
    sheets.push({ name: tag.attribute('name') ?? '', visibility, path: related.target, sheetId });
  }
  if (!isWorkbook) throw new WorkbookError('not-a-workbook');
  return { sheets, isDate1904 };
}
