/** The theme follows the system. Contrast themes need nothing of ours: the browser puts its own colours on Fluent's. */
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const darkQuery = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useSystemTheme(): Theme {
  const isDark = useSyncExternalStore(subscribe, () => window.matchMedia(darkQuery).matches);
  return isDark ? webDarkTheme : webLightTheme;
}
