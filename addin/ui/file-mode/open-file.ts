/** Opens a file that a person chose, or one of the sample registers. The readers are loaded only now. */
import type { FileWorkbook } from '../../file/file-workbook.ts';
import type { Session } from '../../engine/session.ts';
import type { WorkbookErrorCode } from '../../engine/workbook-port.ts';
import { WorkbookError } from '../../engine/workbook-port.ts';
import { isNotFetched } from '../parts/not-fetched.ts';

export interface OpenedFile {
  readonly session: Session;
  readonly workbook: FileWorkbook;
}

export type OpeningOutcome =
  | { readonly ok: true; readonly file: OpenedFile }
  | { readonly ok: false; readonly code: WorkbookErrorCode | 'failed' | 'not-fetched' };

/** Never rejects: what is wrong with a file is a code with a sentence. */
export async function openFile(name: string, readBytes: () => Promise<Uint8Array>): Promise<OpeningOutcome> {
  try {
    const [bytes, { openWorkbookInWorker }, { openPaneSession }] = await Promise.all([
      readBytes(),
      import('../../file/worker-file.ts'),
      import('../open-pane-session.ts'),
    ]);
    const workbook = await openWorkbookInWorker(name, bytes);
    return { ok: true, file: { workbook, session: await openPaneSession(workbook) } };
  } catch (error) {
    if (error instanceof WorkbookError) return { ok: false, code: error.code };
    return { ok: false, code: isNotFetched(error) ? 'not-fetched' : 'failed' };
  }
}

export const SAMPLES = ['plain', 'journal', 'visits'] as const;
export type Sample = (typeof SAMPLES)[number];

/** The day and the norms that the sample registers were made for. */
const SAMPLE_AS_OF = '2026-10-31';
const SAMPLE_PACK = 'training';

/** Opens a sample as it is meant to be tried. */
export async function openSample(sample: Sample, name: string): Promise<OpeningOutcome> {
  const outcome = await openFile(`${name}.xlsx`, () => sampleBytes(sample));
  if (outcome.ok) {
    outcome.file.session.setAsOf(SAMPLE_AS_OF);
    outcome.file.session.setPack(SAMPLE_PACK);
  }
  return outcome;
}

async function sampleBytes(sample: Sample): Promise<Uint8Array> {
  const response = await fetch(new URL(`./samples/${sample}.xlsx`, document.baseURI));
  if (!response.ok) throw new Error(`sample answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
