/**
 * npm run export -- ФАЙЛ [--remote | --data ПАПКА]
 * Writes the whole database into a file. Status: 0 written, 2 not. The file holds what the server holds: keep it as safe.
 */
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { backupArguments } from './backup/backup-arguments.ts';
import { dumpRemote, withData } from './backup/backup-database.ts';
import { backupText } from './backup/backup-file.ts';
import { dump } from './backup/database-rows.ts';
import { runCommand } from './backup/run-command.ts';

async function main(): Promise<string | null> {
  const options = backupArguments(process.argv.slice(2), 1);
  const [file] = options?.files ?? [];
  if (options === null || file === undefined) return 'Использование: npm run export -- ФАЙЛ [--remote | --data ПАПКА]';
  if (existsSync(file)) return `Файл ${file} уже есть. Назовите новый: прежние копии не затираются.`;
  const at = new Date().toISOString();
  const backup = options.isRemote ? await dumpRemote(at) : await withData(options.dataFolder, (db) => dump(db, at));
  const text = backupText(backup);
  const place = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(place, text);
  } catch (error) {
    // A disk that is full leaves half a copy, which somebody might take for one.
    rmSync(file);
    throw error;
  } finally {
    closeSync(place);
  }
  process.stdout.write(`Сохранено строк: ${backup.rows.length}. Файл: ${file}\n`);
  return null;
}

await runCommand(main, 'Копия не сохранена');
