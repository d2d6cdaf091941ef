/**
 * The door for tests without a browser: Microsoft's client (npm @microsoft/office-js) runs in this realm behind its
 * native-bridge seam. The realm matters: a separate vm context would break `instanceof Date` and plain-object tests.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { afterEach } from 'vitest';
import { excelHost, type ExcelHost } from './excel-host.ts';
import type { HostWorkbook } from './host-workbook.ts';
import type { QueryBody } from './process-query.ts';

/** The newest requirement set that this build of the client knows. */
export const NEWEST_EXCEL_API = '1.15';

interface Bridge {
  sendMessageToHost(json: string): void;
  onMessageFromHost(json: string): void;
}

interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
  readonly Office: object;
}

type ClientCode = (this: unknown, window: unknown, bridge: Bridge) => Client;

let compiled: ClientCode | undefined;

function clientCode(): ClientCode {
  if (compiled) return compiled;
  const require = createRequire(import.meta.url);
  const path = require.resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  const source = `with (window) { ${readFileSync(path, 'utf8')}\n; return { Excel, OfficeExtension, Office }; }`;
  compiled = compileFunction(source, ['window', '_richApiNativeBridge']) as unknown as ClientCode;
  return compiled;
}

export interface DoorOptions {
  /** The requirement set the host reports; with `audit` the client itself refuses every call above it. */
  readonly excelApi?: string;
  readonly audit?: boolean;
}

const opened: ExcelHost[] = [];

/**
 * Starts a host over the workbook and makes `Excel` and `Office` global, as a page in Excel finds them. After the test
 * both are gone again, and the test fails when the add-in asked for a member that the host lacks.
 */
export function startExcel(workbook: HostWorkbook, options: DoorOptions = {}): ExcelHost {
  const host = excelHost(workbook);
  const bridge = bridgeTo(host);
  const office = officeObject(workbook, options.excelApi ?? NEWEST_EXCEL_API);
  const window: Record<string, unknown> = {
    Office: undefined,
    Excel: undefined,
    OfficeExtension: undefined,
    OfficeCore: undefined,
    Promise,
    setTimeout,
    clearTimeout,
    performance,
    location: { href: 'https://localhost:8787/pane.html' },
    navigator: { userAgent: 'test' },
  };
  window.window = window;
  const client = clientCode().call(window, window, bridge);
  // oxlint-disable-next-line eslint/no-underscore-dangle -- Microsoft's name for the check
  client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = options.audit ?? false;
  window.Office = Object.create(client.Office, Object.getOwnPropertyDescriptors(office)) as object;
  Object.assign(globalThis, { Excel: client.Excel, Office: window.Office });
  opened.push(host);
  return host;
}

afterEach(() => {
  const missing = opened.flatMap((host) => host.missing);
  opened.length = 0;
  Reflect.deleteProperty(globalThis, 'Excel');
  Reflect.deleteProperty(globalThis, 'Office');
  if (missing.length > 0) throw new Error(`the host lacks: ${missing.join(', ')}`);
});

function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(json) {
      const message = JSON.parse(json) as { id: number; flags: number; message: { body: QueryBody } };
      void reply(bridge, host, message);
    },
    onMessageFromHost: () => {},
  };
  host.onEvent = (event) =>
    setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: [event] } })));
  return bridge;
}

async function reply(
  bridge: Bridge,
  host: ExcelHost,
  request: { readonly id: number; readonly flags: number; readonly message: { readonly body: QueryBody } },
): Promise<void> {
  const answer = await host.answer(request.message.body, request.flags);
  const message = answer.ok
    ? { statusCode: 200, headers: {}, body: answer.body }
    : { statusCode: answer.status, headers: {}, body: JSON.stringify({ error: { code: answer.code, message: '' } }) };
  setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ id: request.id, type: 2, message })));
}

function officeObject(workbook: HostWorkbook, excelApi: string): Record<string, unknown> {
  const supported = (name: string, version = '1.1'): boolean => {
    if (name === 'DelayForCellEdit') return true;
    return name === 'ExcelApi' && Number(version.split('.')[1]) <= Number(excelApi.split('.')[1]);
  };
  return {
    DocumentMode: { ReadOnly: 'readOnly', ReadWrite: 'readWrite' },
    onReady: () => Promise.resolve({ host: 'Excel', platform: 'OfficeOnline' }),
    context: {
      displayLanguage: 'ru-RU',
      document: { mode: workbook.isReadOnly ? 'readOnly' : 'readWrite', url: workbook.name },
      requirements: { isSetSupported: supported },
    },
  };
}

/** Lets events and cleanups that are under way arrive. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) await new Promise((go) => setImmediate(go));
}
