/** The list of sheets in the workbook part: adds one at its end, takes one out. */
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** The workbook part with a sheet at the end of its list. `relation` is the id of its relationship. */
export function withSheet(workbook: string, name: string, relation: string): string {
  let highest = 0;
  const tag = xmlScanner(workbook);
  while (tag.next()) {
    if (tag.name === 'sheet' && !tag.isClose) highest = Math.max(highest, Number(tag.attribute('sheetId')) || 0);
    if (tag.name !== 'sheets' || (!tag.isClose && !tag.isEmpty)) continue;
    const prefix = /^<\/?([^\s/>]*?)sheets/.exec(workbook.slice(tag.from, tag.to))?.[1] ?? '';
    const namespace = workbook.includes(STRICT_OFFICE) ? STRICT_OFFICE : OFFICE;
    const sheet =
      `<${prefix}sheet name="${escapeXml(name)}" sheetId="${highest + 1}" ` +
      `xmlns:kurator="${namespace}" kurator:id="${escapeXml(relation)}"/>`;
    const text = tag.isEmpty ? `<${prefix}sheets>${sheet}</${prefix}sheets>` : sheet;
    return spliced(workbook, [{ from: tag.from, to: tag.isEmpty ? tag.to : tag.from, text }]);
  }
  return workbook;
}

/**
 * The workbook part without a sheet. Names that hold on one sheet only, and the sheet shown first, are counted by the
 * sheet's place: those behind it move up, its own names go.
 */
export function withoutSheet(workbook: string, name: string): string {
  const patches: Patch[] = [];
  let place = -1;
  let gone = -1;
  const tag = xmlScanner(workbook);
  while (tag.next()) {
    if (tag.name !== 'sheet' || tag.isClose) continue;
    place += 1;
    if (tag.attribute('name') !== name) continue;
    gone = place;
    patches.push({ from: tag.from, to: tag.isEmpty ? tag.to : workbook.indexOf('>', tag.to) + 1, text: '' });
  }
  if (gone < 0) return workbook;
  return spliced(
    workbook,
    [...viewPatches(workbook, gone), ...patches, ...namePatches(workbook, gone)].toSorted((a, b) => a.from - b.from),
  );
}

function viewPatches(workbook: string, gone: number): readonly Patch[] {
  const patches: Patch[] = [];
  const tag = xmlScanner(workbook);
  while (tag.next()) {
    if (tag.name !== 'workbookView' || tag.isClose) continue;
    for (const attribute of ['activeTab', 'firstSheet']) {
      const place = Number(tag.attribute(attribute) ?? 0);
      if (place > 0 && place >= gone) patches.push(attributePatch(workbook, tag, [attribute, place - 1]));
    }
  }
  return patches;
}

function namePatches(workbook: string, gone: number): readonly Patch[] {
  const patches: Patch[] = [];
  const tag = xmlScanner(workbook);
  while (tag.next()) {
    const place = tag.name === 'definedName' && !tag.isClose ? tag.attribute('localSheetId') : undefined;
    if (place === undefined) continue;
    if (Number(place) > gone) patches.push(attributePatch(workbook, tag, ['localSheetId', Number(place) - 1]));
    if (Number(place) !== gone) continue;
    const closes = tag.isEmpty ? tag.to : workbook.indexOf('>', workbook.indexOf('</', tag.to)) + 1;
    patches.push({ from: tag.from, to: closes, text: '' });
  }
  return patches;
}

function attributePatch(
  workbook: string,
  { from, to }: { readonly from: number; readonly to: number },
  [attribute, value]: readonly [string, number],
): Patch {
  const place = new RegExp(`\\s${attribute}\\s*=\\s*["']`).exec(workbook.slice(from, to));
  const start = from + (place?.index ?? 0) + (place?.[0].length ?? 0);
  const digits = /^\d*/.exec(workbook.slice(start))?.[0].length ?? 0;
  return { from: start, to: start + digits, text: String(value) };
}
