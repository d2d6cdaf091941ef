import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { button } from './people-steps.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe-core holds against the page by WCAG 2.2 A and AA, a line for each place.
 * Left out: the focus guards that Fluent puts at both ends of a tab list (nobody can stay on them).
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Half-way from one colour to the other nothing can be read, and nobody reads it.
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
  await page.evaluate(axe.source);
  const result = (await page.evaluate(
    'axe.run({ exclude: [["[data-tabster-dummy]"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/** The same in light and in dark colours; the page has those of the computer again afterwards. */
export async function faultsInBothColours(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[style*="color-scheme: ${colorScheme}"]`).waitFor({ state: 'attached' });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return faults;
}

/** Speaks English from now on, or Russian again, where the page is the pane: what it shows stays. */
export async function speak(page: Page, language: 'English' | 'Русский'): Promise<void> {
  await button(page, language === 'English' ? 'Ещё' : 'More').click();
  await button(page, language).click();
  await button(page, language === 'English' ? 'More' : 'Ещё').waitFor();
  // The line of buttons stays open.
  await page.keyboard.press('Escape');
}

/** What is held against a screen of the pane in both languages, in light and in dark colours. */
export async function faultsInEveryView(page: Page): Promise<readonly string[]> {
  const russian = await faultsInBothColours(page);
  await speak(page, 'English');
  const english = await faultsInBothColours(page);
  await speak(page, 'Русский');
  return [...russian, ...english.map((fault) => `English: ${fault}`)];
}
