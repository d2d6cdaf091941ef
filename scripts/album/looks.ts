/** The ways in which people see a screen: how wide, in which language, in which colours. */
import type { Page } from 'playwright-core';
import type { Shown } from './album-state.ts';

const WIDTHS = [320, 400, 1280] as const;
/** The width nearest to that of a page of A4 across. */
export const PAPER_WIDTH = 1280;
const LANGUAGES = ['ru', 'en'] as const;
const COLOURS = ['light', 'dark', 'contrast'] as const;

/** As high as a pane usually is. */
const LEAST_HEIGHT = 640;
/** As high as a picture can still be looked at; at 400 all of a long screen is to be seen. */
const MOST_HEIGHT = { 320: 1080, 400: 1700, 1280: 800 } as const;

export interface Look {
  readonly name: string;
  readonly width: (typeof WIDTHS)[number];
  readonly language: (typeof LANGUAGES)[number];
  readonly colours: (typeof COLOURS)[number];
}

export const LOOKS: readonly Look[] = WIDTHS.flatMap((width) =>
  LANGUAGES.flatMap((language) =>
    COLOURS.map((colours) => ({ name: `${width}-${language}-${colours}`, width, language, colours })),
  ),
);

/** Gives the window this look; the state stays. The window grows with what would have to be scrolled. */
export async function takeOn({ page, pane }: Shown, { width, language, colours }: Look): Promise<void> {
  await page.setViewportSize({ width, height: LEAST_HEIGHT });
  await page.emulateMedia({
    colorScheme: colours === 'light' ? 'light' : 'dark',
    forcedColors: colours === 'contrast' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  if ((await pane.evaluate(() => document.documentElement.lang)) !== language) {
    await pane.evaluate(switchLanguage);
    await pane.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  }
  await stillness(page);
  const height = Math.min(LEAST_HEIGHT + (await pane.evaluate(hiddenBelow)), MOST_HEIGHT[width]);
  await page.setViewportSize({ width, height });
  await pane.evaluate(scrollToTop);
  await stillness(page);
}

/** Lists measure what they have drawn and draw again; other languages come over the network. */
async function stillness(page: Page): Promise<void> {
  await page.waitForTimeout(250);
}

/** Runs in the page: how many pixels the tallest scrolling part would need more. A grid of cells scrolls by itself. */
function hiddenBelow(): number {
  const parts = [...document.querySelectorAll('body *')].filter(
    (one) => one.closest('[role=grid]') === null && /auto|scroll/.test(getComputedStyle(one).overflowY),
  );
  return Math.max(0, ...parts.map((part) => part.scrollHeight - part.clientHeight));
}

/** Runs in the page: the look before may have moved the focus, and the screen with it. */
function scrollToTop(): void {
  for (const part of document.querySelectorAll('body *')) if (part.scrollTop > 0) part.scrollTop = 0;
}

interface Fiber {
  readonly memoizedProps?: { readonly value?: { readonly switchLanguage?: () => void } | null } | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/** Runs in the page: presses no button, since a dialog would be in its way, but asks React for what the button does. */
function switchLanguage(): void {
  const root = document.querySelector('#pane');
  const held = Object.entries(root ?? {}).find(([name]) => name.startsWith('__reactContainer$'));
  const waiting: (Fiber | null)[] = [
    (held?.[1] as { readonly stateNode: { readonly current: Fiber } } | undefined)?.stateNode.current ?? null,
  ];
  for (let fiber = waiting.pop(); fiber !== undefined; fiber = waiting.pop()) {
    if (fiber === null) continue;
    const value = fiber.memoizedProps?.value;
    if (typeof value === 'object' && value?.switchLanguage) {
      value.switchLanguage();
      return;
    }
    waiting.push(fiber.sibling, fiber.child);
  }
  throw new Error('the page knows no languages');
}
