/**
 * Measures how fast the core is: `npm run bench [-- --json] [-- --scale 0.1] [-- --only rules]`. Ratios are of one run on
 * one machine; a line that misses its aim says so, and nothing fails, because other machines are busy otherwise.
 */
import { parseArgs } from 'node:util';
import type { Figure, Measured } from './bench/measure.ts';
import { openingBench, savingBench } from './bench/files-bench.ts';
import { paneBench, startBench } from './bench/pane-bench.ts';
import { readingBench } from './bench/reading-bench.ts';
import { refusingBench } from './bench/refusing-bench.ts';
import { regionBench } from './bench/region-bench.ts';
import { editBench, rulesBench } from './bench/rules-bench.ts';
import { scaleBench } from './bench/scale-bench.ts';
import { syncBench } from './bench/sync-bench.ts';

const SUITES: Readonly<
  Record<string, (scale: number) => readonly (Measured | Figure)[] | Promise<readonly (Measured | Figure)[]>>
> = {
  reading: readingBench,
  opening: openingBench,
  saving: savingBench,
  refusing: refusingBench,
  rules: rulesBench,
  edit: editBench,
  region: regionBench,
  scale: scaleBench,
  sync: syncBench,
  start: startBench,
  pane: paneBench,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, scale: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const scale = Number(values.scale);
if (!(scale > 0) || (values.only !== undefined && !Object.hasOwn(SUITES, values.only))) {
  console.error(`Usage: bench [--json] [--scale 0.1] [--only ${Object.keys(SUITES).join('|')}]`);
  process.exit(2);
}

for (const [suite, run] of Object.entries(SUITES)) {
  if (values.only !== undefined && values.only !== suite) continue;
  for (const line of await run(scale)) {
    console.log(values.json ? JSON.stringify({ suite, ...line }) : `${suite}: ${inWords(line)}`);
  }
}

function inWords(line: Measured | Figure): string {
  if ('value' in line) {
    const { name, value, unit, atMost, atLeast } = line;
    const aim =
      atMost === undefined
        ? atLeast === undefined
          ? ''
          : `, aim at least ${shown(atLeast)}`
        : `, aim at most ${shown(atMost)}`;
    const isMissed = (atMost !== undefined && value > atMost) || (atLeast !== undefined && value < atLeast);
    return `${name}: ${shown(value)} ${unit}${aim}${isMissed ? ' — MISSED' : ''}`;
  }
  const { name, ratio, aim, aimMs, baselineMs, subjectMs, unit } = line;
  const aims = [...(aim === null ? [] : [`aim ${aim} ×`]), ...(aimMs === undefined ? [] : [`aim ${aimMs} ${unit}`])];
  const isMissed = (aim !== null && ratio > aim) || (aimMs !== undefined && subjectMs > aimMs);
  const promised = aims.length === 0 ? '' : ` (${aims.join(', ')}${isMissed ? ' — MISSED' : ''})`;
  return `${name}: ${shown(subjectMs)} ${unit} / ${shown(baselineMs)} ${unit} = ${shown(ratio)} ×${promised}`;
}

function shown(n: number): string {
  return n.toLocaleString('en', { maximumFractionDigits: n < 100 ? 2 : 0 });
}
