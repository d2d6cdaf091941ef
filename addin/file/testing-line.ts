/** A file opened over a real channel between two ends, as a page and its worker have one. */
import { fileDesk } from './file-desk.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { fileWorkbook } from './file-workbook.ts';
import { numberShower } from './number-format.ts';
import { remoteFile } from './remote-file.ts';

/** As openWorkbookInWorker; `fail` plays a worker that ends by itself. */
export async function openOverChannel(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly workbook: FileWorkbook; readonly fail: (error: Error) => void }> {
  const { port1: page, port2: worker } = new MessageChannel();
  const remote = remoteFile({
    post: (message, handedOver) => page.postMessage(message, [...handedOver]),
    end: () => page.close(),
  });
  const answer = fileDesk((message, handedOver) => worker.postMessage(message, [...handedOver]));
  page.addEventListener('message', (event) => remote.receive(event.data));
  worker.addEventListener('message', (event) => void answer(event.data));
  page.start();
  worker.start();
  try {
    const file = await remote.open(name, bytes);
    return { workbook: fileWorkbook(name, file, await numberShower(file.formats)), fail: remote.fail };
  } catch (error) {
    page.close();
    throw error;
  }
}
