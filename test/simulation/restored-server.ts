/** A server that is put back to an older copy of itself, as a restore from a backup does. */
import type { SimulatedServer } from './simulated-server.ts';

const TABLES = ['register_row', 'push', 'audit', 'register', 'district'];

/** Copies the tables; calling the answer puts them back, in a new life of the database. */
export function copyOf({ database: { raw } }: SimulatedServer): () => void {
  for (const table of TABLES) raw.exec(`CREATE TABLE copy_${table} AS SELECT * FROM ${table}`);
  return () => {
    raw.exec('DROP TRIGGER audit_keeps_rows; PRAGMA foreign_keys = OFF');
    for (const table of TABLES) raw.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM copy_${table}`);
    raw.exec("UPDATE setting SET value = 'another life' WHERE name = 'epoch'");
  };
}
