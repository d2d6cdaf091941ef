/**
 * The form in which the add-in's state stands inside a workbook: one custom XML part. Excel and file workbook write the
 * same form, so that a file mailed to a colleague goes on where it was, in Excel or without.
 */

/** Root namespace by which the part is found again. */
export const STATE_NAMESPACE = 'urn:kurator:state:1';

/** Characters that XML cannot carry, also escaped, and the one that it would change (CR). */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/;

/** The part's text. Its length is written down, so that a part that lost something is noticed. */
export function stateXml(state: string): string {
  const isPlain = state.isWellFormed() && !NOT_XML.test(state);
  const content = isPlain
    ? state
    : JSON.stringify(state).replaceAll('\uFFFE', '\\ufffe').replaceAll('\uFFFF', '\\uffff');
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const form = isPlain ? 'text' : 'json';
  return `<?xml version="1.0" encoding="UTF-8"?><state xmlns="${STATE_NAMESPACE}" form="${form}" length="${state.length}">${escaped}</state>`;
}

/** The state of a part's text, or null when the part is damaged: cut off, changed in length, or not in this form. */
export function stateOfXml(xml: string): string | null {
  const match = /<(?:\w+:)?state\b([^>]*)>([^<]*)<\/(?:\w+:)?state>\s*$/.exec(xml);
  const [, attributes = '', content = ''] = match ?? [];
  const length = /\slength="(\d+)"/.exec(attributes)?.[1];
  if (!match || length === undefined) return null;
  const text = content
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const state = /\sform="json"/.test(attributes) ? parsedText(text) : text;
  return state?.length === Number(length) ? state : null;
}

function parsedText(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
