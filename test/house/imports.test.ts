import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, textOf } from './project-files.ts';

/**
 * Who may import whom (design: «The house»). Folders are named by their longest listed prefix. Test files may import
 * anything inside the project, because they stand outside the product.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'shared/domain': [],
  'shared/calendar': ['shared/domain'],
  'shared/text': ['shared/domain'],
  'shared/privacy': ['shared/domain'],
  'shared/packs': ['shared/domain'],
  'shared/reading': ['shared/domain', 'shared/calendar', 'shared/text', 'shared/privacy', 'shared/packs'],
  'shared/rules': ['shared/domain', 'shared/calendar', 'shared/text', 'shared/privacy', 'shared/packs'],
  'shared/reports': ['shared/domain', 'shared/calendar', 'shared/text', 'shared/privacy', 'shared/packs'],
  'shared/sync': ['shared/domain', 'shared/calendar', 'shared/text', 'shared/privacy', 'shared/packs'],
  'worker/store': ['shared'],
  'worker/services': ['shared', 'worker/store'],
  'worker/http': ['shared', 'worker/services', 'worker/store'],
  worker: ['shared', 'worker/http', 'worker/services', 'worker/store'],
  'addin/engine': ['shared'],
  'addin/excel': ['shared', 'addin/engine'],
  'addin/file': ['shared', 'addin/engine'],
  'addin/ui': ['shared', 'addin/engine', 'addin/excel', 'addin/file'],
  // The bench drives the pane through the doors that the tests have.
  scripts: ['shared', 'addin', 'worker', 'test/e2e', 'test/excel-host'],
};

/** Packages that only some folders may use: nothing of a platform reaches the shared core. */
const PACKAGES: readonly { readonly folder: string; readonly only: RegExp }[] = [
  { folder: 'shared', only: /^(zod(\/.*)?|intl-messageformat|fastest-levenshtein)$/ },
  {
    folder: 'worker',
    only: /^(hono(\/.*)?|@hono\/.*|hono-openapi(\/.*)?|zod(\/.*)?|jose|cloudflare:.*|swagger-ui-dist(\/.*)?)$/,
  },
  { folder: 'addin/engine', only: /^(hono\/client|zod(\/.*)?)$/ },
  { folder: 'addin/file', only: /^(@e965\/xlsx|fflate|zod(\/.*)?)$/ },
  { folder: 'addin/excel', only: /^(zod(\/.*)?)$/ },
];

const isTest = (file: string): boolean => /\.test\.tsx?$|[/\\]test(?:ing)?-[^/\\]*\.tsx?$|-for-tests\.ts$/.test(file);

function sourceFiles(): readonly string[] {
  return filesUnder(['shared', 'worker', 'addin', 'scripts']).filter(
    (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
  );
}

interface Import {
  readonly from: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = textOf(file);
  const found: Import[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ from: file, target: match[2] ?? '', isTypeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ from: file, target: match[1] ?? '', isTypeOnly: false });
  }
  return found;
}

function folderOf(file: string): string {
  const folders = Object.keys(ALLOWED).filter((folder) => file.startsWith(`${folder}/`));
  return folders.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

function complaint({ from, target, isTypeOnly }: Import): string | null {
  const home = folderOf(from);
  if (!target.startsWith('.')) {
    const limit = PACKAGES.find(({ folder }) => from.startsWith(`${folder}/`));
    return limit && !limit.only.test(target) ? `${from} uses the package ${target}` : null;
  }
  const file = posix.join(posix.dirname(from), target);
  const isInside = folderOf(file) === home && home !== '';
  const isAllowed = (ALLOWED[home] ?? []).some((folder) => file.startsWith(`${folder}/`));
  const isAppType = isTypeOnly && from.startsWith('addin/') && file === 'worker/index.ts';
  return isInside || isAllowed || isAppType ? null : `${from} imports ${file}`;
}

describe('imports', () => {
  const files = sourceFiles().filter((file) => !isTest(file));

  it('go downwards only, and platforms stay out of the core', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(importsOf).map(complaint).filter(Boolean)).toEqual([]);
  });

  it('name the file they mean: relative, with its ending, and no barrel files', () => {
    const unclear = files
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('.') && !/\.(tsx?|json|css|sql|svg)(\?.*)?$/.test(target))
      .map(({ from, target }) => `${from}: ${target}`);
    expect(unclear).toEqual([]);
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file) && file !== 'worker/index.ts')).toEqual([]);
  });

  it('are judged: an import upwards is complained about', () => {
    const upward = { from: 'shared/domain/day.ts', target: '../rules/registry.ts', isTypeOnly: false };
    const sideways = { from: 'shared/rules/registry.ts', target: '../reading/reading.ts', isTypeOnly: true };
    const platform = { from: 'shared/domain/day.ts', target: 'hono', isTypeOnly: false };
    expect([upward, sideways, platform].map(complaint)).not.toContain(null);
  });
});
