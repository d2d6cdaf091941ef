/**
 * Opens a file in a worker of its own, which keeps its bytes and makes its copies: unpacking, decoding and packing take
 * seconds, and the page must answer meanwhile.
 */
import type { FileWorkbook } from './file-workbook.ts';
import { fileWorkbook } from './file-workbook.ts';
import type { FromFileWorker } from './file-messages.ts';
import { numberShower } from './number-format.ts';
import { remoteFile } from './remote-file.ts';

/**
 * Opens a workbook and rejects as loadFile does. The bytes are handed over: the caller's array is empty afterwards.
 * Where the browser has no workers, or will not start one, the file is opened on the calling thread.
 */
export async function openWorkbookInWorker(name: string, bytes: Uint8Array): Promise<FileWorkbook> {
  const worker = await startedWorker();
  if (!worker) {
    const { openWorkbook } = await import('./open-workbook.ts');
    return openWorkbook(name, bytes);
  }
  const remote = remoteFile({
    post: (message, handedOver) => worker.postMessage(message, [...handedOver]),
    end: () => worker.terminate(),
  });
  worker.addEventListener('message', (event: MessageEvent<FromFileWorker>) => remote.receive(event.data));
  worker.addEventListener('error', (event) => remote.fail(new Error(event.message)));
  try {
    const file = await remote.open(name, bytes);
    return fileWorkbook(name, file, await numberShower(file.formats));
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** A worker that has said that it runs; null when there is none to be had. */
function startedWorker(): Promise<Worker | null> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', () => resolve(worker), { once: true });
      worker.addEventListener('error', () => resolve(null), { once: true });
    } catch {
      resolve(null);
    }
  });
}
