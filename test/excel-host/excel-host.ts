/**
 * The host that plays Excel: takes request bodies, keeps the workbook, counts, enforces limits, breaks on demand.
 * Both doors (Node and Chromium) hand their requests to `answer` and pass `onEvent` on to the client.
 */
import { areaAddress, areaOfAddress } from './addresses.ts';
import { enterValue } from './enter-value.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError } from './host-object.ts';
import { cellAt, emptySheet, putCell, type HostCell, type HostSheet, type HostWorkbook } from './host-workbook.ts';
import { processQuery, type KeptObjects, type QueryBody } from './process-query.ts';
import { SHEET_EVENTS, workbookObject, worksheetObject } from './workbook-object.ts';

/** Excel on the web refuses more than this in one request or one answer. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const DELAY_FOR_CELL_EDIT = 64;
const EVENT_CATEGORY = 65_536;

/** What the add-in has asked of the host so far. Bytes are those of the JSON text in UTF-8. */
export interface Meter {
  /** Batches that the add-in's own code caused. */
  syncs: number;
  /** Batches in which the client only lets go of objects. */
  cleanups: number;
  /** Batches that office.js sends on its own account. */
  services: number;
  bytesIn: number;
  bytesOut: number;
  largestIn: number;
  largestOut: number;
}

export type HostReply =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly code: string; readonly status: number; readonly officeError: number };

/** What goes wrong at a sync: nothing is done; all is done but the answer is lost; it stops before an action. */
export type Fault =
  | { readonly at: number; readonly kind: 'refused' | 'lost'; readonly code?: string }
  | { readonly at: number; readonly kind: 'half'; readonly actions: number };

export type HostEvent = readonly [
  category: number,
  type: number,
  target: string,
  json: string,
  id: string,
  remote: boolean,
];

export interface ExcelHost {
  readonly workbook: HostWorkbook;
  readonly meter: Meter;
  /** Members asked for that this host lacks: a test must end with none. */
  readonly missing: string[];
  onEvent: (event: HostEvent) => void;
  faults: Fault[];
  /** Awaited before each answer: how slow Excel and the line are. */
  latency: () => Promise<void>;
  /** While true a cell is being edited: batches fail, or wait when they asked to. */
  setCellEditing(isEditing: boolean): void;
  /** How many batches wait for the editing to end. */
  waiting(): number;
  answer(body: QueryBody, flags: number): Promise<HostReply>;
  resetMeter(): void;
  /** A person (or a co-author) types into a cell. */
  type(sheet: string, address: string, value: unknown, source?: 'Local' | 'Remote'): void;
  /** A person (or a co-author) changes cells; the test has made the change itself. `changeType` as Excel says it. */
  tellChange(sheet: string, address: string, changeType: string, source?: 'Local' | 'Remote'): void;
  /**
   * Excel works formulas of a sheet out anew, as after an edit anywhere they depend on: the cells get these results, and
   * the event names the sheet and the cells, and neither a source nor a cause. Cells without a formula are refused.
   */
  recalculate(sheet: string, results: Readonly<Record<string, HostCell['value']>>): void;
  /** A person moves to a cell. */
  moveTo(sheet: string, address: string): void;
  /** A person does something with a sheet as a whole; a test makes the change itself. */
  tellSheetEvent(kind: keyof typeof SHEET_EVENTS, sheet: string, address?: string): void;
  sheet(name: string): HostSheet;
}

const NO_COUNT: Meter = { syncs: 0, cleanups: 0, services: 0, bytesIn: 0, bytesOut: 0, largestIn: 0, largestOut: 0 };

