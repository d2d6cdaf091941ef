/** «Сводка»: the region's page for its people, what stands behind a number, deciding, the register and the report of all. */
import type { Frame, Page } from 'playwright-core';
import { button, connect, openRegion } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { districtRegister, enterKey, filledPage, filledRegion, LONG_NAME, strip } from './region-walks.ts';

const region = (name: RegExp) => (pane: Page | Frame) => pane.getByRole('region', { name });
const ROWS = region(/^(Что стоит за числом|What is behind the number)$/);
const REVIEW = region(/^(Сданные реестры|Registers handed in)/);
const MATTERS = region(/^(Семьи в двух районах|Families in two districts)$/);
const REGISTER = region(/^(Сводный реестр|Consolidated register)$/);
const REPORT = region(/^(Отчёт|Report)$/);

const matters = (page: Page) => page.getByRole('region', { name: 'Семьи в двух районах' });

async function reviewed(stage: Stage): Promise<Page> {
  const page = await filledPage(stage);
  await strip(page, new RegExp(LONG_NAME)).click();
  await button(page, 'Вернуть с замечаниями').click();
  return page;
}

const ENTERING: readonly AlbumState[] = [
  { name: 'region-connect', reach: (stage) => openRegion(stage) },
  {
    name: 'region-operator',
    reach: async (stage) => {
      const page = await openRegion(stage);
      await connect(page, stage.server.operator);
      return page;
    },
  },
  {
    name: 'region-no-server',
    reach: async (stage) => {
      const page = await openRegion(stage);
      await connect(page, stage.server.manager);
      await page.route('**/api/**', (route) => route.abort());
      await button(page, 'Обновить').click();
      await page
        .getByText(/Нет связи с сервером/)
        .first()
        .waitFor({ timeout: 60_000 });
      await button(page, 'Обновляется…').waitFor({ state: 'detached', timeout: 60_000 });
      return page;
    },
  },
];

const PAGE: readonly AlbumState[] = [
  { name: 'region-page', reach: (stage) => filledPage(stage) },
  {
    name: 'region-auditor',
    reach: async (stage) => filledPage(stage, (await filledRegion(stage)).auditor),
  },
  { name: 'region-deadline', reach: (stage) => filledPage(stage, stage.server.admin) },
  {
    name: 'region-deadline-early',
    reach: async (stage) => {
      const page = await filledPage(stage, stage.server.admin);
      await page.getByLabel(/^Срок сдачи за/).fill('2020-01-01');
      await page.getByText(/Срок должен быть позже/).waitFor();
      return page;
    },
  },
  {
    name: 'region-table',
    at: region(/^(Сводная таблица по районам|Consolidated table by district)$/),
    reach: (stage) => filledPage(stage),
  },
  {
    name: 'region-trend-table',
    at: (pane) => pane.locator('figure'),
    reach: async (stage) => {
      const page = await filledPage(stage);
      await page.getByText('Таблицей').click();
      return page;
    },
  },
  {
    name: 'region-figure-districts',
    at: ROWS,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await page.getByRole('list', { name: 'Главное' }).getByRole('button').first().click();
      await page.getByRole('region', { name: 'Что стоит за числом' }).waitFor();
      return page;
    },
  },
  {
    name: 'region-figure-rows',
    at: ROWS,
    reach: async (stage) => {
      const page = await filledPage(stage);
      const row = page.getByRole('row', { name: /^Озёрный район/ });
      await row.getByRole('button').first().click();
      await page
        .getByRole('region', { name: 'Что стоит за числом' })
        .getByText(/Озёрный район: 5 семей/)
        .waitFor();
      return page;
    },
  },
  {
    name: 'region-files',
    at: region(/^(Районы, которые не на связи|Districts that are not online)$/),
    reach: async (stage) => {
      const page = await filledPage(stage);
      const buffer = Buffer.from(districtRegister({ families: 11 }));
      await page.getByLabel('Добавить книги').setInputFiles([
        { name: 'Северный район.xlsx', mimeType: '', buffer },
        { name: 'не книга.xlsx', mimeType: '', buffer: Buffer.from('список') },
      ]);
      await page.getByText(/не прочитана/).waitFor();
      return page;
    },
  },
  {
    name: 'region-printed',
    isOnPaper: true,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await page.emulateMedia({ media: 'print' });
      return page;
    },
  },
];

const DECIDING: readonly AlbumState[] = [
  {
    name: 'region-review-silent',
    at: REVIEW,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await strip(page, /Степной округ/).click();
      await page.getByText(/ещё ничего не отправляли\.$/).waitFor();
      return page;
    },
  },
  {
    name: 'region-review',
    at: REVIEW,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await strip(page, new RegExp(LONG_NAME)).click();
      await button(page, 'Принять').waitFor();
      return page;
    },
  },
  {
    name: 'region-return',
    at: REVIEW,
    reach: async (stage) => {
      const page = await reviewed(stage);
      await page.getByLabel('Что исправить').fill('Уточните уровень и дату начала');
      await page.getByLabel(/^Найти запись/).fill('базовый');
      await page.getByRole('list', { name: 'Записи' }).getByRole('button').first().click();
      await page.getByLabel('Графа').selectOption('level');
      await page.getByLabel('Замечание', { exact: true }).fill('Уровень не подтверждён');
      await button(page, 'Добавить замечание').click();
      await page.getByLabel('Замечание', { exact: true }).fill('И ещё одно');
      return page;
    },
  },
  {
    name: 'region-duplicates',
    at: MATTERS,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await button(matters(page), 'Решить').first().click();
      return page;
    },
  },
  {
    name: 'region-duplicates-keyed',
    at: MATTERS,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await enterKey(page);
      await matters(page)
        .getByText(/Заречнова Анна/)
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'region-check',
    at: region(/^(Проверка по всем районам|Check over all districts)$/),
    reach: async (stage) => {
      const page = await filledPage(stage);
      await page.getByText('Проверка по всем районам').click();
      await page.getByText(/^Ничего не отправили/).waitFor();
      await page.getByText('Сводка сроков с сервера').click();
      await page.getByText(/Сводки ещё нет/).waitFor();
      return page;
    },
  },
];

const LISTS: readonly AlbumState[] = [
  {
    name: 'region-register',
    at: REGISTER,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await button(page, 'Сводный реестр семей').click();
      await button(page, 'Прочитать').click();
      await page.getByText(/^Семей: \d+ из/).waitFor();
      return page;
    },
  },
  {
    name: 'region-register-keyed',
    at: REGISTER,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await enterKey(page);
      await button(page, 'Сводный реестр семей').click();
      await button(page, 'Прочитать').click();
      await page.getByText(/^Семей: \d+ из/).waitFor();
      return page;
    },
  },
  {
    name: 'region-report',
    at: REPORT,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await button(page, 'Отчёт').click();
      await page.getByRole('region', { name: 'Отчёт' }).first().waitFor();
      return page;
    },
  },
  {
    name: 'region-report-printed',
    isOnPaper: true,
    reach: async (stage) => {
      const page = await filledPage(stage);
      await button(page, 'Отчёт').click();
      await page.getByRole('region', { name: 'Отчёт' }).first().waitFor();
      await page.emulateMedia({ media: 'print' });
      return page;
    },
  },
];

export const REGION_STATES: readonly AlbumState[] = [...ENTERING, ...PAGE, ...DECIDING, ...LISTS];
