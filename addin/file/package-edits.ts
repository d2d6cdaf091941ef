/** Changes of an Office package: which parts are replaced, added or removed, and what the package says about them. */
import type { Pause } from './slices.ts';
import { largePartText, partText, relationshipsPath } from './xlsx-package.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { escapeXml, xmlScanner } from './xml-scanner.ts';

export interface PackageEdits {
  /** The text of a part as it is now, or null. */
  readonly text: (path: string) => string | null;
  /** Writes a part; null takes it away. */
  readonly put: (path: string, text: string | null) => void;
  /** Unpacks a large part beforehand, with pauses; its text is then at hand. */
  readonly unpack: (path: string, pause: Pause) => Promise<void>;
  /** Takes a part away, with its relationship to the workbook and its content type. */
  readonly removeWorkbookPart: (path: string) => void;
  /** Takes a part away that another part than the workbook is related to. */
  readonly removePart: (path: string) => void;
  /** Relates a part to the workbook. `type` is the full address of the type of relationship. */
  readonly relateToWorkbook: (path: string, type: string) => void;
  readonly declareType: (path: string, contentType: string) => void;
  /** The parts to write: new bytes, or null for a part that goes. */
  readonly parts: () => ReadonlyMap<string, Uint8Array | null>;
}

const TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const NO_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;

/** Starts without changes. */
export function packageEdits(pack: XlsxPackage): PackageEdits {
  const changed = new Map<string, string | null>();
  const unpacked = new Map<string, string>();
  const text = (path: string): string | null => {
    const own = changed.get(path.toLowerCase());
    return own === undefined ? (unpacked.get(path) ?? partText(pack.archive, path)) : own;
  };
  const paths = new Map<string, string>();
  const put = (path: string, content: string | null): void => {
    paths.set(path.toLowerCase(), pack.archive.entry(path)?.name ?? path);
    changed.set(path.toLowerCase(), content);
  };
  const edit = (path: string, empty: string, change: (content: string) => string): void =>
    put(path, change(text(path) ?? empty));
  const relations = relationshipsPath(pack.workbookPath);
  const removePart = (path: string): void => {
    put(path, null);
    edit(TYPES, '', (content) => withoutTag(content, 'Override', 'PartName', `/${path}`));
  };
  return {
    text,
    put,
    removePart,
    unpack: async (path, pause) => {
      const content = await largePartText(pack.archive, path, pause);
      if (content !== null) unpacked.set(path, content);
    },
    removeWorkbookPart: (path) => {
      const related = pack.workbookRelationships.find(({ target }) => target === path);
      edit(relations, NO_RELATIONSHIPS, (content) => withoutTag(content, 'Relationship', 'Id', related?.id ?? ''));
      removePart(path);
    },
    relateToWorkbook: (path, type) =>
      edit(relations, NO_RELATIONSHIPS, (content) => {
        const id = freeId(content);
        const attributes = `Id="${id}" Type="${escapeXml(type)}" Target="/${escapeXml(path)}"`;
        return insideRoot(content, 'Relationships', (prefix) => `<${prefix}Relationship ${attributes}/>`);
      }),
    declareType: (path, contentType) =>
      edit(TYPES, '', (content) =>
        insideRoot(
          content,
          'Types',
          (prefix) => `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${contentType}"/>`,
        ),
      ),
    parts: () =>
      new Map(
        [...changed].map(([path, content]) => [
          paths.get(path) ?? path,
          content === null ? null : new TextEncoder().encode(withUtf8Declaration(content)),
        ]),
      ),
  };
}

/** A part that came in another encoding goes back in UTF-8. */
function withUtf8Declaration(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])(?!utf-8)[^"']*/i, '$1UTF-8');
}

function withoutTag(text: string, name: string, attribute: string, value: string): string {
  const patches: Patch[] = [];
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name !== name || tag.isClose || tag.attribute(attribute)?.toLowerCase() !== value.toLowerCase()) continue;
    const to = tag.isEmpty ? tag.to : text.indexOf('>', tag.to) + 1;
    patches.push({ from: tag.from, to, text: '' });
  }
  return spliced(text, patches);
}

/** Adds a tag at the end of the root, with the root's prefix. */
function insideRoot(text: string, root: string, xml: (prefix: string) => string): string {
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name !== root) continue;
    const name = /^<\/?([^\s/>]+)/.exec(text.slice(tag.from, tag.to))?.[1] ?? root;
    const added = xml(name.slice(0, -root.length));
    if (tag.isClose) return spliced(text, [{ from: tag.from, to: tag.from, text: added }]);
    if (tag.isEmpty) {
      const open = text.slice(tag.from, tag.to).replace(/\s*\/>$/, '>');
      return spliced(text, [{ from: tag.from, to: tag.to, text: `${open}${added}</${name}>` }]);
    }
  }
  return text;
}

function freeId(relationships: string): string {
  let number = 1;
  while (relationships.includes(`"rIdKurator${number}"`)) number += 1;
  return `rIdKurator${number}`;
}
