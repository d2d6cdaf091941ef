import { useEffect } from 'react';
import type { RefObject } from 'react';

/** F6 goes from one part of the window to the next, as in Excel, and back to where one was in it. */
export function useRegionKeys(regions: readonly RefObject<HTMLElement | null>[]): void {
  useEffect(() => {
    const last = new Map<HTMLElement, HTMLElement>();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const parts = regions.flatMap(({ current }) => (current && current.offsetParent !== null ? [current] : []));
      const from = document.activeElement;
      const at = parts.findIndex((part) => part.contains(from));
      const here = parts[at];
      if (here && from instanceof HTMLElement) last.set(here, from);
      const step = event.shiftKey ? -1 : 1;
      const next = parts[(at + step + parts.length) % parts.length];
      if (next) focusIn(next, last.get(next));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

const FOCUSABLE = '[data-main][tabindex="0"], [role="grid"], button:not([tabindex="-1"]), input, select';

function focusIn(part: HTMLElement, before: HTMLElement | undefined): void {
  if (before?.isConnected) before.focus();
  else part.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}