/** A host over a workbook. Nothing happens before the first request. */
export function excelHost(workbook: HostWorkbook): ExcelHost {
  const watched = new Set<number>();
  const kept: KeptObjects = new Map();
  let whenEdited: (() => void)[] = [];
  let isEditing = false;
  const emit = (type: number, args: Readonly<Record<string, unknown>>): void => {
    if (watched.has(type)) host.onEvent([EVENT_CATEGORY, type, 'Workbook', JSON.stringify(args), '', false]);
  };
  const state = excelState(workbook, watched, emit);
  const root = workbookObject(state);
  const host: ExcelHost = {
    workbook,
    meter: { ...NO_COUNT },
    missing: [],
    onEvent: () => {},
    faults: [],
    latency: async () => {},
    setCellEditing(editing) {
      isEditing = editing;
      if (editing) return;
      const waiting = whenEdited;
      whenEdited = [];
      for (const go of waiting) go();
    },
    waiting: () => whenEdited.length,
    async answer(body, flags) {
      if (isEditing) {
        if ((flags & DELAY_FOR_CELL_EDIT) === 0) return refusal('InvalidOperationInCellEditMode', 5004);
        await new Promise<void>((go) => whenEdited.push(go));
      }
      await host.latency();
      return answerBatch(host, body, { root, kept });
    },
    resetMeter: () => void Object.assign(host.meter, NO_COUNT),
    type: (sheet, address, value, source = 'Local') => typeAsPerson({ host, emit }, [sheet, address], value, source),
    tellChange(sheet, address, changeType, source = 'Local') {
      const how = { source, triggerSource: 'Unknown' };
      emit(SHEET_EVENTS.DataChanged, { ...changeArgs(host.sheet(sheet), address, how), changeType });
    },
    recalculate: (sheet, results) => recalculate({ host, emit }, sheet, results),
    moveTo(sheet, address) {
      const found = host.sheet(sheet);
      state.select(found, areaOfAddress(address));
    },
    tellSheetEvent(kind, sheet, address) {
      emit(SHEET_EVENTS[kind], { source: 'Local', worksheetId: host.sheet(sheet).id, address });
    },
    sheet(name) {
      const found = workbook.sheets.find((one) => one.name === name);
      if (!found) throw new Error(`the test names a sheet that is not there: ${name}`);
      return found;
    },
  };
  return host;
}

function excelState(
  workbook: HostWorkbook,
  watched: Set<number>,
  emit: (type: number, args: Readonly<Record<string, unknown>>) => void,
): ExcelState {
  const state: ExcelState = {
    workbook,
    sheetObject: (sheet) => worksheetObject(state, sheet),
    select(sheet, area) {
      if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation', 'the sheet is hidden');
      workbook.activeSheetId = sheet.id;
      workbook.active = { row: area.top, column: area.left };
      emit(SHEET_EVENTS.SelectionChanged, { address: areaAddress(area), worksheetId: sheet.id });
    },
    addSheet(name) {
      state.refuseIfClosedToWriting();
      const isTaken = workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
      if (isTaken || name.length > 31) throw new HostError('InvalidArgument', 'the name is taken or too long');
      const sheet = emptySheet(name, `{0000000${workbook.nextId}}`);
      workbook.nextId += 1;
      workbook.sheets.push(sheet);
      emit(SHEET_EVENTS.Added, { source: 'Local', worksheetId: sheet.id });
      return sheet;
    },
    deleteSheet(sheet) {
      state.refuseIfClosedToWriting();
      const rest = workbook.sheets.filter((one) => one !== sheet);
      const shown = rest.find(({ visibility }) => visibility === 'visible');
      if (!shown) throw new HostError('InvalidOperation', 'the last visible sheet');
      workbook.sheets = rest;
      if (workbook.activeSheetId === sheet.id) workbook.activeSheetId = shown.id;
      emit(SHEET_EVENTS.Deleted, { source: 'Local', worksheetId: sheet.id });
    },
    changed: (sheet, area) =>
      emit(
        SHEET_EVENTS.DataChanged,
        changeArgs(sheet, areaAddress(area), { source: 'Local', triggerSource: 'ThisLocalAddin' }),
      ),
    refuseIfClosedToWriting() {
      if (workbook.isReadOnly) throw new HostError('AccessDenied', 'the workbook is open for reading');
    },
    watchEvent: (type) => void watched.add(type),
    unwatchEvent: (type) => void watched.delete(type),
  };
  return state;
}

