/** What stands over the lower end of the list, in pixels: the footer, and the notice of a correction. */
export function heightBelow(hasNotice: boolean): number {
  return hasNotice ? 180 : 96;
}
