/** The checking worker: a desk behind messages. */
import { createCheckDesk } from './check-desk.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const desk = createCheckDesk();
const say = (message: FromWorker): void => self.postMessage(message, {});

function hand(port: MessagePort): boolean {
  const register = desk.register();
  if (register) port.postMessage(register);
  return register !== null;
}

async function answer(message: Extract<ToWorker, { readonly id: number }>): Promise<void> {
  const { id } = message;
  try {
    if (message.kind === 'run') say({ kind: 'outcome', id, outcome: desk.run(message.request) });
    else if (message.kind === 'try') say({ kind: 'trial', id, trial: desk.tryPack(message.before, message.after) });
    else if (message.kind === 'hash') say({ kind: 'hash', id, hash: await desk.contentHash() });
    else if (message.kind === 'upcoming') say({ kind: 'upcoming', id, upcoming: desk.upcoming() });
    else say({ kind: 'register', id, isHanded: hand(message.port) });
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === 'begin') desk.begin(message.frame);
  else if (message.kind === 'rows') desk.addRows(message.name, message.rows);
  else if (message.kind === 'edit') desk.edit(message.name, message.rows);
  else if (message.kind === 'keep') desk.keep(message.order);
  else void answer(message);
});
