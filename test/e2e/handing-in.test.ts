/** The district's side of a quarter: send, hand in, hold the copy against its receipt, find the region's remark at its cell. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageOf, textCell } from '../../addin/file/test-package.ts';
import { a1 } from '../../shared/domain/cell-address.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
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

const SURNAMES = ['Заречнова', 'Камышова', 'Лугова', 'Опушкина'];

/** Four families in which the server finds nothing to hold against: it has neither visits nor documents of them. */
function register(): Uint8Array {
  const headings = ['№ дела', 'ФИО заявителя', 'Уровень сопровождения', 'Дата начала сопровождения', 'Число детей'];
  const families = SURNAMES.map((name, index) => [
    `${index + 1}/26`,
    `${name} Анна Петровна`,
    'базовый',
    '10.08.2026',
    '2',
  ]);
  const rows = [headings, ...families].map((texts, index) => {
    const cells = texts.map((text, column) => textCell(a1(index + 1, column), text)).join('');
    return `<row r="${index + 1}">${cells}</row>`;
  });
  return packageOf({ sheets: [{ name: 'Реестр', xml: `<sheetData>${rows.join('')}</sheetData>` }] });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function sendRegister(page: Page): Promise<void> {
  await page.goto(server.address);
  const file = { name: 'Реестр.xlsx', mimeType: '', buffer: Buffer.from(register()) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByLabel('Нормы').selectOption({ label: 'Учебный набор' });
  await button(page, 'Проверить').click();
  await page.getByRole('list', { name: 'Замечания' }).waitFor();
  await page.getByRole('tab', { name: 'Отправка' }).click();
  await page.getByLabel('Ключ доступа').fill(server.operator);
  await button(page, 'Подключиться').click();
  await button(page, 'Что будет отправлено').click();
  await button(page, 'Отправить').click();
  await page.getByText(/Отправлено и принято: № 1/).waitFor();
}

/** The region gives it back, with a remark at the level of the second record. */
async function giveBack(): Promise<void> {
  const headers = { authorization: `Bearer ${server.manager}`, 'content-type': 'application/json' };
  const path = `${server.address}/api/v1/districts/lesnoy/hand-ins/1`;
  const frozen = await fetch(`${path}/rows`, { headers });
  const { rows } = (await frozen.json()) as { rows: readonly { row: string }[] };
  const remarks = [{ row: rows[1]?.row, field: 'level', text: 'Уровень не подтверждён' }];
  const body = JSON.stringify({ verdict: 'returned', note: 'Уточните уровень', remarks });
  expect((await fetch(`${path}/decide`, { method: 'POST', headers, body })).status).toBe(200);
}

it('hands in, verifies its receipt, and finds the remark at its cell', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await sendRegister(page);
  const panel = page.getByRole('region', { name: 'Сдать реестр за период' });
  await panel.getByText(/Ничего не мешает/).waitFor();
  await button(page, 'Сдать').click();
  await panel.getByText(/сдан, ждёт решения, № 1/).waitFor();
  await panel.getByText(/Квитанция № 1: строк 4/).waitFor();
  await button(page, 'Сверить книгу с квитанцией').click();
  await panel.getByText('Эта копия — сданная: все строки совпадают с квитанцией № 1, подпись верна.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await giveBack();
  await page.getByRole('tab', { name: 'Проверка' }).click();
  await page.getByRole('tab', { name: 'Отправка' }).click();
  const remarks = panel.getByRole('list', { name: 'Замечания региона' });
  await remarks.getByText(/Уровень не подтверждён/).waitFor();
  const link = remarks.getByRole('button');
  expect(await link.textContent()).toMatch(/^Реестр!C[2-5]$/);
  await link.click();
  const selected = page.getByRole('grid').locator('[aria-selected="true"]');
  await expect.poll(() => selected.first().textContent()).toContain('базовый');
  await page.close();
});
