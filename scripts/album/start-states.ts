/** Before a register is open: the first screen, and files that are none. */
import { openPage, button } from '../../test/e2e/people-steps.ts';
import type { AlbumState } from './album-state.ts';

export const START_STATES: readonly AlbumState[] = [
  { name: 'start', reach: ({ browser, server }) => openPage(browser, server.address) },
  {
    name: 'start-bad-file',
    reach: async ({ browser, server }) => {
      const page = await openPage(browser, server.address);
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Выбрать файл реестра').click();
      const buffer = Buffer.from('%PDF-1.7 no workbook');
      await (await chooser).setFiles({ name: 'реестр.xlsx', mimeType: '', buffer });
      await page.getByRole('status').getByText(/файл/i).waitFor();
      return page;
    },
  },
];
