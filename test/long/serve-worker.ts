/** Serves the bundled Worker on a free port with its data in a folder, until it is killed. Says its address on one line. */
import { fileURLToPath } from 'node:url';
import { keptIn } from '../../scripts/start/kept-worker.ts';
import { unstable_startWorker as startWorker } from 'wrangler';

const [state, bundle] = process.argv.slice(2);
if (state === undefined || bundle === undefined) throw new Error('a folder for the data and a bundle are needed');
const worker = await startWorker({
  config: fileURLToPath(new URL('../../wrangler.toml', import.meta.url)),
  entrypoint: bundle,
  build: { bundle: false },
  envFiles: [],
  bindings: { AUDIT_KEY: { type: 'plain_text', value: 'a5'.repeat(32) } },
  dev: { server: { hostname: '127.0.0.1', port: 0 }, ...keptIn(state) },
});
await worker.ready;
console.log(`at ${(await worker.url).origin}`);
