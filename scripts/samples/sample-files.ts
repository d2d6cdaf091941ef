/** The sample registers as files. */
import { writePlainXlsx } from '../../addin/file/plain-xlsx.ts';
import { plainRegister } from './plain-register.ts';
import type { SampleSheet } from './sample-sheet.ts';
import { SAMPLE_FORMATS, sampleGrid } from './sample-sheet.ts';
import { titleJournal } from './title-journal.ts';
import { visitRegister } from './visit-register.ts';

const SAMPLES: Readonly<Record<string, () => readonly SampleSheet[]>> = {
  'plain.xlsx': plainRegister,
  'journal.xlsx': titleJournal,
  'visits.xlsx': visitRegister,
};

/** File name → bytes; the same on every run. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(SAMPLES).map(([name, make]) => [name, writePlainXlsx(make().map(sampleGrid), SAMPLE_FORMATS)]),
  );
}
