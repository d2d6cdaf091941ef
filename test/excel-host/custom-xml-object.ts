/** Custom XML parts as the host keeps them: whole texts, found by the namespace of their root. */
import type { ExcelState } from './excel-state.ts';
import { HostError, NULL_OBJECT, type HostObject } from './host-object.ts';

/** The custom XML parts of the workbook. */
export function customXmlObject(state: ExcelState): HostObject {
  const { workbook } = state;
  const byId = (id: unknown): HostObject => {
    const part = workbook.customXml.find((one) => one.id === id);
    if (!part) throw new HostError('ItemNotFound', 'no such part');
    return partObject(state, part);
  };
  return {
    kind: 'CustomXmlPartCollection',
    identity: {},
    items: () => workbook.customXml.map((part) => partObject(state, part)),
    methods: {
      Add: ([xml]) => {
        state.refuseIfClosedToWriting();
        workbook.nextId += 1;
        const part = { id: `{part-${workbook.nextId}}`, xml: wellFormed(xml) };
        workbook.customXml.push(part);
        return partObject(state, part);
      },
      GetByNamespace: ([namespace]) => ({
        kind: 'CustomXmlPartScopedCollection',
        identity: {},
        item: byId,
        items: () =>
          workbook.customXml
            .filter((part) => part.xml.includes(`xmlns="${String(namespace)}"`))
            .map((part) => partObject(state, part)),
      }),
      GetItemOrNullObject: ([id]) => {
        const part = workbook.customXml.find((one) => one.id === id);
        return part ? partObject(state, part) : NULL_OBJECT;
      },
    },
    item: byId,
  };
}

function partObject(state: ExcelState, part: { readonly id: string; xml: string }): HostObject {
  return {
    kind: 'CustomXmlPart',
    identity: { Id: part.id },
    properties: { Id: () => part.id },
    methods: {
      GetXml: () => part.xml,
      SetXml: ([xml]) => {
        state.refuseIfClosedToWriting();
        part.xml = wellFormed(xml);
      },
      Delete: () => {
        state.refuseIfClosedToWriting();
        state.workbook.customXml = state.workbook.customXml.filter((one) => one !== part);
      },
    },
  };
}

/** Excel refuses what is no XML: here the mistakes that a writer of text into XML can make. */
function wellFormed(xml: unknown): string {
  const text = String(xml);
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML forbids
  const hasForbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(
    text,
  );
  const isOneElement = /^<([a-z]+)[^<>]*>(?:[^<&]|&(?:lt|gt|amp|quot|apos);)*<\/\1>$/.test(text);
  if (hasForbidden || !isOneElement) throw new HostError('InvalidArgument', 'not well-formed XML');
  return text.replace(/\r\n?/g, '\n');
}
