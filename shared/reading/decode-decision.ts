/** What was decided, as minutes word it: «отказано в предоставлении сопровождения, протокол № 3 от 05.07.2026». */
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';

/** The code of a decision, also where its wording stands among other words; of two that differ nobody can say. */
export function decodeDecision(text: string, book: CodeBook): CodeValue {
  const whole = book.decode('decisions', text);
  if (whole.code !== null) return whole;
  const [only, other] = book.mentions('decisions', text);
  return { ...whole, code: other === undefined ? (only?.code ?? null) : null };
}
