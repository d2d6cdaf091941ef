/** Workbook, worksheets and what hangs on them, as the host shows them. */
import { areaOfAddress } from './addresses.ts';
import { customXmlObject } from './custom-xml-object.ts';
import type { ExcelState } from './excel-state.ts';
import { HostError, NULL_OBJECT, type HostObject } from './host-object.ts';
import { WHOLE_SHEET, type HostSheet } from './host-workbook.ts';
import { chartsObject } from './chart-object.ts';
import { namesObject, tablesObject, workbookTablesObject } from './table-object.ts';
import { rangeAreasOf, rangeObject, usedRangeObject } from './range-object.ts';

/** Events of the collection of sheets, by their names and numbers on the wire. */
export const SHEET_EVENTS = {
  DataChanged: 10,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowSorted: 19,
  ColumnSorted: 20,
  RowHiddenChanged: 22,
} as const;
const SERIAL_1904_START_IN_1900 = 1462;

/** The root of all paths. */
export function workbookObject(state: ExcelState): HostObject {
  const { workbook } = state;
  return {
    kind: 'Workbook',
    identity: {},
    properties: { Name: () => workbook.name, ReadOnly: () => workbook.isReadOnly },
    navigation: {
      Worksheets: () => worksheetsObject(state),
      CustomXmlParts: () => customXmlObject(state),
      Functions: () => functionsObject(state),
      Names: () => namesObject(state),
      Tables: () => workbookTablesObject(state),
    },
    methods: {
      GetActiveCell: () => {
        const sheet = workbook.sheets.find((one) => one.id === workbook.activeSheetId);
        if (!sheet) throw new HostError('ItemNotFound', 'no active sheet');
        const { row, column } = workbook.active;
        return rangeObject(state, sheet, { top: row, left: column, bottom: row, right: column });
      },
    },
  };
}

/** DATE(1904,1,1) is how a caller without a property for it learns the date system. */
function functionsObject(state: ExcelState): HostObject {
  return {
    kind: 'Functions',
    identity: {},
    methods: {
      Date: ([year, month, day]) => {
        if (year !== 1904 || month !== 1 || day !== 1) throw new HostError('InvalidArgument', 'only DATE(1904,1,1)');
        const value = state.workbook.is1904 ? 0 : SERIAL_1904_START_IN_1900;
        return { kind: 'FunctionResult', identity: {}, properties: { Value: () => value, Error: () => null } };
      },
    },
  };
}

function worksheetsObject(state: ExcelState): HostObject {
  const find = (key: unknown) => state.workbook.sheets.find((sheet) => sheet.name === key || sheet.id === key);
  const registrations = Object.entries(SHEET_EVENTS).flatMap(([name, type]) => [
    [`_Register${name}Event`, () => state.watchEvent(type)] as const,
    [`_Unregister${name}Event`, () => state.unwatchEvent(type)] as const,
  ]);
  return {
    kind: 'WorksheetCollection',
    identity: {},
    items: () => state.workbook.sheets.map((sheet) => worksheetObject(state, sheet)),
    item: (key) => {
      const sheet = find(key);
      if (!sheet) throw new HostError('ItemNotFound', 'no such sheet');
      return worksheetObject(state, sheet);
    },
    methods: {
      Add: ([name]) => worksheetObject(state, state.addSheet(String(name))),
      GetItemOrNullObject: ([key]) => {
        const sheet = find(key);
        return sheet ? worksheetObject(state, sheet) : NULL_OBJECT;
      },
      ...Object.fromEntries(registrations),
    },
  };
}

/** One sheet. */
export function worksheetObject(state: ExcelState, sheet: HostSheet): HostObject {
  return {
    kind: 'Worksheet',
    identity: { Id: sheet.id },
    properties: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => state.workbook.sheets.indexOf(sheet),
      Visibility: () => sheet.visibility.charAt(0).toUpperCase() + sheet.visibility.slice(1),
    },
    navigation: {
      Protection: () => ({
        kind: 'WorksheetProtection',
        identity: {},
        properties: { Protected: () => sheet.isProtected },
      }),
      AutoFilter: () => ({
        kind: 'AutoFilter',
        identity: {},
        properties: { IsDataFiltered: () => sheet.isFiltered },
      }),
      Tables: () => tablesObject(state, sheet),
      Charts: () => chartsObject(state, sheet),
    },
    methods: {
      GetRange: ([address]) =>
        rangeObject(state, sheet, typeof address === 'string' ? areaOfAddress(address) : WHOLE_SHEET),
      GetRanges: ([address]) => rangeAreasOf(state, sheet, address),
      GetRangeByIndexes: ([row, column, rows, columns]) => {
        const top = Number(row) + 1;
        const left = Number(column);
        const area = { top, left, bottom: top + Number(rows) - 1, right: left + Number(columns) - 1 };
        return rangeObject(state, sheet, area);
      },
      GetUsedRangeOrNullObject: ([valuesOnly]) => usedRangeObject(state, sheet, WHOLE_SHEET, valuesOnly === true),
      Delete: () => state.deleteSheet(sheet),
      Activate: () => {
        if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation', 'the sheet is hidden');
        state.workbook.activeSheetId = sheet.id;
      },
    },
  };
}
