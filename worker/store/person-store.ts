/** Staff of a region: a label for people, a role and districts. */
import * as z from 'zod';
import { roleSchema } from '../../shared/sync/access-wire.ts';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const personRow = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    districts: z.string().nullable(),
    archived_at: z.number().nullable(),
  })
  .transform(({ archived_at, districts, ...row }) => ({
    ...row,
    districts: districts === null ? null : z.array(z.string()).parse(JSON.parse(districts)),
    archivedAt: archived_at,
  }));

export type Person = z.output<typeof personRow>;

const COLUMNS = 'id, name, role, districts, archived_at';
const LIST = `SELECT ${COLUMNS} FROM person WHERE region_id = ? ORDER BY name LIMIT 2000`;
const ONE = `SELECT ${COLUMNS} FROM person WHERE region_id = ? AND id = ?`;
const ADD = 'INSERT INTO person (region_id, id, name, role, districts, created_at) VALUES (?, ?, ?, ?, ?, ?)';
const CHANGE = 'UPDATE person SET name = ?, role = ?, districts = ?, archived_at = ? WHERE region_id = ? AND id = ?';

/** By name, those who have left too; at most 2,000. */
export async function listPeople(db: SqlDatabase, scope: RegionScope): Promise<readonly Person[]> {
  return rowsOf(personRow, await db.prepare(LIST).bind(scope.regionId).all());
}

/** A person of the region; null when there is none of that id. */
export async function readPerson(db: SqlDatabase, scope: RegionScope, id: string): Promise<Person | null> {
  return rowsOf(personRow, await db.prepare(ONE).bind(scope.regionId, id).all())[0] ?? null;
}

/** A person of the region who has not left; null for anybody else. */
export async function readWorkingPerson(db: SqlDatabase, scope: RegionScope, id: string): Promise<Person | null> {
  const person = await readPerson(db, scope, id);
  return person?.archivedAt === null ? person : null;
}

const text = (districts: Person['districts']): string | null => (districts === null ? null : JSON.stringify(districts));

/** For the batch that says so in the audit. `at`: ms since 1970. */
export function addPersonStatement(db: SqlDatabase, scope: RegionScope, person: Person, at: number): SqlStatement {
  const { id, name, role, districts } = person;
  return db.prepare(ADD).bind(scope.regionId, id, name, role, text(districts), at);
}

/** For the batch that says so in the audit; a person of another region is not touched. */
export function changePersonStatement(db: SqlDatabase, scope: RegionScope, person: Person): SqlStatement {
  const { id, name, role, districts, archivedAt } = person;
  return db.prepare(CHANGE).bind(name, role, text(districts), archivedAt, scope.regionId, id);
}
