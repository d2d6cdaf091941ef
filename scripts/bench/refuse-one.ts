/** Refuses one bad file, by its number, and prints the milliseconds and megabytes that it took. */
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { BAD_FILES } from '../../addin/file/testing-bad-files.ts';
import { heapMb } from './heap.ts';

const bad = BAD_FILES[Number(process.argv[2])];
if (!bad) throw new Error('no such file');
const bytes = bad.bytes();
// What making the file left behind goes first; warming up is not what is measured.
await openWorkbook('a.csv', new Uint8Array(0)).catch(() => null);
heapMb();
const held = process.memoryUsage.rss();
const peakBefore = process.resourceUsage().maxRSS * 1_024;
const { user, system } = process.cpuUsage();
const code: unknown = await openWorkbook(bad.name, bytes).then(
  () => 'opened',
  (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
);
const after = process.cpuUsage();
const peak = process.resourceUsage().maxRSS * 1_024;
if (code !== bad.code) throw new Error(`${bad.what}: ${String(code)}`);
// Where making the file took more than refusing it, the peak tells nothing, and what is held now stands for it.
const grown = peak > peakBefore ? peak - held : process.memoryUsage.rss() - held;
console.log((after.user + after.system - user - system) / 1_000, Math.max(0, grown) / 1e6);
