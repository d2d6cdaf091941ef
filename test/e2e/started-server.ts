/**
 * Runs `npm start` as a person would, over the pane as it was built last and in a data folder of its own, and reads the
 * address and keys that it prints.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StartedServer {
  readonly address: string;
  readonly operator: string;
  readonly manager: string;
  readonly admin: string;
  readonly dataFolder: string;
  /** Ends the server; its data go with it unless they are kept. */
  readonly stop: (data?: 'keep') => Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until the process says how to stop it; rejects with what it said when it ends before. */
function spoken(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const listen = (piece: Buffer): void => {
      said += piece.toString();
      if (said.includes('Остановить:')) done(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => fail(new Error(said)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode === null ? new Promise((done) => child.once('exit', () => done())) : Promise.resolve();
}

/** Starts pane, API and training region. With `dataFolder` an earlier region goes on; `settings` are the server's. */
export async function startServer(
  dataFolder?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const data = dataFolder ?? (await mkdtemp(join(tmpdir(), 'kurator-data-')));
  const words = ['scripts/start.ts', '--no-build', '--port', String(await freePort()), '--data', data];
  const env = { ...process.env, NODE_ENV: 'production', ...settings };
  const child = spawn(process.execPath, words, { cwd: root, env });
  const said = await spoken(child);
  const found = (pattern: RegExp): string => pattern.exec(said)?.[1] ?? '';
  return {
    address: found(/работает: (\S+)/),
    operator: found(/оператор[^:]*:\s+(\S+)/),
    manager: found(/руководитель[^:]*:\s+(\S+)/),
    admin: found(/администратор:\s+(\S+)/),
    dataFolder: data,
    stop: async (keep) => {
      child.kill('SIGTERM');
      await ended(child);
      if (keep !== 'keep') await rm(data, { recursive: true, force: true });
    },
  };
}
