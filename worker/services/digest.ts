/** What falls due in a register as the server knows it, in a few numbers: kinds of dates by curator. */
import { isoOf, type Day } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { lookAhead } from '../../shared/rules/look-ahead.ts';
import type { LayoutTable } from '../../shared/sync/protocol.ts';
import { rebuildRegister, type WireRow } from '../../shared/sync/rebuild-register.ts';
import type { Digest } from '../../shared/sync/webhook-wire.ts';
import { wireRows, type KeptRow } from './kept-rows.ts';

/** Looks two weeks ahead over rows as they came over the wire. */
export function digestOf(kept: readonly KeptRow[], options: { readonly pack: Pack; readonly asOf: Day }): Digest {
  const rows = wireRows(kept);
  const { register } = rebuildRegister(rows, layoutOf(rows), options.pack);
  const ahead = lookAhead(register, options);
  return {
    from: isoOf(ahead.from),
    to: isoOf(ahead.to),
    pack: options.pack.id,
    due: dueOf(ahead.curators.flatMap(({ upcoming }) => upcoming)),
    curators: ahead.curators.map(({ curator, upcoming, full }) => ({
      curator,
      due: dueOf(upcoming),
      full: full.length,
    })),
  };
}

function dueOf(upcoming: readonly { readonly kind: string; readonly day: Day }[]): Digest['due'] {
  return [...Map.groupBy(upcoming, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    count: all.length,
    first: isoOf(Math.min(...all.map(({ day }) => day)) as Day),
  }));
}

/** The layout of the sheet is not kept: a column is there when some row has it. */
function layoutOf(rows: readonly WireRow[]): readonly LayoutTable[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, members]) => ({
    kind,
    columns: [...new Set(members.flatMap(({ values }) => Object.keys(values)))].map((field) => ({ field })),
    given: [],
    rows: members.map(({ id }) => id),
  }));
}
