/**
 * Fetches the pane, and says when it does not come: a line that breaks off meanwhile would otherwise leave the words of
 * the beginning there for ever. The words stand in the page itself and in both languages, for nothing else is there yet.
 */
import { isNotFetched } from './parts/not-fetched.ts';

/** Then the line may be back: whoever only waits gets the pane too. */
const AGAIN_AFTER_MS = 5_000;

function show(id: 'coming' | 'lost'): void {
  for (const words of document.querySelectorAll<HTMLElement>('.begin')) words.hidden = words.id !== id;
}

let again: ReturnType<typeof setTimeout> | undefined;

function begin(): void {
  import('./pane.tsx').catch((error: unknown) => {
    if (!isNotFetched(error)) throw error;
    show('lost');
    // Presses of the button must not add up to many tries at a time.
    clearTimeout(again);
    again = setTimeout(begin, AGAIN_AFTER_MS);
  });
}

document.querySelector('#again')?.addEventListener('click', () => {
  show('coming');
  begin();
});
begin();
