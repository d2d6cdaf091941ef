/**
 * The theme follows Office where Office says its colours (Excel on the desktop), and else the system. Contrast themes
 * need nothing of ours: the browser puts its own colours on Fluent's.
 */
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { isDarkColour } from './dark-colour.ts';

const darkQuery = '(prefers-color-scheme: dark)';

let backgroundOfOffice: () => string | undefined = () => undefined;
const listeners = new Set<() => void>();

/** Takes the colour behind Office's own panes from now on. Excel tells nobody when it changes: it is asked again. */
export function followOffice(background: () => string | undefined): void {
  backgroundOfOffice = background;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  listeners.add(listener);
  query.addEventListener('change', listener);
  window.addEventListener('focus', listener);
  return () => {
    listeners.delete(listener);
    query.removeEventListener('change', listener);
    window.removeEventListener('focus', listener);
  };
}

function isDarkNow(): boolean {
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
