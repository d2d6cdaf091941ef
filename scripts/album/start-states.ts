/** Before a register is open, files that are none, and what a file says of itself. */
import { e2eRegister } from '../../test/e2e/e2e-register.ts';
import { button, openPage } from '../../test/e2e/people-steps.ts';
import type { AlbumState } from './album-state.ts';
import { checkedRegister, openFile, sheetOf } from './walks.ts';

export const START_STATES: readonly AlbumState[] = [
  { name: 'start', reach: ({ browser, server }) => openPage(browser, server.address) },
  {
    name: 'start-bad-file',
    reach: async (stage) => {
      const page = await openFile(stage, 'реестр.xlsx', '%PDF-1.7 no workbook');
      await page.getByRole('status').getByText(/файл/i).waitFor();
      return page;
    },
  },
  {
    name: 'start-opening',
    reach: async ({ browser, server }) => {
      const page = await openPage(browser, server.address);
      await page.route('**/samples/**', () => {});
      await button(page, 'Журнал учёта').click();
      await page.getByText(/Открывается/).waitFor();
      return page;
    },
  },
  {
    name: 'start-sample-unreachable',
    reach: async ({ browser, server }) => {
      const page = await openPage(browser, server.address);
      await page.route('**/samples/**', (route) => route.abort());
      await button(page, 'Журнал учёта').click();
      await page.getByText(/Учебный реестр не загрузился/).waitFor();
      return page;
    },
  },
  {
    name: 'file-opened',
    reach: async (stage) => {
      const page = await openFile(stage, 'реестр.xlsx', e2eRegister());
      await page.getByLabel('На дату').waitFor();
      return page;
    },
  },
  {
    name: 'file-text',
    reach: async (stage) => {
      const text =
        '№ дела;ФИО заявителя;Куратор;Уровень сопровождения\n1/26;Иванова Анна Петровна;Петрова О. И.;базовый\n';
      const page = await openFile(
        stage,
        'реестр семей Лесного района за третий квартал 2026 года, уточнённый.csv',
        text,
      );
      await page.getByText(/В текстовом файле/).waitFor();
      return page;
    },
  },
  {
    name: 'file-no-table',
    reach: async (stage) => {
      const page = await openFile(
        stage,
        'реестр.xlsx',
        sheetOf('Список', [
          ['Молоко', '2'],
          ['Хлеб', '1'],
        ]),
      );
      await button(page, 'Проверить').click();
      await page.getByText('Таблица реестра не найдена').waitFor();
      return page;
    },
  },
  {
    name: 'file-leave',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, 'Исправить').first().click();
      await page.getByText('Исправлено.').waitFor();
      await button(page, 'Другой файл').click();
      await page.getByRole('alertdialog').waitFor();
      return page;
    },
  },
  {
    name: 'file-saved',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await button(page, 'Исправить').first().click();
      await page.getByText('Исправлено.').waitFor();
      const download = page.waitForEvent('download');
      await button(page, 'Сохранить копию').click();
      await download;
      await page.getByText(/Копия сохранена/).waitFor();
      return page;
    },
  },
];
