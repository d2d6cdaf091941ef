/**
 * Writes the manifest of a deployment: `npm run manifest -- --url https://kurator.example.ru [--out dist/manifest.xml]`.
 * Exit status: 0 written, 2 wrong arguments or a manifest that Office would refuse.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addressProblem, deployedManifest } from './manifest/deployed-manifest.ts';
import { manifestProblems } from './manifest/manifest-rules.ts';
import { pngSize } from './manifest/png-size.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The icon behind an address, wherever the deployment puts the folder of the pane. */
function iconSize(path: string): ReturnType<typeof pngSize> {
  const file = here(`../addin/ui/public/icons/${path.split('/').at(-1) ?? ''}`);
  return existsSync(file) ? pngSize(readFileSync(file)) : null;
}

function run(): readonly string[] {
  const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } });
  if (!values.url) return ['Укажите адрес, по которому доступна панель: npm run manifest -- --url https://имя-сайта'];
  const problem = addressProblem(values.url);
  if (problem) return [problem];
  const manifest = deployedManifest(readFileSync(here('../manifest.xml'), 'utf8'), values.url);
  const problems = manifestProblems(manifest, iconSize);
  if (problems.length > 0) return problems;
  const out = resolve(values.out ?? here('../dist/manifest.xml'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, manifest);
  console.log(`Записано: ${out}`);
  return [];
}

try {
  const problems = run();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 2 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
