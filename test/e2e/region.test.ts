/**
 * The region's quarter, as its people live it: one district sends and hands in from the file pane, one from Excel, a third
 * is not online and its workbook is dropped. The manager sees who is missing, opens a number to its rows, gives one
 * register back at a record; the district sees the remark at its cell, mends it and hands in anew. Accepted, the families
 * of all districts go into a workbook, which is checked like any register.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import type { PaneInExcel } from '../excel-host/browser-door.ts';
import { hostWorkbook } from '../excel-host/host-workbook.ts';
import { accessibilityFaults, faultsInBothColours } from './accessibility.ts';
import { e2eRegister, FAMILY_COUNT } from './e2e-register.ts';
import { focused, tabTo } from './keyboard.ts';
import { button, check, picture, saved } from './people-steps.ts';
import {
  checkInExcel,
  connectInExcel,
  openDistrict,
  openInExcel,
  regionPage,
  registerFile,
  registerInExcel,
  sendAndHandIn,
} from './region-people.ts';
import { ownStage } from './stage.ts';

const FOREST = ['Заречнова', 'Камышова', 'Лугова', 'Опушкина'];
const RIVER = ['Берегова', 'Плёсова'];

const stage = ownStage();

const strip = (page: Page) => page.getByRole('list', { name: 'Сдача по районам' });

/** A workbook as a register: what our own reader and rules make of it. */
async function validated(bytes: Uint8Array) {
  const pack = packById('training');
  const asOf = dayOfIso('2026-10-31');
  if (pack === undefined || asOf === null) throw new Error('pack and day exist');
  const book = await openWorkbook('Сводный реестр.xlsx', bytes);
  const { register } = readWorkbook(await book.readCells(), { pack, asOf });
  const { findings } = checkRegister(register, { pack, asOf });
  return { register, findings };
}

/** Runs in the page: the words that do not stand on one line. */
function brokenWords(part: Element): readonly string[] {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
}

