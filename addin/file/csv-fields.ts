/**
 * The fields of a .csv text with the places where they stand, so that a changed field can be put back and all the rest
 * of the file stays as it is.
 */

import { MAX_ROWS } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { MAX_CELLS } from './grid.ts';

export interface CsvField {
  /** The value, quotes resolved. */
  readonly value: string;
  /** Where it stands in the text, quotes included. */
  readonly from: number;
  readonly to: number;
}

export interface CsvTable {
  readonly delimiter: string;
  /** The last one of the text: what is added below it must not run into it. */
  readonly lineEnd: string;
  /** One list of fields per record. Record 1 is row 1. */
  readonly records: readonly (readonly CsvField[])[];
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** The delimiter is looked for in the beginning of a text. */
const SAMPLE = 65_536;
/** A text of a million rows takes less. */
const MAX_BYTES = 96 * 1024 * 1024;

/**
 * Refuses with `too-large` what no sheet can hold, before it is decoded: each field costs twenty times its delimiter.
 * Line ends within quotes count too.
 */
export function refuseTooMuch(bytes: Uint8Array): void {
  if (bytes.length > MAX_BYTES) throw new WorkbookError('too-large');
  const delimiter = likelyDelimiter(new TextDecoder().decode(bytes.subarray(0, SAMPLE))).charCodeAt(0);
  const counts = new Uint32Array(256);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  const lines = Math.max(counts[10] ?? 0, counts[13] ?? 0);
  if (lines > MAX_ROWS || lines + (counts[delimiter] ?? 0) > MAX_CELLS) throw new WorkbookError('too-large');
}

/** Splits a text into records; throws `too-large` when there are more than a sheet has rows. A first line «sep=;» names the delimiter, as in Excel, and is no record. */
export function readCsv(text: string): CsvTable {
  const named = /^sep=(.)(\r\n|\r|\n)/i.exec(text);
  const start = named?.[0].length ?? 0;
  const delimiter = named?.[1] ?? likelyDelimiter(text);
  return {
    delimiter,
    lineEnd: /(\r\n|\n|\r)[^\r\n]*$/.exec(text)?.[1] ?? '\r\n',
    records: recordsOf(text, start, delimiter),
  };
}

/** The delimiter that gives the most fields in the most records of the file's beginning. */
function likelyDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let best: string = ';';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const record of recordsOf(sample, 0, delimiter, 100)) {
      if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
    }
    let score = 0;
    for (const [fields, times] of counts) score = Math.max(score, times * Math.sqrt(fields));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** @param most stop after so many; without it more than a sheet can hold are refused */
function recordsOf(text: string, start: number, delimiter: string, most = Infinity): readonly (readonly CsvField[])[] {
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  let at = start;
  while (at < text.length && records.length < most) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    record.push(field);
    at = field.to;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      record.push({ value: '', from: at, to: at });
    } else at += text.startsWith('\r\n', at) ? 2 : 1;
    if (records.push(record) > MAX_ROWS) throw new WorkbookError('too-large');
    record = [];
  }
  return records;
}

function plainField(text: string, from: number, delimiter: string): CsvField {
  let to = from;
  while (to < text.length && text[to] !== delimiter && text[to] !== '\n' && text[to] !== '\r') to += 1;
  return { value: text.slice(from, to), from, to };
}

/** A field in quotes; what follows the closing quote up to the delimiter belongs to it, as Excel reads it. */
function quotedField(text: string, from: number, delimiter: string): CsvField {
  let value = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainField(text, from, delimiter);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, from, to: rest.to };
    }
    value += '"';
    at = quote + 2;
  }
}
