/** The pane in "Excel on the web": as it opens, what Excel refuses, and what does not come. */
import { PANE } from '../../test/e2e/build-pane.ts';
import type { BrowserDoorOptions, PaneInExcel } from '../../test/excel-host/browser-door.ts';
import { openPaneInExcel } from '../../test/excel-host/browser-door.ts';
import type { HostWorkbook } from '../../test/excel-host/host-workbook.ts';
import { hostWorkbook } from '../../test/excel-host/host-workbook.ts';
import type { AlbumState, Stage } from './album-state.ts';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления'];

const family = (row: number): string[] => [
  `${row}/26`,
  `Иванова  Анна ${'АБВГД'.charAt(row)}.`,
  'многодетная',
  'Петрова О. И.',
  'базовый',
  row === 4 ? '31.02.2026' : '10.08.2026',
];

function register(isReadOnly = false): HostWorkbook {
  return hostWorkbook([{ name: 'Реестр', rows: [HEADINGS, family(2), family(3), family(4)] }], { isReadOnly });
}

const opened = ({ browser }: Stage, options: Partial<BrowserDoorOptions> = {}, isReadOnly = false) =>
  openPaneInExcel(browser, register(isReadOnly), { dist: PANE, ...options });

async function checked(excel: PaneInExcel): Promise<PaneInExcel> {
  await excel.pane.getByRole('button', { name: 'Проверить', exact: true }).click();
  await excel.pane.getByRole('list', { name: 'Замечания' }).waitFor();
  return excel;
}

async function waitingFor(excel: PaneInExcel, text: string | RegExp): Promise<PaneInExcel> {
  await excel.pane.getByText(text).first().waitFor();
  return excel;
}

export const EXCEL_STATES: readonly AlbumState[] = [
  { name: 'excel-opened', reach: async (stage) => waitingFor(await opened(stage), 'Показать отметки') },
  { name: 'excel-checked', reach: async (stage) => checked(await opened(stage)) },
  {
    name: 'excel-read-only',
    reach: async (stage) => waitingFor(await checked(await opened(stage, {}, true)), /только для чтения/),
  },
  { name: 'excel-no-storage', reach: async (stage) => checked(await opened(stage, { isStorageForbidden: true })) },
  {
    name: 'excel-office-blocked',
    reach: async (stage) => waitingFor(await opened(stage, { isOfficeBlocked: true }), /Не загрузилась библиотека/),
  },
  {
    name: 'excel-too-old',
    reach: async (stage) => waitingFor(await opened(stage, { excelApi: '1.1' }), /слишком старая/),
  },
  {
    name: 'excel-editing',
    reach: async (stage) => {
      const excel = await checked(await opened(stage));
      excel.host.setCellEditing(true);
      await excel.pane.getByRole('button', { name: 'Проверить', exact: true }).click();
      return waitingFor(excel, /Если вы правите ячейку/);
    },
  },
];
