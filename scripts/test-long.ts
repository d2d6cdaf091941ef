/**
 * `npm run test:long`: the proofs that are too long for every run, one after the other, with the counts that they are
 * claimed for. `npm run test:long -- simulation kills` runs some of them. Counts can be changed in the environment:
 * KURATOR_RUNS, KURATOR_REGISTERS, KURATOR_GARBAGE, KURATOR_GUESSES, KURATOR_KILLS, KURATOR_MUTATED (share of files, 0 to 1).
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LEAST_SCORE = 85;
/** For tests that name no time of their own: a busy machine is no reason to fail. */
const LONGEST_MS = 7_200_000;

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };
const sum = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Runs a tool of the project, shows what it says, and gives that back. */
async function run(tool: string, words: readonly string[], counts: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...words], {
    cwd: root,
    env: { ...counts, ...process.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    process.stdout.write(bytes);
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { said, code };
}

async function tests(words: readonly string[], counts: Readonly<Record<string, string>>): Promise<Count> {
  const { said, code } = await run('vitest/vitest.mjs', ['run', `--testTimeout=${LONGEST_MS}`, ...words], counts);
  const last = [...said.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  if (!last) return { ...NOTHING, failed: 1 };
  const count = { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const mixed = (file: string): number =>
  [...file].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7);

/** Files of rules and calendar, in an order that is the same every day and follows no name. */
function mutated(share: number): readonly string[] {
  const files = ['shared/rules', 'shared/calendar'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const product = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/test-|\/example\.ts$/.test(file));
  return product.toSorted((a, b) => mixed(a) - mixed(b)).slice(0, Math.ceil(product.length * share));
}

/** Breaks the code in small ways, one at a time, and counts how many of them some test notices. */
async function mutation(): Promise<Count> {
  const share = Number(process.env['KURATOR_MUTATED'] ?? 0.2);
  const words = ['run', 'test/long/stryker.config.json', '--mutate', mutated(share).join(',')];
  const { code } = await run('@stryker-mutator/core/bin/stryker.js', words);
  if (code !== 0) return { ...NOTHING, failed: 1 };
  const report: { files: Record<string, { mutants: { status: string }[] }> } = JSON.parse(
    readFileSync(join(root, '.stryker-tmp/mutation.json'), 'utf8'),
  );
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const judged = noticed + statuses.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  const score = (100 * noticed) / judged;
  console.log(`${noticed} of ${judged} mutants were noticed: ${score.toFixed(1)} % (at least ${LEAST_SCORE} %)`);
  return score >= LEAST_SCORE ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

const PROOFS: Readonly<Record<string, () => Promise<Count>>> = {
  simulation: () => tests(['--project', 'node', 'test/simulation'], { KURATOR_RUNS: '10000' }),
  registers: () => tests(['--project', 'node', 'test/rules'], { KURATOR_REGISTERS: '300', KURATOR_GARBAGE: '10000' }),
  patterns: () => tests(['--config', 'test/long/vitest.config.ts', 'patterns'], {}),
  guesses: () => tests(['--config', 'test/long/vitest.config.ts', 'guesses'], { KURATOR_GUESSES: '1000000' }),
  audit: () => tests(['--config', 'test/long/vitest.config.ts', 'audit-chain'], {}),
  kills: () => tests(['--config', 'test/long/vitest.config.ts', 'kills'], { KURATOR_KILLS: '200' }),
  mutation,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PROOFS, name));
if (unknown.length > 0) {
  console.error(`There is no long proof ${unknown.join(', ')}. There are: ${Object.keys(PROOFS).join(', ')}.`);
  process.exit(1);
}
let total = NOTHING;
const lines: string[] = [];
for (const [name, proof] of Object.entries(PROOFS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  const count = await proof();
  total = sum(total, count);
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${seconds} s`);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
