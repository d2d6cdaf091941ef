/** The built pane in a browser: how long it blocks over large files, and how soon it can be used on a slow computer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { builtPane, type BuiltPane } from '../../test/e2e/built-pane.ts';
import { openPaneInExcel } from '../../test/excel-host/browser-door.ts';
import { hostWorkbook } from '../../test/excel-host/host-workbook.ts';
import { figure, median, type Figure } from './measure.ts';
import { blocksDuring } from './page-blocks.ts';
import { FILE_FORMATS, registerFile, type FileFormat } from './register-files.ts';

/** A window feels alive while nothing takes longer. */
const LONGEST_MS = 50;
/** Four times slower than this machine: the computers of small centres. */
const SLOWDOWN = 4;
const STARTS = 5;

/** The longest task of the page while a register is opened, checked, edited and saved. */
export function paneBench(scale: number): Promise<readonly Figure[]> {
  return inBrowser(async (pane) => {
    const lines: Figure[] = [];
    for (const format of FILE_FORMATS) {
      // oxlint-disable-next-line no-await-in-loop -- measured one after the other
      lines.push(...(await blocksOver(pane, format, registerFile(format, scale))));
    }
    return lines;
  });
}

async function blocksOver(pane: BuiltPane, format: FileFormat, bytes: Uint8Array): Promise<readonly Figure[]> {
  const { page } = await pane.open({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${pane.address}/pane.html`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Выбрать файл реестра').waitFor();
  // A file of this machine, as a person chooses it: handed over as bytes, it would be decoded on the page's thread first.
  const folder = await mkdtemp(join(tmpdir(), 'kurator-bench-'));
  const file = join(folder, `реестр.${format}`);
  await writeFile(file, bytes);
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
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
  const lines: Figure[] = [];
  for (const [what, step] of Object.entries(steps)) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const [longest] = await blocksDuring(page, step);
    const name = `longest task while .${format} of ${size} is ${what} (${longest?.wallMs.toFixed(0) ?? 0} ms on the clock)`;
    lines.push(figure(name, longest?.cpuMs ?? 0, 'ms', { atMost: LONGEST_MS }));
  }
  await page.context().close();
  await rm(folder, { recursive: true });
  return lines;
}

async function editCell(page: Page): Promise<void> {
  await page.locator('#cell-B3').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Правка ячейки B3' }).fill('Сидорова Анна Львовна');
  await page.keyboard.press('Enter');
  // The check after an edit follows in its own time.
  await page.waitForTimeout(2_000);
}

/** From the first byte of the page to a button that answers, on a slow computer; files come from this machine. */
export function startBench(): Promise<readonly Figure[]> {
  return inBrowser(async (pane) => {
    const inFile = await starts(() => startOfFilePage(pane));
    const inExcel = await starts(() => startInExcel(pane));
    return [
      figure(`first interaction of the page without Excel, ${SLOWDOWN} times slower (median)`, inFile, 'ms', {
        atMost: 3_000,
      }),
      figure(
        `first interaction of the pane in Excel with office.js, ${SLOWDOWN} times slower (median)`,
        inExcel,
        'ms',
        {
          atMost: 5_000,
        },
      ),
    ];
  });
}

async function starts(once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  // oxlint-disable-next-line no-await-in-loop -- measured one after the other
  for (let turn = 0; turn < STARTS; turn += 1) times.push(await once());
  return median(times);
}

async function startOfFilePage(pane: BuiltPane): Promise<number> {
  const { page } = await pane.open();
  await slowDown(page);
  await page.goto(`${pane.address}/pane.html`, { waitUntil: 'commit' });
  const ms = await untilUsable(page.mainFrame(), 'Выбрать файл реестра');
  await page.context().close();
  return ms;
}

async function startInExcel({ browser, folder }: BuiltPane): Promise<number> {
  const rows = [['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления']];
  const excel = await openPaneInExcel(browser, hostWorkbook([{ name: 'Реестр', rows }]), {
    dist: folder,
    beforeLoading: slowDown,
  });
  const ms = await untilUsable(excel.pane, 'Проверить');
  await excel.close();
  return ms;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** Milliseconds from the beginning of the page until the button stands, can be pressed, and the thread is free. */
function untilUsable(frame: Frame, name: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const isThere = (): boolean =>
          [...document.querySelectorAll('button')].some((one) => !one.disabled && one.textContent.trim() === wanted);
        const look = (): void => {
          if (!isThere()) requestAnimationFrame(look);
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
