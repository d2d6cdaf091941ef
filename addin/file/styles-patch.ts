/** Adds formats to the styles part: each is a copy of a cell's own format with another number format. */
import { DATE_FORMAT } from '../engine/excel-limits.ts';
import type { MadeFormat } from './loaded-file.ts';
import type { Patch } from './text-splice.ts';
import { spliced } from './text-splice.ts';
import { xmlScanner } from './xml-scanner.ts';

export interface PatchedStyles {
  readonly text: string;
  /** Where each added format stands in the file, in the order asked for. */
  readonly indexes: readonly number[];
}

interface Places {
  prefix: string;
  rootTo: number;
  /** Elements of cellXfs: from, to. */
  readonly formats: (readonly [number, number])[];
  formatsOpen: readonly [number, number];
  formatsClose: number;
  codesOpen: readonly [number, number] | null;
  codesClose: number;
  /** A list of number formats that has none; a second one beside it would be damage. */
  codesEmpty: readonly [number, number] | null;
  codesCount: number;
  highestCode: number;
  dateCode: number | null;
}

/** Own number formats begin here (ECMA-376, 18.8.30). */
const FIRST_OWN_CODE = 164;

/** A styles part for a workbook that has none. */
export const PLAIN_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/>' +
  '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>' +
  '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">' +
  '<xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>';

/** The styles with the given formats added. */
export function patchStyles(text: string, made: readonly MadeFormat[]): PatchedStyles {
  const places = findPlaces(text);
  const code = places.dateCode ?? places.highestCode + 1;
  const needsCode = places.dateCode === null && made.some(({ numberFormat }) => numberFormat === 'date');
  const copies = made.map(({ from, numberFormat }) =>
    formatCopy(text, places, from, numberFormat === 'date' ? code : 0),
  );
  const count = places.formats.length;
  const patches: Patch[] = [
    countPatch(text, places.formatsOpen, count + made.length),
    { from: places.formatsClose, to: places.formatsClose, text: copies.join('') },
    ...(needsCode ? codePatches(text, places, code) : []),
  ];
  return { text: spliced(text, patches), indexes: made.map((_, index) => count + index) };
}

function findPlaces(text: string): Places {
  const places: Places = {
    prefix: '',
    rootTo: 0,
    formats: [],
    formatsOpen: [0, 0],
    formatsClose: 0,
    codesOpen: null,
    codesClose: 0,
    codesEmpty: null,
    codesCount: 0,
    highestCode: FIRST_OWN_CODE - 1,
    dateCode: null,
  };
  let isInside = false;
  const tag = xmlScanner(text);
  while (tag.next()) {
    const { name, from, to, isClose, isEmpty } = tag;
    if (name === 'styleSheet' && !isClose) {
      places.prefix = text.slice(from + 1, text.indexOf('styleSheet', from));
      places.rootTo = to;
    } else if (name === 'numFmts') {
      if (isClose) places.codesClose = from;
      else if (isEmpty) places.codesEmpty = [from, to];
      else places.codesOpen = [from, to];
    } else if (name === 'numFmt' && !isClose && places.codesOpen && places.codesClose === 0) {
      const id = Number(tag.attribute('numFmtId'));
      places.codesCount += 1;
      places.highestCode = Math.max(places.highestCode, id);
      if (tag.attribute('formatCode') === DATE_FORMAT) places.dateCode = id;
    } else if (name === 'cellXfs') {
      isInside = !isClose;
      if (isClose) places.formatsClose = from;
      else places.formatsOpen = [from, to];
    } else if (name === 'xf' && isInside) {
      const last = places.formats.at(-1);
      if (!isClose) places.formats.push([from, to]);
      else if (last) places.formats[places.formats.length - 1] = [last[0], to];
    }
  }
  return places;
}

function formatCopy(text: string, { formats, prefix }: Places, format: number, code: number): string {
  const [from, to] = formats[format] ?? formats[0] ?? [0, 0];
  const xml = text.slice(from, to) || `<${prefix}xf/>`;
  const openTo = xml.indexOf('>') + 1;
  const open = xml.slice(0, openTo).replace(/\s(numFmtId|applyNumberFormat|quotePrefix)\s*=\s*("[^"]*"|'[^']*')/g, '');
  const changed = open.replace(/^(<[^\s/>]+)/, `$1 numFmtId="${code}" applyNumberFormat="1"`);
  return changed + xml.slice(openTo);
}

function codePatches(text: string, places: Places, code: number): readonly Patch[] {
  const { prefix, codesOpen, codesClose, codesEmpty, rootTo } = places;
  const entry = `<${prefix}numFmt numFmtId="${code}" formatCode="${DATE_FORMAT}"/>`;
  if (codesOpen) {
    return [countPatch(text, codesOpen, places.codesCount + 1), { from: codesClose, to: codesClose, text: entry }];
  }
  const [from, to] = codesEmpty ?? [rootTo, rootTo];
  return [{ from, to, text: `<${prefix}numFmts count="1">${entry}</${prefix}numFmts>` }];
}

function countPatch(text: string, [from, to]: readonly [number, number], count: number): Patch {
  const open = text.slice(from, to);
  return { from, to, text: open.replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, ` count="${count}"`) };
}
