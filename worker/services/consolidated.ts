/** The consolidated register: the families of all districts, page by page, with nothing sealed but what names them. */
import { FAMILY_FACTS, unsealedName } from '../../shared/privacy/travel.ts';
import {
  CONSOLIDATED_SEALED,
  type ConsolidatedPage,
  type ConsolidatedQuery,
} from '../../shared/sync/consolidated-wire.ts';
import { MAX_PAGE } from '../../shared/sync/limits.ts';
import { pulledRowSchema } from '../../shared/sync/protocol.ts';
import { readFamilies, readRegionRegisters } from '../store/consolidated-store.ts';
import { readFrozen } from '../store/hand-in-store.ts';
import type { DistrictScope, RegionScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';

/** Registers that one page looks into at most: many small ones must not make a page slow. */
const REGISTERS_PER_PAGE = 30;
/** Comes after every id of a row: this register has been read. */
const END = '~';

/** One page, in the order of district, register and row. */
export async function consolidatedPage(
  ports: Ports,
  scope: RegionScope,
  { after = '', district, limit = MAX_PAGE }: ConsolidatedQuery,
): Promise<ConsolidatedPage> {
  const registers = await readRegionRegisters(ports.db, scope, district ?? null);
  const [fromDistrict = '', fromRegister = '', fromRow = ''] = after.split(':');
  const from = registers.findIndex(
    (one) => one.district > fromDistrict || (one.district === fromDistrict && one.register >= fromRegister),
  );
  const rows: ConsolidatedPage['rows'] = [];
  const ahead = from === -1 ? [] : registers.slice(from);
  let next: string | null = null;
  for (const [index, { district: id, register }] of ahead.entries()) {
    const isSame = id === fromDistrict && register === fromRegister;
    const wish = { district: id, register, after: isSame ? fromRow : '', limit: limit - rows.length };
    // How many to read follows from what the register before gave.
    const found = wish.after === END ? [] : await readFamilies(ports.db, scope, wish);
    for (const one of found) rows.push({ district: id, register, row: shownRow({ ...one, kind: 'families' }) });
    const last = found.at(-1);
    const isMore = index + 1 < ahead.length;
    if (rows.length === limit && last) next = `${id}:${register}:${last.id}`;
    else if (index + 1 === REGISTERS_PER_PAGE && isMore) next = `${id}:${register}:${END}`;
    if (next !== null) break;
  }
  return { rows, next, expected: registers.reduce((sum, { families }) => sum + families, 0) };
}

const SHOWN_SEALED: readonly string[] = CONSOLIDATED_SEALED;

function shownRow({ id, kind, version = 1, payload }: Stored): ConsolidatedPage['rows'][number]['row'] {
  const values = Object.entries(JSON.parse(payload) as Readonly<Record<string, unknown>>).filter(([name]) => {
    const sealed = unsealedName(name);
    return name !== FAMILY_FACTS.fingerprints && (sealed === null || SHOWN_SEALED.includes(sealed));
  });
  return pulledRowSchema.parse({ row: id, kind, version, values: Object.fromEntries(values) });
}

interface Stored {
  readonly id: string;
  readonly kind: string;
  readonly version?: number;
  readonly payload: string;
}

/** The families of a district as they were handed in: for choosing the record that a remark is about. */
export async function frozenFamilies(ports: Ports, scope: DistrictScope, number: number) {
  const rows = await readFrozen(ports.db, scope, number);
  return { rows: rows.filter(({ kind }) => kind === 'families').map(shownRow) };
}
