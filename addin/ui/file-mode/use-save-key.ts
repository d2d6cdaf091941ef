import { useEffect } from 'react';

/** Ctrl+S saves the copy, as it saves in Excel; otherwise the browser would save its own page. */
export function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyS';
      if (!isSave) return;
      event.preventDefault();
      if (event.repeat) return;
      // A cell that is being typed in keeps what is typed when it is left.
      const { activeElement } = document;
      if (activeElement instanceof HTMLInputElement && activeElement.closest('[role="grid"]')) activeElement.blur();
      setTimeout(save, 0);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  });
}
