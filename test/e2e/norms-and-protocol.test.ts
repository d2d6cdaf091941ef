import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { parseOwnPack } from '../../shared/packs/own-pack.ts';
import { accessibilityFaults } from './accessibility.ts';
import type { BuiltPane } from './built-pane.ts';
import { builtPane } from './built-pane.ts';
import { e2eRegister } from './e2e-register.ts';
import { button, chooseFile, explain } from './people-steps.ts';

let pane: BuiltPane;
let folder = '';
beforeAll(async () => {
  pane = await builtPane();
  folder = await mkdtemp(join(tmpdir(), 'kurator-norms-'));
});
afterAll(async () => {
  await pane.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page, bytes: Uint8Array = e2eRegister()): Promise<void> {
  await page.goto(`${pane.address}/pane.html`);
  await chooseFile(page, bytes);
  await page.getByLabel('На дату').fill('2026-10-31');
}

async function check(page: Page): Promise<void> {
  await button(page, 'Проверить').click();
  await page.getByRole('list', { name: 'Замечания' }).waitFor();
}

async function goTo(page: Page, screen: string): Promise<void> {
  await button(page, 'Ещё').click();
  await button(page, screen).first().click();
  await page.getByRole('tab', { name: screen }).waitFor();
}

/** Where a part of the page ends. */
function bottomOf(box: { readonly y: number; readonly height: number } | null): number {
  return box ? box.y + box.height : Number.NaN;
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Uint8Array> {
  const downloading = page.waitForEvent('download');
  await press();
  return new Uint8Array(await readFile(await (await downloading).path()));
}

/** Lowers the caseload to 2 families, with a source. */
async function lowerCaseload(page: Page): Promise<void> {
  await button(page, 'Изменить: Нагрузка куратора').first().click();
  await page.getByLabel('Семей на куратора, не больше').fill('2');
  await page.getByRole('textbox', { name: /^Источник/ }).fill('Приказ учреждения от 01.02.2026 № 3');
  await button(page, 'Применить').click();
}

describe('norms in the pane', () => {
  it('are shown, changed, tried, kept with the workbook, and given back', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 900 } });
    await open(page);
    await check(page);
    await goTo(page, 'Нормы');
    await page.getByText('не больше 24 семей на куратора').waitFor();
    await page.getByText('не задана').first().waitFor();
    await lowerCaseload(page);
    await page.getByText(/^Добавится .* замечани/).waitFor();
    await button(page, 'Сохранить и проверить').click();
    await page.getByText('не больше 2 семей на куратора').waitFor();
    await page.getByRole('tab', { name: 'Проверка' }).click();
    await expect.poll(() => page.getByLabel('Нормы').inputValue()).toBe('hmao-2018-own');
    await button(page, /^Нагрузка куратора выше нормы|нагрузк/i)
      .first()
      .waitFor();

    const copy = await downloaded(page, () => button(page, 'Сохранить копию').click());
    await open(page, copy);
    await expect.poll(() => page.getByLabel('Нормы').inputValue()).toBe('hmao-2018-own');
    await goTo(page, 'Нормы');
    await button(page, 'Вернуть нормы набора').click();
    const yes = button(page, 'Вернуть и убрать свои нормы');
    const [bar, answer] = [await page.getByRole('group').filter({ has: yes }).boundingBox(), await yes.boundingBox()];
    expect(bottomOf(bar)).toBeGreaterThan(bottomOf(answer));
    await yes.click();
    await page.getByText('не больше 24 семей на куратора').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('go to a file and come from one; a file of something else is answered with a sentence', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 400, height: 800 } });
    await open(page);
    await goTo(page, 'Нормы');
    await lowerCaseload(page);
    await page.getByText('Проверьте реестр — и здесь будет видно').waitFor();
    const bytes = await downloaded(page, () => button(page, 'Сохранить нормы в файл').click());
    const text = new TextDecoder().decode(bytes);
    expect(parseOwnPack(text)).toMatchObject({ ok: true, own: { base: 'hmao-2018' } });
    await button(page, 'Отменить правки').click();

    const load = async (name: string, content: string): Promise<void> => {
      const file = join(folder, name);
      await writeFile(file, content);
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Загрузить нормы из файла').click();
      await (await chooser).setFiles(file);
    };
    await load('чужой.json', '{"name":"x"}');
    await page.getByText('Это не файл норм Куратора.').waitFor();
    await load('нормы.json', text);
    await page.getByText('Нормы из файла загружены.').waitFor();
    await button(page, 'Сохранить нормы').click();
    await page.getByText('не больше 2 семей на куратора').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lose a wording and gain an entry of a list', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 400, height: 800 } });
    await open(page);
    await goTo(page, 'Нормы');
    await button(page, 'Обозначения').click();
    await page.getByLabel('Список').selectOption({ label: 'Итоги' });
    await button(page, 'Добавить в список').click();
    await page.getByLabel('Название').fill('Смена опекуна');
    await page.getByRole('textbox', { name: /^Источник/ }).fill('Приказ № 3');
    await button(page, 'Применить').click();
    await page.getByText('Источник: Приказ № 3').waitFor();
    await button(page, /^Убрать лишние слова: /)
      .first()
      .click();
    const take = button(page, /^Убрать «.+»$/).first();
    const word = /«(.+)»/.exec(await take.innerText())?.[1] ?? '';
    await take.click();
    await button(page, `Вернуть «${word}»`).waitFor();
    await button(page, 'Сохранить нормы').click();
    const bytes = await downloaded(page, () => button(page, 'Сохранить нормы в файл').click());
    expect(parseOwnPack(new TextDecoder().decode(bytes))).toMatchObject({
      ok: true,
      own: {
        differences: {
          codes: {
            results: [{ code: 'OWN1', title: { ru: 'Смена опекуна' } }, { without: [word] }],
          },
        },
      },
    });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('say what is wrong with them before they are taken', async () => {
    const { page } = await pane.open({ viewport: { width: 400, height: 800 } });
    await open(page);
    await goTo(page, 'Нормы');
    await button(page, 'Изменить: Нагрузка куратора').first().click();
    await page.getByLabel('Семей на куратора, не больше').fill('ноль');
    await button(page, 'Применить').click();
    await expect.poll(() => page.getByText('Нужно целое число от 1 до 9999.').isVisible()).toBe(true);
    expect(await page.getByText('Изменения ещё не сохранены').count()).toBe(0);
    await page.context().close();
  });
});

