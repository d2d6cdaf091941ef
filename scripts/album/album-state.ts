/** What the album photographs: a state of the screen, and how a person gets there. */
import type { Frame, Locator, Page } from 'playwright-core';
import type { Stage } from '../../test/e2e/stage.ts';
import type { PaneInExcel } from '../../test/excel-host/browser-door.ts';

export type { Stage };

export interface AlbumState {
  /** kebab-case: the name of its pictures. */
  readonly name: string;
  /** Walks in Russian, in a window of its own; the window is left as it is to be photographed, and closed afterwards. */
  readonly reach: (stage: Stage) => Promise<Page | PaneInExcel>;
  /** As it is printed: a page is as wide as it is. */
  readonly isOnPaper?: boolean;
  /** What it is about, in any language, where the screen is longer than a picture. */
  readonly at?: (pane: Page | Frame) => Locator;
}

/** The window, and the page or frame in it that holds the pane. */
export interface Shown {
  readonly page: Page;
  readonly pane: Page | Frame;
}

export function shown(reached: Page | PaneInExcel): Shown {
  return 'pane' in reached ? { page: reached.page, pane: reached.pane } : { page: reached, pane: reached };
}
