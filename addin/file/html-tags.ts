/** The tags of a web page in one walk. Pages are seldom written well: nothing here asks that tags match. */

export interface HtmlTag {
  /** In small letters. */
  readonly name: string;
  readonly isClose: boolean;
  readonly attributes: string;
  /** The text in front of it. */
  readonly before: string;
}

const NAME = /[a-z][a-z\d:]*/iy;

/** All tags in order. Comments, scripts, styles and the page's title are left out with what is in them. */
export function* htmlTags(text: string): Generator<HtmlTag> {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) return;
    const before = text.slice(at, open);
    if (text.startsWith('<!--', open)) {
      if (before !== '') yield { name: '', isClose: false, attributes: '', before };
      at = after(text, '-->', open + 4);
      continue;
    }
    const isClose = text[open + 1] === '/';
    NAME.lastIndex = open + (isClose ? 2 : 1);
    const name = NAME.exec(text)?.[0].toLowerCase();
    const isTag = name !== undefined || text[open + 1] === '!' || text[open + 1] === '?';
    const end = isTag ? after(text, '>', open) : open + 1;
    const attributes = name === undefined ? '' : text.slice(NAME.lastIndex, end - 1);
    yield { name: name ?? '', isClose, attributes, before: isTag ? before : `${before}<` };
    at = (name === 'script' || name === 'style' || name === 'title') && !isClose ? closing(text, name, end) : end;
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function closing(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

/** How many columns or rows a cell takes; 1 where nothing sensible is said. */
export function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const said = new RegExp(`[\\s"']${name}[\\s=]{1,9}["']?\\s?(\\d{1,9})`, 'i').exec(` ${attributes}`)?.[1];
  return Math.max(1, Number(said ?? 1));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  shy: '\u00AD',
  sect: '§',
  deg: '°',
  bull: '•',
  middot: '·',
  times: '×',
};

/** Text as a page shows it: white space runs together, a line break made by a tag ("\n" before this call) stays. */
export function htmlText(raw: string): string {
  const lines = raw.split('\n').map((line) => line.replace(/ +/g, ' ').trim());
  return resolved(lines.join('\n')).trim();
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
