/** The checking worker: a desk behind messages. */
import { createCheckDesk } from './check-desk.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const desk = createCheckDesk();
const say = (message: FromWorker): void => self.postMessage(message, {});

function answer(message: Extract<ToWorker, { readonly id: number }>): void {
  try {
    if (message.kind === 'run') say({ kind: 'outcome', id: message.id, outcome: desk.run(message.request) });
    else say({ kind: 'register', id: message.id, register: desk.register() });
  } catch (error) {
    say({ kind: 'failed', id: message.id, message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === 'begin') desk.begin(message.frame);
  else if (message.kind === 'rows') desk.addRows(message.name, message.rows);
  else if (message.kind === 'keep') desk.keep(message.order);
  else answer(message);
});
