/** Where the region's remarks stand in the open workbook. */
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import type { HandIn } from '../../../shared/sync/region-wire.ts';
import type { CellPlace, LocalCopy } from '../../engine/local-copy.ts';

/** The cell of a remark; null for a row that the workbook does not have. */
export type RemarkCells = (place: CellPlace) => CellAddress | null;

const keyOf = ({ row, field }: CellPlace): string => JSON.stringify([row, field]);

/** Asks the copy once for all remarks of all handings in. */
export async function remarkCells(copy: LocalCopy, handIns: readonly HandIn[]): Promise<RemarkCells> {
  const places = handIns.flatMap(({ remarks }) =>
    remarks.flatMap(({ row, field }) => (row === null ? [] : [{ row, field }])),
  );
  const cells = places.length === 0 ? [] : await copy.cells(places);
  const known = new Map(places.map((place, index) => [keyOf(place), cells[index] ?? null]));
  return (place) => known.get(keyOf(place)) ?? null;
}
