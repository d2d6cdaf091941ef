/**
 * One family in the registers of two districts: each sees that it may be known elsewhere, and nothing else; the region
 * decides, and counts it once. Both registers are sent from the pane with the region's key.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { packageOf, textRows } from '../../addin/file/test-package.ts';
import { pseudonymiser } from '../../shared/privacy/fingerprint.ts';
import { phraseOf, regionKey } from '../../shared/privacy/region-key.ts';
import { MATCH_PAGE, type RegionMatches } from '../../shared/sync/duplicate-wire.ts';
import { accessibilityFaults, faultsInBothColours, faultsInEveryView } from './accessibility.ts';
import { focused, tabTo } from './keyboard.ts';
import { button, check, chooseFile, connect, openPage, openRegion, openSending, picture } from './people-steps.ts';
import { DUE_START } from './region-people.ts';
import { ownStage } from './stage.ts';

const stage = ownStage();
const KEY = new Uint8Array(32).fill(9);
const phrase = await phraseOf(await regionKey(KEY));
const WIDTHS = [320, 400, 1280];

interface Family {
  readonly name: string;
  readonly snils: string;
}

const CURATOR = 'Полянская Ольга Ивановна';
const SHARED = '112-233-445 95';

function register(families: readonly Family[]): Uint8Array {
  const headings = [
    '№ дела',
    'ФИО заявителя',
    'СНИЛС',
    'Уровень сопровождения',
    'Дата начала сопровождения',
    'Куратор',
  ];
  const lines = families.map(({ name, snils }, at) => [`${at + 1}/26`, name, snils, 'базовый', DUE_START, CURATOR]);
  return packageOf({ sheets: [{ name: 'Реестр', xml: textRows([headings, ...lines]) }] });
}

async function enterKey(page: Page): Promise<void> {
  await page.getByText('Ключ региона').first().click();
  await page.getByLabel('Фраза ключа').first().fill(phrase);
  await button(page, 'Применить фразу').first().click();
  await page.getByText(/Ключ действует, пока открыта панель/).waitFor();
}

/** Sends a register of a district, and stays in «Отправка». */
async function sendFrom(district: string, families: readonly Family[]): Promise<Page> {
  const page = await openPage(stage.browser, stage.server.address);
  await chooseFile(page, register(families));
  await check(page);
  await openSending(page, stage.server.operator);
  await enterKey(page);
  await page.getByRole('combobox', { name: 'Район' }).first().selectOption({ label: district });
  await button(page, 'Что будет отправлено').click();
  await button(page, 'Отправить').click();
  await page.getByText(/Отправлено и принято/).waitFor();
  return page;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Возможные совпадения с другими районами' });

const MATCHES = 60;

const caseIn = (district: string, at: number): RegionMatches['matches'][number]['cases'][number] => ({
  register: district.padEnd(22, 'r'),
  row: String(at).padStart(22, '0'),
  level: 'BASE',
  start: null,
  district: { id: district, title: district },
  closedOn: null,
  applicant: null,
});

/** What the server says of many matches, from one of them on. */
function matchesFrom(offset: number): RegionMatches {
  const ids = Array.from({ length: MATCHES }, (_, at) => at).slice(offset, offset + MATCH_PAGE);
  return {
    counts: { open: MATCHES, same: 0, different: 0, transfer: 0 },
    isCut: false,
    total: MATCHES,
    matches: ids.map((at) => ({ state: 'open', cases: [caseIn('les', at), caseIn('reka', at)], signs: 1, words: [] })),
  };
}

describe('a family in two districts', () => {
  let forest: Page;
  let region: Page;

  it('is shown to a district at its own row, with the name of the other district alone', async () => {
    forest = await sendFrom('Лесной район', [
      { name: 'Камышова Вера Ильинична', snils: '' },
      { name: 'Заречнова Анна Петровна', snils: SHARED },
    ]);
    await panel(forest).getByText('Совпадений с другими районами нет.').waitFor();
    const river = await sendFrom('Речной район', [{ name: 'Лугова Анна Петровна', snils: SHARED }]);
    await river.close();
    await button(panel(forest), 'Обновить').click();
    await panel(forest).getByText('Возможно, эта семья есть ещё и в районе «Речной район».').waitFor();
    expect(await panel(forest).textContent()).not.toContain('Лугова');
    await button(panel(forest), 'Реестр, строка 3').click();
    const selected = forest.getByRole('grid').locator('[aria-selected="true"]');
    await expect.poll(() => selected.first().textContent()).toContain('2/26');
    expect(await faultsInEveryView(forest)).toEqual([]);
    await picture(forest, 'duplicate-district', WIDTHS);
  });

  it('is answered by the district, which is told that the other has not answered', async () => {
    await button(panel(forest), 'Реестр, строка 3').focus();
    await tabTo(forest, 'Та же семья');
    await forest.keyboard.press('Enter');
    await panel(forest).getByText('Ваш ответ: та же семья.').waitFor();
    await panel(forest).getByText('Район «Речной район» ещё не ответил.').waitFor();
    expect(await focused(forest)).not.toBeNull();
    expect(await button(panel(forest), 'Взять ответ назад').count()).toBe(1);
  });

  it('comes with what the server sees falling due, by curators whose names only the workbook has', async () => {
    const pseudonym = await (await pseudonymiser(KEY))('person', CURATOR);
    const due = [{ kind: 'visit', count: 4, first: '2026-11-30' }];
    const stranger = { curator: `kp1_${'z'.repeat(22)}`, due, full: 1 };
    const curators = [{ curator: pseudonym, due, full: 0 }, stranger, { curator: null, due, full: 0 }];
    const digest = {
      from: '2026-11-23',
      to: '2026-12-07',
      pack: 'training',
      due: [{ ...due[0], count: 12 }],
      curators,
    };
    const json = { registers: [{ register: 'r'.repeat(22), at: Date.UTC(2026, 10, 23, 1), digest }] };
    await forest.route('**/districts/lesnoy/ahead', (route) => route.fulfill({ json }));
    await forest.getByRole('tab', { name: 'Предстоит' }).click();
    await button(forest, 'Показать сводку сроков').click();
    const table = forest.getByRole('region', { name: 'Лесной район' });
    await table.getByText(CURATOR).waitFor();
    await table.getByText('куратор не указан').waitFor();
    await table.getByText(/^куратор 2 \(имя есть только в книге района\)/).waitFor();
    expect(await accessibilityFaults(forest)).toEqual([]);
    await picture(forest, 'digest', WIDTHS);
    await forest.getByRole('tab', { name: 'Отправка' }).click();
  });

  it('is decided by the region, which sees both names with its key, and is then counted once', async () => {
    region = await openRegion(stage);
    await connect(region, stage.server.manager);
    const matters = region.getByRole('region', { name: 'Семьи в двух районах' });
    const match = matters.getByRole('listitem', { name: /^Совпадение: Лесной район — Речной район/ });
    await match.getByText('Лесной район: та же семья').waitFor();
    await enterKey(region);
    await match.getByText('Лесной район: Заречнова Анна Петровна').waitFor();
    await match.getByText('Речной район: Лугова Анна Петровна').waitFor();
    const total = region.getByRole('row', { name: /^Всего/ });
    const endOf = async () => (await total.getByRole('cell').allTextContents()).join(' ');
    const before = await endOf();
    await button(match, 'Решить').click();
    await picture(region, 'duplicate-region', WIDTHS);
    expect(await faultsInBothColours(region)).toEqual([]);
    expect(await button(match, 'Решить').isDisabled()).toBe(true);
    await match.getByLabel('Причина').fill('Сверено по телефону: одна семья, сменилась фамилия.');
    await button(match, 'Решить').click();
    await matters.getByText('Таких совпадений нет.').waitFor();
    await region.getByText(/^1 семья состоит в двух районах/).waitFor();
    await expect.poll(endOf).not.toBe(before);
    await button(panel(forest), 'Обновить').click();
    await panel(forest)
      .getByText(/Решил регион: Сверено по телефону/)
      .waitFor();
  });

  it('is looked for by its state, and the decision is taken back', async () => {
    const matters = region.getByRole('region', { name: 'Семьи в двух районах' });
    await matters.getByLabel('Решение').selectOption({ label: 'та же семья (1)' });
    await matters.getByText(/Регион, .*: та же семья, Сверено по телефону/).waitFor();
    await button(matters, 'Отменить решение').click();
    await matters.getByText('Таких совпадений нет.').waitFor();
    await matters.getByLabel('Решение').selectOption({ label: 'не решено (1)' });
    await button(matters, 'Решить').waitFor();
    expect(await region.getByText(/^1 семья состоит в двух районах/).count()).toBe(0);
  });

  it('is asked for again where the answer did not come, and is not said to be none meanwhile', async () => {
    const matters = region.getByRole('region', { name: 'Семьи в двух районах' });
    await region.route('**/api/v1/duplicates?*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
    await matters.getByLabel('Решение').selectOption({ label: 'разные семьи (0)' });
    await matters.getByText(/отвечает не сервер Куратора/).waitFor();
    expect(await matters.getByLabel('Решение').textContent()).not.toContain('(0)');
    await region.unroute('**/api/v1/duplicates?*');
    await button(matters, 'Обновить').click();
    await matters.getByText(/отвечает не сервер Куратора/).waitFor({ state: 'detached' });
    await matters.getByLabel('Решение').selectOption({ label: 'не решено (1)' });
  });

  it('shows further ones beside those that are known, and what is half written about one stays', async () => {
    const page = await openRegion(stage);
    const asked: string[] = [];
    const held = Promise.withResolvers<undefined>();
    await page.route('**/api/v1/duplicates?*', async (route) => {
      const query = new URL(route.request().url()).searchParams;
      const offset = Number(query.get('offset'));
      asked.push(`${query.get('state') ?? 'all'} ${offset}`);
      if (offset > 0) await held.promise;
      await route.fulfill({ json: matchesFrom(offset) });
    });
    await connect(page, stage.server.manager);
    const matters = page.getByRole('region', { name: 'Семьи в двух районах' });
    await matters.getByText('Показано 50 из 60.').waitFor();
    await button(matters, 'Решить').last().click();
    await matters.getByLabel('Причина').fill('Звонили в оба района, ждём');
    await button(matters, 'Показать ещё').click();
    await expect.poll(() => asked.at(-1)).toBe('open 50');
    expect(await matters.getByLabel('Причина').inputValue()).toBe('Звонили в оба района, ждём');
    expect(await focused(page)).not.toBeNull();
    held.resolve(undefined);
    await expect.poll(() => matters.getByRole('listitem', { name: /^Совпадение/ }).count()).toBe(60);
    expect(await matters.getByLabel('Причина').inputValue()).toBe('Звонили в оба района, ждём');
    const before = asked.length;
    await matters.getByLabel('Решение', { exact: true }).selectOption({ label: 'та же семья (0)' });
    await matters.getByText('Показано 50 из 60.').waitFor();
    expect(asked.slice(before)).toEqual(['same 0']);
    await page.close();
  });

  it('stands in the check over all districts, with what was not judged', async () => {
    await region.getByText('Проверка по всем районам').click();
    const checked = region.getByRole('region', { name: 'Проверка по всем районам' });
    await checked.getByText('Проверено открытых семей: 3, замечаний: 2.').waitFor();
    await checked.getByText(/Не проверено: 1 открытая семья/).waitFor();
    await region.getByText('Сводка сроков с сервера').click();
    await region.getByText(/Сводки ещё нет/).waitFor();
    await picture(region, 'region-check', WIDTHS);
    expect(await accessibilityFaults(region)).toEqual([]);
    await region.setViewportSize({ width: 320, height: 900 });
    expect(await region.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await region.close();
  });
});

describe('the address of the weekly digest', () => {
  it('is set by the administrator, who sees the signing key once and what became of a test', async () => {
    const page = await openRegion(stage);
    await connect(page, stage.server.admin);
    await button(page, 'Администрирование').click();
    await page.getByRole('tab', { name: 'Сводка на адрес' }).click();
    const field = page.getByRole('textbox', { name: 'Адрес', exact: true });
    await field.fill('https://10.0.0.1/hook');
    await button(page, 'Сохранить адрес').click();
    await page.getByText(/Этот адрес не подходит/).waitFor();
    await field.fill('https://hooks.no-such-centre.ru/kurator');
    await button(page, 'Сохранить адрес').click();
    await page.getByText(/Сводка отправляется на https:\/\/hooks\.no-such-centre\.ru\/kurator/).waitFor();
    expect(await page.getByLabel('Ключ подписи').inputValue()).toMatch(/^[0-9a-f]{64}$/);
    await page.getByText(/Отправок ещё не было/).waitFor();
    await page.getByRole('tab', { name: 'Ключи' }).click();
    await page.getByRole('tab', { name: 'Сводка на адрес' }).click();
    expect(await page.getByLabel('Ключ подписи').inputValue()).toMatch(/^[0-9a-f]{64}$/);
    await picture(page, 'webhook', WIDTHS);
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, 'Больше не отправлять').click();
    await button(page, 'Да').click();
    await page.getByText('Адрес не задан: сводка никуда не отправляется.').waitFor();
    await page.close();
  });
});