describe("the region's quarter", () => {
  let page: Page;
  let district: Page;
  let excel: PaneInExcel;

  it('says that there are no figures before anybody has sent', async () => {
    const early = await regionPage(stage);
    await early.getByText('Чисел ещё нет: ни один район ничего не отправлял.').waitFor();
    expect(await early.getByRole('list', { name: 'Главное' }).count()).toBe(0);
    await early.close();
  });

  it('begins with a register from the file pane and one from Excel', async () => {
    district = await openDistrict(stage, registerFile(FOREST));
    await sendAndHandIn(district, 'Лесной район');
    excel = await openInExcel(stage, registerInExcel(RIVER));
    await checkInExcel(excel);
    await connectInExcel(excel, stage.server.operator);
    await sendAndHandIn(excel.pane, 'Речной район');
    expect([...excel.complaints, ...excel.host.missing]).toEqual([]);
    await excel.close();
  });

  it('shows who has handed in, and opens a number to its rows', async () => {
    page = await regionPage(stage);
    for (const title of ['Лесной', 'Речной']) {
      await strip(page)
        .getByRole('button', { name: new RegExp(`${title} район.*сдан, ждёт решения`) })
        .waitFor();
    }
    await page.getByText(/Не сдали в срок: .*Северный район/).waitFor();
    // What nobody has sent is not nought.
    await page.getByText(/^Числа — по 2 из 3 районов/).waitFor();
    const silent = page.getByRole('row', { name: /^Северный район/ }).getByRole('cell');
    expect(new Set(await silent.allTextContents())).toEqual(new Set(['–']));
    await strip(page)
      .getByRole('button', { name: /Северный район.*ничего не отправлено/ })
      .waitFor();
    // With the keyboard alone: from the district to its number.
    await strip(page)
      .getByRole('button', { name: /Речной район/ })
      .focus();
    await tabTo(page, '4');
    await page.keyboard.press('Enter');
    const rows = page.getByRole('region', { name: 'Что стоит за числом' });
    await rows.getByText(/Лесной район: 4 семьи/).waitFor();
    expect(await rows.getByRole('row').count()).toBe(1 + FOREST.length);
    await page.keyboard.press('Escape');
    expect(await rows.count()).toBe(0);
    expect((await focused(page))?.name).toBe('4');
    await page.getByText(/Баланс сходится/).waitFor();
    await page.getByRole('region', { name: 'Цель 30 %: три прочтения' }).getByText(/\(в\)/).waitFor();
    await page.getByLabel('Показатель по месяцам').selectOption({ label: 'Поставлено семей' });
    await page.getByRole('img', { name: /Поставлено семей, по месяцам/ }).waitFor();
    expect(await faultsInBothColours(page)).toEqual([]);
    await picture(page, 'region', [320, 400, 1280]);
  });

  it('shows the quarter that was chosen last, though an answer on another one comes late', async () => {
    const quarters = page.getByLabel('Период', { exact: true });
    const before = await quarters.inputValue();
    let letGo: (() => void) | undefined;
    const isHeld = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/v1/picture*', (route) => isHeld.then(() => route.continue()), { times: 1 });
    const late = page.waitForResponse((answer) => answer.url().includes(`period=${before}`));
    await button(page, 'Обновить').first().click();
    await quarters.selectOption({ index: 0 });
    const total = page.getByRole('rowheader', { name: 'Всего' });
    await total.waitFor();
    letGo?.();
    await (await late).finished();
    // One more question has gone and come, and been drawn: so has the late answer.
    await page.evaluate(async () => {
      await (await fetch('/api/v1/health')).text();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
    expect(await total.isVisible()).toBe(true);
    await quarters.selectOption(before);
    await total.waitFor();
  });

  it('prints on wide pages of A4, with the words of the table whole', async () => {
    const before = page.viewportSize() ?? { width: 1280, height: 900 };
    // A contrast theme is for the screen: paper stays white.
    await page.emulateMedia({ media: 'print', forcedColors: 'active', colorScheme: 'dark' });
    // A4 across, without its margins.
    await page.setViewportSize({ width: 1032, height: 900 });
    const table = page.getByRole('region', { name: 'Сводная таблица по районам' }).getByRole('table');
    expect(await table.evaluate(brokenWords)).toEqual([]);
    await expect.poll(() => table.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(36, 36, 36)');
    expect(await table.evaluate((one) => one.getBoundingClientRect().right <= innerWidth)).toBe(true);
    const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = [...paper.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      width,
      height,
    ]);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter(([width, height]) => Number(width) < Number(height))).toEqual([]);
    await page.emulateMedia({ media: null, forcedColors: null, colorScheme: null });
    await page.setViewportSize(before);
  });

  it('joins the workbook of a district that is not online, and sends nothing of it', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    const file = { name: 'Северный район.xlsx', mimeType: '', buffer: Buffer.from(e2eRegister()) };
    await page.getByLabel('Добавить книги').setInputFiles(file);
    await page.getByRole('row', { name: /^Северный район\s*из файла/ }).waitFor();
    expect(await page.getByText(/^Числа — по/).count()).toBe(0);
    await page.getByText(`семей ${FAMILY_COUNT}`, { exact: false }).first().waitFor();
    await strip(page)
      .getByRole('button', { name: /Северный район.*из файла/ })
      .waitFor();
    const row = page.getByRole('row', { name: /^Северный район/ });
    await row
      .getByRole('button', { name: String(FAMILY_COUNT), exact: true })
      .first()
      .click();
    const rows = page.getByRole('region', { name: 'Что стоит за числом' });
    await rows.getByText(/стоят в файле «Северный район.xlsx»/).waitFor();
    expect(await rows.getByRole('rowheader', { name: /^Реестр!\d+$/ }).count()).toBe(FAMILY_COUNT);
    expect(sent.filter((line) => line.includes('/api/') || line.startsWith('POST'))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says once what is wrong with two broken workbooks of one name', async () => {
    const broken = { name: 'Дальний район.xlsx', mimeType: '', buffer: Buffer.from('не книга') };
    await page.getByLabel('Добавить книги').setInputFiles([broken, broken]);
    const said = page.getByText(/^Книга «Дальний район.xlsx» не прочитана/);
    await said.first().waitFor();
    expect(await said.count()).toBe(1);
  });

  it('gives a register back with a remark at a record', async () => {
    await strip(page)
      .getByRole('button', { name: /Лесной район/ })
      .click();
    await button(page, 'Вернуть с замечаниями').click();
    expect((await focused(page))?.name).toBe('Что исправить');
    await button(page, 'Не возвращать').press('Enter');
    expect((await focused(page))?.name).toBe('Вернуть с замечаниями');
    await button(page, 'Вернуть с замечаниями').click();
    await page.getByLabel('Что исправить').fill('Уточните уровень');
    await page.getByLabel(/^Найти запись/).fill('нет такой');
    await page.getByText('Такой записи среди сданных нет.').waitFor();
    await page.getByLabel(/^Найти запись/).fill('базовый');
    await page.getByText('Найдено записей: 4.', { exact: false }).waitFor();
    expect(await page.getByText(/Показаны первые/).count()).toBe(0);
    const first = page.getByRole('list', { name: 'Записи' }).getByRole('button').first();
    expect(await first.textContent()).toContain('базовый');
    await first.click();
    await page.getByText(/Замечание к записи/).waitFor();
    await page.getByLabel('Графа').selectOption('level');
    await page.getByLabel('Замечание', { exact: true }).fill('Уровень не подтверждён');
    // A remark that was written and not added would be lost.
    expect(await button(page, 'Вернуть').isDisabled()).toBe(true);
    await page.getByText(/Замечание ещё не добавлено/).waitFor();
    await button(page, 'Добавить замечание').press('Enter');
    await button(page, 'Убрать замечание: Уровень не подтверждён').waitFor();
    expect((await focused(page))?.name).toBe('Добавить замечание');
    await page.getByText(/Уровень сопровождения: Уровень не подтверждён/).waitFor();
    await page.getByLabel('Замечание', { exact: true }).fill('Лишнее');
    await page.keyboard.press('Enter');
    await button(page, 'Убрать замечание: Лишнее').press('Enter');
    expect((await focused(page))?.isVisible).toBe(true);
    await picture(page, 'remark');
    await button(page, 'Вернуть').click();
    const returned = strip(page).getByRole('button', { name: /Лесной район.*возвращён/ });
    await returned.waitFor();
    expect(await returned.count()).toBe(1);
  });

  it('shows the district its remark, at the cell and over the screen; mended, it is handed in anew', async () => {
    await district.getByRole('tab', { name: 'Проверка' }).click();
    await check(district);
    await district.getByText(/Регион вернул реестр за .*: 1 замечание/).waitFor();
    await picture(district, 'remarked', [320, 400, 1280]);
    await button(district, 'Показать замечания').click();
    const remarks = district.getByRole('list', { name: 'Замечания региона' });
    const cell = (await remarks.getByRole('button').first().textContent()) ?? '';
    expect(cell).toMatch(/^Реестр!C[2-5]$/);
    const copy = await saved(district);
    await district.close();
    const book = await openWorkbook('реестр.xlsx', copy);
    const at = { sheet: 'Реестр', row: Number(cell.slice(-1)), column: 2 };
    await book.write([{ cell: at, value: { kind: 'text', text: 'адаптационный' } }]);
    const again = await openDistrict(stage, await book.saveCopy());
    await sendAndHandIn(again, 'Лесной район');
    await again.close();
  });

  it('accepts what came anew', async () => {
    await button(page, 'Обновить').click();
    await strip(page)
      .getByRole('button', { name: /Лесной район.*ждёт решения/ })
      .click();
    await button(page, 'Принять').click();
    await strip(page)
      .getByRole('button', { name: /Лесной район.*принят/ })
      .waitFor();
    await expect.poll(() => page.getByText(/№ 2.*принят/).count()).toBe(1);
  });

  it('puts the families of all districts into one list and into a workbook, which is a register again', async () => {
    await button(page, 'Сводный реестр семей').click();
    const panel = page.getByRole('region', { name: 'Сводный реестр', exact: true }).first();
    await button(panel, 'Прочитать').click();
    const all = FOREST.length + RIVER.length + FAMILY_COUNT;
    await panel.getByText(`Семей: ${all} из ${all}`).waitFor();
    await panel.getByLabel('Район', { exact: true }).selectOption({ label: 'Речной район' });
    await panel.getByText(`Семей: ${RIVER.length} из ${all}`).waitFor();
    await panel.getByLabel('Район', { exact: true }).selectOption({ label: 'все' });
    expect(await faultsInBothColours(page)).toEqual([]);
    await picture(page, 'register', [320, 400, 1280]);
    const download = page.waitForEvent('download');
    await button(panel, 'В Excel').click();
    const { register, findings } = await validated(new Uint8Array(await readFile(await (await download).path())));
    expect(register.families.length).toBe(all);
    const districts = register.families.map(({ values }) => values.district);
    expect(new Set(districts)).toEqual(new Set(['Лесной район', 'Речной район', 'Северный район']));
    expect(findings.filter(({ rule }) => rule.startsWith('table/')).map(({ rule }) => rule)).toEqual([]);
    await button(panel, 'Закрыть').click();
  });

  it('makes the report form of the region, whose rows add up', async () => {
    await button(page, 'Отчёт').click();
    const report = page.getByRole('region', { name: 'Отчёт' }).first();
    await report.getByText(/Баланс сходится/).waitFor();
    expect(await faultsInBothColours(page)).toEqual([]);
    await picture(page, 'report', [320, 400, 1280]);
    // Light letters would be lost on paper.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[style*="color-scheme: dark"]').waitFor({ state: 'attached' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('light');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.locator('html[style*="color-scheme: dark"]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.locator('html[style*="color-scheme: light"]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: null, colorScheme: null });
    const download = page.waitForEvent('download');
    await button(report, 'В Excel').click();
    const { register, findings } = await validated(new Uint8Array(await readFile(await (await download).path())));
    expect(register.reports.length).toBe(1);
    expect(findings.filter(({ rule }) => rule.startsWith('report/'))).toEqual([]);
    await button(report, 'Закрыть').click();
    await page.close();
  });

  it('writes the consolidated register into the manager’s own workbook in Excel, and checks it there', async () => {
    const workbook = hostWorkbook([{ name: 'Лист1', rows: [['Заметки руководителя']] }]);
    const manager = await openInExcel(stage, workbook);
    await connectInExcel(manager, stage.server.manager);
    await manager.pane.getByRole('button', { name: 'Ещё' }).click();
    await manager.pane.getByRole('button', { name: 'Сводка', exact: true }).last().click();
    await manager.pane.getByRole('button', { name: 'Сводный реестр семей' }).click();
    await manager.pane.getByRole('button', { name: 'Прочитать', exact: true }).click();
    const panel = manager.pane.getByRole('region', { name: 'Сводный реестр', exact: true }).first();
    await panel.getByText(`Семей: ${FOREST.length + RIVER.length} из ${FOREST.length + RIVER.length}`).waitFor();
    await panel.getByRole('button', { name: 'В Excel', exact: true }).click();
    await panel.getByText('Записано на лист «Сводный реестр».').waitFor();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Лист1', 'Сводный реестр']);
    await manager.pane.getByRole('tab', { name: 'Проверка' }).click();
    await checkInExcel(manager);
    await expect.poll(() => manager.pane.getByText(/Таблица не найдена/).count()).toBe(0);
    expect([...manager.complaints, ...manager.host.missing]).toEqual([]);
    await manager.close();
  });

  it('keeps its figures in sight when asking anew fails, and says so', async () => {
    const one = await regionPage(stage);
    const refused = { error: { code: 'not-allowed', message: '', requestId: 'r-1' } };
    await one.route('**/api/v1/picture**', (route) => route.fulfill({ status: 403, json: refused }));
    await button(one, 'Обновить').click();
    await one.getByText(/^Этот ключ доступа не даёт такого права/).waitFor();
    expect(await one.getByRole('rowheader', { name: 'Всего' }).count()).toBe(1);
    await button(one, 'Отчёт').click();
    await one.getByRole('region', { name: 'Отчёт' }).first().waitFor();
    expect(await one.getByRole('region', { name: 'Семьи в двух районах' }).count()).toBe(0);
    await one.close();
  });

  it('fits a narrow screen', async () => {
    const narrow = await regionPage(stage, 320);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await accessibilityFaults(narrow)).toEqual([]);
    await narrow.close();
  });
});
