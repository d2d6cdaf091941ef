/**
 * Two workbooks of one district, the region's key, and a server that fails: what people see and choose, and that nothing
 * is lost. Everything is done through the screen; only the edits in the files are made beside it.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { accessibilityFaults } from './accessibility.ts';
import { e2eRegister, edited } from './e2e-register.ts';
import { button, check, chooseFile, look, openPage, openSending, picture, saved } from './people-steps.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();

/** The register in a window of its own, checked. */
async function openRegister(bytes: Uint8Array, width?: number): Promise<Page> {
  const page = await openPage(stage.browser, stage.server.address, width);
  await chooseFile(page, bytes);
  await check(page);
  return page;
}

/** Where the district has a register already, this one stands beside it. */
async function keepBoth(page: Page): Promise<void> {
  const beside = page.getByLabel(/Ещё один реестр района/);
  if ((await beside.count()) > 0) await beside.check();
}

const CONTRACT = 7;
let sentOnce: Uint8Array;

describe('the district', () => {
  it('that is chosen is the one that is sent to: another choice wants another look', async () => {
    const page = await openRegister(e2eRegister());
    await openSending(page, stage.server.operator);
    await look(page);
    await page.getByText('Этот реестр отправляется впервые. Район: Лесной район.').waitFor();
    await page.getByLabel('Район', { exact: true }).first().selectOption({ label: 'Северный район' });
    await expect.poll(() => button(page, 'Отправить').count()).toBe(0);
    await look(page);
    await page.getByText('Этот реестр отправляется впервые. Район: Северный район.').waitFor();
    await page.close();
  });
});

