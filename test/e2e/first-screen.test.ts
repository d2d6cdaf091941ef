import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import type { BuiltPane } from './built-pane.ts';
import { builtPane } from './built-pane.ts';

/** What may travel before the first screen stands, gzip, without office.js. */
const LIMIT_BYTES = 250_000;
const OFFICE_JS = 'https://appsforoffice.microsoft.com/**';

let pane: BuiltPane;
beforeAll(async () => {
  pane = await builtPane();
});
afterAll(() => pane.close());

/** Adds up the scripts and styles of the page as they travel, each once. */
function meter(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const url = response.url();
    const isOurs = url.startsWith(pane.address) && /\.(js|css)$/.test(url);
    if (isOurs && !sizes.has(url))
      sizes.set(
        url,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

describe('the first screen', () => {
  it('inside Excel stays within its limit', async () => {
    const { page } = await pane.open();
    const total = meter(page);
    const host =
      'window.Office={HostType:{Excel:"Excel"},onReady:()=>Promise.resolve({host:"Excel"}),actions:{associate(){}}}';
    await page.route(OFFICE_JS, (route) => route.fulfill({ contentType: 'text/javascript', body: host }));
    await page.goto(`${pane.address}/pane.html?host=excel`);
    await page.getByText('Excel не открыл книгу').waitFor();
    const bytes = await total();
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
    await page.context().close();
  });

  it('[O4] says in a sentence that office.js is blocked, and offers to go on without Excel', async () => {
    const { page } = await pane.open();
    await page.route(OFFICE_JS, (route) => route.abort());
    await page.goto(`${pane.address}/pane.html?host=excel`);
    await page.getByText('Не загрузилась библиотека Office').waitFor();
    await page.getByRole('button', { name: 'Открыть файл без Excel' }).click();
    const choose = page.getByRole('button', { name: 'Выбрать файл реестра' });
    await expect.poll(() => choose.isVisible()).toBe(true);
    await page.context().close();
  });

  it('[O4] does not wait for ever when office.js never answers', async () => {
    const { page } = await pane.open();
    await page.clock.install();
    await page.route(OFFICE_JS, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.Office={onReady:()=>new Promise(()=>{})}' }),
    );
    await page.goto(`${pane.address}/pane.html?host=excel`);
    await page.getByText('Подключение к Excel').waitFor();
    await page.clock.fastForward(60_000);
    await expect.poll(() => page.getByText('Не загрузилась библиотека Office').isVisible()).toBe(true);
    await page.context().close();
  });

  it('that does not come whole over a broken line is said in a sentence, and comes when it is asked for again', async () => {
    const { page } = await pane.open({ viewport: { width: 350, height: 700 } });
    const isPane = /\/assets\/pane-[^/]*\.js$/;
    await page.route(isPane, (route) => route.abort());
    await page.goto(pane.address);
    await page.getByRole('alert').getByText('Связь прервалась').waitFor();
    expect(await page.getByText('Куратор загружается').isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute(isPane);
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.getByRole('button', { name: 'Выбрать файл реестра' }).waitFor();
    expect(await page.getByText('Связь прервалась').count()).toBe(0);
    await page.context().close();
  });

  it('comes by itself where somebody only waits until the line is back', async () => {
    const { page } = await pane.open();
    await page.clock.install();
    const isPane = /\/assets\/pane-[^/]*\.js$/;
    const lost = page.getByRole('alert').getByText('Связь прервалась');
    const passTime = () => page.clock.runFor(3_000);
    await page.route(isPane, (route) => route.abort());
    await page.goto(pane.address);
    await expect.poll(() => passTime().then(() => lost.isVisible())).toBe(true);
    await page.unroute(isPane);
    const choose = page.getByRole('button', { name: 'Выбрать файл реестра' });
    await expect.poll(() => passTime().then(() => choose.isVisible()), { timeout: 30_000 }).toBe(true);
    await page.context().close();
  });

  it('says that English has not come where it has not, and asks for it again at the next wish', async () => {
    const { page } = await pane.open({ viewport: { width: 350, height: 700 } });
    await page.route('**/assets/pane-texts-en*', (route) => route.abort());
    await page.goto(pane.address);
    const english = page.getByRole('button', { name: 'English', exact: true });
    await english.click();
    await page.getByText('Английский язык не загрузился').waitFor();
    await page.unroute('**/assets/pane-texts-en*');
    await english.click();
    await page.getByRole('button', { name: 'Choose a register file' }).waitFor();
    expect(await page.getByText('Английский язык не загрузился').count()).toBe(0);
    await page.context().close();
  });

  it('offers samples that open and can be checked', async () => {
    const { page, complaints } = await pane.open();
    for (const sample of ['Простой реестр', 'Журнал учёта', 'Реестр и журнал посещений']) {
      await page.goto(pane.address);
      await page.getByRole('button', { name: sample, exact: true }).click();
      await page.getByRole('button', { name: 'Проверить', exact: true }).click();
      await page.getByRole('list', { name: 'Замечания' }).waitFor();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
