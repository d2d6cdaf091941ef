/** «Отправка»: with a key and without, what will leave, and everything that can come of it. */
import type { Page } from 'playwright-core';
import { e2eRegister, edited } from '../../test/e2e/e2e-register.ts';
import { button, connect, look, openSending, saved } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { checkedRegister, openFile } from './walks.ts';

/** The column of contract numbers in the small register. */
const CONTRACT = 7;

async function sendingPage(stage: Stage, bytes?: Uint8Array): Promise<Page> {
  const page = await checkedRegister(stage, bytes);
  await page.getByRole('tab', { name: 'Отправка' }).click();
  return page;
}

async function connected(stage: Stage, bytes?: Uint8Array): Promise<Page> {
  const page = await sendingPage(stage, bytes);
  await connect(page, stage.server.operator);
  return page;
}

/** Looked through; where the district has a register already, this one stands beside it. */
async function planned(stage: Stage, bytes?: Uint8Array): Promise<Page> {
  const page = await connected(stage, bytes);
  await look(page);
  const beside = page.getByLabel(/Ещё один реестр района/);
  if ((await beside.count()) > 0) await beside.check();
  return page;
}

async function sent(stage: Stage, bytes?: Uint8Array): Promise<Page> {
  const page = await planned(stage, bytes);
  await button(page, 'Отправить').click();
  await page.getByText(/Отправлено и принято/).waitFor();
  return page;
}

/** A register that is on the server, as its workbook is after the sending. */
async function sentWorkbook(stage: Stage): Promise<Uint8Array> {
  const page = await sent(stage);
  const bytes = await saved(page);
  await page.context().close();
  return bytes;
}

/** Somebody else has changed the contract of row 4 since. */
async function overtaken(stage: Stage): Promise<Uint8Array> {
  const bytes = await sentWorkbook(stage);
  await (await sent(stage, await edited(bytes, 4, CONTRACT, '77'))).context().close();
  return bytes;
}

async function failing(stage: Stage, fail: Parameters<Page['route']>[1]): Promise<Page> {
  const page = await planned(stage);
  await page.route('**/push', fail);
  await button(page, 'Отправить').click();
  return page;
}

