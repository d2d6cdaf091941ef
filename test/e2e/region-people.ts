/** The people of a region's quarter: districts with their registers, in Excel and in the browser, and the manager. */
import type { Frame, Page } from 'playwright-core';
import { packageOf, textRows } from '../../addin/file/test-package.ts';
import { openPaneInExcel, type PaneInExcel } from '../excel-host/browser-door.ts';
import { hostWorkbook, type HostWorkbook } from '../excel-host/host-workbook.ts';
import { PANE } from './build-pane.ts';
import { button, check, chooseFile, openPage, openRegion, openSending } from './people-steps.ts';
import type { Stage } from './stage.ts';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Уровень сопровождения', 'Дата начала сопровождения', 'Число детей'];

/** A day of the quarter that is due today: the region's page opens on that quarter. */
export const DUE_START = ((today) => {
  const quarter = Math.floor(today.getUTCMonth() / 3);
  const year = quarter === 0 ? today.getUTCFullYear() - 1 : today.getUTCFullYear();
  const first = quarter === 0 ? 10 : quarter * 3 - 2;
  return `15.${String(first).padStart(2, '0')}.${year}`;
})(new Date());

/** Families in which the server finds nothing to hold against: it has neither visits nor documents of them. */
function lines(surnames: readonly string[], start: string): readonly (readonly string[])[] {
  return surnames.map((name, index) => [`${index + 1}/26`, `${name} Анна Петровна`, 'базовый', start, '2']);
}

export function registerFile(surnames: readonly string[], start = DUE_START): Uint8Array {
  return packageOf({ sheets: [{ name: 'Реестр', xml: textRows([HEADINGS, ...lines(surnames, start)]) }] });
}

export function registerInExcel(surnames: readonly string[]): HostWorkbook {
  return hostWorkbook([{ name: 'Реестр', rows: [HEADINGS, ...lines(surnames, DUE_START).map((line) => [...line])] }]);
}

type Place = Page | Frame;

const press = (place: Place, name: string): Promise<void> =>
  place.getByRole('button', { name, exact: true }).last().click();

/** A district's register, checked and ready to be sent. */
export async function openDistrict(stage: Stage, bytes: Uint8Array): Promise<Page> {
  const page = await openPage(stage.browser, stage.server.address);
  await chooseFile(page, bytes);
  await check(page);
  await openSending(page, stage.server.operator);
  return page;
}

/** Sends for a district and hands in, with an explanation where one is asked for. */
export async function sendAndHandIn(place: Place, district: string): Promise<void> {
  await place.getByLabel('Район', { exact: true }).first().selectOption({ label: district });
  await press(place, 'Что будет отправлено');
  await press(place, 'Отправить');
  await place.getByText(/Отправлено и принято/).waitFor();
  const panel = place.getByRole('region', { name: 'Сдать реестр за период' });
  await panel.getByText(/Срок сдачи: до/).waitFor();
  const explanation = panel.getByLabel('Пояснение');
  if ((await explanation.count()) > 0) await explanation.fill('Сверено с делами.');
  await press(place, 'Сдать');
  await panel.getByText(/сдан, ждёт решения/).waitFor();
}

/** The pane in Excel over a workbook, with the server behind it. */
export async function openInExcel({ server, browser }: Stage, workbook: HostWorkbook): Promise<PaneInExcel> {
  return await openPaneInExcel(browser, workbook, {
    dist: PANE,
    api: server.address,
    size: { width: 400, height: 900 },
  });
}

export async function connectInExcel({ pane }: PaneInExcel, token: string): Promise<void> {
  await pane.getByRole('tab', { name: 'Отправка' }).click();
  await pane.getByLabel('Ключ доступа').fill(token);
  await press(pane, 'Подключиться');
  await pane.getByRole('button', { name: 'Отключиться', exact: true }).waitFor();
}

export async function checkInExcel({ pane }: PaneInExcel): Promise<void> {
  await pane.getByLabel('На дату').fill('2026-10-31');
  await pane.getByLabel('Нормы').selectOption({ label: 'Учебный набор' });
  await press(pane, 'Проверить');
  await pane.getByRole('list', { name: 'Замечания' }).waitFor();
}

/** The region's page in the browser. */
export async function regionPage(stage: Stage, width?: number): Promise<Page> {
  const page = await openRegion(stage, width);
  await page.getByLabel('Ключ доступа').fill(stage.server.manager);
  await button(page, 'Подключиться').click();
  await page.getByRole('rowheader', { name: 'Всего' }).waitFor();
  return page;
}
