/**
 * Calls whenever the element comes back into sight, as a grid does on a telephone when its turn comes: while it was away
 * it could not scroll, and it has lost its place. Returns the way to stop.
 */
export function whenBack(element: HTMLElement, onBack: () => void): () => void {
  let isAway = element.clientHeight === 0;
  const observer = new ResizeObserver(() => {
    const wasAway = isAway;
    isAway = element.clientHeight === 0;
    if (wasAway && !isAway) onBack();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
