/** A pull: what changed since a cursor, or everything when the cursor cannot be trusted [PL1–PL5]. */
import { MAX_PAGE } from '../../shared/sync/limits.ts';
import {
  END_OF_SEQ,
  pulledRowSchema,
  type Cursor,
  type PullAnswer,
  type PulledRow,
} from '../../shared/sync/protocol.ts';
import { readPage, type ChangedRow, type PullState, type Writer } from '../store/pull-store.ts';
import type { RegisterScope } from '../store/scope.ts';
import type { Ports } from './ports.ts';
import { standingMark } from './standing.ts';

export interface PullRequest {
  /** Null: from the beginning. */
  readonly cursor: Cursor | null;
  readonly limit?: number | undefined;
}

/** One page. A cursor that is foreign, too old or from the future is answered by the first page of a full resend. */
export async function pull(ports: Ports, scope: RegisterScope, request: PullRequest): Promise<PullAnswer> {
  const limit = Math.min(request.limit ?? MAX_PAGE, MAX_PAGE);
  if (request.cursor !== null) {
    const page = await readPage(ports.db, scope, request.cursor, limit);
    if (isTrusted(request.cursor, page.head)) return answerOf(page, { limit, safe: request.cursor.safe, resend: null });
  }
  const first = await readPage(ports.db, scope, { seq: 0, row: '' }, limit);
  return answerOf(first, { limit, safe: first.head.seq, resend: 'full' });
}

/** Equal to the horizon or to the district's seq is still trusted. */
export function isTrusted(cursor: Cursor, head: Pick<PullState['head'], 'epoch' | 'seq' | 'horizon'>): boolean {
  return (
    cursor.epoch === head.epoch && cursor.safe >= head.horizon && cursor.safe <= head.seq && cursor.seq <= head.seq
  );
}

function answerOf(
  { head, rows, writers }: PullState,
  { limit, safe, resend }: { readonly limit: number; readonly safe: number; readonly resend: 'full' | null },
): PullAnswer {
  const more = rows.length === limit;
  const last = rows.at(-1);
  const written = new Map([...writers].map(([seq, writer]) => [seq, writtenBy(writer)]));
  const reached =
    more && last ? { seq: last.seq, row: last.id, safe } : { seq: head.seq, row: END_OF_SEQ, safe: head.seq };
  return {
    resend,
    rows: rows.map((row) => ({ ...pulled(row), ...written.get(row.seq) })),
    cursor: { epoch: head.epoch, ...reached },
    more,
    audit: { n: head.audit_n, hash: head.audit_head },
    standing: standingOf(head),
  };
}

function standingOf({ last_sending: number, retired_at, packs }: PullState['head']): string | null {
  return number === null || retired_at !== null ? null : standingMark({ number, packs });
}

function writtenBy({ at, by }: Writer): Pick<PulledRow, 'at' | 'by'> {
  return { at: new Date(at).toISOString(), ...(by === null ? {} : { by }) };
}

function pulled({ id, kind, version, payload }: ChangedRow) {
  const values: unknown = payload === null ? null : JSON.parse(payload);
  return pulledRowSchema.parse({ row: id, kind, version, values });
}
