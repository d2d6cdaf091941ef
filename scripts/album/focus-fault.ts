/** Whether the eye finds what has the focus after a press of Tab: by the picture, not by what the styles say. */
import type { Shown } from './album-state.ts';

const AROUND = 4;

/** A sentence when the next stop of the Tab key looks the same with the focus and without. */
export async function focusFault({ page, pane }: Shown): Promise<readonly string[]> {
  await page.keyboard.press('Tab');
  const stop = await pane.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // A date has stops of its own, which the browser marks and which stay marked when the field is left by a program.
    if (element.matches('[type=date]')) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return { left, top, width, height, name: element.getAttribute('aria-label') ?? label ?? element.textContent ?? '' };
  });
  if (!stop) return [];
  const clip = {
    x: Math.max(0, stop.left - AROUND),
    y: Math.max(0, stop.top - AROUND),
    width: stop.width + 2 * AROUND,
    height: stop.height + 2 * AROUND,
  };
  const withFocus = await page.screenshot({ clip, animations: 'disabled' });
  await pane.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const without = await page.screenshot({ clip, animations: 'disabled' });
  return withFocus.equals(without) ? [`the focus cannot be seen on «${stop.name.slice(0, 60)}»`] : [];
}
