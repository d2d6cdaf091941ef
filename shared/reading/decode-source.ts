/** Where the news of a family came from, as journals write it: «сообщение КДНиЗП № 15 от 01.02.2026». */
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { findDates } from './decode-date.ts';

const NUMBER_OF_NOTICE = /(?:(?:исх|вх)\p{L}{0,8}\.?\s?)?№\s?[\p{L}\d./\\-]{1,20}/giu;
/** A longer text is a story, and no wording of the list. */
const LONGEST = 300;

/** The code of a source, whatever number and date its notice has. The text stays as it is written. */
export function decodeSource(text: string, book: CodeBook): CodeValue {
  const whole = book.decode('sources', text);
  if (whole.code !== null || text.length > LONGEST) return whole;
  return { ...whole, code: book.decode('sources', withoutDocument(text)).code };
}

function withoutDocument(text: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of findDates(text)) {
    kept += text.slice(from, start).replace(/(?<!\p{L})от\s*$/iu, '');
    from = end;
  }
  return (kept + text.slice(from)).replace(NUMBER_OF_NOTICE, ' ');
}
