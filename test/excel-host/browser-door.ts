/**
 * The door for end-to-end tests: a parent page of ours plays Excel on the web under Microsoft's address, and the built
 * pane runs in its frame with the genuine office.js. Nothing leaves the machine: every address is answered here.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import { withPaneHeaders } from '../../worker/http/headers.ts';
import { excelHost, type ExcelHost } from './excel-host.ts';
import { paneConversation } from './envelope.ts';
import type { HostWorkbook } from './host-workbook.ts';

const EXCEL = 'https://excel.officeapps.live.com';
const PANE = 'https://localhost:8787';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const CONTROL = 'kurator-control';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** What the browser and office.js write of addresses and storage that a test forbids. */
const EXPECTED = /ERR_FAILED|SecurityError: forbidden/;

const FORBID_STORAGE = `for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });
}`;

export interface PaneInExcel {
  readonly page: Page;
  readonly pane: Frame;
  readonly host: ExcelHost;
  /** Presses a button of the ribbon by the name of its function. */
  readonly press: (functionName: string) => void;
  /** What went wrong on the pane's page: errors, refused addresses, actions that this host does not know. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface BrowserDoorOptions {
  /** The folder with the built pane. */
  readonly dist: string;
  readonly language?: string;
  readonly excelApi?: string;
  /** Microsoft's address cannot be reached, as behind a strict firewall. */
  readonly isOfficeBlocked?: boolean;
  /** The browser forbids storage to frames of other sites, as privacy settings do: touching it throws. */
  readonly isStorageForbidden?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** Called with the empty page, before anything is loaded. */
  readonly beforeLoading?: (page: Page) => Promise<void>;
  /** Address of a running server that answers what the pane asks of the API. */
  readonly api?: string;
}

/** Opens the pane over a workbook. The frame is there when this resolves; Office may still be starting. */
export async function openPaneInExcel(
  browser: Browser,
  workbook: HostWorkbook,
  options: BrowserDoorOptions,
): Promise<PaneInExcel> {
  const host = excelHost(workbook);
  const complaints: string[] = [];
  const language = options.language ?? 'ru-RU';
  const context = await browser.newContext({ viewport: options.size ?? { width: 350, height: 600 }, locale: language });
  await answerAddresses(context, options, complaints);
  if (options.isStorageForbidden) await context.addInitScript(FORBID_STORAGE);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  const talk = paneConversation({
    host,
    excelApi: options.excelApi ?? '1.15',
    language,
    unknown: complaints,
    post: (message) => void page.evaluate(`toPane(${JSON.stringify(message)})`).catch(() => {}),
  });
  await page.exposeFunction('toExcel', (message: string) => void talk.receive(message));
  await options.beforeLoading?.(page);
  await page.goto(`${EXCEL}/x/${encodeURIComponent(language)}`);
  const pane = page.frames().find((frame) => frame !== page.mainFrame());
  if (!pane) throw new Error('the frame of the pane is not there');
  return { page, pane, host, complaints, press: talk.press, close: () => context.close() };
}

async function answerAddresses(
  context: BrowserContext,
  options: BrowserDoorOptions,
  complaints: string[],
): Promise<void> {
  const require = createRequire(import.meta.url);
  const client = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (address.startsWith(`${EXCEL}/x/`)) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: parentPage(options.language ?? 'ru-RU') });
    } else if (address.startsWith(OFFICE_JS) && options.isOfficeBlocked !== true) {
      await fulfillFile(route, client, address.slice(OFFICE_JS.length));
    } else if (options.api !== undefined && address.startsWith(`${PANE}/api/`)) {
      const response = await route.fetch({ url: options.api + address.slice(PANE.length) });
      await route.fulfill({ response });
    } else if (address.startsWith(`${PANE}/`)) {
      await fulfillFile(route, options.dist, address.slice(PANE.length + 1), paneHeaders(new URL(address).pathname));
    } else {
      if (!address.startsWith(OFFICE_JS)) complaints.push(`asked for ${address}`);
      await route.abort();
    }
  });
}

/** The headers under which the server delivers the pane: its content security policy is tried along. */
function paneHeaders(path: string): Record<string, string> {
  return Object.fromEntries(withPaneHeaders(new Response(null), path).headers);
}

async function fulfillFile(
  route: Route,
  folder: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const file = join(folder, normalize(decodeURIComponent(path.split(/[?#]/)[0] ?? '')));
  if (!existsSync(file)) {
    await route.fulfill({ status: 404 });
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  await route.fulfill({ headers: { ...headers, 'content-type': type }, body: await readFile(file) });
}

/** The page of "Excel": it only makes the frame, with the name that office.js reads, and passes messages on. */
function parentPage(language: string): string {
  const name = JSON.stringify({
    baseFrameName: 'pane',
    hostInfo: `Excel|Web|16.01|${language}|${CONTROL}|||0`,
    xdmInfo: `conversation|${CONTROL}|${EXCEL}`,
    serializerVersion: 1,
    flights: '[]',
  });
  const source = `${PANE}/pane.html?_host_Info=Excel$Web$16.01$${language}$${CONTROL}$$$0`;
  return `<!doctype html><title>Excel</title><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% }</style>
<script>
  const frame = document.createElement('iframe');
  frame.name = ${JSON.stringify(name)};
  frame.title = 'Куратор';
  frame.src = ${JSON.stringify(source)};
  window.toPane = (message) => frame.contentWindow.postMessage(message, '*');
  window.addEventListener('message', (event) => { if (typeof event.data === 'string') window.toExcel(event.data); });
  document.addEventListener('DOMContentLoaded', () => document.body.append(frame));
</script>`;
}
