/**
 * The messages that office.js in a pane exchanges with Excel on the web: what the parent page is asked, and what it
 * answers. Pure but for the host behind it.
 */
import type { ExcelHost, HostEvent } from './excel-host.ts';
import type { QueryBody } from './process-query.ts';

/** A message of office.js; only the parts that matter. */
interface Message {
  readonly action: string;
  /** 0 call, 1 registration for an event, 2 its end. */
  readonly kind: number;
  readonly conversation: string;
  readonly correlation: number;
  readonly data: unknown;
}

export interface EnvelopeOptions {
  readonly host: ExcelHost;
  readonly excelApi: string;
  readonly language: string;
  /** Sends a message to the pane. */
  readonly post: (message: string) => void;
  /** Actions this host does not know; a test must end with none. */
  readonly unknown: string[];
}

const RICH_API = 93;
const LOAD_SETTINGS = 75;
const SAVE_SETTINGS = 76;
const COMMAND_COMPLETED = 94;

/** Takes the messages of one pane. The answers go through `post`. */
export function paneConversation(options: EnvelopeOptions): {
  readonly receive: (text: string) => Promise<void>;
  /** Presses a button of the ribbon. */
  readonly press: (functionName: string) => void;
} {
  const registrations = new Map<string, Message>();
  const push = (event: string, data: unknown): void => {
    const registration = registrations.get(event);
    if (registration) options.post(answerTo(registration, data));
  };
  options.host.onEvent = (event: HostEvent) => push('richApiMessage', { ArrayData: [event] });
  return {
    async receive(text) {
      const message = messageOf(text);
      if (!message) return;
      if (message.kind === 1) registrations.set(eventNameOf(message), message);
      options.post(answerTo(message, await answerData(message, options)));
    },
    press: (functionName) => push('appCommandInvoked', ['command-1', functionName, '{"source":{"id":"Kurator"}}']),
  };
}

function messageOf(text: string): Message | null {
  try {
    const {
      _actionName: action,
      _actionType: kind,
      _conversationId: conversation,
      _correlationId: correlation,
      _data: data,
    } = JSON.parse(text) as Record<string, unknown>;
    if (typeof action !== 'string') return null;
    return { action, kind: Number(kind), conversation: String(conversation), correlation: Number(correlation), data };
  } catch {
    return null;
  }
}

function answerTo({ action, kind, conversation, correlation }: Message, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: kind === 1 && data !== REGISTERED ? 1 : 0,
    _errorCode: 0,
    _actionName: action,
    _conversationId: conversation,
    _correlationId: correlation,
    _origin: 'https://excel.officeapps.live.com',
    _data: data,
    _serializerVersion: 1,
  });
}

/** The answer to a registration; what comes later under its number is the event. */
const REGISTERED = { Error: 0, Version: 1 };
const EVENTS = ['richApiMessage', 'appCommandInvoked', 'documentSelectionChanged'];

function eventNameOf({ data, action }: Message): string {
  const text = JSON.stringify(data) + action;
  return EVENTS.find((name) => text.includes(name)) ?? text;
}

async function answerData({ action, kind, data }: Message, options: EnvelopeOptions): Promise<unknown> {
  if (action === 'ContextActivationManager_getAppContextAsync') return appContext(options);
  if (action === 'ContextActivationManager_notifyHost') return null;
  if (kind !== 0) return REGISTERED;
  if (action === 'executeMethod') return executeMethod(data, options);
  options.unknown.push(action);
  return null;
}

function appContext({ host, excelApi, language }: EnvelopeOptions): unknown {
  return {
    _id: 'kurator-pane',
    _appName: 16,
    _appVersion: '16.0.15407.0',
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `https://example.sharepoint.com/${host.workbook.name}`,
    _clientMode: host.workbook.isReadOnly ? 0 : 1,
    _settings: [],
    _reason: 1,
    _requirementMatrix: JSON.stringify({ ExcelApi: excelApi, SharedRuntime: '1.1', DelayForCellEdit: '1.1' }),
  };
}

async function executeMethod(data: unknown, { host, unknown }: EnvelopeOptions): Promise<unknown> {
  const { DdaMethod, ArrayData } = data as { DdaMethod: { DispatchId: number }; ArrayData?: unknown[] };
  const { DispatchId } = DdaMethod;
  if (DispatchId === LOAD_SETTINGS || DispatchId === SAVE_SETTINGS || DispatchId === COMMAND_COMPLETED) {
    return { Version: 1, Error: 0, Data: [] };
  }
  if (DispatchId !== RICH_API) {
    unknown.push(`method ${DispatchId}`);
    return { Version: 1, Error: 5001 };
  }
  const [, , , , body = '{}', , flags] = ArrayData ?? [];
  const reply = await host.answer(JSON.parse(String(body)) as QueryBody, Number(flags));
  return reply.ok ? { Version: 1, Error: 0, Data: [200, [], reply.body] } : { Version: 1, Error: reply.officeError };
}