function changeArgs(sheet: HostSheet, address: string, how: Readonly<Record<string, string>>): Record<string, unknown> {
  return { ...how, address, changeType: 'RangeEdited', worksheetId: sheet.id, shiftDirection: 'None' };
}

interface World {
  readonly host: ExcelHost;
  readonly emit: (type: number, args: Readonly<Record<string, unknown>>) => void;
}

function recalculate({ host, emit }: World, name: string, results: Readonly<Record<string, HostCell['value']>>): void {
  const sheet = host.sheet(name);
  for (const [address, value] of Object.entries(results)) {
    const { top, left } = areaOfAddress(address);
    if (cellAt(sheet, top, left).formula === null)
      throw new Error(`the test calculates ${address}, which has no formula`);
    putCell(sheet, top, left, { value });
  }
  emit(SHEET_EVENTS.Calculated, { address: Object.keys(results).join(','), worksheetId: sheet.id });
}

function typeAsPerson(
  world: World,
  [sheetName, address]: readonly [string, string],
  value: unknown,
  source: 'Local' | 'Remote',
): void {
  const sheet = world.host.sheet(sheetName);
  const { top, left } = areaOfAddress(address);
  putCell(sheet, top, left, enterValue(cellAt(sheet, top, left), value));
  world.emit(SHEET_EVENTS.DataChanged, changeArgs(sheet, address, { source, triggerSource: 'Unknown' }));
}

function answerBatch(
  host: ExcelHost,
  body: QueryBody,
  world: Omit<Parameters<typeof processQuery>[1], 'stopBefore'>,
): HostReply {
  const { meter } = host;
  const kind = kindOf(body);
  meter[kind] += 1;
  const size = Buffer.byteLength(JSON.stringify(body));
  meter.bytesIn += size;
  meter.largestIn = Math.max(meter.largestIn, size);
  if (size > PAYLOAD_LIMIT) return refusal('RequestPayloadSizeLimitExceeded', 5103);
  const fault = kind === 'syncs' ? host.faults.find((one) => one.at === meter.syncs) : undefined;
  if (fault?.kind === 'refused') return refusal(fault.code ?? 'GeneralException', 5012);
  const answer = runBatch(host, body, { ...world, ...(fault?.kind === 'half' ? { stopBefore: fault.actions } : {}) });
  const size2 = Buffer.byteLength(answer);
  meter.bytesOut += size2;
  meter.largestOut = Math.max(meter.largestOut, size2);
  if (size2 > PAYLOAD_LIMIT) return refusal('ResponsePayloadSizeLimitExceeded', 5104);
  if (fault?.kind === 'lost') return refusal(fault.code ?? 'GeneralException', 5012);
  return { ok: true, body: answer };
}

function kindOf(body: QueryBody): 'syncs' | 'cleanups' | 'services' {
  if (Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === 2)) return 'services';
  const isCleanup = body.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference');
  return isCleanup && body.Actions.some((action) => action.Name === '_RemoveReference') ? 'cleanups' : 'syncs';
}

function runBatch(host: ExcelHost, body: QueryBody, options: Parameters<typeof processQuery>[1]): string {
  try {
    return JSON.stringify(processQuery(body, options));
  } catch (error) {
    host.missing.push(error instanceof Error ? error.message : String(error));
    const refused = { Code: 'NotInHost', Message: String(error), Location: '', ActionIndex: 0, HttpStatusCode: 501 };
    return JSON.stringify({ Results: [], TraceIds: [], Error: refused });
  }
}

function refusal(code: string, officeError: number): HostReply {
  return { ok: false, code, status: code === 'InvalidOperationInCellEditMode' ? 400 : 500, officeError };
}
