/** «Администрирование» on its first day and later: every part, what it asks, what it refuses. */
import type { Page } from 'playwright-core';
import { ownPackText, startOwnPack } from '../../shared/packs/own-pack.ts';
import { e2eRegister } from '../../test/e2e/e2e-register.ts';
import { button, connect, openRegion, openSending } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { filledRegion } from './region-walks.ts';
import { checkedRegister } from './walks.ts';

const SOMEBODY = 'Дубова А. А., все районы';

async function administration(stage: Stage, part: string): Promise<Page> {
  await filledRegion(stage);
  const page = await openRegion(stage);
  await connect(page, stage.server.admin);
  await button(page, 'Администрирование').click();
  await button(page, 'Добавить сотрудника').waitFor();
  await page.getByRole('tab', { name: part }).click();
  return page;
}

async function norms(stage: Stage, content: string): Promise<Page> {
  const page = await administration(stage, 'Нормы региона');
  const file = { name: 'нормы.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.getByLabel('Файл норм').setInputFiles(file);
  return page;
}

/** The code on a colleague's screen, and the screen. */
async function askedIn(stage: Stage): Promise<{ readonly page: Page; readonly code: string }> {
  const page = await openRegion(stage);
  await button(page, 'Подключить без ключа').click();
  const said = await page.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}/).textContent();
  return { page, code: /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said ?? '')?.[0] ?? '' };
}

const PEOPLE: readonly AlbumState[] = [
  { name: 'admin-people', reach: (stage) => administration(stage, 'Сотрудники') },
  {
    name: 'admin-people-in-pane',
    reach: async (stage) => {
      const page = await checkedRegister(stage, e2eRegister());
      await openSending(page, stage.server.admin);
      await button(page, 'Администрирование').click();
      await button(page, 'Добавить сотрудника').waitFor();
      return page;
    },
  },
  {
    name: 'admin-person-change',
    reach: async (stage) => {
      const page = await administration(stage, 'Сотрудники');
      await button(page, `Изменить: ${SOMEBODY}`).click();
      return page;
    },
  },
  {
    name: 'admin-put-away-ask',
    reach: async (stage) => {
      const page = await administration(stage, 'Сотрудники');
      await button(page, `Убрать: ${SOMEBODY}`).click();
      return page;
    },
  },
  {
    name: 'admin-issue-key',
    reach: async (stage) => {
      const page = await administration(stage, 'Сотрудники');
      await button(page, `Выдать ключ: ${SOMEBODY}`).click();
      return page;
    },
  },
  {
    name: 'admin-issued-key',
    reach: async (stage) => {
      const page = await administration(stage, 'Сотрудники');
      await button(page, `Выдать ключ: ${SOMEBODY}`).click();
      await button(page, 'Выдать ключ').click();
      await page.getByLabel('Выданный ключ').waitFor();
      await button(page, 'Скопировать').click();
      return page;
    },
  },
];

const KEYS: readonly AlbumState[] = [
  { name: 'admin-keys', reach: (stage) => administration(stage, 'Ключи') },
  {
    name: 'admin-revoke-ask',
    reach: async (stage) => {
      const page = await administration(stage, 'Ключи');
      await button(page, `Отозвать ключ: ${SOMEBODY}`).first().click();
      return page;
    },
  },
  { name: 'admin-pairing', reach: (stage) => administration(stage, 'Подключение') },
  {
    name: 'admin-pairing-no-code',
    reach: async (stage) => {
      const page = await administration(stage, 'Подключение');
      await page.getByLabel('Код с экрана сотрудника').fill('ZZZZ-ZZZZ');
      await page.getByLabel('Сотрудник', { exact: true }).selectOption({ label: SOMEBODY });
      await button(page, 'Подключить').click();
      await page.getByText(/Такого кода нет/).waitFor();
      return page;
    },
  },
  {
    name: 'admin-pairing-done',
    reach: async (stage) => {
      const { page: colleague, code } = await askedIn(stage);
      const page = await administration(stage, 'Подключение');
      await page.getByLabel('Код с экрана сотрудника').fill(code);
      await page.getByLabel('Сотрудник', { exact: true }).selectOption({ label: SOMEBODY });
      await button(page, 'Подключить').click();
      await page.getByText(/Подключено:/).waitFor();
      await colleague.context().close();
      return page;
    },
  },
  {
    name: 'pairing-approved',
    reach: async (stage) => {
      const { page, code } = await askedIn(stage);
      const admin = await administration(stage, 'Подключение');
      await admin.getByLabel('Код с экрана сотрудника').fill(code);
      await admin.getByLabel('Сотрудник', { exact: true }).selectOption({ label: SOMEBODY });
      await button(admin, 'Подключить').click();
      await admin.getByText(/Подключено:/).waitFor();
      await admin.context().close();
      await button(page, 'Подключиться с этим ключом').waitFor();
      return page;
    },
  },
];

const OTHER_PARTS: readonly AlbumState[] = [
  {
    name: 'admin-close-register',
    reach: async (stage) => {
      const page = await administration(stage, 'Районы');
      await button(page, /^Реестры: Камышинский район/).click();
      await button(page, /^Закрыть реестр: /)
        .first()
        .click();
      return page;
    },
  },
  { name: 'admin-districts', reach: (stage) => administration(stage, 'Районы') },
  {
    name: 'admin-district-fault',
    reach: async (stage) => {
      const page = await administration(stage, 'Районы');
      await page.getByLabel('Название района').fill('Дальний район');
      await page.getByLabel('Обозначение').fill('Дальний');
      await page.getByText(/^Только латинские/).waitFor();
      return page;
    },
  },
  { name: 'admin-norms', reach: (stage) => administration(stage, 'Нормы региона') },
  {
    name: 'admin-norms-no-file',
    reach: async (stage) => {
      const page = await norms(stage, '{}');
      await page.getByText(/Это не файл норм/).waitFor();
      return page;
    },
  },
  {
    name: 'admin-norms-published',
    reach: async (stage) => {
      const page = await norms(stage, ownPackText(startOwnPack('training', 'Нормы учебного региона')));
      await page.getByLabel('Действуют с').fill('2026-01-01');
      await button(page, 'Опубликовать').click();
      await page
        .getByText(/^Нормы учебного региона, редакция/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'admin-webhook',
    reach: async (stage) => {
      const page = await administration(stage, 'Сводка на адрес');
      await button(page, 'Сохранить адрес').waitFor();
      return page;
    },
  },
  {
    name: 'admin-webhook-refused',
    reach: async (stage) => {
      const page = await administration(stage, 'Сводка на адрес');
      await page.getByRole('textbox', { name: 'Адрес', exact: true }).fill('https://10.0.0.1/hook');
      await button(page, 'Сохранить адрес').click();
      await page.getByText(/Этот адрес не подходит/).waitFor();
      return page;
    },
  },
  {
    name: 'admin-webhook-set',
    reach: async (stage) => {
      const page = await administration(stage, 'Сводка на адрес');
      await page.getByRole('textbox', { name: 'Адрес', exact: true }).fill('https://hooks.no-such-centre.ru/kurator');
      await button(page, 'Сохранить адрес').click();
      await page.getByLabel('Ключ подписи').waitFor();
      return page;
    },
  },
];

export const ADMIN_STATES: readonly AlbumState[] = [...PEOPLE, ...KEYS, ...OTHER_PARTS];
