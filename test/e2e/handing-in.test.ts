/** The district's side of a quarter: send, hand in, hold the copy against its receipt, find the region's remark at its cell. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phraseOf, regionKey } from '../../shared/privacy/region-key.ts';
import { accessibilityFaults, faultsInEveryView } from './accessibility.ts';
import { e2eRegister } from './e2e-register.ts';
import { focused, tabTo } from './keyboard.ts';
import { button, explain, look, picture, saved } from './people-steps.ts';
import { openDistrict, registerFile } from './region-people.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();

const SURNAMES = ['Заречнова', 'Камышова', 'Лугова', 'Опушкина'];

const register = registerFile(SURNAMES, '10.08.2026');

const handInPanel = (page: Page) => page.getByRole('region', { name: 'Сдать реестр за период' });

/** The region gives it back, with a remark at the level of the second record. */
async function giveBack(): Promise<void> {
  const headers = { authorization: `Bearer ${stage.server.manager}`, 'content-type': 'application/json' };
  const path = `${stage.server.address}/api/v1/districts/lesnoy/hand-ins/1`;
  const frozen = await fetch(`${path}/rows`, { headers });
  const { rows } = (await frozen.json()) as { rows: readonly { row: string }[] };
  const remarks = [{ row: rows[1]?.row, field: 'level', text: 'Уровень не подтверждён' }];
  const body = JSON.stringify({ verdict: 'returned', note: 'Уточните уровень', remarks });
  expect((await fetch(`${path}/decide`, { method: 'POST', headers, body })).status).toBe(200);
}

it('hands in, verifies its receipt, and finds the remark at its cell', async () => {
  const page = await openDistrict(stage, register);
  await look(page);
  expect(await faultsInEveryView(page)).toEqual([]);
  // With the keyboard alone: sends, and hands in.
  await button(page, 'Что будет отправлено').focus();
  await tabTo(page, 'Отправить');
  await page.keyboard.press('Enter');
  await page.getByText(/Отправлено и принято: № 1/).waitFor();
  await expect.poll(async () => (await focused(page))?.name).toMatch(/^Отправлено и принято/);
  const panel = handInPanel(page);
  await panel.getByText(/Можно сдавать/).waitFor();
  await tabTo(page, 'Сдать');
  await page.keyboard.press('Enter');
  await panel.getByText(/сдан, ждёт решения, № 1/).waitFor();
  await panel.getByText(/Квитанция № 1: строк 4/).waitFor();
  await panel.getByText(/^Отправленное уже сдано за этот период/).waitFor();
  expect(await button(panel, 'Сдать').count()).toBe(0);
  expect(await focused(page)).not.toBeNull();
  await button(page, 'Сверить книгу с квитанцией').click();
  await panel.getByText('Эта копия — сданная: все строки совпадают с квитанцией № 1, подпись верна.').waitFor();
  expect(await faultsInEveryView(page)).toEqual([]);
  await picture(page, 'handed-in', [320, 400, 1280]);

  await giveBack();
  await page.getByRole('tab', { name: 'Проверка' }).click();
  await page.getByRole('tab', { name: 'Отправка' }).click();
  const remarks = panel.getByRole('list', { name: 'Замечания региона' });
  await remarks.getByText(/Уровень не подтверждён/).waitFor();
  await panel.getByText(/^Регион вернул эту отправку: замечания ниже/).waitFor();
  await button(panel, 'Сдать ещё раз без изменений').waitFor();
  expect(await button(panel, 'Сдать').count()).toBe(0);
  const link = remarks.getByRole('button');
  expect(await link.textContent()).toMatch(/^Реестр!C[2-5]$/);
  await link.click();
  const selected = page.getByRole('grid').locator('[aria-selected="true"]');
  await expect.poll(() => selected.first().textContent()).toContain('базовый');

  await selected.first().dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('кризисный');
  await page.keyboard.press('Enter');
  await button(page, 'Сверить книгу с квитанцией').click();
  await panel.getByText(/^Книга отличается от сданной по квитанции № 1: изменено строк 1, новых 0, нет 0/).waitFor();
  const differing = panel.getByRole('listitem').filter({ hasText: 'было: базовый' });
  expect(await differing.textContent()).toMatch(/^Реестр!C[2-5] Уровень сопровождения, было: базовый/);
  await picture(page, 'copy-differs', [320, 400, 1280]);
  await page.close();
});

