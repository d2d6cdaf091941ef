/**
 * The consolidated register in the pane: pages of families from the server become lines, and sealed names are opened
 * where this pane holds the region's key. Without the key a line shows shortened pseudonyms.
 */
import type { Day } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { unsealedName } from '../../shared/privacy/travel.ts';
import { registerRecord, type RegisterRecord } from '../../shared/reports/register-records.ts';
import type { ConsolidatedPage } from '../../shared/sync/consolidated-wire.ts';
import type { SyncError } from '../../shared/sync/error-codes.ts';
import type { PulledRow } from '../../shared/sync/protocol.ts';
import { rebuildRegister, type WireRow } from '../../shared/sync/rebuild-register.ts';
import { UNOPENED } from '../../shared/sync/sealed-values.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';
import type { RegionClient } from './region-client.ts';
import { openedRows } from './sealing.ts';

/** More lines than this make a sheet that nobody works with; a single district has fewer. */
export const MOST_RECORDS = 100_000;

export interface RecordsWish {
  readonly client: Pick<RegionClient, 'consolidated'>;
  /** Only this district; null: all. */
  readonly district: string | null;
  readonly keys: readonly RegionKey[];
  /** Title of a district, and where its lines come from. */
  readonly placeOf: (district: string) => { readonly title: string; readonly source: string };
  readonly asOf: Day;
  readonly pack: Pack;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, expected: number) => void;
}

export interface ReadRecords {
  readonly records: readonly RegisterRecord[];
  /** Why there may be more: stopped, too many, or an error on the way. */
  readonly cut: 'stopped' | 'too-many' | SyncError | null;
}

/** Reads on until the end, a stop, an error or the limit; what was read by then is never lost. */
export async function readRecords(wish: RecordsWish): Promise<ReadRecords> {
  const records: RegisterRecord[] = [];
  let after: string | null = null;
  do {
    // Each page says where the next begins.
    const page = await wish.client.consolidated({ after, district: wish.district }, wish.signal);
    if (wish.signal.aborted) return { records, cut: 'stopped' };
    if (!page.ok) return { records, cut: page.error };
    records.push(...(await recordsOf(page.value, wish)));
    wish.onProgress(records.length, page.value.expected);
    after = page.value.next;
  } while (after !== null && records.length < MOST_RECORDS);
  return { records, cut: after === null ? null : 'too-many' };
}

async function recordsOf({ rows }: ConsolidatedPage, wish: RecordsWish): Promise<readonly RegisterRecord[]> {
  const byDistrict = Map.groupBy(rows, ({ district }) => district);
  const parts: (readonly RegisterRecord[])[] = [];
  for (const [district, its] of byDistrict) {
    const pulled = its.map(({ row }) => row);
    // One key, one district after another.
    const opened = await openedRows(pulled, { district, keys: wish.keys });
    parts.push(districtRecords(opened, district, wish));
  }
  return parts.flat();
}

function districtRecords(
  rows: readonly PulledRow[],
  district: string,
  { pack, asOf, placeOf }: RecordsWish,
): readonly RegisterRecord[] {
  const wires = rows.map(({ row, values }): WireRow => ({ id: row, kind: 'families', values: values as WireValues }));
  const texts = new Map(wires.map(({ id, values }) => [id, openedTexts(values)]));
  const { register, rowIdAt } = rebuildRegister(wires, [], pack);
  const { title, source } = placeOf(district);
  return register.families.map((row) => {
    const id = rowIdAt(row.table.sheet, row.row) ?? '';
    const opened = texts.get(id) ?? {};
    return registerRecord(row, { id, district: title, source, isFromFile: false, asOf, pack, opened });
  });
}

/** The opened texts of a row, by field; days as people write them. */
export function openedTexts(values: WireValues): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = unsealedName(name);
    if (field === null || typeof value !== 'string' || value === UNOPENED) continue;
    texts[field] = value.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3.$2.$1');
  }
  return texts;
}
