/** What every kind of file becomes once it is loaded, and what it must be able to do to be saved again. */
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { WorkbookNotice } from '../../shared/text/workbook-texts.ts';
import type { CsvEncoding } from './csv-text.ts';
import type { Grid } from './grid.ts';
import type { CellFormat } from './xlsx-styles.ts';

/** A cell that differs from the file: what it holds now, and its format if that had to change. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Index of the format that the cell is to have; undefined when the file's own stays. */
  readonly format: number | undefined;
}

/** A format of the file with another number format. */
export interface MadeFormat {
  /** Index of the file's format that it is made from. */
  readonly from: number;
  readonly numberFormat: 'date' | 'general';
}

export interface ReportChanges {
  readonly added: readonly ReportSheet[];
  readonly removed: readonly string[];
}

export interface Changes {
  /** By sheet name. */
  readonly cells: ReadonlyMap<string, readonly ChangedCell[]>;
  /** Formats that the file does not have, by their index. */
  readonly madeFormats: ReadonlyMap<number, MadeFormat>;
  /** The file's formats and those made. */
  readonly formats: readonly CellFormat[];
  /** Reports of the add-in: those to add as the last sheets, and sheets to take away. Absent: none. */
  readonly reports?: ReportChanges | undefined;
  /** The state to keep in the file; undefined when it is to stay as it is. */
  readonly state: string | undefined;
}

/** What is known of a file: plain data, which can be sent between threads. */
export interface FileFacts {
  readonly grids: readonly Grid[];
  readonly formats: readonly CellFormat[];
  readonly isTextFile: boolean;
  readonly notices: readonly WorkbookNotice[];
  /** Ending of a saved copy, with its dot. */
  readonly copyEnding: string;
  /** The state that the file keeps. */
  readonly state: { readonly text: string | null; readonly isDamaged: boolean };
  /** How the file writes its letters; null when it has all of them. */
  readonly encoding: CsvEncoding | null;
}

export interface LoadedFile extends FileFacts {
  /** The bytes of a copy. What the changes name is put there, whether or not the grids show it already. */
  readonly save: (changes: Changes) => Uint8Array | Promise<Uint8Array>;
  /** Lets go of what is held for the file elsewhere. */
  readonly close?: () => void;
}
