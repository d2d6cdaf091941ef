/** Arguments of `npm run export`, `restore` and `verify-audit`. */
import { parseArgs } from 'node:util';

export interface BackupArguments {
  readonly files: readonly string[];
  /** The production database instead of the local one. */
  readonly isRemote: boolean;
  /** Folder of the local data; null: `.kurator` beside package.json. */
  readonly dataFolder: string | null;
}

/** Null for words that make no sense; then the usage is shown. */
export function backupArguments(words: readonly string[], mostFiles: number): BackupArguments | null {
  try {
    const options = { remote: { type: 'boolean' }, data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (positionals.length === 0 || positionals.length > mostFiles) return null;
    if (values.remote && values.data !== undefined) return null;
    return { files: positionals, isRemote: values.remote ?? false, dataFolder: values.data ?? null };
  } catch {
    return null;
  }
}
