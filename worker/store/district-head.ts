/**
 * The numbers of a district and its audit chain: read with what an act is decided on, moved in the batch that writes the
 * act. Two acts never both succeed from the same numbers: the audit's number is unique, so the later batch fails.
 */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';

export interface DistrictHead {
  readonly epoch: string;
  readonly seq: number;
  readonly auditN: number;
  readonly auditHead: string;
}

/** For a SELECT from `district`, with `headFields` for its row. */
export const HEAD_COLUMNS = `
  (SELECT value FROM setting WHERE name = 'epoch') AS epoch, district.seq, district.audit_n, district.audit_head`;
export const headFields = { epoch: z.string(), seq: z.number(), audit_n: z.number(), audit_head: z.string() };

/** The numbers of a row that was read with `headFields`. */
export function headOf({ epoch, seq, audit_n, audit_head }: z.output<z.ZodObject<typeof headFields>>): DistrictHead {
  return { epoch, seq, auditN: audit_n, auditHead: audit_head };
}

/** The only row of a SELECT from `district` by its id. Throws when there is none: scopes name districts that exist. */
export function districtRowOf<S extends z.ZodType>(schema: S, result: Parameters<typeof rowsOf>[1]): z.output<S> {
  const [row] = rowsOf(schema, result);
  if (row === undefined) throw new Error('a scope names a district that does not exist');
  return row;
}

const ADD_LINKS = `
  INSERT INTO audit (district_id, n, entry, hash)
  SELECT ?1, value ->> 'n', value ->> 'entry', value ->> 'hash' FROM json_each(?2)`;
const MOVE_HEAD = 'UPDATE district SET seq = ?2, audit_n = ?3, audit_head = ?4 WHERE id = ?1 AND seq <= ?2';

/** Extends a district's audit chain and moves its numbers, for the batch that writes what the links tell of. */
export function auditStatements(
  db: SqlDatabase,
  { districtId }: { readonly districtId: string },
  links: readonly ChainLink[],
  seq: number,
): readonly SqlStatement[] {
  const last = links.at(-1);
  if (last === undefined) return [];
  return [
    ...jsonChunks(links).map((part) => db.prepare(ADD_LINKS).bind(districtId, part)),
    db.prepare(MOVE_HEAD).bind(districtId, seq, last.n, last.hash),
  ];
}
