/** The built pane in a frame of "Excel on the web", with Microsoft's genuine office.js between them. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RIBBON_COMMANDS } from '../../addin/excel/commands.ts';
import { openPaneInExcel, type BrowserDoorOptions, type PaneInExcel } from '../excel-host/browser-door.ts';
import { cellAt, hostWorkbook, sheetSnapshot, type CellSpec, type HostWorkbook } from '../excel-host/host-workbook.ts';
import { launchBrowser } from './browser.ts';
import { PANE } from './build-pane.ts';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления'];

let browser: Browser;
const opened: PaneInExcel[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const complaints = opened.flatMap((one) => [...one.complaints, ...one.host.missing]);
  await Promise.all(opened.map((one) => one.close()));
  opened.length = 0;
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
});
afterAll(async () => {
  await browser.close();
});

function family(row: number): CellSpec[] {
  return [
    `${row}/26`,
    row === 3 ? 'Орлова  Анна Петровна' : `Сомова Анна ${'АБВГД'.charAt(row)}.`,
    'многодетная',
    'Петрова О. И.',
    'базовый',
    row === 4 ? '31.02.2026' : { value: 46_240 + row, numberFormat: 'dd.mm.yyyy' },
  ];
}

function register(options: { readonly isReadOnly?: boolean } = {}): HostWorkbook {
  return hostWorkbook([{ name: 'Реестр', rows: [HEADINGS, family(2), family(3), family(4)] }], options);
}

async function open(workbook: HostWorkbook, options: Partial<BrowserDoorOptions> = {}): Promise<PaneInExcel> {
  const pane = await openPaneInExcel(browser, workbook, { dist: PANE, ...options });
  opened.push(pane);
  return pane;
}

async function check({ pane }: PaneInExcel): Promise<void> {
  await pane.getByRole('button', { name: 'Проверить', exact: true }).click();
  await pane.getByRole('list', { name: 'Замечания' }).waitFor();
}

describe('the pane in Excel', () => {
  it('checks the open workbook, marks the cells, and a click on a finding selects its cell', async () => {
    const excel = await open(register());
    await check(excel);
    const [sheet] = excel.host.workbook.sheets;
    await expect.poll(() => sheet?.conditionalFormats.map(({ type }) => type)).toContain('Custom');
    await excel.pane.getByRole('button', { name: /строка 4, графа «Дата заявления»/ }).click();
    await expect.poll(() => excel.host.workbook.active).toEqual({ row: 4, column: 5 });
  });

  it('mends a cell and puts it back', async () => {
    const excel = await open(register());
    await check(excel);
    const value = () => cellAt(excel.host.sheet('Реестр'), 3, 1).value;
    const finding = excel.pane.getByRole('listitem').filter({ hasText: 'строка 3, графа «ФИО заявителя»' });
    await finding.getByRole('button', { name: 'Исправить', exact: true }).click();
    await expect.poll(value).toBe('Орлова Анна Петровна');
    await excel.pane.getByRole('button', { name: 'Отменить исправление' }).click();
    await expect.poll(value).toBe('Орлова  Анна Петровна');
  });

  it('hears of what a person types and checks again', async () => {
    const excel = await open(register());
    await check(excel);
    await excel.pane.getByText('строка 4, графа «Дата заявления»').first().waitFor();
    excel.host.type('Реестр', 'F4', '10.08.2026');
    await expect.poll(() => excel.pane.getByText('строка 4, графа «Дата заявления»').count()).toBe(0);
  });

  it('takes its marks away without a trace, and remembers in the workbook', async () => {
    const workbook = register();
    const before = workbook.sheets.map(sheetSnapshot);
    const excel = await open(workbook);
    await check(excel);
    await excel.pane.getByText('Показать отметки').click();
    await expect.poll(() => workbook.sheets.map(sheetSnapshot)).toEqual(before);
    await expect.poll(() => workbook.customXml.length).toBe(1);
  });

  it('writes the protocol as a sheet, and takes exactly that sheet away', async () => {
    const workbook = register();
    const excel = await open(workbook);
    await check(excel);
    const before = workbook.sheets.map(sheetSnapshot);
    await excel.pane.getByRole('button', { name: 'Протокол проверки', exact: true }).last().click();
    await excel.pane.getByRole('button', { name: 'Добавить листом в книгу' }).click();
    await expect.poll(() => workbook.sheets.map(({ name }) => name)).toEqual(['Реестр', 'Протокол проверки']);
    const remove = excel.pane.getByRole('button', { name: 'Убрать лист' });
    await remove.waitFor();
    const cells = [...excel.host.sheet('Протокол проверки').cells.values()].flatMap((row) => [...row.values()]);
    expect(cells.map(({ link }) => link)).toContain("'Реестр'!F4");
    expect(cells.every(({ formula }) => formula === null)).toBe(true);
    await remove.click();
    await expect.poll(() => workbook.sheets.map(sheetSnapshot)).toEqual(before);
  });

  it('speaks the language of Excel until a person chooses another', async () => {
    const excel = await open(register(), { language: 'en-US' });
    await excel.pane.getByRole('button', { name: 'Check', exact: true }).waitFor();
    await excel.pane.getByRole('button', { name: 'More', exact: true }).click();
    await excel.pane.getByRole('button', { name: 'Русский' }).click();
    await excel.pane.getByRole('button', { name: 'Проверить', exact: true }).waitFor();
    expect(await excel.pane.evaluate(() => document.documentElement.lang)).toBe('ru');
  });

  it('follows the colours of Excel, whatever those of the computer are', async () => {
    const excel = await open(register());
    await excel.page.emulateMedia({ colorScheme: 'light' });
    await excel.pane.getByRole('button', { name: 'Проверить', exact: true }).waitFor();
    const scheme = () => excel.pane.evaluate(() => document.documentElement.style.colorScheme);
    await expect.poll(scheme).toBe('light');
    await excel.pane.evaluate(() => {
      Object.defineProperty(Office.context, 'officeTheme', { value: { bodyBackgroundColor: '#262626' } });
      window.dispatchEvent(new Event('focus'));
    });
    await expect.poll(scheme).toBe('dark');
  });

  it('checks a workbook that is open for reading only', async () => {
    const workbook = register({ isReadOnly: true });
    const before = workbook.sheets.map(sheetSnapshot);
    const excel = await open(workbook);
    await check(excel);
    await excel.pane.getByText('строка 4, графа «Дата заявления»').first().waitFor();
    await excel.pane.getByText(/Книга открыта только для чтения/).waitFor();
    expect(await excel.pane.getByRole('button', { name: /^Исправить/ }).count()).toBe(0);
    expect(workbook.sheets.map(sheetSnapshot)).toEqual(before);
  });

  it('answers the buttons of the ribbon', async () => {
    const excel = await open(register());
    await excel.pane.getByRole('button', { name: 'Проверить', exact: true }).waitFor();
    excel.press(RIBBON_COMMANDS.check);
    await excel.pane.getByRole('list', { name: 'Замечания' }).waitFor();
    const formats = () => excel.host.sheet('Реестр').conditionalFormats.length;
    await expect.poll(formats).toBeGreaterThan(0);
    excel.press(RIBBON_COMMANDS.removeMarks);
    await expect.poll(formats).toBe(0);
  });

  it('can be reached by keyboard though office.js moves the Tab key itself', async () => {
    const excel = await open(register());
    const button = excel.pane.getByRole('button', { name: 'Проверить', exact: true });
    await button.waitFor();
    await excel.pane.locator('body').click({ position: { x: 2, y: 2 } });
    const focused = () => excel.pane.evaluate(() => document.activeElement?.textContent ?? '');
    const visited: string[] = [];
    for (let presses = 0; presses < 15 && !visited.includes('Проверить'); presses += 1) {
      await excel.page.keyboard.press('Tab');
      visited.push(await focused());
    }
    expect(visited).toContain('Проверить');
    await excel.page.keyboard.press('Enter');
    await excel.pane.getByRole('list', { name: 'Замечания' }).waitFor();
  });

  it('works where the browser forbids it to store anything', async () => {
    const excel = await open(register(), { isStorageForbidden: true });
    await check(excel);
    await expect.poll(() => excel.host.workbook.customXml.length).toBe(1);
  });

  it('waits while a cell is being edited', async () => {
    const excel = await open(register());
    const button = excel.pane.getByRole('button', { name: 'Проверить', exact: true });
    await button.waitFor();
    excel.host.setCellEditing(true);
    await button.click();
    await expect.poll(() => excel.host.waiting()).toBeGreaterThan(0);
    await excel.pane.getByText(/Если вы правите ячейку, нажмите в ней Enter или Esc/).waitFor();
    excel.host.setCellEditing(false);
    await excel.pane.getByRole('list', { name: 'Замечания' }).waitFor();
    expect(excel.host.waiting()).toBe(0);
  });

  it('says in a sentence that Microsoft’s address is blocked, and offers to work with a file', async () => {
    const excel = await open(register(), { isOfficeBlocked: true });
    await excel.pane.getByRole('button', { name: /файл/i }).first().waitFor();
    expect(await excel.pane.locator('body').innerText()).toMatch(/Excel|Office/);
    expect(excel.host.meter.syncs).toBe(0);
    // Tab out of Excel's own window: the key was pressed there, and the ring is to be seen here.
    await excel.page.keyboard.press('Tab');
    const ring = () => excel.pane.locator(':focus').evaluate((button) => getComputedStyle(button).outlineStyle);
    await expect.poll(ring).toBe('solid');
  });
});
