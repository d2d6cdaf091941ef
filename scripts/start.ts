/**
 * `npm start`: builds the pane, prepares a local database with a training region, and serves pane and API on this
 * computer only. Data and keys live in `.kurator/` beside package.json and survive the next start.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { keptIn } from './start/kept-worker.ts';
import { ownTimetable } from './start/own-timetable.ts';
import { readStartArguments } from './start/start-arguments.ts';
import { StartProblem } from './start/start-problem.ts';

// Read by wrangler while it loads: nothing but loopback is talked to.
process.env['WRANGLER_SEND_METRICS'] = 'false';
process.env['WRANGLER_SEND_ERROR_REPORTS'] = 'false';
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const paths = {
  config: join(root, 'wrangler.toml'),
  data: join(root, '.kurator'),
  migrations: join(root, 'worker', 'migrations'),
  pane: join(root, 'dist'),
};

async function main(): Promise<void> {
  const options = readStartArguments(process.argv.slice(2));
  if ('problem' in options) throw new StartProblem(options.problem);
  const { port, isSecure } = options;
  const place = { port, isSecure };
  const data = options.dataFolder === null ? paths.data : resolve(options.dataFolder);
  const state = join(data, 'state');
  await requireFreePort(port);
  prepareDataFolder(data, options.isFresh);
  await buildPane(options.withoutBuild);
  const { trainingKeys, seedTrainingRegion } = await import('./start/training-region.ts');
  const { announcement } = await import('./start/announcement.ts');
  const { migrate, withLocalDatabase } = await import('./start/local-database.ts');
  const keys = trainingKeys(join(data, 'training-keys.json'));
  await withLocalDatabase({ configPath: paths.config, statePath: state }, async (db) => {
    await migrate(db, paths.migrations);
    await seedTrainingRegion(db, keys);
  });
  const stop = await serve(place, state, keys.auditKey);
  const folder = relative(process.cwd(), data) || data;
  console.log(announcement({ ...place, folder, isOwnFolder: options.dataFolder !== null }, keys));
  stopOnSignal(stop);
}

async function requireFreePort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await new Promise<string | null>((done) => {
      const probe = createServer();
      probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(null)));
    });
    if (code === 'EADDRINUSE') {
      const other = port === 65_535 ? 8787 : port + 1;
      throw new StartProblem(`Порт ${port} занят другой программой. Укажите свободный: npm start -- --port ${other}`);
    }
    if (code === 'EACCES')
      throw new StartProblem(`Порт ${port} закрыт системой. Укажите порт больше 1024: npm start -- --port 8787`);
  }
}

function prepareDataFolder(data: string, isFresh: boolean): void {
  try {
    if (isFresh) rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    const probe = join(data, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new StartProblem(`Нет права записи в папку ${data}. Дайте право записи или перенесите проект в свою папку.`, {
      cause,
    });
  }
}

async function buildPane(withoutBuild: boolean): Promise<void> {
  if (!withoutBuild) {
    console.log('Собираю панель…');
    try {
      const { build } = await import('vite');
      await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
    } catch (cause) {
      throw new StartProblem(`Панель не собралась (${firstReason(cause)}). Подробно: npm run build`, { cause });
    }
  }
  if (!existsSync(join(paths.pane, 'index.html'))) {
    throw new StartProblem('Нет собранной панели в папке dist. Запустите npm start без --no-build или npm run build.');
  }
}

/** The first line of a build error that says something, without colours. */
function firstReason(cause: unknown): string {
  const lines = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause)).split('\n');
  return lines.find((line, index) => index > 0 && line.trim() !== '')?.trim() ?? lines[0] ?? '';
}

interface Place {
  readonly port: number;
  readonly isSecure: boolean;
}

async function serve({ port, isSecure }: Place, state: string, auditKey: string): Promise<() => Promise<void>> {
  const { unstable_startWorker: startWorker } = await import('wrangler');
  const worker = await startWorker({
    config: paths.config,
    envFiles: [],
    bindings: {
      AUDIT_KEY: { type: 'plain_text', value: auditKey },
      ACCEPT_SEALED: { type: 'plain_text', value: 'true' },
      ...settingsOf(process.env),
    },
    dev: { server: { hostname: 'localhost', port, secure: isSecure }, ...keptIn(state) },
  });
  await worker.ready;
  const answer = await worker.fetch(`http://localhost:${port}/api/v1/health`);
  if (!answer.ok) throw new StartProblem(`Сервер запустился, но отвечает ошибкой ${answer.status}.`);
  const stopTimetable = keepTimetable(async (cron) => {
    const answer = await worker.fetch(
      `http://localhost:${port}/cdn-cgi/handler/scheduled?${new URLSearchParams({ cron })}`,
    );
    const outcome = await answer.text();
    if (!answer.ok || outcome !== 'ok') throw new Error(`${answer.status} ${outcome}`);
  });
  return async () => {
    stopTimetable();
    await worker.dispose();
  };
}

const HOUR_MS = 3_600_000;

/** Runs the timetable now and every hour, until it is stopped. */
function keepTimetable(run: (cron: string) => Promise<unknown>): () => void {
  const tick = ownTimetable(run, (sentence) => console.error(sentence));
  void tick();
  const timer = setInterval(() => void tick(), HOUR_MS);
  return () => clearInterval(timer);
}

/** Settings that are taken from the environment as in production (docs/deploy.md): an issuer, and the term of keeping. */
function settingsOf(environment: NodeJS.ProcessEnv) {
  const named = Object.entries(environment).filter(([name, value]) => /^(?:OIDC_\w+|KEEP_YEARS)$/.test(name) && value);
  return Object.fromEntries(
    named.map(([name, value]) => [name, { type: 'plain_text' as const, value: value ?? '' }] as const),
  );
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const finish = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => {
        console.log('\nОстановлено. Данные сохранены.');
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The server's own listener would end the process before the database is closed.
    process.removeAllListeners(signal);
    process.on(signal, finish);
  }
}

try {
  await main();
} catch (error) {
  const sentence = error instanceof StartProblem ? error.message : `Не удалось запустить: ${String(error)}`;
  console.error(sentence);
  process.exit(1);
}
