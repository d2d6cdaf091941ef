/** Conditional formats as the host shows them: the custom kind, and whatever else a person made, to look at only. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError, NotInHost, NULL_OBJECT, type HostObject } from './host-object.ts';
import { overlaps, type HostConditionalFormat, type HostSheet } from './host-workbook.ts';

const EDGES = new Set(['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight']);

/** The conditional formats that touch any of the areas; adding makes one over all of them. */
export function conditionalFormatsObject(state: ExcelState, sheet: HostSheet, areas: readonly CellArea[]): HostObject {
  const touching = () =>
    sheet.conditionalFormats.filter((format) => format.areas.some((own) => areas.some((area) => overlaps(own, area))));
  return {
    kind: 'ConditionalFormatCollection',
    identity: {},
    items: () => touching().map((format) => formatObject(state, sheet, format)),
    item: (id) => {
      const format = touching().find((one) => one.id === id);
      if (!format) throw new HostError('ItemNotFound', 'no such conditional format');
      return formatObject(state, sheet, format);
    },
    methods: { Add: ([type]) => formatObject(state, sheet, addFormat(state, sheet, areas, String(type))) },
  };
}

function addFormat(
  state: ExcelState,
  sheet: HostSheet,
  areas: readonly CellArea[],
  type: string,
): HostConditionalFormat {
  if (type !== 'Custom') throw new NotInHost(`ConditionalFormatCollection.Add ${type}`);
  state.refuseIfClosedToWriting();
  if (sheet.isProtected) throw new HostError('AccessDenied', 'conditional formats of a protected sheet');
  state.workbook.nextId += 1;
  const format = { id: `cf${state.workbook.nextId}`, type, areas: [...areas], formula: '', format: {} };
  sheet.conditionalFormats.unshift(format);
  return format;
}

function formatObject(state: ExcelState, sheet: HostSheet, format: HostConditionalFormat): HostObject {
  const isCustom = format.type === 'Custom';
  return {
    kind: 'ConditionalFormat',
    identity: { Id: format.id },
    properties: { Id: () => format.id, Type: () => format.type },
    navigation: {
      Custom: () => {
        if (!isCustom) throw new HostError('InvalidArgument', 'the conditional format is of another type');
        return customObject(format);
      },
      CustomOrNullObject: () => (isCustom ? customObject(format) : NULL_OBJECT),
    },
    methods: {
      Delete: () => {
        state.refuseIfClosedToWriting();
        if (sheet.isProtected) throw new HostError('AccessDenied', 'conditional formats of a protected sheet');
        sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
      },
    },
  };
}

function customObject(format: HostConditionalFormat): HostObject {
  const keep = (name: string) => (value: unknown) => {
    format.format = { ...format.format, [name]: value };
  };
  const rule: HostObject = {
    kind: 'ConditionalFormatRule',
    identity: {},
    properties: { Formula: () => format.formula },
    setters: {
      Formula: (value) => {
        format.formula = String(value);
      },
    },
  };
  const settable = (kind: string, names: readonly string[]): HostObject => ({
    kind,
    identity: {},
    setters: Object.fromEntries(names.map((name) => [name, keep(`${kind}.${name}`)])),
  });
  const look: HostObject = {
    kind: 'ConditionalRangeFormat',
    identity: {},
    navigation: {
      Fill: () => settable('Fill', ['Color']),
      Font: () => settable('Font', ['Bold', 'Italic', 'Underline', 'Color']),
      Borders: () => ({ kind: 'Borders', identity: {}, item: (edge) => border(edge) }),
    },
  };
  const border = (edge: unknown): HostObject => {
    if (!EDGES.has(String(edge))) throw new HostError('InvalidArgument', `no edge ${String(edge)}`);
    return settable(String(edge), ['Style', 'Color']);
  };
  return { kind: 'CustomConditionalFormat', identity: {}, navigation: { Rule: () => rule, Format: () => look } };
}
