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

/** Stands in for a district whose registers have so many rows; null: from before rows were counted. */
export async function setLiveRows(district: string, count: number | null): Promise<void> {
  await env.DB.prepare('UPDATE register SET live_rows = ? WHERE district_id = ?').bind(count, district).run();
}

/** How many rows the district's only register says it has. */
export async function liveRows(district: string): Promise<number | null> {
  return await env.DB.prepare('SELECT live_rows FROM register WHERE district_id = ?').bind(district).first('live_rows');
}
