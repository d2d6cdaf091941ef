/** Counters as they stand, and as a full recount of the rows gives them. For tests. */
import { env } from 'cloudflare:workers';
import { COUNTER_MEASURES, counterChanges, type Counter } from '../shared/reports/counters.ts';
import { addCounters } from '../shared/reports/test-cases.ts';
import { factsOfRows } from './services/facts-of-rows.ts';
import { wireRows } from './services/kept-rows.ts';
import { COLUMN_OF } from './store/counter-store.ts';

const text = ({ month, level, cut, value, counts }: Omit<Counter, 'district'>): string =>
  JSON.stringify([month, level, cut, value, Object.entries(counts).toSorted()]);

/** The counters of a district as the database has them; those that are zero throughout do not count. */
export async function keptCounters(district: string): Promise<readonly string[]> {
  const { results } = await env.DB.prepare('SELECT * FROM counter WHERE district_id = ?').bind(district).all();
  const counters = results.map((row): Counter => {
    const filled = COUNTER_MEASURES.filter((measure) => Number(row[COLUMN_OF[measure]]) !== 0);
    return {
      district,
      month: String(row['month']),
      level: String(row['level']),
      cut: row['cut'] as Counter['cut'],
      value: String(row['value']),
      counts: Object.fromEntries(filled.map((measure) => [measure, Number(row[COLUMN_OF[measure]])])),
    };
  });
  return addCounters([], counters).map(text).toSorted();
}

/** Curators with open cases at the end of each month in which their number changes, as the database adds them up. */
export async function keptCurators(district: string): Promise<Readonly<Record<string, number>>> {
  const { results } = await env.DB.prepare(
    `SELECT month, sum(sum(grown)) OVER (ORDER BY month) AS curators FROM curator_month WHERE district_id = ?
     GROUP BY month`,
  )
    .bind(district)
    .all<{ month: string; curators: number }>();
  return Object.fromEntries(results.map(({ month, curators }) => [month, curators]));
}

/** The same, counted from the counters of the rows as they stand, for the months given. */
export async function recountedCurators(
  district: string,
  months: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counters = (await countersOfRows(district)).filter(({ cut, value }) => cut === 'curator' && value !== '');
  const busyAt = (until: string): number => {
    const stock = new Map<string, number>();
    for (const { month, value, counts } of counters)
      if (month <= until) stock.set(value, (stock.get(value) ?? 0) + (counts.stock ?? 0));
    return [...stock.values()].filter((cases) => cases > 0).length;
  };
  return Object.fromEntries(months.map((month) => [month, busyAt(month)]));
}

/** The counters of the rows as they stand. */
export async function recounted(district: string): Promise<readonly string[]> {
  return (await countersOfRows(district)).map(text).toSorted();
}

async function countersOfRows(district: string): Promise<readonly Counter[]> {
  const { results } = await env.DB.prepare(
    'SELECT id, kind, payload FROM register_row WHERE district_id = ? AND payload IS NOT NULL',
  )
    .bind(district)
    .all<{ id: string; kind: string; payload: string }>();
  const facts = factsOfRows(wireRows(results), { district, asOf: 0, hasJournal: true });
  return counterChanges([], facts);
}
