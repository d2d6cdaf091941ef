/** The open workbook beside what was handed in of it: asks the server for what was frozen then. */
import type { Outcome } from '../../shared/sync/error-codes.ts';
import type { HandIn } from '../../shared/sync/region-wire.ts';
import type { CopyComparison, DifferingCell, LocalCopy } from './local-copy.ts';
import type { RegionClient } from './region-client.ts';
import type { Sending } from './sending.ts';

export interface HeldCopy {
  readonly comparison: CopyComparison;
  /** Where the workbook differs: the cells of the first rows that were changed, then the rows that were added. */
  readonly cells: readonly DifferingCell[];
}

/** The open workbook as the server knows it, and what was handed in of its register, newest first. */
export async function ownHandIns(
  client: Pick<RegionClient, 'handIns'>,
  sending: Pick<Sending, 'copy'>,
): Promise<Outcome<{ readonly copy: LocalCopy; readonly handIns: readonly HandIn[] }>> {
  const copied = await sending.copy();
  if (!copied.ok) return copied;
  const { district, register } = copied.value;
  const listed = await client.handIns(district);
  if (!listed.ok) return listed;
  const handIns = listed.value.filter((one) => one.register === register);
  return { ok: true, value: { copy: copied.value, handIns } };
}

/** Changes nothing, neither here nor on the server. */
export async function holdCopy(handIn: HandIn, client: RegionClient, sending: Sending): Promise<Outcome<HeldCopy>> {
  const copy = await sending.copy();
  if (!copy.ok) return copy;
  const { district, compare, differing } = copy.value;
  const [frozen, keys] = await Promise.all([client.frozenRows(district, handIn.number), client.receiptKeys()]);
  if (!frozen.ok) return frozen;
  if (!keys.ok) return keys;
  const comparison = await compare({ handIn, frozen: frozen.value, keys: keys.value });
  if (comparison.state !== 'differs') return { ok: true, value: { comparison, cells: [] } };
  const added = comparison.addedCells.map((cell) => ({ cell, changed: null }));
  if (comparison.changedRows.length === 0) return { ok: true, value: { comparison, cells: added } };
  const values = await client.frozenValues(district, handIn.number, comparison.changedRows);
  if (!values.ok) return values;
  return { ok: true, value: { comparison, cells: [...(await differing(values.value)), ...added] } };
}
