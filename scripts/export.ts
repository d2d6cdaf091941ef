/**
 * npm run export -- ФАЙЛ [--remote | --data ПАПКА]
 * Writes the whole database into a file. Status: 0 written, 2 not. The file holds what the server holds: keep it as safe.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    writeFileSync(file, backupText(backup), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // A disk that is full leaves half a copy, which somebody might take for one.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(file);
    throw error;
  }
  process.stdout.write(`Сохранено строк: ${backup.rows.length}. Файл: ${file}\n`);
  return null;
}

await runCommand(main, 'Копия не сохранена');