it('says that the server counts errors too that are explained in the workbook, and what to do', async () => {
  const page = await openDistrict(stage, e2eRegister());
  await page.getByRole('tab', { name: 'Проверка' }).click();
  await page.getByRole('button', { name: /строка 6, графа «Дата заявления»/ }).click();
  await explain(page, 'дата уточняется');
  await page.getByRole('tab', { name: 'Отправка' }).click();
  await district(page).selectOption({ label: 'Речной район' });
  await look(page);
  await button(page, 'Отправить').click();
  const panel = handInPanel(page);
  await panel.getByText(/^Сдать пока нельзя/).waitFor();
  await panel.getByText(/^Пояснено в книге ошибок: 1\./).waitFor();
  expect(await button(panel, 'Сдать').isDisabled()).toBe(true);
  await picture(page, 'errors-explained', [320, 400]);
  await page.close();
});

/** A key of the region, entered as a phrase. */
async function enterKey(page: Page, phrase: string): Promise<void> {
  const field = page.getByLabel('Фраза ключа');
  await field.fill(phrase);
  await field.press('Enter');
}

const district = (page: Page) => page.getByLabel('Район', { exact: true }).first();

it('opens a workbook that was sent on its own district', async () => {
  const first = await openDistrict(stage, register);
  await district(first).selectOption({ label: 'Северный район' });
  await look(first);
  await button(first, 'Отправить').click();
  await first.getByText(/Отправлено и принято/).waitFor();
  const copy = await saved(first);
  await first.close();
  const page = await openDistrict(stage, copy);
  await expect.poll(() => district(page).inputValue()).toBe('severny');
  await look(page);
  await page.close();
});

it('asks for the key in place where a register was sent with it, and goes on', async () => {
  const phrase = await phraseOf(await regionKey(new Uint8Array(32).fill(5)));
  const first = await openDistrict(stage, register);
  await first.getByText('Ключ региона').first().click();
  await enterKey(first, phrase);
  await first.getByText(/Ключ действует, пока открыта панель/).waitFor();
  await button(first, 'Что будет отправлено').click();
  await first.getByText(/Шифруется ключом региона/).waitFor();
  await first.getByLabel(/Ещё один реестр района/).check();
  await button(first, 'Отправить').click();
  await first.getByText(/Отправлено и принято/).waitFor();
  await handInPanel(first)
    .getByText(/Не проверено на сервере/)
    .waitFor();
  await button(first, 'Сдать').click();
  await handInPanel(first)
    .getByText(/сдан, ждёт решения/)
    .waitFor();
  const copy = await saved(first);
  await first.close();

  const page = await openDistrict(stage, copy);
  const asked = handInPanel(page).getByRole('region', { name: 'Нужен ключ региона' });
  await asked.getByText(/отправлялся с ключом региона/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'key-needed', [320, 400, 1280]);
  await enterKey(page, await phraseOf(await regionKey(new Uint8Array(32).fill(6))));
  await asked.getByText(/с другим ключом региона/).waitFor();
  await enterKey(page, phrase);
  await button(page, 'Сверить книгу с квитанцией').click();
  await handInPanel(page)
    .getByText(/все строки совпадают с квитанцией/)
    .waitFor();
  await page.close();

  const third = await openDistrict(stage, copy);
  await button(third, 'Что будет отправлено').click();
  await third.getByRole('region', { name: 'Нужен ключ региона' }).waitFor();
  await enterKey(third, phrase);
  await button(third, 'Отправить').click();
  await third.getByText(/На сервере уже всё есть, ничего не изменилось/).waitFor();
  await third.close();
});
