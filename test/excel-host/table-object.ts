/** Tables of Excel as the host shows them, and the names that they share one list with. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { areaOfAddress } from './addresses.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError, isHostObject, NotInHost, type HostObject } from './host-object.ts';
import { cellAt, overlaps, putCell, type HostSheet, type HostTable } from './host-workbook.ts';

/** The tables of one sheet. */
export function tablesObject(state: ExcelState, sheet: HostSheet): HostObject {
  return {
    kind: 'TableCollection',
    identity: {},
    items: () => [
      ...sheet.tables.map((table) => tableObject(state, sheet, table)),
      ...(sheet.isTableFiltered ? [filteredTable()] : []),
    ],
    methods: { Add: ([range, hasHeaders]) => tableObject(state, sheet, addTable(state, sheet, range, hasHeaders)) },
  };
}

/** The tables of all sheets. */
export function workbookTablesObject(state: ExcelState): HostObject {
  const all = () =>
    state.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => tableObject(state, sheet, table)));
  return { kind: 'TableCollection', identity: {}, items: all };
}

/** The named ranges of the workbook. */
export function namesObject(state: ExcelState): HostObject {
  const items = () =>
    state.workbook.names.map((name): HostObject => ({ kind: 'NamedItem', properties: { Name: () => name } }));
  return { kind: 'NamedItemCollection', identity: {}, items };
}

/** The area of a range that came as an argument; the host wants it on the sheet that is meant. */
export function areaOfArgument(range: unknown, sheet: HostSheet): CellArea {
  if (!isHostObject(range) || range.kind !== 'Range') throw new NotInHost('a place that is no range');
  const [sheetName = '', address = ''] = String(range.properties?.['Address']?.()).split(/!(?=[^!]*$)/);
  const plain = sheetName.replace(/^'|'$/g, '').replaceAll("''", "'");
  if (plain !== sheet.name) throw new HostError('InvalidArgument', 'the range is on another sheet');
  return areaOfAddress(address);
}

function addTable(state: ExcelState, sheet: HostSheet, range: unknown, hasHeaders: unknown): HostTable {
  state.refuseIfClosedToWriting();
  if (sheet.isProtected) throw new HostError('AccessDenied', 'a table on a protected sheet');
  if (hasHeaders !== true) throw new NotInHost('a table without headings');
  const area = areaOfArgument(range, sheet);
  const isTaken = [...sheet.tables.map((table) => table.area), ...sheet.merges].some((one) => overlaps(one, area));
  if (isTaken) throw new HostError('InvalidArgument', 'tables and merged cells cannot overlap');
  nameHeadings(sheet, area);
  state.workbook.nextId += 1;
  const id = `{table-${state.workbook.nextId}}`;
  const table = { id, name: `Таблица${state.workbook.nextId}`, style: 'TableStyleMedium2', area };
  sheet.tables.push(table);
  return table;
}

/** As in Excel: an empty heading gets a name, a repeated one a number, and numbers become texts. */
function nameHeadings(sheet: HostSheet, { top, left, right }: CellArea): void {
  const used = new Set<string>();
  for (let column = left; column <= right; column += 1) {
    const heading = String(cellAt(sheet, top, column).value) || `Столбец${column - left + 1}`;
    let name = heading;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${heading}${number}`;
    used.add(name.toLowerCase());
    putCell(sheet, top, column, { value: name });
  }
}

function tableObject(state: ExcelState, sheet: HostSheet, table: HostTable): HostObject {
  const autoFilter: HostObject = { kind: 'AutoFilter', identity: {}, properties: { IsDataFiltered: () => false } };
  return {
    kind: 'Table',
    identity: { Id: table.id },
    properties: { Name: () => table.name },
    navigation: { AutoFilter: () => autoFilter },
    setters: {
      Name: (name) => {
        table.name = freeName(state, sheet, String(name));
      },
      Style: (style) => {
        if (!/^TableStyle(Light|Medium|Dark)\d+$/.test(String(style))) throw new HostError('InvalidArgument', 'style');
        table.style = String(style);
      },
    },
  };
}

function freeName({ workbook }: ExcelState, sheet: HostSheet, name: string): string {
  const taken = [...workbook.sheets.flatMap(({ tables }) => tables.map((table) => table.name)), ...workbook.names];
  const isTaken = taken.some((one) => one.toLowerCase() === name.toLowerCase());
  const isName = /^[\p{L}_\\][\p{L}\p{N}_.]{0,254}$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name);
  if (isTaken || !isName) throw new HostError('InvalidArgument', `a table of ${sheet.name} cannot be called ${name}`);
  return name;
}

function filteredTable(): HostObject {
  const autoFilter: HostObject = { kind: 'AutoFilter', identity: {}, properties: { IsDataFiltered: () => true } };
  return { kind: 'Table', identity: { Id: 't1' }, navigation: { AutoFilter: () => autoFilter } };
}
