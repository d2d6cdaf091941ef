/** A region's administrator at work: staff, keys, districts, norms, and a colleague who connects without a key. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPackText, startOwnPack } from '../../shared/packs/own-pack.ts';
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

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function openRegion(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'ru-RU' });
  await page.goto(server.address);
  await button(page, 'Сводка региона').click();
  return page;
}

async function administration(width: number): Promise<Page> {
  const page = await openRegion(width);
  await page.getByLabel('Ключ доступа').fill(server.admin);
  await button(page, 'Подключиться').click();
  await button(page, 'Администрирование').click();
  await button(page, 'Добавить сотрудника').waitFor();
  return page;
}

const part = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function addPerson(page: Page, name: string, role: string): Promise<void> {
  await part(page, 'Сотрудники');
  await page.getByLabel('Как подписывать').fill(name);
  await page.getByLabel('Роль').selectOption({ label: role });
  await button(page, 'Добавить сотрудника').click();
  await page.getByText(name, { exact: true }).waitFor();
}

async function me(token: string): Promise<number> {
  return (await fetch(`${server.address}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
}

describe('administration', () => {
  it('issues a key that is shown once, and revokes it at once', async () => {
    const page = await administration(1280);
    await addPerson(page, 'Дубова, отчёты', 'руководитель (смотрит регион)');
    await button(page, 'Выдать ключ: Дубова, отчёты').click();
    await button(page, 'Выдать ключ').click();
    const token = await page.getByLabel('Выданный ключ').inputValue();
    expect(await me(token)).toBe(200);
    await button(page, 'Ключ передан, скрыть').click();
    expect(await page.content()).not.toContain(token);
    await part(page, 'Ключи');
    await button(page, 'Отозвать ключ: Дубова, отчёты').click();
    await button(page, 'Да').click();
    await page.getByText(/отозван \d\d\.\d\d\.\d{4}/).waitFor();
    expect(await me(token)).toBe(401);
    await page.close();
  });

  it('lets in a colleague who has no key', async () => {
    const admin = await administration(1280);
    await addPerson(admin, 'Клёнова, Речной', 'аудитор (журнал и сводка)');
    const colleague = await openRegion(400);
    await button(colleague, 'Подключить без ключа').click();
    const shown = await colleague.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}/).textContent();
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(shown ?? '')?.[0] ?? '';
    expect(await accessibilityFaults(colleague)).toEqual([]);
    await part(admin, 'Подключение');
    await admin.getByLabel('Код с экрана сотрудника').fill('ZZZZ-ZZZZ');
    await admin.getByLabel('Сотрудник', { exact: true }).selectOption({ label: 'Клёнова, Речной' });
    await button(admin, 'Подключить').click();
    await admin.getByText(/Такого кода нет/).waitFor();
    await admin.getByLabel('Код с экрана сотрудника').fill(code.toLowerCase());
    await button(admin, 'Подключить').click();
    await admin.getByText(/Подключено: Клёнова, Речной/).waitFor();
    await button(colleague, 'Подключиться с этим ключом').click();
    await colleague.getByText(/Клёнова, Речной, Учебный регион/).waitFor();
    await Promise.all([admin.close(), colleague.close()]);
  });

  it('publishes norms, adds and renames a district, by keyboard too', async () => {
    const page = await administration(1280);
    await part(page, 'Нормы региона');
    const file = { name: 'нормы.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await page.getByLabel('Файл норм').setInputFiles(file);
    await page.getByText(/Это не файл норм/).waitFor();
    const text = ownPackText(startOwnPack('training', 'Нормы учебного региона'));
    await page.getByLabel('Файл норм').setInputFiles({ ...file, buffer: Buffer.from(text) });
    await page.getByLabel('Действуют с').fill('2026-01-01');
    await button(page, 'Опубликовать').click();
    await page.getByText('Нормы учебного региона, редакция 1, с 01.01.2026').waitFor();
    await part(page, 'Районы');
    await page.getByLabel('Название района').fill('Озёрный район');
    await page.getByLabel('Обозначение').fill('ozerny');
    await page.keyboard.press('Enter');
    await button(page, 'Изменить: Озёрный район').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Название района').first().fill('Озёрный');
    await page.keyboard.press('Enter');
    await button(page, 'Убрать: Озёрный').click();
    await button(page, 'Да').click();
    expect(await button(page, 'Вернуть: Озёрный').textContent({ timeout: 5_000 })).toBe('Вернуть');
    await page.close();
  });

  it.each([320, 400, 1280])('has no accessibility fault and no sideways scrolling at %i px', async (width) => {
    const page = await administration(width);
    for (const name of ['Сотрудники', 'Подключение', 'Ключи', 'Районы', 'Нормы региона']) {
      await part(page, name);
      expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      const folder = process.env['KURATOR_PICTURES'];
      if (folder) await page.screenshot({ path: `${folder}/${width}-${name}.png`, fullPage: true });
    }
    await page.close();
  });
});
