/** Long work on the thread of the page, cut so that it draws and answers in between. */

/** A slice is half of what people begin to feel, because an old computer may take twice as long. */
const SLICE_MS = 20;

/** Asked often: null while the slice lasts, or else a promise to wait for before going on. */
export type Pause = () => Promise<void> | null;

/** Begins a slice. */
export function slices(): Pause {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < SLICE_MS) return null;
    return turn().then(() => {
      begun = performance.now();
    });
  };
}

/** The next turn of the event loop. A timer would be held back in a window that is not in front. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
