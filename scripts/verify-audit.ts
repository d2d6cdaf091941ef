/**
 * npm run verify-audit -- КОПИЯ [ПРЕЖНЯЯ-КОПИЯ]
 * Verifies the audit chains of a backup, offline. Status: 0 all whole, 1 a chain is broken, 2 a file is not readable.
 */
import { auditReport } from './backup/audit-report.ts';
import { backupOf } from './backup/backup-file.ts';
import { backupArguments } from './backup/backup-arguments.ts';

const NOT_READABLE = 2;

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return NOT_READABLE;
}

async function main(): Promise<number> {
  const [file, earlierFile] = backupArguments(process.argv.slice(2), 2)?.files ?? [];
  if (file === undefined) return complain('Использование: npm run verify-audit -- КОПИЯ [ПРЕЖНЯЯ-КОПИЯ]');
  const backup = backupOf(file);
  if ('problem' in backup) return complain(backup.problem);
  const earlier = earlierFile === undefined ? null : backupOf(earlierFile);
  if (earlier !== null && 'problem' in earlier) return complain(earlier.problem);
  const reports = await auditReport(backup, earlier);
  for (const { chain, links, head, badN } of reports) {
    const verdict =
      badN === null ? `цела, последняя запись ${head.slice(0, 16) || 'нет'}` : `нарушена с записи ${badN}`;
    process.stdout.write(`${chain}: записей ${links}, ${verdict}\n`);
  }
  return reports.some(({ badN }) => badN !== null) ? 1 : 0;
}

process.exitCode = await main();
