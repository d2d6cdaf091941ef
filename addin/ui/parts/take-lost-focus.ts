/**
 * For what takes the place of a button that was pressed and is gone: whoever goes by keyboard stays there, instead of
 * beginning at the top of the page. Takes the focus from nothing that has it.
 */
export function takeLostFocus(place: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) place?.focus();
}
