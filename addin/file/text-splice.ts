/** Replacing pieces of a text while all the rest stays letter for letter. */

export interface Patch {
  readonly from: number;
  /** Equal to `from` for an insertion. */
  readonly to: number;
  readonly text: string;
}

/** The text with its pieces replaced. Pieces must not overlap; insertions at one place keep their order. */
export function spliced(text: string, patches: readonly Patch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: piece } of patches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(text.slice(at, from), piece);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
