/** «Как прочитано» and «Что предстоит», and the protocol: what the check says of itself. */
import { e2eRegister } from '../../test/e2e/e2e-register.ts';
import { button, chooseFile } from '../../test/e2e/people-steps.ts';
import type { AlbumState } from './album-state.ts';
import { checkedRegister, checkedSample, goTo, openFile } from './walks.ts';

const BEFORE_A_CHECK = ['Как прочитано', 'Протокол проверки', 'Отчёт'] as const;

export const READING_STATES: readonly AlbumState[] = [
  {
    name: 'reading',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await goTo(page, 'Как прочитано');
      return page;
    },
  },
  {
    name: 'reading-journal',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Журнал учёта');
      await goTo(page, 'Как прочитано');
      return page;
    },
  },
  {
    name: 'reading-sheets',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await goTo(page, 'Как прочитано');
      for (const skipped of await button(page, /^Пропущенные строки/).all()) await skipped.click();
      return page;
    },
  },
  {
    name: 'reading-mark-heading',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await goTo(page, 'Как прочитано');
      await button(page, 'Не та таблица?').click();
      await page.getByLabel('Заголовок со строки').fill('0');
      await button(page, 'Считать заголовком').click();
      return page;
    },
  },
  {
    name: 'reading-corrected',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await goTo(page, 'Как прочитано');
      await page.getByLabel('Поле для графы «Источник обращения»').selectOption({ label: 'не используется' });
      await page.getByText('указано вами').waitFor();
      return page;
    },
  },
  {
    name: 'reading-offer',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await goTo(page, 'Как прочитано');
      await page.getByLabel('Поле для графы «Источник обращения»').selectOption({ label: 'не используется' });
      await page.getByText('указано вами').waitFor();
      await page.goto(stage.server.address);
      await chooseFile(page, e2eRegister());
      await button(page, 'Проверить').click();
      await page.getByText(/графы называются так же/).waitFor();
      return page;
    },
  },
  ...BEFORE_A_CHECK.map((screen, at) => ({
    name: `before-check-${at + 1}`,
    reach: async (stage: Parameters<AlbumState['reach']>[0]) => {
      const page = await openFile(stage, 'реестр.xlsx', e2eRegister());
      await goTo(page, screen);
      return page;
    },
  })),
  {
    name: 'upcoming',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await page.getByRole('tab', { name: 'Что предстоит' }).click();
      return page;
    },
  },
  {
    name: 'upcoming-none',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await page.getByRole('tab', { name: 'Что предстоит' }).click();
      return page;
    },
  },
  {
    name: 'protocol',
    reach: async (stage) => {
      const page = await checkedSample(stage, 'Реестр и журнал посещений');
      await goTo(page, 'Протокол проверки');
      await page.getByText(/^[0-9a-f]{64}$/).waitFor();
      return page;
    },
  },
  {
    name: 'protocol-added',
    reach: async (stage) => {
      const page = await checkedRegister(stage);
      await goTo(page, 'Протокол проверки');
      await button(page, 'Добавить листом в книгу').click();
      await button(page, 'Убрать лист').waitFor();
      return page;
    },
  },
];
