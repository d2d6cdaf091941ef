import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { accessibilityFaults, speak } from './accessibility.ts';
import type { BuiltPane } from './built-pane.ts';
import { builtPane } from './built-pane.ts';
import { e2eRegister, FAMILY_COUNT } from './e2e-register.ts';
import { focused, tabTo } from './keyboard.ts';
import { button, chooseFile, explain } from './people-steps.ts';

let pane: BuiltPane;
beforeAll(async () => {
  pane = await builtPane();
});
afterAll(() => pane.close());

const findings = (page: Page) => page.getByRole('list', { name: 'Замечания' });
const selectedCell = (page: Page) => page.locator('[role=gridcell][aria-selected=true]');
const gridCell = (page: Page, address: string) => page.locator(`#cell-${address}`);

/** Opens the page and the small register in it. */
async function openRegister(page: Page): Promise<void> {
  await page.goto(`${pane.address}/pane.html`);
  await chooseFile(page, e2eRegister());
  await page.getByLabel('На дату').waitFor();
}

async function check(page: Page): Promise<void> {
  await page.getByLabel('На дату').fill('2026-10-31');
  await button(page, 'Проверить').click();
  await findings(page).waitFor();
}

/** Explains the date of application that is no date. */
async function explainApplication(page: Page): Promise<void> {
  await findings(page)
    .getByRole('button', { name: /строка 6, графа «Дата заявления»/ })
    .click();
  await explain(page, 'дата уточняется');
}

/** What is held against the screen in Russian and, after a change of the language, in English. */
async function faultsInBothLanguages(page: Page): Promise<readonly string[]> {
  const russian = await accessibilityFaults(page);
  await speak(page, 'English');
  const english = await accessibilityFaults(page);
  await speak(page, 'Русский');
  return [...russian, ...english];
}