describe('the protocol', () => {
  it('becomes a sheet of the workbook, is taken away again, and goes into files', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 900 } });
    await open(page);
    await check(page);
    await explainFirst(page);
    await goTo(page, 'Протокол проверки');
    await page.getByText('Пояснение: так в деле (Петрова О. И.', { exact: false }).waitFor();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    await button(page, 'Добавить листом в книгу').click();
    const tab = page.getByRole('tablist', { name: 'Листы книги' }).getByRole('tab', { name: 'Протокол проверки' });
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
    const copy = await openWorkbook(
      'копия.xlsx',
      await downloaded(page, () => button(page, 'Сохранить копию').click()),
    );
    expect((await copy.listSheets()).map(({ name }) => name)).toEqual(['Реестр', 'Протокол проверки']);
    await button(page, 'Убрать лист').click();
    await expect.poll(() => tab.count()).toBe(0);

    const file = await openWorkbook('п.xlsx', await downloaded(page, () => button(page, 'Сохранить .xlsx').click()));
    expect((await file.listSheets()).map(({ name }) => name)).toEqual(['Протокол проверки']);
    const csv = await downloaded(page, () => button(page, 'Сохранить .csv').click());
    expect(new TextDecoder().decode(csv)).toContain('Отпечаток содержания');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lists each finding with its cell, and prints on A4', async () => {
    const { page } = await pane.open({ viewport: { width: 400, height: 800 } });
    await open(page);
    await check(page);
    await goTo(page, 'Протокол проверки');
    await page.getByRole('heading', { name: 'Замечания по ячейкам' }).waitFor();
    const table = page.getByRole('table').last();
    const findings = await table.getByRole('rowheader').allInnerTexts();
    expect(findings.length).toBeGreaterThan(2);
    expect(findings.filter((text) => !/^Реестр![A-Z]+\d+\s+(?:Ошибка|Предупреждение|Сведение)$/.test(text))).toEqual(
      [],
    );
    expect(await table.getByRole('cell').first().innerText()).toMatch(/[А-Яа-я].*\./);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    await page.context().close();
  });
});

