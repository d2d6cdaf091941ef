/**
 * The theme follows Office where Office says its colours (Excel on the desktop), and else the system. Contrast themes
 * need nothing of ours: the browser puts its own colours on Fluent's. Paper is light: light letters would be lost on it.
 */
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { isDarkColour } from './dark-colour.ts';

const darkQuery = '(prefers-color-scheme: dark)';
const paperQuery = 'print';

let isPrinting = false;
let backgroundOfOffice: () => string | undefined = () => undefined;
const listeners = new Set<() => void>();

/** Takes the colour behind Office's own panes from now on. Excel tells nobody when it changes: it is asked again. */
export function followOffice(background: () => string | undefined): void {
  backgroundOfOffice = background;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const queries = [darkQuery, paperQuery].map((query) => window.matchMedia(query));
  // The page is on its way to the printer as soon as this returns.
  const toPaper = (): void => {
    isPrinting = true;
    flushSync(listener);
  };
  const fromPaper = (): void => {
    isPrinting = false;
    listener();
  };
  listeners.add(listener);
  for (const query of queries) query.addEventListener('change', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', fromPaper);
  return () => {
    listeners.delete(listener);
    for (const query of queries) query.removeEventListener('change', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('beforeprint', toPaper);
    window.removeEventListener('afterprint', fromPaper);
  };
}

function isDarkNow(): boolean {
  if (isPrinting || window.matchMedia(paperQuery).matches) return false;
  return isDarkColour(backgroundOfOffice()) ?? window.matchMedia(darkQuery).matches;
}

/** The theme of the whole page; what the browser draws itself (calendars, scroll bars) follows it. */
export function usePageTheme(): Theme {
  const isDark = useSyncExternalStore(subscribe, isDarkNow);
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return isDark ? webDarkTheme : webLightTheme;
}
