/**
 * npm run restore -- ФАЙЛ [--remote | --data ПАПКА]
 * Fills an empty database from a backup and begins a new epoch. Status: 0 restored, 2 not; then nothing was written.
 */
import { backupArguments } from './backup/backup-arguments.ts';
import { fillRemote, withData } from './backup/backup-database.ts';
import { backupOf } from './backup/backup-file.ts';
import { fill, hindrance } from './backup/database-rows.ts';
import { runCommand } from './backup/run-command.ts';

async function main(): Promise<string | null> {
  const options = backupArguments(process.argv.slice(2), 1);
  const [file] = options?.files ?? [];
  if (options === null || file === undefined) return 'Использование: npm run restore -- ФАЙЛ [--remote | --data ПАПКА]';
  const backup = backupOf(file);
  if ('problem' in backup) return backup.problem;
  const hindered = options.isRemote
    ? await fillRemote(backup)
    : await withData(options.dataFolder, async (db) => {
        const problem = await hindrance(db, backup);
        if (problem === null) await fill(db, backup);
        return problem;
      });
  if (hindered !== null) return hindered;
  process.stdout.write(
    `Восстановлено строк: ${backup.rows.length}, копия от ${backup.at}. ` +
      'Книги при следующей отправке сверят все строки и дошлют то, чего в копии нет.\n' +
      'Ключи доступа снова такие, как в день копии: ключи и права, отозванные позже, отзовите ещё раз.\n',
  );
  return null;
}

await runCommand(main, 'Восстановить не удалось');
