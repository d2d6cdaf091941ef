/** Lines of the consolidated register from workbooks that were dropped here. */
import { sheetA1 } from '../../../shared/domain/cell-address.ts';
import { dayOfIso } from '../../../shared/domain/day.ts';
import { keyCell } from '../../../shared/domain/register.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { registerRecord, type RegisterRecord } from '../../../shared/reports/register-records.ts';
import type { FileReading } from './read-file-row.ts';

export interface DroppedFile {
  /** Title of the district that the workbook stands for. */
  readonly district: string;
  readonly name: string;
  readonly reading: FileReading;
}

interface FileWish {
  readonly pack: Pack;
  /** Today, as an ISO moment. */
  readonly at: string;
  readonly sourceOf: (facts: { readonly name: string; readonly cell: string }) => string;
}

export function fileRecords(
  files: readonly DroppedFile[],
  { pack, at, sourceOf }: FileWish,
): readonly RegisterRecord[] {
  const asOf = dayOfIso(at.slice(0, 10)) ?? Number.NaN;
  return files.flatMap(({ district, name, reading }) =>
    reading.register.families.map((row) => {
      const cell = sheetA1(keyCell(row));
      const source = sourceOf({ name, cell });
      return registerRecord(row, { id: `${name} ${cell}`, district, source, isFromFile: true, asOf, pack });
    }),
  );
}
