/** What people do on every walk through the pane: open it, choose a register, check, connect, send. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** A button by its whole name, or by a part of it. */
export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** The first screen in a window of its own. */
export async function openPage(browser: Browser, address: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'ru-RU', acceptDownloads: true });
  await page.goto(address);
  await button(page, 'Выбрать файл реестра').waitFor();
  return page;
}

/** The page of the region in a window of its own: nobody is connected yet. */
export async function openRegion(stage: Stage, width?: number): Promise<Page> {
  const page = await openPage(stage.browser, stage.server.address, width);
  await button(page, 'Сводка региона').click();
  return page;
}

export async function chooseFile(page: Page, bytes: Uint8Array | string, name = 'реестр.xlsx'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Выбрать файл реестра').click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

/** Checks the open register by the training norms. */
export async function check(page: Page): Promise<void> {
  await page.getByLabel('На дату').fill('2026-10-31');
  await page.getByLabel('Нормы').selectOption({ label: 'Учебный набор' });
  await button(page, 'Проверить').click();
  await page.getByRole('list', { name: 'Замечания' }).waitFor();
}

/** Explains the finding that is open. */
export async function explain(page: Page, reason: string): Promise<void> {
  await button(page, 'Пояснить').click();
  await page.getByLabel('Причина').fill(reason);
  await page.getByLabel('Кто поясняет').fill('Петрова О. И.');
  await button(page, 'Сохранить пояснение').click();
}

export async function connect(page: Page, token: string): Promise<void> {
  await page.getByLabel('Ключ доступа').fill(token);
  await button(page, 'Подключиться').click();
  await button(page, 'Отключиться').waitFor();
}

/** «Отправка», with a key. */
export async function openSending(page: Page, token: string): Promise<void> {
  await page.getByRole('tab', { name: 'Отправка' }).click();
  await connect(page, token);
}

/** What would be sent. */
export async function look(page: Page): Promise<void> {
  await button(page, 'Что будет отправлено').click();
  await button(page, 'Отправить').waitFor();
}

export async function send(page: Page): Promise<void> {
  await look(page);
  await button(page, 'Отправить').click();
}

/** The workbook as it is saved now. */
export async function saved(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await button(page, 'Сохранить копию').click();
  return new Uint8Array(await readFile(await (await download).path()));
}

/** Leaves a picture of the page to be looked at, where a folder for pictures is named. */
export async function picture(page: Page, name: string, widths: readonly number[] = []): Promise<void> {
  const folder = process.env['KURATOR_PICTURES'];
  if (!folder) return;
  const before = page.viewportSize();
  for (const width of widths.length > 0 ? widths : [before?.width ?? 0]) {
    if (widths.length > 0) await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}
