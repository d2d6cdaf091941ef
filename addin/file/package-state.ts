/** The add-in's state as a custom XML part of the package (ECMA-376, 15.2.5), where Excel finds it too. */
import { readStateXml, STATE_NAMESPACE, stateXml } from '../engine/state-part.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { PackageEdits } from './package-edits.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { partText, relationshipsPath } from './xlsx-package.ts';

export interface StateParts {
  /** The newest state that is whole; null when there is none. */
  readonly text: string | null;
  /** A part is there, and none is whole. */
  readonly isDamaged: boolean;
  /** The path of the part that holds `text`. */
  readonly path: string | null;
  /** How often it was saved. */
  readonly saved: number;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** One for all workbooks: it names the kind of part, not the workbook. */
const ITEM_ID = '{6B7C2F0A-3D58-4E0B-9A41-5C0F7D1E8A24}';

/** Looks for the state among the custom XML parts of the workbook. */
export function readStateParts(pack: XlsxPackage): StateParts {
  let newest: StateParts = { text: null, isDamaged: false, path: null, saved: 0 };
  for (const { type, target } of pack.workbookRelationships) {
    if (type !== 'customXml' || target === '') continue;
    const xml = readableText(pack, target);
    if (!xml?.includes(`"${STATE_NAMESPACE}"`)) continue;
    const reading = readStateXml(xml);
    if (reading.kind === 'damaged') newest = { ...newest, isDamaged: newest.text === null };
    else if (newest.text === null || reading.saved > newest.saved) {
      newest = { text: reading.text, isDamaged: false, path: target, saved: reading.saved };
    }
  }
  return newest;
}

/** A custom part of somebody else may be broken: that is no reason not to read the register. */
function readableText(pack: XlsxPackage, path: string): string | null {
  try {
    return partText(pack.archive, path);
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'damaged-file') return null;
    throw error;
  }
}

/** Writes the state into its part, or into a new one. A damaged part is left as it is. */
export function putState(edits: PackageEdits, pack: XlsxPackage, known: StateParts, state: string): void {
  if (known.path !== null) {
    edits.put(known.path, stateXml(state, known.saved + 1));
    return;
  }
  let number = 1;
  while (pack.archive.entry(`customXml/item${number}.xml`) ?? pack.archive.entry(`customXml/itemProps${number}.xml`)) {
    number += 1;
  }
  const path = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  edits.put(path, stateXml(state, known.saved + 1));
  edits.put(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="${ITEM_ID}" ` +
      `xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs>` +
      '</ds:datastoreItem>',
  );
  edits.put(
    relationshipsPath(path),
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      `Type="${OFFICE}/relationships/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
  );
  edits.declareType(path, 'application/xml');
  edits.declareType(properties, PROPERTIES_TYPE);
  edits.relateToWorkbook(path, `${OFFICE}/relationships/customXml`);
}
