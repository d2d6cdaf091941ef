/**
 * Photographs every screen in every look: `npm run album [-- state …]` writes `.kurator/album/<state>.png`, all looks of a
 * state on one picture, with each look by itself beside it, and prints what a program can hold against them. The
 * pictures are there to be looked at.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/e2e/browser.ts';
import buildPane from '../test/e2e/build-pane.ts';
import { startServer } from '../test/e2e/started-server.ts';
import type { AlbumState, Stage } from './album/album-state.ts';
import { shown } from './album/album-state.ts';
import { writeContactSheet } from './album/contact-sheet.ts';
import { focusFault } from './album/focus-fault.ts';
import { knownWords } from './album/known-words.ts';
import { LOOKS, PAPER_WIDTH, takeOn } from './album/looks.ts';
import { pageFaults } from './album/page-faults.ts';
import { ALBUM_STATES } from './album/states.ts';

const FOLDER = fileURLToPath(new URL('../.kurator/album/', import.meta.url));

/** Takes the pictures of one state. Gives the faults, each with the looks in which it is seen. */
async function photograph(stage: Stage, state: AlbumState, known: readonly string[]): Promise<readonly string[]> {
  const folder = join(FOLDER, state.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const reached = await state.reach(stage);
  const view = shown(reached);
  const seenIn = new Map<string, string[]>();
  const looks = state.isOnPaper ? LOOKS.filter(({ width }) => width === PAPER_WIDTH) : LOOKS;
  for (const look of looks) {
    await takeOn(view, look);
    await state
      .at?.(view.pane)
      .first()
      .evaluate((part) => part.scrollIntoView({ block: 'start' }));
    await view.page.screenshot({ path: join(folder, `${look.name}.png`) });
    for (const fault of [...(await pageFaults(view.pane, known)), ...(await focusFault(view))])
      seenIn.set(fault, [...(seenIn.get(fault) ?? []), look.name]);
  }
  await view.page.context().close();
  await writeContactSheet(stage.browser, folder, looks);
  return [...seenIn].map(([fault, looks]) => `${state.name}: ${fault} (${looks.join(', ')})`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ALBUM_STATES.some((state) => state.name.startsWith(name)));
if (unknown.length > 0) {
  console.error(`No such state: ${unknown.join(', ')}. There are: ${ALBUM_STATES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const states = ALBUM_STATES.filter(({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));
await buildPane();
const [server, browser, known] = await Promise.all([startServer(), launchBrowser(), knownWords()]);
const lines: string[] = [];
try {
  for (const state of states) {
    const faults = await photograph({ server, browser }, state, known).catch((error: unknown) => [
      `${state.name}: not reached: ${error instanceof Error ? error.message : String(error)}`,
    ]);
    lines.push(...faults);
    console.log(faults.length === 0 ? `${state.name}: nothing found by a program` : faults.join('\n'));
  }
} finally {
  await browser.close();
  await server.stop();
}
await writeFile(join(FOLDER, 'faults.txt'), lines.map((line) => `${line}\n`).join(''));
console.log(`${states.length} states in ${LOOKS.length} looks, on paper in fewer: .kurator/album`);
