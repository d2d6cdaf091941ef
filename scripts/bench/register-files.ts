/** Registers of any size as files of every format, as other programs write them: texts of .xlsx stand in one shared list. */
import { utils, write, type BookType, type CellObject } from '@e965/xlsx';
import { isCellDate, isCellError, type CellValue, type SheetCells } from '../../shared/domain/sheet-cells.ts';
import { showDate } from '../../shared/text/format.ts';
import { isoOf } from '../../shared/domain/day.ts';
import { syntheticSheets, type SyntheticSize } from './synthetic-sheets.ts';

export const FILE_FORMATS = ['xlsx', 'ods', 'csv', 'xls'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** As large as a large district: 5,000 families and 58,000 visits. */
const DISTRICT = { families: 5_000, visits: 58_000, familySheets: 5, seed: 4 };
/** Writing .xls takes the library half a minute for as much; a tenth tells enough. */
const SHARE_OF_XLS = 0.1;

/** The bytes of a register of a district, or of `scale` as much. A .csv file has room for one sheet: the journal of visits. */
export function registerFile(format: FileFormat, scale: number): Uint8Array {
  const share = format === 'xls' ? scale * SHARE_OF_XLS : scale;
  return fileOf(format, {
    ...DISTRICT,
    families: Math.ceil(DISTRICT.families * share),
    visits: Math.ceil(DISTRICT.visits * share),
  });
}

function fileOf(format: FileFormat, size: SyntheticSize): Uint8Array {
  const sheets = syntheticSheets(size);
  if (format === 'csv') return csvOf(sheets.find(({ name }) => name === 'Журнал выходов'));
  const book = utils.book_new();
  for (const { name, rows } of sheets) {
    const data = rows.map(({ cells }) => cells.map(cellOf));
    const sheet = Object.assign(utils.aoa_to_sheet([]), {
      '!data': data,
      '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: data.length - 1, c: (data[0]?.length ?? 1) - 1 } }),
    });
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes: unknown = write(book, {
    type: 'array',
    bookType: format satisfies BookType,
    bookSST: true,
    compression: true,
  });
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('the library wrote no bytes');
  return new Uint8Array(bytes);
}

function cellOf(value: CellValue | undefined): CellObject | undefined {
  if (value === undefined || value === null || value === '' || isCellError(value)) return undefined;
  if (isCellDate(value)) return { t: 'n', v: value.serial, z: 'dd/mm/yyyy' };
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: String(value) };
}

function csvOf(sheet: SheetCells | undefined): Uint8Array {
  const lines = (sheet?.rows ?? []).map(({ cells }) => cells.map(csvText).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function csvText(value: CellValue = null): string {
  return isCellDate(value) ? showDate(isoOf(Math.floor(value.serial) - 25_569)) : String(value ?? '');
}
