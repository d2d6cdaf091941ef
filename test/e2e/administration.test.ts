/** A region's administrator at work: staff, keys, districts, norms, and a colleague who connects without a key. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownPackText, startOwnPack } from '../../shared/packs/own-pack.ts';
import { accessibilityFaults, faultsInEveryView } from './accessibility.ts';
import { e2eRegister } from './e2e-register.ts';
import { focused, tabTo } from './keyboard.ts';
import { button, check, chooseFile, connect, openPage, openRegion, openSending, picture } from './people-steps.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();

async function administration(width?: number): Promise<Page> {
  const page = await openRegion(stage, width);
  await connect(page, stage.server.admin);
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
  return (await fetch(`${stage.server.address}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
}

describe('administration', () => {
  it('issues a key that is shown once, and revokes it at once', async () => {
    const page = await administration();
    await addPerson(page, 'Дубова, отчёты', 'руководитель (смотрит регион)');
    // With the keyboard alone: to the person, and a key.
    await tabTo(page, 'Выдать ключ: Дубова, отчёты');
    for (const leave of ['Enter', 'Escape']) {
      await page.keyboard.press('Enter');
      await tabTo(page, 'Отмена');
      await page.keyboard.press(leave);
      await expect.poll(async () => (await focused(page))?.name).toBe('Выдать ключ: Дубова, отчёты');
    }
    await page.keyboard.press('Enter');
    expect((await focused(page))?.name).toBe('Срок действия');
    await tabTo(page, 'Выдать ключ');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'issue-key', [320, 400, 1280]);
    await page.keyboard.press('Enter');
    const token = await page.getByLabel('Выданный ключ').inputValue();
    expect((await focused(page))?.name).toBe('Скопировать');
    expect(await me(token)).toBe(200);
    // What is shown only once is not lost by a look at another part.
    await part(page, 'Ключи');
    await part(page, 'Сотрудники');
    expect(await page.getByLabel('Выданный ключ').inputValue()).toBe(token);
    await button(page, 'Ключ передан, скрыть').press('Enter');
    expect(await page.content()).not.toContain(token);
    await expect.poll(async () => (await focused(page))?.name).toBe('Выдать ключ: Дубова, отчёты');
    await part(page, 'Ключи');
    await button(page, 'Отозвать ключ: Дубова, отчёты').click();
    await button(page, 'Да').press('Enter');
    await page.getByText(/отозван \d\d\.\d\d\.\d{4}/).waitFor();
    expect(await me(token)).toBe(401);
    // What was pressed is gone; whoever goes by keyboard is not thrown to the top of the page.
    await expect.poll(async () => (await focused(page))?.name).toMatch(/^Отозвать ключ/);
    await page.close();
  });

  it('lets in a colleague who has no key', async () => {
    const admin = await administration();
    await addPerson(admin, 'Клёнова, Речной', 'аудитор (журнал и сводка)');
    const colleague = await openRegion(stage, 400);
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
    const page = await administration();
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
    await expect.poll(() => page.getByLabel('Обозначение').inputValue()).toBe('ozernyy');
    await page.keyboard.press('Enter');
    await button(page, 'Изменить: Озёрный район').waitFor();
    await page.getByLabel('Обозначение').fill('Озёрный');
    await page.getByText(/^Только латинские строчные буквы/).waitFor();
    await page.getByLabel('Обозначение').fill('ozernyy');
    await page.getByText(/^Такое обозначение уже есть/).waitFor();
    await button(page, 'Изменить: Озёрный район').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Название района').first().fill('Озёрный');
    await page.keyboard.press('Enter');
    await button(page, 'Изменить: Озёрный').waitFor();
    expect((await focused(page))?.name).toBe('Изменить: Озёрный');
    await tabTo(page, 'Убрать: Озёрный');
    await page.keyboard.press('Enter');
    expect((await focused(page))?.name).toBe('Нет');
    await page.keyboard.press('Enter');
    expect((await focused(page))?.name).toBe('Убрать: Озёрный');
    await button(page, 'Убрать: Озёрный').click();
    await button(page, 'Да').click();
    expect(await button(page, 'Вернуть: Озёрный').textContent({ timeout: 5_000 })).toBe('Вернуть');
    await page.close();
  });

  it('publishes the norms of the open workbook with one click, and staff take them with one', async () => {
    const admin = await openPage(stage.browser, stage.server.address);
    await chooseFile(admin, e2eRegister());
    await check(admin);
    await openSending(admin, stage.server.admin);
    await button(admin, 'Администрирование').click();
    await part(admin, 'Нормы региона');
    await admin.getByLabel('Действуют с').fill('2026-02-01');
    await button(admin, 'Опубликовать нормы этой книги: «Учебный набор»').click();
    await admin.getByText(/^Учебный набор, редакция \d+, с 01\.02\.2026$/).waitFor();
    expect(await faultsInEveryView(admin)).toEqual([]);
    await admin.close();

    const clerk = await openPage(stage.browser, stage.server.address, 400);
    await chooseFile(clerk, e2eRegister());
    await check(clerk);
    await openSending(clerk, stage.server.operator);
    await button(clerk, 'Взять в эту книгу: Учебный набор').click();
    await clerk.getByText('Проверка идёт по нормам региона.').waitFor();
    await picture(clerk, 'norms', [320, 400, 1280]);
    await clerk.close();
  });

  it('speaks of an error only where it happened', async () => {
    const page = await administration();
    let answer = { status: 409, code: 'already-exists' };
    await page.route('**/api/v1/districts', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: answer.status, json: { error: { ...answer, message: '', requestId: 'r-1' } } })
        : route.continue(),
    );
    await part(page, 'Районы');
    await page.getByLabel('Название района').fill('Дальний район');
    await button(page, 'Добавить район').click();
    // The number of the request is for the administrator's log: it says nothing of a mistake that people make.
    const number = page.getByText(/Номер запроса: r-1\./);
    await page.getByText(/^Запись с таким обозначением уже есть/).waitFor();
    expect(await number.count()).toBe(0);
    answer = { status: 500, code: 'unexpected' };
    await button(page, 'Добавить район').click();
    const error = page.getByText(/^На сервере произошла ошибка/);
    await error.waitFor();
    expect(await number.count()).toBe(1);
    await part(page, 'Сотрудники');
    await expect.poll(() => error.count()).toBe(0);
    await page.close();
  });

  it('closes a register of a district that nobody keeps any more', async () => {
    const sender = await openPage(stage.browser, stage.server.address);
    await chooseFile(sender, e2eRegister());
    await check(sender);
    await openSending(sender, stage.server.operator);
    await sender.getByLabel('Район', { exact: true }).first().selectOption({ label: 'Речной район' });
    await button(sender, 'Что будет отправлено').click();
    await button(sender, 'Отправить').click();
    await sender.getByText(/Отправлено и принято/).waitFor();

    const page = await administration(320);
    await part(page, 'Районы');
    await button(page, 'Реестры: Северный район').click();
    await page.getByText('Район ещё ничего не отправлял.').waitFor();
    await button(page, 'Реестры: Речной район').click();
    const registers = page.getByRole('list', { name: 'Реестры района Речной район' });
    await registers.getByText(/^Последняя отправка № 1, /).waitFor();
    await registers.getByRole('button', { name: /^Закрыть реестр: Последняя отправка № 1/ }).press('Enter');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'close-register', [320, 400, 1280]);
    // What is known stays in sight while the line is away.
    await page.context().setOffline(true);
    await tabTo(page, 'Да');
    await page.keyboard.press('Enter');
    await page.getByText(/Нет связи с сервером/).waitFor();
    await registers.getByText(/^Последняя отправка № 1, /).waitFor();
    await page.context().setOffline(false);
    // What was asked while the line was away is asked again after a pause: only then all is at rest.
    const close = registers.getByRole('button', {
      name: /^Закрыть реестр: Последняя отправка № 1/,
      disabled: false,
    });
    await close.press('Enter');
    await tabTo(page, 'Да');
    await page.keyboard.press('Enter');
    await registers.getByText(/^закрыт /).waitFor();
    expect(await registers.getByRole('button').count()).toBe(0);
    expect(await focused(page)).not.toBeNull();
    await page.close();

    await sender.getByRole('tab', { name: 'Проверка' }).click();
    await sender.getByRole('tab', { name: 'Отправка' }).click();
    await button(sender, 'Что будет отправлено').click();
    await button(sender, 'Отправить').click();
    await sender
      .getByText(/закрыт/)
      .first()
      .waitFor();
    await sender.close();
  });

  it('has no accessibility fault in any part, in both languages and colours', async () => {
    const page = await openPage(stage.browser, stage.server.address, 400);
    await chooseFile(page, e2eRegister());
    await check(page);
    await openSending(page, stage.server.admin);
    await button(page, 'Администрирование').click();
    for (const name of ['Сотрудники', 'Подключение', 'Ключи', 'Районы', 'Нормы региона', 'Сводка на адрес']) {
      await part(page, name);
      expect(await faultsInEveryView(page)).toEqual([]);
    }
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
      await picture(page, name);
    }
    await page.close();
  });
});
