/** The workbooks that the contract suite asks for, and how it looks at what they hold. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellArea, CellValue, SheetCells, SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import type { CellEdit, WorkbookPort } from '../../addin/engine/workbook-port.ts';

/** A cell to begin with. Row from 1, column from 0. */
export interface ContractCell {
  readonly row: number;
  readonly column: number;
  /** A number with a date format is a date. An error is given as its text, with `isError`. */
  readonly value: string | number | boolean;
  readonly isError?: true;
  /** With its leading "="; `value` is its result. */
  readonly formula?: string;
  readonly format?: 'General' | 'dd.mm.yyyy' | '@' | '0.00';
}

export interface ContractSheet {
  readonly name: string;
  readonly visibility?: SheetVisibility;
  readonly cells: readonly ContractCell[];
  readonly merges?: readonly CellArea[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface ContractWorkbook {
  readonly sheets: readonly ContractSheet[];
  readonly isDate1904?: true;
}

/** An opened workbook, and how to open it again after it was saved and closed. */
export interface OpenedForContract {
  readonly port: WorkbookPort;
  readonly reopen: () => Promise<WorkbookPort>;
}

export type OpenForContract = (workbook: ContractWorkbook) => Promise<OpenedForContract>;

export const REGISTER: ContractWorkbook = {
  sheets: [
    {
      name: 'Реестр',
      cells: [
        { row: 1, column: 0, value: 'Заявитель' },
        { row: 1, column: 1, value: 'Дата договора' },
        { row: 1, column: 2, value: 'Срок' },
        { row: 2, column: 0, value: 'Ёлкина М. П.' },
        { row: 2, column: 1, value: 45_000, format: 'dd.mm.yyyy' },
        { row: 2, column: 2, value: 12 },
        { row: 3, column: 0, value: true },
        { row: 3, column: 1, value: '10.03.2025', format: '@' },
        { row: 3, column: 2, value: 24, formula: '=C2*2' },
        { row: 5, column: 0, value: '#N/A', isError: true, formula: '=NA()' },
        { row: 5, column: 2, value: 0.5, format: '0.00' },
        { row: 6, column: 0, value: 'Объединённая' },
      ],
      merges: [{ top: 6, left: 0, bottom: 6, right: 2 }],
      hiddenRows: [3],
      hiddenColumns: [2],
    },
    { name: 'Старый', visibility: 'hidden', cells: [{ row: 1, column: 0, value: 'прошлый год' }] },
    { name: 'Служебный', visibility: 'veryHidden', cells: [{ row: 1, column: 0, value: 'ключ' }] },
    { name: 'Журнал', cells: [{ row: 2, column: 1, value: 'посещение' }] },
  ],
};

/** Texts that a spreadsheet could take for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=1+1',
  '+7 912 000-00-00',
  '-5',
  '- нет',
  '@СУММ(A1)',
  '=HYPERLINK("http://example.org","x")',
  "=cmd|'/c calc'!A0",
  "'кавычка",
  "''",
  '1/2',
  '10.03.2025',
  '00123',
  '1E5',
  'TRUE',
  'ИСТИНА',
  '#REF!x',
  ' с пробелом ',
  'два  пробела',
  'две\nстроки',
  '<b>&amp;</b>',
  '"кавычки"',
  '_x000D_',
  '\u00A0',
  'Ёж 👪',
  '%',
  '12%',
  '{1}',
  '\\',
  ']]>',
];

export const cell = (row: number, column: number, sheet = 'Реестр'): CellAddress => ({ sheet, row, column });
export const at = (sheets: readonly SheetCells[], { sheet, row, column }: CellAddress): CellValue =>
  sheets.find(({ name }) => name === sheet)?.rows.find((one) => one.row === row)?.cells[column] ?? null;
export const text = (address: CellAddress, value: string): CellEdit => ({
  cell: address,
  value: { kind: 'text', text: value },
});

/** All cells of the sheets as one list, for comparing whole workbooks. */
export function contents(sheets: readonly SheetCells[]): readonly string[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells, formulas }) =>
      cells.flatMap((value, column) =>
        value === null || value === undefined
          ? []
          : [`${name} ${row}:${column} ${JSON.stringify(value)}${formulas?.has(column) ? ' formula' : ''}`],
      ),
    ),
  );
}
