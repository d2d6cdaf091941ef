/** What the objects of the host need of the whole: the workbook, and the consequences of what is done to it. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import type { HostObject } from './host-object.ts';
import type { HostSheet, HostWorkbook } from './host-workbook.ts';

export interface ExcelState {
  readonly workbook: HostWorkbook;
  sheetObject(sheet: HostSheet): HostObject;
  /** Adds an empty sheet behind the others; refuses a name that is taken. */
  addSheet(name: string): HostSheet;
  deleteSheet(sheet: HostSheet): void;
  select(sheet: HostSheet, area: CellArea): void;
  /** Tells those who watch that cells have changed through the add-in. */
  changed(sheet: HostSheet, area: CellArea): void;
  refuseIfClosedToWriting(): void;
  watchEvent(eventType: number): void;
  unwatchEvent(eventType: number): void;
}