describe('two workbooks of one district', () => {
  it('send once, and look at each row before it', async () => {
    const page = await openRegister(e2eRegister());
    await openSending(page, stage.server.operator);
    await look(page);
    await page.getByText('Новые записи: 16').click();
    await page.getByRole('main').getByText('Иванова Анна Петровна', { exact: true }).waitFor();
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято: № 1/).waitFor();
    sentOnce = await saved(page);
    expect(sentOnce.length).toBeGreaterThan(e2eRegister().length);
    await page.close();
  });

  it('see was, yours and the server’s where both changed a field, choose, and lose nothing', async () => {
    const first = await openRegister(await edited(sentOnce, 4, CONTRACT, '77'));
    await openSending(first, stage.server.operator);
    await look(first);
    await first.getByText('Изменённые записи: 1').click();
    await first.getByText('Номер договора: было 3, стало 77').waitFor();
    await button(first, 'Отправить').click();
    await first.getByText(/Отправлено и принято: № 2/).waitFor();
    await first.close();

    const both = await edited(await edited(sentOnce, 4, CONTRACT, '88'), 5, CONTRACT, '99');
    const page = await openRegister(both);
    await openSending(page, stage.server.operator);
    await look(page);
    await button(page, 'Отправить').click();
    await page.getByText('Расхождения с сервером: 1').waitFor();
    const sides = page.getByRole('group', { name: 'Номер договора' });
    await expect
      .poll(() => sides.textContent())
      .toMatch(/^Было3У вас88На сервере77запись изменена: Учебный оператор, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'conflict', [320, 400, 1280]);
    // With the keyboard alone: to the side of the server, take it, apply.
    await sides.getByRole('button', { name: 'На сервере' }).focus();
    await page.keyboard.press('Space');
    await button(page, 'Применить выбор').focus();
    await page.keyboard.press('Enter');
    await button(page, 'Отправить').waitFor();
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято|ничего не изменилось/).waitFor();
    expect(await page.getByText('Расхождения с сервером').count()).toBe(0);
    const copy = await openWorkbook('реестр.xlsx', await saved(page));
    const [sheet] = await copy.readCells();
    const contractOf = (row: number) => sheet?.rows.find((one) => one.row === row)?.cells[CONTRACT];
    expect([String(contractOf(4)), String(contractOf(5))]).toEqual(['77', '99']);
    await page.close();
  });

  it('write what others changed into the workbook on a click, and undo it', async () => {
    const page = await openRegister(sentOnce);
    await openSending(page, stage.server.operator);
    await look(page);
    await button(page, 'Отправить').click();
    await page.getByText(/Другие изменили на сервере: 2/).waitFor();
    expect(await page.getByText(/^запись изменена: Учебный оператор, \d\d\.\d\d\.\d{4}/).count()).toBe(2);
    await picture(page, 'incoming', [320, 400, 1280]);
    await button(page, 'Записать в книгу: 2').click();
    await expect.poll(() => page.locator('#cell-H4').textContent()).toBe('77');
    await page.getByRole('tab', { name: 'Проверка' }).click();
    await button(page, 'Отменить исправление').click();
    await expect.poll(() => page.locator('#cell-H4').textContent()).toBe('3');
    await page.close();
  });

  it('remove a row on the server only after a yes with a reason that names nobody', async () => {
    const workbook = await openWorkbook('реестр.xlsx', sentOnce);
    const cells = Array.from({ length: 9 }, (_, column) => ({ sheet: 'Реестр', row: 17, column }));
    await workbook.write(cells.map((cell) => ({ cell, value: { kind: 'empty' } })));
    const page = await openRegister(await workbook.saveCopy(), 400);
    await openSending(page, stage.server.operator);
    await look(page);
    await page.getByText('Нет в книге: 1').waitFor();
    await page.getByLabel('Удалить их и на сервере').check();
    expect(await button(page, 'Отправить').isDisabled()).toBe(true);
    await page.getByLabel('Причина удаления').fill('звонила Кузина Анна');
    await page.getByText(/Похоже на имя/).waitFor();
    expect(await button(page, 'Отправить').isDisabled()).toBe(true);
    await picture(page, 'removal', [320, 400, 1280]);
    await page.getByLabel('Причина удаления').fill('запись заведена дважды');
    // A yes to these rows is none to those of another look.
    await button(page, 'Что будет отправлено').click();
    const yes = page.getByLabel('Удалить их и на сервере');
    await expect.poll(() => yes.isChecked()).toBe(false);
    await yes.check();
    await page.getByLabel('Причина удаления').fill('запись заведена дважды');
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, 'Отправить').click();
    await page.getByText(/удалено 1/).waitFor();
    await page.close();
  });

  it('see which of their rows others have removed, and keep them', async () => {
    const page = await openRegister(sentOnce, 320);
    await openSending(page, stage.server.operator);
    await look(page);
    await button(page, 'Отправить').click();
    await page.getByText(/Другие удалили на сервере: 1/).waitFor();
    await button(page, /^A17/).waitFor();
    await picture(page, 'removed-there', [320, 400, 1280]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });

  it('are asked which register they are when a workbook comes without memory', async () => {
    const page = await openRegister(e2eRegister());
    await openSending(page, stage.server.operator);
    await look(page);
    expect(await button(page, 'Отправить').isDisabled()).toBe(true);
    await page.getByLabel(/Замена реестра от/).check();
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято/).waitFor();
    await page.close();
    const old = await openRegister(await edited(sentOnce, 6, CONTRACT, '66'));
    await openSending(old, stage.server.operator);
    await look(old);
    await button(old, 'Отправить').click();
    await old.getByText(/Этот реестр на сервере закрыт/).waitFor();
    await old.close();
  });
});

