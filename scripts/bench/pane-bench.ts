/** The built pane in a browser: how long it blocks over large files, and how soon it can be used on a slow computer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import buildPane, { PANE } from '../../test/e2e/build-pane.ts';
import { builtPane, type BuiltPane } from '../../test/e2e/built-pane.ts';
import { openPaneInExcel } from '../../test/excel-host/browser-door.ts';
import { hostWorkbook } from '../../test/excel-host/host-workbook.ts';
import { figure, median, type Figure } from './measure.ts';
import { beginTrace, blocksDuring, type Block } from './page-blocks.ts';
import { FILE_FORMATS, registerFile, type FileFormat } from './register-files.ts';

/** A window feels alive while nothing takes longer. */
const LONGEST_MS = 50;
/** Four times slower than this machine: the computers of small centres. */
const SLOWDOWN = 4;
const STARTS = 5;
const ROUNDS = 3;

/** The longest task of the page while a register is opened, checked, edited and saved. */
export function paneBench(scale: number): Promise<readonly Figure[]> {
  return inBrowser(async (pane) => {
    const lines: Figure[] = [];
    for (const format of FILE_FORMATS) {
      lines.push(...(await blocksOver(pane, format, registerFile(format, scale))));
    }
    return lines;
  });
}

/** The steps several times over, each time in a new page; the middle one of the longest tasks counts. */
async function blocksOver(pane: BuiltPane, format: FileFormat, bytes: Uint8Array): Promise<readonly Figure[]> {
  // A file of this machine, as a person chooses it: handed over as bytes, it would be decoded on the page's thread first.
  const folder = await mkdtemp(join(tmpdir(), 'kurator-bench-'));
  const file = join(folder, `реестр.${format}`);
  await writeFile(file, bytes);
  const longest = new Map<string, Block[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [what, block] of await longestTasks(pane, file))
      longest.set(what, [...(longest.get(what) ?? []), block]);
  }
  await rm(folder, { recursive: true });
  return [...longest].map(([what, blocks]) => {
    const onClock = median(blocks.map(({ wallMs }) => wallMs)).toFixed(0);
    const name = `longest task while .${format} of ${(bytes.length / 1e6).toFixed(1)} MB is ${what} (${onClock} ms on the clock)`;
    return figure(name, median(blocks.map(({ cpuMs }) => cpuMs)), 'ms', { atMost: LONGEST_MS });
  });
}

async function longestTasks(pane: BuiltPane, file: string): Promise<readonly (readonly [string, Block])[]> {
  const { page } = await pane.open({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${pane.address}/pane.html`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Выбрать файл реестра').waitFor();
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    opened: async () => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByLabel('На дату').waitFor();
    },
    checked: async () => {
      await page.getByLabel('На дату').fill('2026-10-31');
      await button('Проверить').click();
      await page.getByRole('list', { name: 'Замечания' }).waitFor({ state: 'attached' });
      await button('Проверить').waitFor();
    },
    'edited in one cell, and checked again': () => editCell(page),
    saved: async () => {
      const download = page.waitForEvent('download');
      await button('Сохранить копию').click();
      await download;
    },
  };
  const longest: [string, Block][] = [];
  for (const [what, step] of Object.entries(steps)) {
    const [first = { cpuMs: 0, wallMs: 0 }] = await blocksDuring(page, step);
    longest.push([what, first]);
  }
  await page.context().close();
  return longest;
}

async function editCell(page: Page): Promise<void> {
  await page.locator('#cell-B3').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Правка ячейки B3' }).fill('Сидорова Анна Львовна');
  await page.keyboard.press('Enter');
  // The check after an edit follows in its own time.
  await page.waitForTimeout(2_000);
}

/**
 * From the first byte of the page to a button that answers; files come from this machine. On the clock, with the
 * processor slowed down as far as the browser manages it, and by what the page's thread computes until then.
 */
export function startBench(): Promise<readonly Figure[]> {
  return inBrowser(async (pane) => [
    ...(await figuresOf('the page without Excel', 3_000, (wish) => startOfFilePage(pane, wish))),
    ...(await figuresOf('the pane in Excel, office.js included', 5_000, (wish) => startInExcel(pane, wish))),
  ]);
}

/** Slowing down and tracing exclude each other. */
type Wish = 'slow' | 'traced';

async function figuresOf(
  what: string,
  atMost: number,
  start: (wish: Wish) => Promise<number>,
): Promise<readonly Figure[]> {
  const onClock: number[] = [];
  const computed: number[] = [];
  for (let turn = 0; turn < STARTS; turn += 1) {
    onClock.push(await start('slow'));
    computed.push(await start('traced'));
  }
  const name = `first interaction of ${what}`;
  return [
    figure(`${name}, slowed down ${SLOWDOWN} times by the browser (median)`, median(onClock), 'ms', { atMost }),
    figure(`${name}: what its thread computes, times ${SLOWDOWN} (median)`, median(computed) * SLOWDOWN, 'ms', {
      atMost,
    }),
  ];
}

async function startOfFilePage(pane: BuiltPane, wish: Wish): Promise<number> {
  const { page } = await pane.open();
  const result = await prepared(page, wish);
  await page.goto(`${pane.address}/pane.html`, { waitUntil: 'commit' });
  const ms = await result(await untilUsable(page.mainFrame(), 'Выбрать файл реестра'));
  await page.context().close();
  return ms;
}

async function startInExcel({ browser }: BuiltPane, wish: Wish): Promise<number> {
  const rows = [['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления']];
  let result: Result = asOnClock;
  const excel = await openPaneInExcel(browser, hostWorkbook([{ name: 'Реестр', rows }]), {
    dist: PANE,
    beforeLoading: async (page) => {
      result = await prepared(page, wish);
    },
  });
  const ms = await result(await untilUsable(excel.pane, 'Проверить'));
  await excel.close();
  return ms;
}

/** What to answer with, given the time on the clock. */
type Result = (onClock: number) => Promise<number>;

const asOnClock: Result = (onClock) => Promise.resolve(onClock);

async function prepared(page: Page, wish: Wish): Promise<Result> {
  if (wish === 'slow') {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    return asOnClock;
  }
  const end = await beginTrace(page);
  return async () => (await end()).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Milliseconds from the beginning of the page until the button stands, can be pressed, and the thread is free. */
function untilUsable(frame: Frame, name: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const buttons = [...document.querySelectorAll('button')];
          if (!buttons.some((one) => !one.disabled && one.textContent.trim() === wanted)) requestAnimationFrame(look);
          else setTimeout(() => resolve(performance.now()), 0);
        };
        look();
      }),
    name,
  );
}

/** Without a browser there is nothing to measure; that is said, and the other suites go on. */
async function inBrowser(run: (pane: BuiltPane) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  let pane: BuiltPane;
  try {
    await buildPane();
    pane = await builtPane();
  } catch (error) {
    console.error(`Left out: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  try {
    return await run(pane);
  } finally {
    await pane.close();
  }
}
