/** Moving about without a mouse, as people do who cannot use one. */
import type { Page } from 'playwright-core';

const MOST_PRESSES = 60;

/** What has the focus: its role or tag, its name, and whether the eye can see that it has it. */
export interface Focused {
  readonly name: string;
  readonly isVisible: boolean;
}

/** Null when nothing has the focus: the next key would start from the top of the page. */
export async function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // A field is drawn by the element around it.
    const bearers = [element, ...(element.matches('input, select, textarea') ? [element.parentElement] : [])];
    const isRinged = bearers
      .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : []))
      .some(
        ({ outlineStyle, boxShadow, borderBottomWidth, content }, at) =>
          (at % 2 === 0 || content !== 'none') &&
          (outlineStyle !== 'none' || boxShadow !== 'none' || borderBottomWidth !== '0px'),
      );
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    const labels = isField ? element.labels : null;
    const text = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    // A tab holds its words twice, the second time unseen, to keep its width when they become bold.
    const name = element.role === 'tab' ? text.replace(/^(.+)\1$/, '$1') : text;
    return { name: name.trim(), isVisible: isRinged && element.getBoundingClientRect().height > 0 };
  });
}

/** Presses Tab until something of that name has the focus. Rejects when it is never reached or cannot be seen. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const isMeant = (said: string): boolean => (typeof name === 'string' ? said === name : name.test(said));
  const passed: string[] = [];
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now && !now.isVisible) throw new Error(`the focus cannot be seen on «${now.name}»`);
    if (now && isMeant(now.name)) return;
    passed.push(now?.name ?? '—');
  }
  throw new Error(`«${String(name)}» was not reached: ${passed.join(' · ')}`);
}
