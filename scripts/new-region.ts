/**
 * npm run new-region -- ОБОЗНАЧЕНИЕ «НАЗВАНИЕ» [--remote | --data ПАПКА]
 * Begins a region and prints the first administrator's key, once. Everything else is done in «Администрирование».
 */
import { backupArguments } from './backup/backup-arguments.ts';
import { runRemote, withData } from './backup/backup-database.ts';
import { newRegion } from './backup/new-region.ts';
import { runCommand } from './backup/run-command.ts';
import { insertSql } from './backup/sql-text.ts';

const USAGE = 'Использование: npm run new-region -- ОБОЗНАЧЕНИЕ «НАЗВАНИЕ» [--remote | --data ПАПКА]';

async function main(): Promise<string | null> {
  const options = backupArguments(process.argv.slice(2), 2);
  const [id = '', title = ''] = options?.files ?? [];
  if (options === null || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) || title.trim() === '') {
    return `${USAGE}. Обозначение: латинские строчные буквы, цифры и дефис.`;
  }
  const { rows, token } = await newRegion(id, title.trim(), Date.now());
  const statements = rows.map(insertSql);
  if (options.isRemote) await runRemote(statements.join('\n'));
  else await withData(options.dataFolder, (db) => db.batch(statements.map((sql) => db.prepare(sql))));
  process.stdout.write(
    `Регион «${title.trim()}» создан. Ключ администратора на 90 дней, показан один раз:\n${token}\n`,
  );
  return null;
}

async function mainOrTaken(): Promise<string | null> {
  try {
    return await main();
  } catch (error) {
    if (String(error).includes('UNIQUE')) return 'Такой регион уже есть.';
    throw error;
  }
}

await runCommand(mainOrTaken, 'Не удалось создать регион');