describe('before a check', () => {
  it('a screen that needs one offers it', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 400, height: 800 } });
    await open(page);
    await goTo(page, 'Как прочитано');
    await button(page, 'Проверить').click();
    await page.getByRole('heading', { name: 'Лист «Реестр»' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('how sheets were read', () => {
  it('is put right by hand: the heading rows, the kind, and back to what was found', async () => {
    const { page, complaints } = await pane.open({ viewport: { width: 1280, height: 900 } });
    await open(page);
    await check(page);
    await goTo(page, 'Как прочитано');
    await button(page, 'Не та таблица?').click();
    await page.locator('#cell-B2').click();
    await expect.poll(() => page.getByLabel('Заголовок со строки').inputValue()).toBe('2');
    await page.getByLabel('Заголовок со строки').fill('1');
    await page.getByLabel('по строку').fill('1');
    await button(page, 'Считать заголовком').click();
    await page.getByText('Заголовок в строке 1').waitFor();
    await button(page, 'Вернуть, как найдено').click();
    await expect.poll(() => button(page, 'Вернуть, как найдено').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is offered for another workbook with the same headings', async () => {
    const { page } = await pane.open({ viewport: { width: 1280, height: 900 } });
    await open(page);
    await check(page);
    await goTo(page, 'Как прочитано');
    await page.getByLabel('Поле для графы «Источник обращения»').selectOption({ label: 'не используется' });
    await page.getByText('указано вами').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('kurator.mappings'))).not.toContain('Иванова');
    await open(page);
    await check(page);
    await page.getByText(/графы называются так же/).waitFor();
    await button(page, 'Прочитать так же').click();
    await expect.poll(() => page.getByText(/графы называются так же/).count()).toBe(0);
    await page.context().close();
  });
});

describe('these screens', () => {
  it.each([
    ['a telephone', { viewport: { width: 320, height: 640 } }],
    ['a window in dark colours', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
    ['a window in light colours', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ] as const)('have no fault of accessibility that a program can find, on %s', async (_name, options) => {
    // A colour on its way from one to another is no colour to be judged.
    const { page } = await pane.open({ ...options, reducedMotion: 'reduce' });
    await open(page);
    await check(page);
    await goTo(page, 'Нормы');
    for (const section of ['Сроки процедуры', 'Обозначения', 'Рабочие и выходные дни региона'])
      await button(page, section).click();
    await button(page, 'Добавить год').click();
    await lowerCaseloadWrongly(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await goTo(page, 'Протокол проверки');
    await button(page, 'Добавить листом в книгу').click();
    await button(page, 'Убрать лист').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await goTo(page, 'Как прочитано');
    await button(page, 'Не та таблица?').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

/** Explains a finding without an end, as most people do. */
async function explainFirst(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Замечания' }).locator('[data-main]:not([aria-expanded])').first().click();
  await explain(page, 'так в деле');
  await button(page, 'Пояснено: 1').waitFor();
}

/** Leaves a form with its complaints open. */
async function lowerCaseloadWrongly(page: Page): Promise<void> {
  await button(page, 'Изменить: Нагрузка куратора').first().click();
  await page.getByLabel('Семей на куратора, не больше').fill('0');
  await button(page, 'Применить').first().click();
  await page.getByText('Нужно целое число от 1 до 9999.').waitFor();
}
