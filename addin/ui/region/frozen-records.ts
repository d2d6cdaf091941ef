/** The families that were handed in, as a manager looks for them. */
import type { RegionKey } from '../../../shared/privacy/region-key.ts';
import { shortKey } from '../../../shared/reports/register-records.ts';
import type { PulledRow } from '../../../shared/sync/protocol.ts';
import type { WireValues } from '../../../shared/sync/wire-values.ts';
import { showDate } from '../../../shared/text/format.ts';
import { openedTexts } from '../../engine/region-register.ts';
import { openedRows } from '../../engine/sealing.ts';

export interface FrozenRecord {
  readonly row: string;
  readonly level: string | null;
  /** Case number and applicant where a key opens them, otherwise their marks; start of support. */
  readonly title: string;
}

export async function frozenRecords(
  rows: readonly PulledRow[],
  district: string,
  keys: readonly RegionKey[],
): Promise<readonly FrozenRecord[]> {
  const opened = await openedRows(rows, { district, keys });
  return opened.map(({ row, values: json }) => {
    const values = (json ?? {}) as WireValues;
    const texts = openedTexts(values);
    const textOf = (field: string): string | null => {
      const value = texts[field] ?? values[field];
      return typeof value === 'string' ? shortKey(showDate(value)) : null;
    };
    const { level } = values;
    const facts = [textOf('caseNo'), textOf('applicant'), textOf('startDate') ?? textOf('contractDate')];
    return {
      row,
      level: typeof level === 'string' ? level : null,
      title: [...facts.filter((fact) => fact !== null), row.slice(0, 6)].join(', '),
    };
  });
}

/** Records in which every word of the search is found: in what names them, in their level, or in their mark. */
export function foundRecords(
  records: readonly FrozenRecord[],
  search: string,
  levelTitle: (level: string | null) => string,
): readonly FrozenRecord[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return records.filter(({ row, level, title }) => {
    const text = `${title} ${row} ${levelTitle(level)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