const WITHOUT_CONNECTION: readonly AlbumState[] = [
  {
    name: 'sending-unchecked',
    reach: async (stage) => {
      const page = await openFile(stage, 'реестр.xlsx', e2eRegister());
      await openSending(page, stage.server.operator);
      return page;
    },
  },
  { name: 'sending-connect', reach: (stage) => sendingPage(stage) },
  {
    name: 'sending-wrong-key',
    reach: async (stage) => {
      const page = await sendingPage(stage);
      await page.getByLabel('Ключ доступа').fill('kurator_nobodys_key');
      await button(page, 'Подключиться').click();
      await page.getByRole('alert').or(page.getByText(/ключ/i)).first().waitFor();
      return page;
    },
  },
  {
    name: 'sending-no-server',
    reach: async (stage) => {
      const page = await sendingPage(stage);
      await page.route('**/api/**', (route) => route.abort());
      await page.getByLabel('Ключ доступа').fill(stage.server.operator);
      await button(page, 'Подключиться').click();
      await page
        .getByText(/Нет связи с сервером/)
        .first()
        .waitFor({ timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'sending-pairing',
    reach: async (stage) => {
      const page = await sendingPage(stage);
      await button(page, 'Подключить без ключа').click();
      await button(page, 'Отмена').waitFor();
      return page;
    },
  },
  {
    name: 'sending-sign-in',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      const signIn = { issuer: 'https://issuer.invalid/realm', clientId: 'pane', scope: 'openid' };
      await page.route('**/api/v1/health', (route) => route.fulfill({ json: { signIn } }));
      await page.getByRole('tab', { name: 'Отправка' }).click();
      await button(page, 'Войти через учётную запись организации').waitFor();
      return page;
    },
  },
  {
    name: 'sending-as-manager',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await openSending(page, stage.server.manager);
      return page;
    },
  },
];

const ON_THE_WAY: readonly AlbumState[] = [
  { name: 'sending-connected', reach: (stage) => connected(stage) },
  {
    name: 'sending-plan',
    reach: async (stage) => {
      const page = await planned(stage);
      await page.getByText('Новые записи: 16').click();
      return page;
    },
  },
  {
    name: 'sending-withheld',
    reach: async (stage) => {
      const page = await planned(stage, await edited(e2eRegister(), 4, CONTRACT, '3, звонить +7 912 345-67-89'));
      await page
        .getByText(/останется в книге|останутся в книге/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'sending-progress',
    reach: async (stage) => {
      const page = await failing(stage, () => {});
      await page.getByRole('progressbar', { name: /^Отправка/ }).waitFor();
      return page;
    },
  },
  {
    name: 'sending-stopped',
    reach: async (stage) => {
      const page = await failing(stage, () => {});
      await button(page, 'Остановить').click();
      await page.getByText(/Отправка остановлена/).waitFor();
      return page;
    },
  },
  {
    name: 'sending-offline',
    reach: async (stage) => {
      const page = await failing(stage, (route) => route.abort());
      await page
        .getByText(/Нет связи с сервером/)
        .first()
        .waitFor({ timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'sending-server-error',
    reach: async (stage) => {
      const page = await failing(stage, (route) => route.fulfill({ status: 500, json: {} }));
      await page
        .getByText(/Ответ сервера не разобран|На сервере произошла ошибка/)
        .first()
        .waitFor({ timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'sending-resumed',
    reach: async (stage) => {
      const page = await failing(stage, () => {});
      await button(page, 'Остановить').click();
      await page.getByText(/Отправка остановлена/).waitFor();
      await look(page);
      await page.getByText(/Прошлая отправка прервана/).waitFor();
      return page;
    },
  },
];

const OUTCOMES: readonly AlbumState[] = [
  {
    name: 'sending-done',
    reach: async (stage) => {
      const page = await sent(stage);
      await page.getByText(/Проверка на сервере/).waitFor();
      return page;
    },
  },
  {
    name: 'sending-second-register',
    reach: async (stage) => {
      await (await sent(stage)).context().close();
      const page = await connected(stage);
      await look(page);
      await page.getByText('Что это за книга?').waitFor();
      return page;
    },
  },
  {
    name: 'sending-conflict',
    reach: async (stage) => {
      const page = await planned(stage, await edited(await overtaken(stage), 4, CONTRACT, '88'));
      await button(page, 'Отправить').click();
      await page.getByText('Расхождения с сервером: 1').waitFor();
      await page.getByRole('group', { name: 'Номер договора' }).getByRole('button', { name: 'На сервере' }).click();
      return page;
    },
  },
  {
    name: 'sending-incoming',
    reach: async (stage) => {
      const page = await planned(stage, await overtaken(stage));
      await button(page, 'Отправить').click();
      await page.getByText(/Другие изменили на сервере: 1/).waitFor();
      return page;
    },
  },
  {
    name: 'sending-changed',
    reach: async (stage) => {
      const page = await planned(stage, await edited(await sentWorkbook(stage), 4, CONTRACT, '77'));
      await page.getByText('Изменённые записи: 1').click();
      return page;
    },
  },
  {
    name: 'sending-removal',
    reach: async (stage) => {
      const page = await planned(stage, await withoutLastRow(await sentWorkbook(stage)));
      await page.getByLabel('Удалить их и на сервере').check();
      await page.getByLabel('Причина удаления').fill('звонила Кузина Анна');
      await page.getByText(/Похоже на имя/).waitFor();
      return page;
    },
  },
  {
    name: 'sending-removed-there',
    reach: async (stage) => {
      const bytes = await sentWorkbook(stage);
      const other = await planned(stage, await withoutLastRow(bytes));
      await other.getByLabel('Удалить их и на сервере').check();
      await other.getByLabel('Причина удаления').fill('запись заведена дважды');
      await button(other, 'Отправить').click();
      await other.getByText(/удалено 1/).waitFor();
      await other.context().close();
      const page = await planned(stage, bytes);
      await button(page, 'Отправить').click();
      await page.getByText(/Другие удалили на сервере: 1/).waitFor();
      return page;
    },
  },
];

async function withoutLastRow(bytes: Uint8Array): Promise<Uint8Array> {
  let rest = bytes;
  for (let column = 0; column < 9; column += 1) rest = await edited(rest, 17, column, '');
  return rest;
}

export const SENDING_STATES: readonly AlbumState[] = [...WITHOUT_CONNECTION, ...ON_THE_WAY, ...OUTCOMES];
