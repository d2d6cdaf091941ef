/**
 * What a program can hold against the look of a page. The functions travel into the page as they are written here: they
 * may call each other, and nothing else.
 */
import type { Page, Frame } from 'playwright-core';

const MEASURES = [
  said,
  isInGrid,
  seenPart,
  isDrawn,
  drawnTexts,
  tooWide,
  canBeScrolledTo,
  outside,
  drawnLines,
  overlapping,
  unread,
];

/** Sentences, each with the words it is about. `known` are the words of the data, which stay as they are in English. */
export async function pageFaults(pane: Page | Frame, known: readonly string[]): Promise<readonly string[]> {
  const functions = MEASURES.map(String).join('\n');
  const call = `[...tooWide(), ...outside(), ...overlapping(), ...unread(new Set(${JSON.stringify(known)}))]`;
  const faults: unknown = await pane.evaluate(`(() => { ${functions}\nreturn ${call}; })()`);
  return Array.isArray(faults) ? [...new Set(faults.map(String))] : [];
}

function said(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return `«${words.replaceAll(/\s+/g, ' ').trim().slice(0, 60)}»`;
}

/** What stands in the cells of a workbook is its author's, and is cut as Excel cuts it. */
function isInGrid(element: Element): boolean {
  return element.closest('[role=grid]') !== null;
}

/** What of a box in this element can be seen: it and all around it that scrolls or hides takes away. Null when nothing can. */
function seenPart(element: Element, box: DOMRect): DOMRect | null {
  let { left, top, right, bottom } = box;
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(outer);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const limit = outer.getBoundingClientRect();
    left = Math.max(left, limit.left);
    right = Math.min(right, limit.right);
    top = Math.max(top, limit.top);
    bottom = Math.min(bottom, limit.bottom);
  }
  return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null;
}

function isDrawn(element: Element): boolean {
  const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return isShown && seenPart(element, element.getBoundingClientRect()) !== null;
}

function drawnTexts(): readonly { readonly node: Node; readonly holder: Element }[] {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const holder = node.parentElement;
    if (holder && node.textContent?.trim() && !isInGrid(holder) && isDrawn(holder)) found.push({ node, holder });
  }
  return found;
}

/** Parts wider than their place: cut, or to be scrolled sideways where no table is. */
function tooWide(): readonly string[] {
  const page = document.documentElement;
  const parts = [...document.querySelectorAll('body *')].filter(
    (one) => one.clientWidth > 40 && one.scrollWidth > one.clientWidth + 1 && !isInGrid(one) && isDrawn(one),
  );
  const faults = parts.flatMap((part) => {
    const { overflowX, textOverflow } = getComputedStyle(part);
    const by = part.scrollWidth - part.clientWidth;
    if (overflowX === 'visible' || textOverflow === 'ellipsis' || part.matches('input, textarea')) return [];
    if (overflowX === 'hidden' || overflowX === 'clip') return [`cut off by ${by}: ${said(part)}`];
    const isTable = part.matches('[role=region]') || part.querySelector(':scope > table, :scope > [role=tablist]');
    return isTable ? [] : [`scrolls sideways by ${by}: ${said(part)}`];
  });
  return page.scrollWidth > page.clientWidth ? [...faults, 'the page is wider than the window'] : faults;
}

/** A wide table stands in a frame of its own, which scrolls. */
function canBeScrolledTo(element: Element): boolean {
  const frame = element.closest('table')?.parentElement;
  return frame !== null && frame !== undefined && /auto|scroll/.test(getComputedStyle(frame).overflowX);
}

function outside(): readonly string[] {
  const controls = [...document.querySelectorAll('button, input, select, textarea, a, summary, [role=tab]')];
  return controls
    .filter((one) => !isInGrid(one) && one.closest('[data-tabster-dummy]') === null && isDrawn(one))
    .filter((one) => !canBeScrolledTo(one))
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1;
    })
    .map((one) => `outside the window: ${said(one)}`);
}

/** Lines of text as they are drawn, without those under a dialog. */
function drawnLines(): readonly { readonly box: DOMRect; readonly holder: Element }[] {
  return drawnTexts().flatMap(({ node, holder }) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].flatMap((line) => {
      const box = seenPart(holder, line);
      if (!box) return [];
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return top !== null && (top.contains(holder) || holder.contains(top)) ? [{ box, holder }] : [];
    });
  });
}

function overlapping(): readonly string[] {
  const lines = drawnLines();
  return lines.flatMap((one, at) =>
    lines.slice(at + 1).flatMap((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const isOver = one.holder !== other.holder && across > 3 && down > 4;
      return isOver ? [`texts overlap: ${said(one.holder)} and ${said(other.holder)}`] : [];
    }),
  );
}

/** Russian words in English that are nobody's data, neither quoted nor cut; and places that nothing was put into. */
function unread(known: ReadonlySet<string>): readonly string[] {
  const named = [...document.querySelectorAll('body *')]
    .filter((one) => !isInGrid(one) && one.checkVisibility())
    .flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
  // A form that has to be Russian says so.
  const spoken = drawnTexts().filter(({ holder }) => holder.closest('[lang]') === document.documentElement);
  const texts = [...spoken.map(({ node }) => node.textContent ?? ''), ...named].map((text) => text.trim());
  const isUnknown = (text: string): boolean =>
    (text.replaceAll(/“[^”]*”|[А-Яа-яЁё]+…/g, '').match(/[А-Яа-яЁё]+/g) ?? []).some(
      (word) => !known.has(word.toLowerCase()),
    );
  const untranslated = document.documentElement.lang === 'en' ? texts.filter(isUnknown) : [];
  const unfilled = texts.filter((text) => /\bundefined\b|\bNaN\b|\[object|\{\w+[,}]/.test(text));
  return [
    ...untranslated.map((text) => `not translated: ${text.slice(0, 120)}`),
    ...unfilled.map((text) => `not filled in: ${text.slice(0, 120)}`),
  ];
}
