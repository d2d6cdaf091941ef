/** The district's side of a quarter: handing in, the region's answer, families known elsewhere, the own report. */
import type { Frame, Page } from 'playwright-core';
import { button, check, chooseFile, openPage, openSending, saved } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { districtPage, enterKey, filledRegion, sendOnly } from './region-walks.ts';
import { checkedSample, goTo } from './walks.ts';

const DISTRICT = 'Камышинский район';
const ID = 'district-4';

const PANEL = (pane: Page | Frame) =>
  pane.getByRole('region', { name: /^(Сдать реестр за период|Hand the register in for a period)$/ });
const panel = (page: Page) => page.getByRole('region', { name: 'Сдать реестр за период' });

/** Sent for a district that hands in; with the region's key, so that the families of others can be compared. */
async function sentPage(stage: Stage, isShared = false): Promise<Page> {
  const { operator } = await filledRegion(stage);
  const page = await districtPage(stage, operator, { families: 4, isShared, hasChildren: true });
  if (isShared) await enterKey(page);
  await page.getByLabel('Район', { exact: true }).first().selectOption({ label: DISTRICT });
  await button(page, 'Что будет отправлено').click();
  const beside = page.getByLabel(/Ещё один реестр района/).or(button(page, 'Отправить'));
  await beside.first().waitFor();
  if ((await page.getByLabel(/Ещё один реестр района/).count()) > 0)
    await page.getByLabel(/Ещё один реестр района/).check();
  await button(page, 'Отправить').click();
  await page.getByText(/Отправлено и принято/).waitFor();
  await panel(page)
    .getByText(/Срок сдачи: до/)
    .waitFor();
  return page;
}

async function handedIn(stage: Stage): Promise<Page> {
  const page = await sentPage(stage);
  const explanation = panel(page).getByLabel('Пояснение');
  await panel(page)
    .getByText(/Можно сдавать|напишите пояснение|Не проверено на сервере/)
    .first()
    .waitFor();
  if ((await explanation.count()) > 0) await explanation.fill('Сверено с делами.');
  await button(panel(page), 'Сдать').click();
  await panel(page)
    .getByText(/сдан, ждёт решения/)
    .first()
    .waitFor();
  return page;
}

/** The region decides on the newest handing in of the district. */
async function decided(stage: Stage, verdict: 'accepted' | 'returned'): Promise<Page> {
  const page = await handedIn(stage);
  const { server } = stage;
  const headers = { authorization: `Bearer ${server.manager}`, 'content-type': 'application/json' };
  const path = `${server.address}/api/v1/districts/${ID}/hand-ins`;
  const { handIns } = (await (await fetch(path, { headers })).json()) as { handIns: readonly { number: number }[] };
  const number = Math.max(...handIns.map((one) => one.number));
  const { rows } = (await (await fetch(`${path}/${number}/rows`, { headers })).json()) as {
    rows: readonly { row: string }[];
  };
  const remarks = [
    { row: rows[1]?.row, field: 'level', text: 'Уровень не подтверждён: нет решения консилиума' },
    { row: null, field: null, text: 'Укажите кураторов' },
  ];
  const decision = verdict === 'accepted' ? { verdict } : { verdict, note: 'Уточните уровень', remarks };
  const answer = await fetch(`${path}/${number}/decide`, { method: 'POST', headers, body: JSON.stringify(decision) });
  if (!answer.ok) throw new Error(`decide: ${answer.status} ${await answer.text()}`);
  await page.getByRole('tab', { name: 'Проверка' }).click();
  await page.getByRole('tab', { name: 'Отправка' }).click();
  await panel(page)
    .getByText(verdict === 'accepted' ? /: принят, № \d+/ : /: возвращён, № \d+/)
    .first()
    .waitFor();
  return page;
}

const HANDING_IN: readonly AlbumState[] = [
  {
    name: 'hand-in-errors',
    at: PANEL,
    reach: async (stage) => {
      const { operator } = await filledRegion(stage);
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await openSending(page, operator);
      await sendOnly(page, 'Полянский район').catch(async () => {
        await page.getByLabel(/Ещё один реестр района/).check();
        await button(page, 'Отправить').click();
        await page.getByText(/Отправлено и принято/).waitFor();
      });
      await panel(page)
        .getByText(/^Сдать пока нельзя/)
        .waitFor();
      return page;
    },
  },
  { name: 'hand-in-form', at: PANEL, reach: (stage) => sentPage(stage) },
  { name: 'hand-in-done', at: PANEL, reach: (stage) => handedIn(stage) },
  {
    name: 'hand-in-verified',
    at: PANEL,
    reach: async (stage) => {
      const page = await handedIn(stage);
      await button(page, 'Сверить книгу с квитанцией').click();
      await panel(page)
        .getByText(/все строки совпадают/)
        .waitFor();
      return page;
    },
  },
  {
    name: 'hand-in-differs',
    at: PANEL,
    reach: async (stage) => {
      const page = await decided(stage, 'returned');
      await panel(page).getByRole('list', { name: 'Замечания региона' }).getByRole('button').first().click();
      const cell = page.getByRole('grid').locator('[aria-selected="true"]').first();
      await cell.dblclick();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('кризисный');
      await page.keyboard.press('Enter');
      await button(page, 'Сверить книгу с квитанцией').click();
      await panel(page)
        .getByText(/^Книга отличается от сданной/)
        .waitFor();
      return page;
    },
  },
  { name: 'hand-in-accepted', at: PANEL, reach: (stage) => decided(stage, 'accepted') },
  { name: 'hand-in-returned', at: PANEL, reach: (stage) => decided(stage, 'returned') },
  {
    name: 'hand-in-remarks-at-check',
    reach: async (stage) => {
      const page = await decided(stage, 'returned');
      await page.getByRole('tab', { name: 'Проверка' }).click();
      await check(page);
      await page.getByText(/Регион вернул реестр за/).waitFor();
      return page;
    },
  },
  {
    name: 'hand-in-key-needed',
    reach: async (stage) => {
      const { operator } = await filledRegion(stage);
      const first = await sentPage(stage, true);
      const copy = await saved(first);
      await first.context().close();
      const page = await openPage(stage.browser, stage.server.address);
      await chooseFile(page, copy);
      await check(page);
      await openSending(page, operator);
      await page.getByLabel('Район', { exact: true }).first().selectOption({ label: DISTRICT });
      await button(page, 'Что будет отправлено').click();
      await page.getByRole('region', { name: 'Нужен ключ региона' }).first().waitFor();
      return page;
    },
  },
  {
    name: 'duplicates-district',
    at: (pane) => pane.getByRole('region', { name: /^(Возможные совпадения|Possible matches)/ }),
    reach: async (stage) => {
      const page = await sentPage(stage, true);
      const matches = page.getByRole('region', { name: 'Возможные совпадения с другими районами' });
      await button(matches, 'Та же семья').first().click();
      await matches.getByText('Ваш ответ: та же семья.').waitFor();
      return page;
    },
  },
];

const REPORTS: readonly AlbumState[] = [
  {
    name: 'report-own',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await goTo(page, 'Отчёт');
      await page
        .getByText(/Баланс/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'report-own-printed',
    isOnPaper: true,
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await goTo(page, 'Отчёт');
      await page
        .getByText(/Баланс/)
        .first()
        .waitFor();
      await page.emulateMedia({ media: 'print' });
      return page;
    },
  },
];

export const HAND_IN_STATES: readonly AlbumState[] = [...HANDING_IN, ...REPORTS];
