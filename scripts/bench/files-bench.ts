/** Opening and saving files of every format on one thread, against unpacking (or decoding) the same bytes and nothing more. */
import { deflateSync, inflateSync, unzipSync } from 'fflate';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { measure, type Measured } from './measure.ts';
import { FILE_FORMATS, registerFile, type FileFormat } from './register-files.ts';

/** What is promised of each format: times the bare work. The library reads .xls, and there is nothing to unpack in it. */
const AIMS: Readonly<Record<FileFormat, { readonly open: number | null; readonly save: number | null }>> = {
  xlsx: { open: 10, save: 8 },
  csv: { open: 8, save: 8 },
  ods: { open: null, save: null },
  xls: { open: null, save: null },
};

export async function openingBench(scale: number): Promise<readonly Measured[]> {
  return inTurn(async (format) => {
    const bytes = registerFile(format, scale);
    return measure({
      name: `opening a register ${nameOf(format, bytes)}`,
      aim: AIMS[format].open,
      unit: 'ms',
      rounds: 3,
      baseline: () => bareReading(format, bytes),
      subject: () => openWorkbook(`a.${format}`, bytes),
    });
  });
}

export async function savingBench(scale: number): Promise<readonly Measured[]> {
  return inTurn(async (format) => {
    const bytes = registerFile(format, scale);
    const workbook = await openWorkbook(`a.${format}`, bytes);
    const [sheet] = await workbook.listSheets();
    const cell = { sheet: sheet?.name ?? '', row: 3, column: 2 };
    await workbook.write([{ cell, value: { kind: 'text', text: 'Сомова Анна Львовна' } }]);
    return measure({
      name: `saving a copy of it with one cell changed ${nameOf(format, bytes)}`,
      aim: AIMS[format].save,
      unit: 'ms',
      rounds: 3,
      baseline: () => bareReading(format, bytes),
      subject: () => workbook.saveCopy(),
    });
  });
}

async function inTurn(bench: (format: FileFormat) => Promise<Measured>): Promise<readonly Measured[]> {
  const lines: Measured[] = [];
  for (const format of FILE_FORMATS) lines.push(await bench(format));
  return lines;
}

const BARE: Readonly<Record<FileFormat, string>> = {
  xlsx: 'unpacking its parts',
  ods: 'unpacking its parts',
  csv: 'decoding it and cutting it into fields',
  xls: 'packing and unpacking it',
};

const nameOf = (format: FileFormat, bytes: Uint8Array): string =>
  `(.${format}, ${(bytes.length / 1e6).toFixed(1)} MB) / ${BARE[format]}`;

function bareReading(format: FileFormat, bytes: Uint8Array): unknown {
  if (format === 'csv') {
    const lines = new TextDecoder().decode(bytes).split('\n');
    return lines.map((line) => line.split(';'));
  }
  return format === 'xls' ? inflateSync(deflateSync(bytes)) : unzipSync(bytes);
}