describe('the register in a browser without Excel', () => {
  it('is checked, mended, mended back and saved, with the mouse', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 800 } });
    await openRegister(page);
    await check(page);

    const group = findings(page).getByRole('button', { name: /^Такой даты нет 1 замечание, Ошибка/ });
    await group.click();
    await expect.poll(() => group.getAttribute('aria-expanded')).toBe('false');
    await group.click();
    await findings(page)
      .getByRole('button', { name: /строка 6, графа «Дата заявления»/ })
      .click();
    await expect.poll(() => selectedCell(page).getAttribute('id')).toBe('cell-F6');

    const untidy = findings(page).getByRole('listitem').filter({ hasText: 'строка 3, графа «ФИО заявителя»' });
    await untidy.getByRole('button', { name: 'Исправить', exact: true }).click();
    await page.getByText('Исправлено.').waitFor();
    await page.getByText('не сохранено').waitFor();
    await expect.poll(() => gridCell(page, 'B3').textContent()).toBe('Сидорова Анна Петровна');
    await button(page, 'Отменить исправление').click();
    await page.getByText('Исправление отменено.').waitFor();
    await page.getByText('не сохранено').waitFor({ state: 'detached' });
    await expect.poll(() => gridCell(page, 'B3').textContent()).toBe('Сидорова  Анна Петровна');

    await button(page, `Исправить все (${FAMILY_COUNT})`).first().click();
    await button(page, `Исправить (${FAMILY_COUNT})`).click();
    await page.getByText(`Исправлено: ${FAMILY_COUNT} ячеек.`).waitFor();

    const downloading = page.waitForEvent('download');
    await button(page, 'Сохранить копию').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('реестр (исправлено).xlsx');
    const saved = await openWorkbook('копия.xlsx', new Uint8Array(await readFile(await download.path())));
    expect(saved.view('Реестр').value(2, 8)).toEqual({ serial: 46_246 });
    expect(saved.view('Реестр').text(3, 1)).toBe('Сидорова  Анна Петровна');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is walked and edited with the keyboard alone', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 800 } });
    await openRegister(page);
    await check(page);
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => selectedCell(page).getAttribute('id')).toBe('cell-B3');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Правка ячейки B3' }).fill('Сидорова Анна Львовна');
    await page.keyboard.press('Enter');
    await expect.poll(() => gridCell(page, 'B3').textContent()).toBe('Сидорова Анна Львовна');
    await expect.poll(() => selectedCell(page).getAttribute('id')).toBe('cell-B4');
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(() => gridCell(page, 'B3').textContent()).toBe('Сидорова  Анна Петровна');

    await page.keyboard.press('F6');
    await findings(page).getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps an explanation in the copy', async () => {
    const { page } = await pane.open();
    await openRegister(page);
    await check(page);
    await explainApplication(page);
    await button(page, 'Пояснено: 1').waitFor();
    const downloading = page.waitForEvent('download');
    await button(page, 'Сохранить копию').click();
    const bytes = new Uint8Array(await readFile(await (await downloading).path()));
    expect(await (await openWorkbook('копия.xlsx', bytes)).recall()).toContain('дата уточняется');
    await page.context().close();
  });

  it('takes an explanation by the Enter key, and leads to what is missing in it', async () => {
    const { page } = await pane.open();
    await openRegister(page);
    await check(page);
    await findings(page)
      .getByRole('button', { name: /строка 6, графа «Дата заявления»/ })
      .click();
    await button(page, 'Пояснить').press('Enter');
    await page.getByLabel('Кто поясняет').fill('Петрова О. И.');
    await page.getByLabel('Кто поясняет').press('Enter');
    await page.getByText('Напишите причину.').waitFor();
    expect((await focused(page))?.name).toBe('Причина*');
    await page.keyboard.type('дата уточняется');
    await page.getByLabel('Кто поясняет').press('Enter');
    await button(page, 'Пояснено: 1').waitFor();
    await expect.poll(async () => (await focused(page))?.isVisible).toBe(true);
    await page.context().close();
  });

  it('offers to have an explained finding back until something else is done', async () => {
    const { page } = await pane.open();
    await openRegister(page);
    await check(page);
    await explainApplication(page);
    const offer = button(page, 'Вернуть замечание');
    await offer.waitFor();
    await button(page, `Исправить все (${FAMILY_COUNT})`).first().click();
    await button(page, `Исправить (${FAMILY_COUNT})`).click();
    await page.getByText(`Исправлено: ${FAMILY_COUNT} ячеек.`).waitFor();
    await button(page, 'Скрыть сообщение').click();
    await page.getByText(`Исправлено: ${FAMILY_COUNT} ячеек.`).waitFor({ state: 'detached' });
    expect(await offer.count()).toBe(0);
    await page.context().close();
  });

  it('shows the cell of a finding when the turn of the table comes, on a telephone', async () => {
    const { page } = await pane.open({ viewport: { width: 350, height: 700 } });
    await page.goto(`${pane.address}/pane.html`);
    await button(page, 'Простой реестр').click();
    await page.getByLabel('На дату').waitFor();
    await check(page);
    await findings(page)
      .getByRole('button', { name: /Выходов в семью/ })
      .first()
      .click();
    for (let turn = 1; turn <= 2; turn += 1) {
      await page.getByRole('tab', { name: 'Таблица' }).click();
      await expect
        .poll(async () => {
          const box = await selectedCell(page).boundingBox();
          return box !== null && box.x >= 0 && box.x + box.width <= 350 && box.y >= 0 && box.y + box.height <= 700;
        })
        .toBe(true);
      await page.getByRole('tab', { name: 'Замечания' }).click();
    }
    await page.context().close();
  });

  it('gives the table its turn when a cell is asked for by name, on a telephone', async () => {
    const { page } = await pane.open({ viewport: { width: 350, height: 700 } });
    await openRegister(page);
    await check(page);
    await explainApplication(page);
    await button(page, 'Пояснено: 1').click();
    await button(page, 'строка 6').press('Enter');
    await expect.poll(() => selectedCell(page).getAttribute('id')).toBe('cell-F6');
    await expect.poll(() => gridCell(page, 'F6').isVisible()).toBe(true);
    await expect.poll(async () => (await focused(page))?.isVisible).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => selectedCell(page).getAttribute('id')).toBe('cell-F7');
    await page.context().close();
  });

  it.each([
    ['a telephone', { viewport: { width: 320, height: 640 } }],
    ['a window in dark colours', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
    ['a window in light colours', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ] as const)('has no fault of accessibility that a program can find, on %s', async (name, options) => {
    const { page } = await pane.open(options);
    const faults = name === 'a telephone' ? faultsInBothLanguages : accessibilityFaults;
    await page.goto(`${pane.address}/pane.html`);
    await button(page, 'Выбрать файл реестра').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await openRegister(page);
    await check(page);
    await findings(page).getByRole('button').nth(1).click();
    await button(page, /^Не проверено/).click();
    expect(await faults(page)).toEqual([]);
    for (const screen of ['Как прочитано', 'Протокол проверки', 'Сводка', 'Нормы']) {
      await button(page, 'Ещё').click();
      await page.getByRole('button', { name: screen, exact: true }).first().click();
      await page.getByRole('tab', { name: screen }).waitFor();
      expect(await faults(page)).toEqual([]);
    }
    for (const screen of ['Что предстоит', 'Отправка']) {
      await page.getByRole('tab', { name: screen }).click();
      expect(await faults(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('lets the keyboard into every screen, and never loses the focus', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 400, height: 700 } });
    await page.goto(`${pane.address}/pane.html`);
    await button(page, 'Выбрать файл реестра').waitFor();
    await tabTo(page, 'Простой реестр');
    await page.keyboard.press('Enter');
    await page.getByLabel('На дату').waitFor();
    await tabTo(page, 'Проверить');
    await page.keyboard.press('Enter');
    await findings(page).waitFor();
    await tabTo(page, /^Не проверено/);
    for (const screen of ['Как прочитано', 'Протокол проверки', 'Нормы', 'Сводка']) {
      await page.keyboard.press('Control+Home');
      await tabTo(page, 'Ещё');
      await page.keyboard.press('Enter');
      await tabTo(page, screen);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('tab', { name: screen }).getAttribute('aria-selected')).toBe('true');
      expect((await focused(page))?.name).toBe(screen);
    }
    for (const [key, screen] of [
      ['ArrowLeft', 'Отправка'],
      ['ArrowLeft', 'Что предстоит'],
      ['ArrowLeft', 'Проверка'],
    ] as const) {
      await page.keyboard.press(key);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('tab', { name: screen }).getAttribute('aria-selected')).toBe('true');
      expect(await focused(page)).toMatchObject({ name: screen, isVisible: true });
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('asks nobody for anything before Excel is there', async () => {
    const { page, complaints } = await pane.open();
    await page.goto(`${pane.address}/`);
    await button(page, 'Выбрать файл реестра').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
