/** «Проверка»: findings in each grouping, what stands behind one, mending, explaining, and what was not judged. */
import type { Page } from 'playwright-core';
import { e2eRegister, REGISTER_HEADINGS } from '../../test/e2e/e2e-register.ts';
import { button, check } from '../../test/e2e/people-steps.ts';
import type { AlbumState } from './album-state.ts';
import { checkedRegister, checkedSample, finding, openFile, sheetOf } from './walks.ts';

const DATE_OF_ROW_6 = /строка 6, графа «Дата заявления»/;

const FURTHER_CELLS = ['многодетная', 'Петрова О. И.', 'базовый', '10.08.2026', 'заявление родителя'];

/** A family in which nothing is wrong by the training norms. */
const family = (no: string, name: string): readonly string[] => [no, name, ...FURTHER_CELLS, no, '12.08.2026'];

async function mendAll(page: Page): Promise<void> {
  await button(page, /^Исправить все/)
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Исправить/ })
    .click();
}

async function explained(page: Page): Promise<Page> {
  await finding(page, DATE_OF_ROW_6).click();
  await button(page, 'Пояснить').click();
  await page.getByLabel('Причина').fill('дата уточняется по бумажному делу, оно в архиве');
  await page.getByLabel('Кто поясняет').fill('Петрова О. И.');
  return page;
}

export const CHECK_STATES: readonly AlbumState[] = [
  { name: 'check-by-rule', reach: (stage) => checkedRegister(stage) },
  { name: 'check-sample-journal', reach: (stage) => checkedSample(stage, 'Журнал учёта') },
  { name: 'check-sample-visits', reach: (stage) => checkedSample(stage, 'Реестр и журнал посещений') },
  {
    name: 'check-by-curator',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await page.getByLabel('Группировка').selectOption({ label: 'По кураторам' });
      return page;
    },
  },
  {
    name: 'check-by-family',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await page.getByLabel('Группировка').selectOption({ label: 'По семьям' });
      return page;
    },
  },
  {
    name: 'check-filtered-away',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      for (const kind of [/^Ошибки/, /^Предупреждения/, /^Сведения/]) await button(page, kind).click();
      await page.getByText(/По выбранным условиям/).waitFor();
      return page;
    },
  },
  {
    name: 'check-finding-open',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await finding(page, DATE_OF_ROW_6).click();
      await button(page, 'Подробнее').click();
      return page;
    },
  },
  {
    name: 'check-systematic-open',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await finding(page, /^Вся графа/).click();
      return page;
    },
  },
  {
    name: 'check-fix-all',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, /^Исправить все/)
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'check-fixed',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await mendAll(page);
      await page.getByText(/^Исправлено/).waitFor();
      return page;
    },
  },
  {
    name: 'check-undone',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, 'Исправить').first().click();
      await button(page, 'Отменить исправление').click();
      await page.getByText('Исправление отменено.').waitFor();
      return page;
    },
  },
  { name: 'check-explain', reach: async (stage) => explained(await checkedRegister(stage)) },
  {
    name: 'check-explain-empty',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await finding(page, DATE_OF_ROW_6).click();
      await button(page, 'Пояснить').click();
      await button(page, 'Сохранить пояснение').click();
      await page.getByText('Напишите причину.').waitFor();
      return page;
    },
  },
  {
    name: 'check-explained',
    reach: async (stage) => {
      const page = await explained(await checkedRegister(stage));
      await button(page, 'Сохранить пояснение').click();
      await button(page, 'Пояснено: 1').click();
      await button(page, 'Снять пояснение').waitFor();
      return page;
    },
  },
  {
    name: 'check-not-judged',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, /^Не проверено/).click();
      return page;
    },
  },
  {
    name: 'check-nothing-found',
    reach: async (stage) => {
      const bytes = sheetOf('Реестр', [
        REGISTER_HEADINGS,
        family('1/26', 'Иванова Анна Петровна'),
        family('2/26', 'Сидорова Анна'),
      ]);
      const page = await checkedRegister(stage, bytes);
      await mendAll(page);
      await page.getByText('Замечаний нет.').waitFor();
      return page;
    },
  },
  {
    name: 'check-many',
    reach: (stage) => {
      const header = [
        '№ дела',
        'ФИО заявителя',
        'Категория семьи',
        'Куратор',
        'Уровень сопровождения',
        'Дата заявления',
      ];
      const families = Array.from({ length: 1_700 }, (_, at) => {
        const name = 'Константинопольская-Верхнегорская  Александра Константиновна';
        return [
          `${at}/26`,
          name,
          'многодетная',
          'Преображенская-Сомова Елизавета Александровна',
          'базовый',
          '31.02.2026',
        ];
      });
      return checkedRegister(stage, sheetOf('Реестр', [header, ...families]));
    },
  },
  {
    name: 'grid-alone',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await page.setViewportSize({ width: 400, height: 700 });
      await page.getByRole('tab', { name: 'Таблица' }).click();
      await page.locator('#cell-F6').click();
      return page;
    },
  },
  {
    name: 'grid-editing',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await page.setViewportSize({ width: 400, height: 700 });
      await page.getByRole('tab', { name: 'Таблица' }).click();
      await page.locator('#cell-B3').dblclick();
      await page.getByRole('textbox', { name: 'Правка ячейки B3' }).waitFor();
      return page;
    },
  },
  {
    name: 'more-open',
    reach: async (stage) => {
      const page = await openFile(stage, 'реестр.xlsx', e2eRegister());
      await button(page, 'Ещё').click();
      return page;
    },
  },
  {
    name: 'check-again',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, 'Исправить').first().click();
      await page.getByText('Исправлено.').waitFor();
      await check(page);
      await page.getByText(/С прошлой проверки/).waitFor();
      return page;
    },
  },
];
