/** The tables of districts, as the database itself lists them: a new one cannot be forgotten. For tests. */
import { env } from 'cloudflare:workers';

const WITH_DISTRICT =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND instr(sql, 'district_id TEXT') ORDER BY 1";

/** Names of all tables whose rows name a district. */
export async function districtTables(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(WITH_DISTRICT).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** Everything of a district, as text. */
export async function dumpOf(district: string): Promise<readonly string[]> {
  const dumps = await Promise.all(
    (await districtTables()).map((table) =>
      env.DB.prepare(`SELECT * FROM ${table} WHERE district_id = ?`).bind(district).all(),
    ),
  );
  const own = await env.DB.prepare('SELECT * FROM district WHERE id = ?').bind(district).all();
  return [...dumps, own].map(({ results }) => JSON.stringify(results));
}
