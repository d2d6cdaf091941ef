/** The real Worker as a process that can be killed at any moment, and started again over the same data. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, withLocalDatabase } from '../../scripts/start/local-database.ts';
import { DISTRICTS, seedTrainingRegion, trainingKeys, type TrainingKeys } from '../../scripts/start/training-region.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';
import { pullAnswerSchema, pushAnswerSchema, type Op, type PullAnswer } from '../../shared/sync/protocol.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REGISTER = 'K'.repeat(22);
const CLIENT = 'C'.repeat(22);

export interface PreparedServer {
  readonly state: string;
  /** The Worker in one file: bundled once, so that a start costs no more than the runtime's own. */
  readonly bundle: string;
  readonly keys: TrainingKeys;
}

/** Makes a database with the training region, and bundles the Worker. */
export async function prepareServer(folder: string): Promise<PreparedServer> {
  process.env['WRANGLER_SEND_METRICS'] = 'false';
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';
  const state = join(folder, 'state');
  const keys = trainingKeys(join(folder, 'keys.json'));
  await withLocalDatabase({ configPath: here('../../wrangler.toml'), statePath: state }, async (db) => {
    await migrate(db, here('../../worker/migrations'));
    await seedTrainingRegion(db, keys);
  });
  return { state, bundle: bundleWorker(join(folder, 'bundle')), keys };
}

function bundleWorker(folder: string): string {
  // The configuration names the pane's folder, which nobody has built yet in a fresh checkout.
  mkdirSync(here('../../dist'), { recursive: true });
  const words = ['deploy', '--dry-run', '--outdir', folder, '--config', here('../../wrangler.toml')];
  const run = spawnSync(process.execPath, [here('../../node_modules/wrangler/bin/wrangler.js'), ...words], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`the Worker could not be bundled: ${run.stdout}${run.stderr}`);
  return join(folder, 'index.js');
}

export interface RunningWorker {
  readonly address: string;
  /** Kills the server and the runtime below it: the whole group of processes that was started here. */
  readonly kill: () => Promise<void>;
}

export async function startKillable({ state, bundle }: PreparedServer): Promise<RunningWorker> {
  const child = spawn(process.execPath, [here('serve-worker.ts'), state, bundle], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    address,
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const address = /^at (\S+)$/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`the server ended before it stood: ${said}`)));
  });
}

export interface Push {
  readonly pushId: string;
  readonly epoch: string | null;
  readonly ops: readonly Op[];
}

/** Sends a push; null when no answer came. Throws for an answer that is none of a push. */
export async function send(address: string, token: string, push: Push) {
  const body = JSON.stringify({ protocol: PROTOCOL, client: CLIENT, ...push });
  let text: string;
  try {
    const answer = await fetch(`${address}/api/v1/districts/${DISTRICTS[0].id}/registers/${REGISTER}/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    text = await answer.text();
    if (!answer.ok) throw new TypeError(`${answer.status} ${text}`);
  } catch (error) {
    if (error instanceof TypeError && /fetch failed|terminated|^50[023]/.test(error.message)) return null;
    throw error;
  }
  return pushAnswerSchema.parse(JSON.parse(text));
}

/** All rows of the register as they stand. */
export async function pullAll(address: string, token: string): Promise<PullAnswer> {
  const answer = await fetch(`${address}/api/v1/districts/${DISTRICTS[0].id}/registers/${REGISTER}/rows`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`a pull was answered by ${answer.status} ${await answer.text()}`);
  return pullAnswerSchema.parse(await answer.json());
}
