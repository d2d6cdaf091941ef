/**
 * The main job, as somebody does it who has never seen the product: start it, open a register, see what is wrong, mend
 * something, send it, and see it in the region's view.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { button, check, connect, openPage, openRegion, send } from './people-steps.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();

async function checkSample(page: Page, sample: RegExp): Promise<void> {
  await button(page, sample).click();
  await check(page);
}

describe('the main job', () => {
  it('goes from a register to the region, and nothing personal leaves', async () => {
    const page = await openPage(stage.browser, stage.server.address);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await checkSample(page, /Реестр и журнал посещений/);
    await button(page, /^Исправить все/)
      .or(button(page, 'Исправить'))
      .first()
      .click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: /^Исправить/ });
    if (await confirm.isVisible()) await confirm.click();
    await page.getByText(/^Исправлено/).waitFor();

    await page.getByRole('tab', { name: 'Отправка' }).click();
    await connect(page, stage.server.operator);
    await send(page);
    await page.getByText(/Отправлено и принято: № 1/).waitFor();
    await page.getByText(/Проверка на сервере: семей 32/).waitFor();
    await send(page);
    await page.getByText(/На сервере уже всё есть, ничего не изменилось/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const said = sent.join('\n');
    expect(said).toContain('/api/v1/');
    for (const personal of ['Заречнова', 'Берёзкина', 'Камышова', 'Вера', '2013-04-06'])
      expect(said).not.toContain(personal);
    await page.close();
  });

  it("shows the region's districts to a manager, and only to a manager", async () => {
    const page = await openRegion(stage);
    await connect(page, stage.server.manager);
    const districts = page.getByRole('table');
    await expect.poll(() => districts.getByRole('row', { name: /Лесной район/ }).textContent()).toMatch(/28/);
    await expect.poll(() => districts.getByRole('row', { name: /Речной район/ }).textContent()).toMatch(/не отправлял/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();

    const overview = `${stage.server.address}/api/v1/picture?period=2026-Q3`;
    const asOperator = await fetch(overview, { headers: { authorization: `Bearer ${stage.server.operator}` } });
    const asNobody = await fetch(overview);
    expect([asOperator.status, asNobody.status]).toEqual([403, 401]);
  });

  it('works on a narrow screen with the keyboard alone', async () => {
    const page = await openPage(stage.browser, stage.server.address, 350);
    const focused = () => page.evaluate(() => document.querySelector('button:focus, input:focus')?.textContent ?? '');
    for (let step = 0; step < 20 && !/Простой реестр/.test(await focused()); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('На дату').waitFor();
    for (let step = 0; step < 30 && (await focused()) !== 'Проверить'; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Замечания' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(350);
    await page.close();
  });

  it('keeps what was sent when it is started again', async () => {
    await stage.restart();
    const page = await openRegion(stage);
    await connect(page, stage.server.manager);
    await expect.poll(() => page.getByRole('row', { name: /Лесной район/ }).textContent()).toMatch(/28/);
    await page.close();
  });
});
