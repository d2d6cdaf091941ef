/** The manifest holds what Office demands, checked offline: Microsoft's parsers, the rules no schema states, the schema. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';
import { convert } from 'office-addin-manifest-converter';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { RIBBON_COMMANDS } from '../../addin/excel/commands.ts';
import { addressProblem, deployedManifest } from './deployed-manifest.ts';
import { manifestProblems } from './manifest-rules.ts';
import { pngSize } from './png-size.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const manifest = readFileSync(path('manifest.xml'), 'utf8');

function publicImage(address: string): ReturnType<typeof pngSize> {
  const file = path(`addin/ui/public${address}`);
  return existsSync(file) ? pngSize(readFileSync(file)) : null;
}

describe('manifest.xml', () => {
  it('breaks none of the rules that no schema states', () => {
    expect(manifestProblems(manifest, publicImage)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    [
      'a label that points at nothing',
      'resid="Check.Label"',
      'resid="Chek.Label"',
      /no resource has the id Chek\.Label/,
    ],
    ['a resource that nothing uses', 'resid="Check.Tip"', 'resid="Pane.Tip"', /nothing uses the resource Check\.Tip/],
    ['two resources of one id', ' id="Check.Tip"', ' id="Pane.Tip"', /two resources have the id Pane\.Tip/],
    [
      'an address without https',
      'https://localhost:8787/icons/check-16',
      'http://localhost:8787/icons/check-16',
      /not https/,
    ],
    ['an icon that is not there', 'icons/check-16.png', 'icons/chek-16.png', /no image at/],
    ['an icon of another size', 'icons/check-16.png', 'icons/check-20.png', /is 20 × 20, not 16/],
    ['an icon without a needed size', /<bt:Image size="80" resid="Check.80" \/>/, '', /1 icons lack the size 80/],
    [
      'another page for the commands',
      'id="Pane.Url" DefaultValue="https://localhost:8787/pane',
      'id="Pane.Url" DefaultValue="https://localhost:8787/other',
      /another page/,
    ],
    ['two controls of one id', 'id="Kurator.Check"', 'id="Kurator.Pane"', /two controls have the id/],
    ['another host', '<Host xsi:type="Workbook">', '<Host xsi:type="Document">', /hosts differ/],
    ['a text that is cut', 'Value="Show pane"', `Value="${'long '.repeat(40)}"`, /longer than 125/],
    [
      'a text without English',
      /<bt:Override Locale="en-US" Value="Show pane" \/>/,
      '',
      /no English text for Pane\.Label/,
    ],
    ['an id that is none', /<Id>.*<\/Id>/, '<Id>kurator</Id>', /no GUID/],
    ['a version of three parts', '<Version>1.0.0.0<', '<Version>1.0.0<', /not four parts/],
  ])('%s is found', (_what, from, to, problem) => {
    const broken = manifest.replace(from, to);
    expect(broken).not.toBe(manifest);
    expect(manifestProblems(broken, publicImage).join('\n')).toMatch(problem);
  });

  it('names the commands that the pane answers', () => {
    const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.values(RIBBON_COMMANDS)));
  });

  it('is Russian by default, with English texts', async () => {
    const info = await OfficeAddinManifest.readManifestFile(path('manifest.xml'));
    expect(info).toMatchObject({ displayName: 'Куратор', officeAppType: 'TaskPaneApp', hosts: ['Workbook'] });
    expect(info.defaultLocale).toBe('ru-RU');
    expect(info.permissions).toBe('ReadWriteDocument');
  });

  it('fits the published schemas, where these are at hand', (context) => {
    const schema = path('../shared/manifest-xsd/OfficeAppManifestV1_1.xsd');
    if (!existsSync(schema)) {
      context.annotate('the schemas are not at hand; this check was left out');
      return;
    }
    expect(schemaErrors(schema)).toEqual([]);
  });
});

function schemaErrors(schema: string): readonly string[] {
  xmlRegisterFsInputProviders();
  const schemaDocument = XmlDocument.fromBuffer(readFileSync(schema), { url: schema });
  const validator = XsdValidator.fromDoc(schemaDocument);
  const document = XmlDocument.fromString(manifest);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    document.dispose();
    validator.dispose();
    schemaDocument.dispose();
  }
}

describe('the manifest through Microsoft’s converter', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('becomes a unified manifest that Microsoft’s JSON schema accepts', async () => {
    const unified = await unifiedManifest();
    const validation = await validated(unified);
    expect(validation.report?.errors ?? []).toEqual([]);
    expect(validation.isValid).toBe(true);
    expect(JSON.stringify(unified)).toContain('"actionId":"checkRegister"');
  });

  it('and a wrong unified manifest is refused, so that acceptance means something', async () => {
    const unified = await unifiedManifest();
    expect((await validated({ ...unified, accentColor: 'green' })).isValid).toBe(false);
  });

  /** As converted, with the three icon sizes that schema 1.17 allows; the XML manifest has all that Excel may ask for. */
  async function unifiedManifest(): Promise<Record<string, unknown>> {
    await convert(path('manifest.xml'), folder);
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    return JSON.parse(text, (key, value: unknown) => {
      if (key !== 'icons' || !Array.isArray(value)) return value;
      return value.filter(({ size }: { size: number }) => [16, 32, 80].includes(size));
    }) as Record<string, unknown>;
  }

  function validated(unified: Record<string, unknown>) {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify(unified));
    return validateManifest(file);
  }
});

function run(...words: readonly string[]) {
  return spawnSync(process.execPath, [path('scripts/manifest.ts'), ...words], { encoding: 'utf8' });
}

describe('npm run manifest', () => {
  it('writes a manifest with the addresses of the deployment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    const out = join(folder, 'manifest.xml');
    const { status } = run('--url', 'https://kurator.example.ru/pane/', '--out', out);
    const written = readFileSync(out, 'utf8');
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(written).toContain('<SourceLocation DefaultValue="https://kurator.example.ru/pane/pane.html" />');
    expect(written).not.toContain('localhost');
  });

  it.each([
    [[], 'Укажите адрес'],
    [['--url', 'http://kurator.example.ru'], 'только по https'],
    [['--url', 'куратор'], 'не похож на адрес'],
    [['--url', 'https://kurator.example.ru/?a=1'], 'не должно быть'],
  ])('refuses %j with a sentence', (words, sentence) => {
    const { status, stderr } = run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

it('a slash at the end of the address does no harm', () => {
  expect(addressProblem('https://a.example/')).toBeNull();
  expect(deployedManifest('https://localhost:8787/pane.html', 'https://a.example/')).toBe(
    'https://a.example/pane.html',
  );
});
