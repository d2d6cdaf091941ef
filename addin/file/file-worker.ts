/** The worker that opens and saves a file: a desk behind messages. */
import { fileDesk } from './file-desk.ts';
import type { FromFileWorker, ToFileWorker } from './file-messages.ts';

const say = (message: FromFileWorker, handedOver: readonly ArrayBuffer[]): void =>
  self.postMessage(message, { transfer: [...handedOver] });
const answer = fileDesk(say);

self.addEventListener('message', (event: MessageEvent<ToFileWorker>) => void answer(event.data));
say({ kind: 'ready' }, []);
