/** Rows of the store as they came over the wire: they were parsed by its schema before they were kept. */
import { SENT_KINDS } from '../../shared/privacy/travel.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import type { WireValues } from '../../shared/sync/wire-values.ts';

export interface KeptRow {
  readonly id: string;
  readonly kind: string;
  /** Values as JSON text. */
  readonly payload: string;
}

/** The rows of the kinds that this server knows: a newer one may have kept others, which nothing here can judge. */
export function wireRows(kept: readonly KeptRow[]): readonly WireRow[] {
  return kept.flatMap(({ id, kind: name, payload }) => {
    const kind = SENT_KINDS.find((one) => one === name);
    return kind === undefined ? [] : [{ id, kind, values: JSON.parse(payload) as WireValues }];
  });
}
