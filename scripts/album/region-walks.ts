/** A region in the middle of its quarter: twelve districts, of which some have handed in, some have sent, most are silent. */
import type { Page } from 'playwright-core';
import { packageOf, textRows } from '../../addin/file/test-package.ts';
import { phraseOf, regionKey } from '../../shared/privacy/region-key.ts';
import { button, check, chooseFile, connect, openPage, openRegion, openSending } from '../../test/e2e/people-steps.ts';
import { DUE_START, sendAndHandIn } from '../../test/e2e/region-people.ts';
import type { Stage } from './album-state.ts';

export const LONG_NAME = 'Верхнезареченский муниципальный район имени первых строителей';
const OTHERS = [
  LONG_NAME,
  'Озёрный район',
  'Полянский район',
  'Камышинский район',
  'Степной округ',
  'Тихореченский район',
];
const KEY = new Uint8Array(32).fill(7);
const SHARED = '112-233-445 95';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'СНИЛС', 'Уровень сопровождения', 'Дата начала сопровождения', 'Куратор'];
const SURNAMES = ['Заречнова', 'Камышова', 'Лугова', 'Опушкина', 'Берегова', 'Плёсова'];

interface RegisterWish {
  readonly families: number;
  /** The first family is known to another district, too. */
  readonly isShared?: boolean;
  readonly start?: string;
  /** Gives the number of children. */
  readonly hasChildren?: boolean;
}

export function districtRegister({
  families,
  isShared,
  start = DUE_START,
  hasChildren = false,
}: RegisterWish): Uint8Array {
  const lines = Array.from({ length: families }, (_, at) => [
    `${at + 1}/26`,
    `${SURNAMES[at % SURNAMES.length]} Анна ${at < SURNAMES.length ? 'Петровна' : 'Ильинична'}`,
    at === 0 && isShared ? SHARED : '',
    at % 3 === 2 ? 'кризисный' : 'базовый',
    start,
    'Преображенская-Сомова Елизавета Александровна',
    ...(hasChildren ? ['2'] : []),
  ]);
  const rows = [[...HEADINGS, ...(hasChildren ? ['Число детей'] : [])], ...lines];
  return packageOf({ sheets: [{ name: 'Реестр', xml: textRows(rows) }] });
}

interface Region {
  /** May send for every district. */
  readonly operator: string;
  readonly auditor: string;
}

const regions = new WeakMap<Stage['server'], Promise<Region>>();

/** The filled region; filled once for all states of a run. */
export function filledRegion(stage: Stage): Promise<Region> {
  const known = regions.get(stage.server) ?? fill(stage);
  regions.set(stage.server, known);
  return known;
}

async function asAdmin<T>({ server }: Stage, path: string, body: object): Promise<T> {
  const headers = { authorization: `Bearer ${server.admin}`, 'content-type': 'application/json' };
  const answer = await fetch(`${server.address}/api/v1/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function keyOf(stage: Stage, name: string, role: string, districts: readonly string[] | null): Promise<string> {
  const { id } = await asAdmin<{ id: string }>(stage, 'admin/people', {
    name,
    role,
    ...(districts === null ? {} : { districts }),
  });
  return (await asAdmin<{ token: string }>(stage, 'tokens', { person: id, validDays: 90 })).token;
}

async function fill(stage: Stage): Promise<Region> {
  const ids = OTHERS.map((_, at) => `district-${at + 1}`);
  for (const [at, id] of ids.entries()) await asAdmin(stage, 'districts', { id, title: OTHERS[at] });
  const operator = await keyOf(stage, 'Дубова А. А., все районы', 'operator', ['lesnoy', 'rechnoy', 'severny', ...ids]);
  const auditor = await keyOf(stage, 'Клёнова В. В., проверка', 'auditor', null);
  const sending = async (district: string, wish: RegisterWish): Promise<void> => {
    const page = await districtPage(stage, operator, wish);
    await enterKey(page);
    if (district === LONG_NAME || wish.isShared) await sendAndHandIn(page, district);
    else await sendOnly(page, district);
    await page.context().close();
  };
  await sending(LONG_NAME, { families: 9, isShared: true, hasChildren: true });
  await sending('Озёрный район', { families: 5, isShared: true });
  await sending('Полянский район', { families: 7 });
  return { operator, auditor };
}

/** A register of a district, checked, in «Отправка». */
export async function districtPage({ browser, server }: Stage, token: string, wish: RegisterWish): Promise<Page> {
  const page = await openPage(browser, server.address);
  await chooseFile(page, districtRegister(wish));
  await check(page);
  await openSending(page, token);
  return page;
}

/** Enters the region's key on the page that is open. */
export async function enterKey(page: Page): Promise<void> {
  await page.getByText('Ключ региона').first().click();
  await page
    .getByLabel('Фраза ключа')
    .first()
    .fill(await phraseOf(await regionKey(KEY)));
  await button(page, 'Применить фразу').first().click();
  await page.getByText(/Ключ действует, пока открыта панель/).waitFor();
}

export async function sendOnly(page: Page, district: string): Promise<void> {
  await page.getByLabel('Район', { exact: true }).first().selectOption({ label: district });
  await button(page, 'Что будет отправлено').click();
  await button(page, 'Отправить').click();
  await page.getByText(/Отправлено и принято/).waitFor();
}

/** The region's page over the filled region, for the role of a key. */
export async function filledPage(stage: Stage, token = stage.server.manager): Promise<Page> {
  await filledRegion(stage);
  const page = await openRegion(stage);
  await connect(page, token);
  await page.getByRole('rowheader', { name: 'Всего' }).waitFor();
  return page;
}

export const strip = (page: Page, district: string | RegExp) =>
  page.getByRole('list', { name: 'Сдача по районам' }).getByRole('button', { name: district });
