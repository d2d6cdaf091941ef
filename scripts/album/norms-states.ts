/** «Нормы»: the pack, its editor in all sections, the dry run, and files of norms. */
import type { Page } from 'playwright-core';
import { button } from '../../test/e2e/people-steps.ts';
import type { AlbumState, Stage } from './album-state.ts';
import { checkedRegister, goTo } from './walks.ts';

async function norms(stage: Stage, ...sections: readonly string[]): Promise<Page> {
  const page = await checkedRegister(stage);
  await page.getByLabel('Нормы').selectOption({ index: 0 });
  await goTo(page, 'Нормы');
  // What is open at first would stand above what is meant.
  if (sections.length > 0) await button(page, 'Базовый (профилактический) уровень').click();
  for (const section of sections) await button(page, section).click();
  return page;
}

async function changed(stage: Stage): Promise<Page> {
  const page = await norms(stage);
  await button(page, 'Изменить: Нагрузка куратора').first().click();
  await page.getByLabel('Семей на куратора, не больше').fill('2');
  await page.getByRole('textbox', { name: /^Источник/ }).fill('Приказ учреждения от 01.02.2026 № 3');
  return page;
}

export const NORMS_STATES: readonly AlbumState[] = [
  { name: 'norms', reach: (stage) => norms(stage) },
  { name: 'norms-editing', reach: changed },
  {
    name: 'norms-wrong',
    reach: async (stage) => {
      const page = await norms(stage);
      await button(page, 'Изменить: Нагрузка куратора').first().click();
      await page.getByLabel('Семей на куратора, не больше').fill('ноль');
      await button(page, 'Применить').click();
      await page.getByText('Нужно целое число от 1 до 9999.').waitFor();
      return page;
    },
  },
  {
    name: 'norms-dry-run',
    reach: async (stage) => {
      const page = await changed(stage);
      await button(page, 'Применить').click();
      await button(page, 'Сохранить и проверить').waitFor();
      return page;
    },
  },
  {
    name: 'norms-own',
    reach: async (stage) => {
      const page = await changed(stage);
      await button(page, 'Применить').click();
      await button(page, 'Сохранить и проверить').click();
      await button(page, 'Вернуть нормы набора').click();
      return page;
    },
  },
  { name: 'norms-deadlines', reach: (stage) => norms(stage, 'Сроки процедуры') },
  {
    name: 'norms-wordings',
    reach: async (stage) => {
      const page = await norms(stage, 'Обозначения');
      await page.getByLabel('Список').selectOption({ label: 'Итоги' });
      await button(page, 'Добавить в список').click();
      return page;
    },
  },
  {
    name: 'norms-calendar',
    reach: async (stage) => {
      const page = await norms(stage, 'Рабочие и выходные дни региона');
      await button(page, 'Добавить год').click();
      return page;
    },
  },
  {
    name: 'norms-foreign-file',
    reach: async (stage) => {
      const page = await norms(stage);
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Загрузить нормы из файла').click();
      await (await chooser).setFiles({ name: 'чужой.json', mimeType: '', buffer: Buffer.from('{"name":"x"}') });
      await page.getByText('Это не файл норм Куратора.').waitFor();
      return page;
    },
  },
];
