/**
 * What must hold of an add-in manifest and no schema says: names that point at nothing, addresses Office refuses, icons
 * that are missing or have another size, texts that are cut.
 */
import { XmlDocument, XmlElement } from 'libxml2-wasm';

const NAMESPACES = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Longest texts by element, as Microsoft's reference gives them. */
const LONGEST: readonly (readonly [path: string, length: number])[] = [
  ['//o:DisplayName', 125],
  ['//o:Description', 250],
  ['//o:ProviderName', 125],
  ['//bt:ShortStrings/bt:String', 125],
  ['//bt:LongStrings/bt:String', 250],
];
const LONGEST_RESID = 32;
const RIBBON_ICON_SIZES = ['16', '32', '80'];

/** Gives the width and height of the image behind an address of the add-in, or null when there is none. */
export type ImageSize = (path: string) => { readonly width: number; readonly height: number } | null;

/** The problems of a manifest, each one sentence; none when all is well. Throws when it is no XML. */
export function manifestProblems(xml: string, imageSize: ImageSize): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    const find = (path: string): readonly XmlElement[] =>
      document.find(path, NAMESPACES).filter((node) => node instanceof XmlElement);
    return [
      ...identityProblems(find),
      ...resourceProblems(find),
      ...addressProblems(find),
      ...iconProblems(find, imageSize),
      ...textProblems(find),
    ];
  } finally {
    document.dispose();
  }
}

type Find = (path: string) => readonly XmlElement[];

const attribute = (element: XmlElement, name: string): string => element.attr(name)?.value ?? '';

function identityProblems(find: Find): readonly string[] {
  const problems: string[] = [];
  const id = find('/o:OfficeApp/o:Id')[0]?.content ?? '';
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) problems.push(`the id is no GUID: ${id}`);
  const version = find('/o:OfficeApp/o:Version')[0]?.content ?? '';
  if (!/^\d+(\.\d+){3}$/.test(version)) problems.push(`the version has not four parts: ${version}`);
  const base = find('/o:OfficeApp/o:Hosts/o:Host').map((host) => attribute(host, 'Name'));
  const overrides = find('//v:VersionOverrides/v:Hosts/v:Host').map((host) => host.attr('type', 'xsi')?.value ?? '');
  if (base.join() !== overrides.join()) problems.push(`hosts differ: ${base.join()} and ${overrides.join()}`);
  const ids = find('//v:Group | //v:Control').map((element) => attribute(element, 'id'));
  problems.push(...repeated(ids).map((one) => `two controls have the id ${one}`));
  return problems;
}

function resourceProblems(find: Find): readonly string[] {
  const declared = find('//v:Resources//*[@id]').map((element) => attribute(element, 'id'));
  const used = find('//v:VersionOverrides//*[@resid]').map((element) => attribute(element, 'resid'));
  return [
    ...repeated(declared).map((id) => `two resources have the id ${id}`),
    ...declared.filter((id) => id.length > LONGEST_RESID).map((id) => `the resource id is longer than 32: ${id}`),
    ...[...new Set(used)].filter((id) => !declared.includes(id)).map((id) => `no resource has the id ${id}`),
    ...declared.filter((id) => !used.includes(id)).map((id) => `nothing uses the resource ${id}`),
  ];
}

function addressProblems(find: Find): readonly string[] {
  const holders =
    '//o:IconUrl | //o:HighResolutionIconUrl | //o:SupportUrl | //o:SourceLocation | //bt:Image | //bt:Url';
  const addresses = find(holders)
    .flatMap((element) => [attribute(element, 'DefaultValue'), ...overridesOf(element)])
    .filter((address) => address !== '');
  const pane = find('//o:SourceLocation').map((element) => attribute(element, 'DefaultValue'));
  const overriding = find('//bt:Url').map((element) => attribute(element, 'DefaultValue'));
  return [
    ...addresses.filter((address) => !address.startsWith('https://')).map((address) => `not https: ${address}`),
    ...overriding.filter((url) => !pane.includes(url)).map((url) => `the commands open another page: ${url}`),
  ];
}

function iconProblems(find: Find, imageSize: ImageSize): readonly string[] {
  const sizeOf = (address: string) => imageSize(URL.parse(address)?.pathname ?? '');
  const problems: string[] = [];
  for (const element of find('//o:IconUrl | //o:HighResolutionIconUrl')) {
    const wanted = element.name === 'IconUrl' ? 32 : 64;
    problems.push(...wrongSize(attribute(element, 'DefaultValue'), wanted, sizeOf));
  }
  const images = new Map(
    find('//bt:Images/bt:Image').map((one) => [attribute(one, 'id'), attribute(one, 'DefaultValue')]),
  );
  for (const image of find('//v:Icon/bt:Image')) {
    problems.push(...wrongSize(images.get(attribute(image, 'resid')) ?? '', Number(attribute(image, 'size')), sizeOf));
  }
  const holders = find('//v:Group[not(v:Icon)] | //v:Control[not(v:Icon)]');
  problems.push(...holders.map((element) => `${attribute(element, 'id')} has no icon`));
  for (const size of RIBBON_ICON_SIZES) {
    const lacking = find(`//v:Icon[not(bt:Image[@size="${size}"])]`).length;
    if (lacking > 0) problems.push(`${lacking} icons lack the size ${size}`);
  }
  return problems;
}

function wrongSize(address: string, wanted: number, sizeOf: ImageSize): readonly string[] {
  const size = sizeOf(address);
  if (!size) return [`no image at ${address}`];
  const isRight = size.width === wanted && size.height === wanted;
  return isRight ? [] : [`${address} is ${size.width} × ${size.height}, not ${wanted}`];
}

function textProblems(find: Find): readonly string[] {
  const problems: string[] = [];
  for (const [path, length] of LONGEST) {
    for (const element of find(path)) {
      const texts = [attribute(element, 'DefaultValue') || element.content.trim(), ...overridesOf(element)];
      problems.push(...texts.filter((text) => text.length > length).map((text) => `longer than ${length}: ${text}`));
    }
  }
  const untranslated = find('//bt:String[not(bt:Override)]').map((element) => attribute(element, 'id'));
  return [...problems, ...untranslated.map((id) => `no English text for ${id}`)];
}

function overridesOf(element: XmlElement): readonly string[] {
  return element
    .find('*[local-name()="Override"]')
    .flatMap((node) => (node instanceof XmlElement ? [attribute(node, 'Value')] : []));
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
