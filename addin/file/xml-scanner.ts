/**
 * Walks through the tags of an XML text without building a tree: a large sheet has millions of them. Prefixes of names
 * are dropped (x:c is c), positions are kept so that a writer can replace a tag and leave the rest alone.
 * Declarations of own entities and types are refused: office files have none, and they are how small files blow up.
 */
import { WorkbookError } from '../engine/workbook-port.ts';

export interface XmlScanner {
  /** Goes to the next tag; false at the end. */
  next(): boolean;
  /** Local name of the tag. */
  name: string;
  /** `</a>` */
  isClose: boolean;
  /** `<a/>`: no close tag follows. */
  isEmpty: boolean;
  /** Where the tag begins ("<") and where it ends (after ">"). */
  from: number;
  to: number;
  /** An attribute of the tag by its local name, entities resolved. */
  attribute(name: string): string | undefined;
  /** The text up to the next tag, entities resolved. */
  textAfter(): string;
}

const SLASH = 47;
const GREATER = 62;
const COLON = 58;
const EQUALS = 61;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

const damaged = (): WorkbookError => new WorkbookError('damaged-file');

function skipTo(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged();
  return at + mark.length;
}

/** Where a tag that begins before `at` ends: the first ">" that stands outside of quotes. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === 34 || code === 39) {
      at = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) throw damaged();
    }
  }
  throw damaged();
}

/** Starts a walk at the beginning of a text, or at a given position. */
export function xmlScanner(text: string, start = 0): XmlScanner {
  let attributesFrom = 0;
  const scanner: XmlScanner = {
    name: '',
    isClose: false,
    isEmpty: false,
    from: start,
    to: start,
    next() {
      let at = scanner.to;
      for (;;) {
        at = text.indexOf('<', at);
        if (at < 0) return false;
        const second = text.charCodeAt(at + 1);
        if (second !== 33 && second !== 63) break;
        at = skipMarkup(text, at);
      }
      scanner.from = at;
      scanner.isClose = text.charCodeAt(at + 1) === SLASH;
      let nameFrom = scanner.isClose ? at + 2 : at + 1;
      let end = nameFrom;
      for (; end < text.length; end += 1) {
        const code = text.charCodeAt(end);
        if (code === GREATER || code === SLASH || isSpace(code)) break;
        if (code === COLON) nameFrom = end + 1;
      }
      scanner.name = text.slice(nameFrom, end);
      attributesFrom = end;
      scanner.to = tagEnd(text, end);
      scanner.isEmpty = !scanner.isClose && text.charCodeAt(scanner.to - 2) === SLASH;
      return true;
    },
    attribute: (name) => attributeIn(text, attributesFrom, scanner.to - 1, name),
    textAfter: () => textFrom(text, scanner.to),
  };
  return scanner;
}

/** Skips a comment, a CDATA section or a processing instruction. */
function skipMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return skipTo(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return skipTo(text, ']]>', at + 9);
  if (text.startsWith('<?', at)) return skipTo(text, '?>', at + 2);
  throw new WorkbookError(/^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 10)) ? 'bomb' : 'damaged-file');
}

function attributeIn(text: string, from: number, to: number, wanted: string): string | undefined {
  let at = from;
  while (at < to) {
    while (at < to && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === SLASH)) at += 1;
    let nameFrom = at;
    while (at < to && text.charCodeAt(at) !== EQUALS && !isSpace(text.charCodeAt(at))) {
      if (text.charCodeAt(at) === COLON) nameFrom = at + 1;
      at += 1;
    }
    const nameTo = at;
    while (at < to && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === EQUALS)) at += 1;
    if (at >= to) return undefined;
    const quote = text.charCodeAt(at);
    if (quote !== 34 && quote !== 39) throw damaged();
    const valueTo = text.indexOf(quote === 34 ? '"' : "'", at + 1);
    if (nameTo - nameFrom === wanted.length && text.startsWith(wanted, nameFrom)) {
      return resolved(text.slice(at + 1, valueTo));
    }
    at = valueTo + 1;
  }
  return undefined;
}

/** Character data from a position to the next tag; comments inside are skipped, CDATA counts. */
function textFrom(text: string, from: number): string {
  let found = '';
  for (let at = from; ;) {
    const end = text.indexOf('<', at);
    found += resolved(text.slice(at, end < 0 ? text.length : end));
    const second = end < 0 ? 0 : text.charCodeAt(end + 1);
    if (second !== 33 && second !== 63) return found;
    at = skipMarkup(text, end);
    if (text.startsWith('<![CDATA[', end)) found += text.slice(end + 9, at - 3);
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references resolved and its line ends as XML reads them. */
function resolved(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text for use inside an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}

/** The text of an XML part. UTF-8 with or without a byte order mark, or UTF-16 with one. */
export function decodeXml(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WorkbookError('damaged-file', { cause });
  }
}