describe('a server that fails', () => {
  it.each([
    ['is not reached', (page: Page) => page.route('**/push', (route) => route.abort()), /Нет связи с сервером/],
    [
      'answers with an error',
      (page: Page) => page.route('**/push', (route) => route.fulfill({ status: 500, json: {} })),
      /Ответ сервера не разобран|На сервере произошла ошибка/,
    ],
    [
      'answers with a page',
      (page: Page) => page.route('**/push', (route) => route.fulfill({ contentType: 'text/html', body: '<p>login' })),
      /отвечает не сервер Куратора/,
    ],
    [
      'answers with half of its answer',
      (page: Page) =>
        page.route('**/push', (route) => route.fulfill({ contentType: 'application/json', body: '{"ep' })),
      /Ответ сервера не разобран/,
    ],
  ])('[O1] [O2] that %s gets one sentence, and the next try goes through', async (what, fail, sentence) => {
    const page = await openRegister(e2eRegister());
    await openSending(page, stage.server.operator);
    await fail(page);
    await look(page);
    await keepBoth(page);
    await button(page, 'Отправить').click();
    await page.getByText(sentence).first().waitFor({ timeout: 60_000 });
    const isInSight = await page
      .getByText(sentence)
      .first()
      .evaluate((said) => {
        const { top, bottom } = said.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    expect(isInSight).toBe(true);
    await picture(page, `server ${what}`, [320, 400, 1280]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/push');
    await look(page);
    await page.getByText(/Прошлая отправка прервана/).waitFor();
    await keepBoth(page);
    await picture(page, 'resumed', [320]);
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято/).waitFor();
    await page.close();
  });
});

describe('a sending that is stopped', () => {
  it('leaves everything as it was, says so, and goes on with the next one', async () => {
    const page = await openRegister(e2eRegister(), 400);
    await openSending(page, stage.server.operator);
    // Neither answered nor refused: the line is there, and nothing comes.
    await page.route('**/push', () => {});
    await look(page);
    await keepBoth(page);
    const pushing = page.waitForRequest('**/push');
    await button(page, 'Отправить').click();
    await pushing;
    await page.getByRole('progressbar', { name: /^Отправка/ }).waitFor();
    await picture(page, 'progress', [320, 400, 1280]);
    await button(page, 'Остановить').click();
    await page.getByText(/Отправка остановлена/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/push');
    await look(page);
    await page.getByText(/Прошлая отправка прервана, .*: добавлено 16, изменено 0, удалено 0 строк\./).waitFor();
    await keepBoth(page);
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято/).waitFor();
    await page.close();
  });
});

describe("the region's key", () => {
  it('is made by the administrator, handed on as a phrase, seals what leaves, and is never sent', async () => {
    const admin = await openRegister(e2eRegister());
    await openSending(admin, stage.server.admin);
    await admin.getByText('Ключ региона').first().click();
    await button(admin, 'Создать ключ').click();
    await button(admin, 'Показать фразу').click();
    const phrase = (await admin.getByText(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/).textContent()) ?? '';
    expect(await accessibilityFaults(admin)).toEqual([]);
    await admin.close();

    const page = await openRegister(e2eRegister(), 320);
    const said: string[] = [];
    page.on('request', (request) => said.push(`${request.url()} ${request.postData() ?? ''}`));
    await openSending(page, stage.server.operator);
    await page.getByText('Ключ региона').first().click();
    await page.getByLabel('Фраза ключа').fill(`${phrase}X`);
    await button(page, 'Применить фразу').click();
    await page.getByText(/Это не ключ региона/).waitFor();
    await page.getByLabel('Фраза ключа').fill(phrase.toLowerCase());
    await button(page, 'Применить фразу').click();
    await page.getByText(/Ключ действует, пока открыта панель/).waitFor();
    await picture(page, 'key');
    await look(page);
    await page.getByText(/Шифруется ключом региона/).waitFor();
    await page.getByLabel(/Ещё один реестр района/).check();
    await button(page, 'Отправить').click();
    await page.getByText(/Отправлено и принято/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const all = said.join('\n');
    expect(all).toContain('sealed.applicant');
    for (const secret of [phrase, phrase.replaceAll('-', ''), 'Иванова', 'Кузина']) expect(all).not.toContain(secret);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('region-key');
    await page.close();
  });
});
