/** A command of this project, run as people and other programs run it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPTS = new URL('../../scripts/', import.meta.url);

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script in a folder; with `isReaderGone` its output is closed before anything is written. */
export function runScript(
  script: string,
  words: readonly string[],
  { folder, isReaderGone = false }: { readonly folder: string; readonly isReaderGone?: boolean },
): Promise<Ended> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, SCRIPTS)), ...words], { cwd: folder });
  const taken = { out: '', err: '' };
  if (isReaderGone) child.stdout.destroy();
  else child.stdout.on('data', (piece: Buffer) => (taken.out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (taken.err += piece.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...taken })));
}
