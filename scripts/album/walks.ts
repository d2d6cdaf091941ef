/** Ways that many states begin with, and the registers they begin from. */
import type { Page } from 'playwright-core';
import { packageOf, textRows } from '../../addin/file/test-package.ts';
import { e2eRegister } from '../../test/e2e/e2e-register.ts';
import { button, check, chooseFile, openPage } from '../../test/e2e/people-steps.ts';
import type { Stage } from './album-state.ts';

/** Chooses a file on the first screen. */
export async function openFile({ browser, server }: Stage, name: string, bytes: Uint8Array | string): Promise<Page> {
  const page = await openPage(browser, server.address);
  await chooseFile(page, bytes, name);
  return page;
}

/** The small register with its known defects, or another, checked by the training norms. */
export async function checkedRegister(stage: Stage, bytes = e2eRegister()): Promise<Page> {
  const page = await openFile(stage, 'реестр.xlsx', bytes);
  await check(page);
  return page;
}

/** A sample of the first screen, checked by the training norms. */
export async function checkedSample({ browser, server }: Stage, name: string): Promise<Page> {
  const page = await openPage(browser, server.address);
  await button(page, name).click();
  await check(page);
  return page;
}

/** A screen behind «Ещё». */
export async function goTo(page: Page, screen: string): Promise<void> {
  await button(page, 'Ещё').click();
  await button(page, screen).first().click();
  await page.getByRole('tab', { name: screen }).waitFor();
}

/** The findings of one place in a list of findings. */
export const finding = (page: Page, place: RegExp) =>
  page.getByRole('list', { name: 'Замечания' }).getByRole('button', { name: place }).first();

/** A workbook with one sheet of texts. */
export function sheetOf(name: string, table: readonly (readonly string[])[]): Uint8Array {
  return packageOf({ sheets: [{ name, xml: textRows(table) }] });
}
