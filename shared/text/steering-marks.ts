/** Marks that are not seen and change what is: they come from other people's cells, headings and names of sheets. */

/** Control characters, which a terminal obeys, and those that turn the direction of writing; line ends and tabs stay. */
const STEERING = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The text with «�» in place of each such mark, so that a sentence around it stays what it is. */
export function withSteeringSeen(text: string): string {
  return text.replace(STEERING, '\uFFFD');
}
