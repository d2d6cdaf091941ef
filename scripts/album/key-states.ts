/** The region's key: making it, handing it on, entering it, and a register that cannot be opened without. */
import type { Page } from 'playwright-core';
import { button, look, openSending, saved } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { checkedRegister } from './walks.ts';

async function keyPart(stage: Stage, token: string): Promise<Page> {
  const page = await checkedRegister(stage);
  await openSending(page, token);
  await page.getByText('Ключ региона').first().click();
  return page;
}

async function withKey(stage: Stage): Promise<Page> {
  const page = await keyPart(stage, stage.server.admin);
  await button(page, 'Создать ключ').click();
  await button(page, 'Показать фразу').click();
  return page;
}

async function phraseOf(stage: Stage): Promise<string> {
  const page = await withKey(stage);
  const phrase = (await page.getByText(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/).textContent()) ?? '';
  await page.context().close();
  return phrase;
}

export const KEY_STATES: readonly AlbumState[] = [
  { name: 'key-none', reach: (stage) => keyPart(stage, stage.server.operator) },
  {
    name: 'key-wrong',
    reach: async (stage) => {
      const page = await keyPart(stage, stage.server.operator);
      await page.getByLabel('Фраза ключа').fill('1234-5678');
      await button(page, 'Применить фразу').click();
      await page.getByText(/Это не ключ региона/).waitFor();
      return page;
    },
  },
  { name: 'key-made', reach: withKey },
  {
    name: 'key-make-anew',
    reach: async (stage) => {
      const page = await withKey(stage);
      await button(page, 'Создать ключ').click();
      await button(page, 'Создать новый').waitFor();
      return page;
    },
  },
  {
    name: 'key-needed',
    reach: async (stage) => {
      const phrase = await phraseOf(stage);
      const first = await keyPart(stage, stage.server.operator);
      await first.getByLabel('Фраза ключа').fill(phrase);
      await button(first, 'Применить фразу').click();
      await first.getByText(/Ключ действует, пока открыта панель/).waitFor();
      await look(first);
      const beside = first.getByLabel(/Ещё один реестр района/);
      if ((await beside.count()) > 0) await beside.check();
      await button(first, 'Отправить').click();
      await first.getByText(/Отправлено и принято/).waitFor();
      const bytes = await saved(first);
      await first.context().close();
      const page = await checkedRegister(stage, bytes);
      await openSending(page, stage.server.operator);
      await button(page, 'Что будет отправлено').click();
      await page.getByRole('region', { name: 'Нужен ключ региона' }).waitFor();
      return page;
    },
  },
];
