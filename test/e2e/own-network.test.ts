/** [A6] A browser that reaches its own server and nothing else: open, check, connect, send. */
import { describe, expect, it } from 'vitest';
import { e2eRegister } from './e2e-register.ts';
import { button, check, chooseFile, openSending, saved, send } from './people-steps.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();

describe('[A6] with no network but its own server', () => {
  it('a register is opened, checked and sent, and nothing else is asked for', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
    const own = new URL(stage.server.address).origin;
    const asked: string[] = [];
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      asked.push(url.href);
      await (url.origin === own ? route.continue() : route.abort());
    });
    const page = await context.newPage();
    await page.goto(stage.server.address);
    await button(page, 'Выбрать файл реестра').waitFor();
    await chooseFile(page, e2eRegister());
    await check(page);
    await openSending(page, stage.server.operator);
    await send(page);
    await page.getByText(/Отправлено и принято: № 1/).waitFor();
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.some((url) => url.endsWith('/push'))).toBe(true);
    expect(asked.filter((url) => new URL(url).origin !== own)).toEqual([]);
    await context.close();
  });

  it('what was opened is checked and printed without the network, and what does not come can be asked for again', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
    const page = await context.newPage();
    await page.goto(stage.server.address);
    await button(page, 'Выбрать файл реестра').waitFor();
    await context.setOffline(true);
    await chooseFile(page, e2eRegister());
    await page.getByText(/С вашим файлом всё в порядке/).waitFor();
    await context.setOffline(false);
    const worker = page.waitForEvent('worker', (one) => one.url().includes('check-worker'));
    const ahead = page.waitForResponse((response) => response.url().includes('leave-dialog'));
    await chooseFile(page, e2eRegister());
    await Promise.all([worker, ahead]);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await check(page);
    await page.getByRole('tab', { name: 'Что предстоит' }).click();
    await page.getByText(/^Что предстоит до/).waitFor();
    await button(page, 'Ещё').click();
    await button(page, 'Отчёт').click();
    const said = page.getByRole('alert').filter({ hasText: 'Эта часть программы не загрузилась' });
    await said.waitFor();
    await page.getByRole('tab', { name: 'Проверка' }).click();
    await button(page, 'Исправить').first().click();
    await page.getByText('Исправлено.').waitFor();
    await context.setOffline(false);
    await button(page, 'Ещё').click();
    await button(page, 'Отчёт').click();
    await button(page, 'Повторить').click();
    await page
      .getByText(/^Баланс/)
      .first()
      .waitFor();
    expect(await said.count()).toBe(0);
    await page.getByText('не сохранено').waitFor();
    await context.close();
  });

  it('a part that fails takes nothing else with it: what was mended can be undone and saved', async () => {
    const page = await stage.browser.newPage({ viewport: { width: 1280, height: 700 }, locale: 'ru-RU' });
    const body = 'export default () => { throw new Error("broken"); };';
    await page.route('**/assets/protocol-screen*', (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await page.goto(stage.server.address);
    await button(page, 'Выбрать файл реестра').waitFor();
    await chooseFile(page, e2eRegister());
    await check(page);
    await button(page, 'Исправить').last().click();
    // In sight, wherever in the list it was mended.
    const undo = await button(page, 'Отменить исправление').boundingBox();
    expect(undo?.y).toBeGreaterThan(0);
    expect(undo?.y).toBeLessThan(700);
    await button(page, 'Ещё').click();
    await button(page, 'Протокол проверки').first().click();
    await page
      .getByRole('alert')
      .getByText(/Книга и ваши правки на месте/)
      .waitFor();
    expect((await saved(page)).length).toBeGreaterThan(1_000);
    await page.getByRole('tab', { name: 'Проверка' }).click();
    await button(page, 'Отменить исправление').click();
    await page.getByText('Исправление отменено.').waitFor();
    await page.close();
  });
});
