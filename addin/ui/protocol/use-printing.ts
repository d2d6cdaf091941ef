/** Whether the page is being printed: paper takes more lines at once than a screen. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True from just before the browser lays out the paper until it is done. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser lays the paper out when this listener returns, so the lines must stand there by then.
    const begin = (): void => flushSync(() => setIsPrinting(true));
    const end = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
