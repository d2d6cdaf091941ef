/**
 * The region's quarter, as its people live it: two districts send and hand in, a third is not online and its workbook is
 * dropped; the manager sees who is missing, opens a number to its rows, gives one register back and accepts it the
 * second time. Registers come over the API as workbooks send them; the manager works in the browser.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { e2eRegister, FAMILY_COUNT } from './e2e-register.ts';
import type { StartedServer } from './started-server.ts';
import { startServer } from './started-server.ts';

let server: StartedServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const newId = (): string => randomBytes(16).toString('base64url');

async function call<T>(path: string, token: string, body: object): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(server.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
  return JSON.parse(text) as T;
}

interface Sent {
  readonly path: string;
  readonly epoch: string;
  readonly rows: readonly string[];
  readonly sending: number;
}

/** The quarter that is due today, so that the page opens on it. */
const DUE = ((today) => {
  const quarter = Math.floor(today.getUTCMonth() / 3);
  const year = quarter === 0 ? today.getUTCFullYear() - 1 : today.getUTCFullYear();
  return {
    key: `${year}-Q${quarter === 0 ? 4 : quarter}`,
    start: `${year}-${quarter === 0 ? '10' : `0${quarter * 3 - 2}`}-01`,
  };
})(new Date());

async function send(district: string, levels: readonly string[], before?: Sent): Promise<Sent> {
  const path = before?.path ?? `/api/v1/districts/${district}/registers/${newId()}`;
  const rows = levels.map(newId);
  const values = { startDate: DUE.start, closedOn: null, childrenCount: 2 };
  const ops = [
    ...(before?.rows ?? []).map((row) => ({ op: 'delete', row, baseVersion: 1 })),
    ...levels.map((level, index) => ({
      op: 'create',
      row: rows[index],
      kind: 'families',
      values: { ...values, level },
    })),
  ];
  const push = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
  const { epoch } = await call<{ epoch: string }>(`${path}/push`, server.operator, push);
  const columns = ['level', 'startDate', 'closedOn', 'childrenCount'].map((field) => ({ field }));
  const layout = [{ kind: 'families', columns, given: [], rows }];
  const asOf = new Date().toISOString().slice(0, 10);
  const submit = { protocol: 1, epoch, asOf, pack: 'training', layout };
  const { receipt } = await call<{ receipt: { number: number } }>(`${path}/submit`, server.operator, submit);
  return { path, epoch, rows, sending: receipt.number };
}

const handIn = ({ path, epoch, sending }: Sent) =>
  call(`${path}/hand-in`, server.operator, { epoch, period: DUE.key, sending, explanation: 'Сверено с делами.' });

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function regionPage(width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'ru-RU' });
  await page.goto(server.address);
  await button(page, /Сводка региона/).click();
  await page.getByLabel('Ключ доступа').fill(server.manager);
  await button(page, 'Подключиться').click();
  await page.getByRole('rowheader', { name: 'Всего' }).waitFor();
  return page;
}

const strip = (page: Page) => page.getByRole('list', { name: 'Сдача по районам' });

describe("the region's quarter", () => {
  let forest: Sent;
  let page: Page;

  it('shows who has handed in, and opens a number to its rows', async () => {
    forest = await send('lesnoy', ['BASE', 'BASE', 'BASE', 'CRISIS']);
    await handIn(forest);
    await send('rechnoy', ['BASE', 'BASE']);
    page = await regionPage();
    await strip(page)
      .getByRole('button', { name: /Лесной район.*сдан, ждёт решения/ })
      .waitFor();
    await strip(page)
      .getByRole('button', { name: /Речной район.*(не сдан|ожидается)/ })
      .waitFor();
    const row = page.getByRole('row', { name: /^Лесной район/ });
    await row.getByRole('button', { name: '4', exact: true }).first().click();
    const rows = page.getByRole('region', { name: 'Что стоит за числом' });
    await rows.getByText(/Лесной район: 4 семьи/).waitFor();
    for (const id of forest.rows) await rows.getByRole('rowheader', { name: id }).waitFor();
    await page.getByText(/Баланс сходится/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('joins the workbook of a district that is not online, and sends nothing of it', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    const file = { name: 'Северный район.xlsx', mimeType: '', buffer: Buffer.from(e2eRegister()) };
    await page.getByLabel('Добавить книги').setInputFiles(file);
    await page.getByRole('row', { name: /^Северный район\s*из файла/ }).waitFor();
    await page.getByText(`семей ${FAMILY_COUNT}`, { exact: false }).first().waitFor();
    await strip(page)
      .getByRole('button', { name: /Северный район.*из файла/ })
      .waitFor();
    expect(sent.filter((line) => line.includes('/api/') || line.startsWith('POST'))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('goes into Excel as a workbook with every district and the total', async () => {
    const download = page.waitForEvent('download');
    await button(page, 'В Excel').click();
    const path = await (await download).path();
    const book = await openWorkbook('Сводный реестр.xlsx', new Uint8Array(await readFile(path)));
    const [sheet] = await book.readCells();
    const firsts = sheet?.rows.map(({ cells }) => cells[0]);
    expect(firsts).toEqual(expect.arrayContaining(['Лесной район', 'Речной район', 'Северный район', 'Всего']));
    const line = sheet?.rows.find(({ cells }) => cells[0] === 'Лесной район')?.cells;
    expect(line?.slice(1, 10)).toEqual([0, 0, 4, 8, 0, 0, 0, 4, 8]);
  });

  it('gives a register back with a remark at a row, and accepts it when it comes again', async () => {
    await strip(page)
      .getByRole('button', { name: /Лесной район/ })
      .click();
    await button(page, 'Вернуть с замечаниями').click();
    await page.getByLabel('Что исправить').fill('Уточните уровень');
    await page.getByLabel(/^Запись/).fill('нет такой');
    await page.getByLabel('Замечание').fill('Уровень не подтверждён');
    await button(page, 'Добавить замечание').click();
    await page.getByText(/Такой записи среди сданных нет/).waitFor();
    await page.getByLabel(/^Запись/).fill(forest.rows[3] ?? '');
    await page.getByLabel('Графа').selectOption('level');
    await button(page, 'Добавить замечание').click();
    await button(page, 'Вернуть').click();
    await strip(page)
      .getByRole('button', { name: /Лесной район.*возвращён/ })
      .waitFor();
    await handIn(await send('lesnoy', ['BASE', 'BASE', 'BASE', 'BASE'], forest));
    await button(page, 'Обновить').click();
    await strip(page)
      .getByRole('button', { name: /Лесной район.*ждёт решения/ })
      .click();
    await button(page, 'Принять').click();
    const accepted = strip(page).getByRole('button', { name: /Лесной район.*принят/ });
    await accepted.waitFor();
    await expect.poll(() => page.getByText(/№ 2.*принят/).count()).toBe(1);
    await page.close();
  });

  it('fits a narrow screen', async () => {
    const narrow = await regionPage(320);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessibilityFaults(narrow)).toEqual([]);
    await narrow.close();
  });
});
