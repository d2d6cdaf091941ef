/** A reason why the server cannot start, as one sentence for the person who started it. */
export class StartProblem extends Error {
  constructor(sentence: string, options?: { readonly cause?: unknown }) {
    super(sentence, options);
    this.name = 'StartProblem';
  }
}
