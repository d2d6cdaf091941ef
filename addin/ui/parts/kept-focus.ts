/**
 * Whoever goes by keyboard or screen reader is never thrown to the top of the page because what was pressed is gone: the
 * focus goes to what stands in its place. Parts that know a better place put it there themselves, and sooner.
 */
const FOCUSABLE = 'button, input, select, textarea, summary, a[href], [tabindex]';
const APART = '[role="dialog"], [role="alertdialog"]';

/** Parts of the page find their own place within this time. */
const WAIT_MS = 100;

interface Place {
  readonly element: Element;
  /** All that could have had the focus at that moment, from the top of the page down. */
  readonly order: readonly Element[];
}

/** Watches a page until the returned function is called. A mouse knows no focus, and nothing is moved for it. */
export function keepFocus(page: Document): () => void {
  let place: Place | null = null;
  /** The place before a dialog was opened over it. */
  let behind: Place | null = null;
  let isByPointer = false;
  let timer = 0;
  const remember = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    place = { element: target, order: [...page.querySelectorAll(FOCUSABLE)] };
    if (!target.closest(APART)) behind = place;
  };
  const restore = (): void => {
    if (!place || isByPointer || !isLost(page)) return;
    const wasInDialog = !place.element.isConnected && place.element.closest(APART) !== null;
    whereNow(page, (wasInDialog ? behind : null) ?? place)?.focus();
  };
  const watch = (): void => {
    if (!place || !isLost(page)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(restore, WAIT_MS);
  };
  const point = (): void => {
    isByPointer = true;
  };
  const type = (): void => {
    isByPointer = false;
  };
  const observer = new MutationObserver(watch);
  observer.observe(page.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'aria-hidden', 'inert'],
  });
  page.addEventListener('focusin', remember);
  page.addEventListener('pointerdown', point, true);
  page.addEventListener('keydown', type, true);
  return () => {
    observer.disconnect();
    window.clearTimeout(timer);
    page.removeEventListener('focusin', remember);
    page.removeEventListener('pointerdown', point, true);
    page.removeEventListener('keydown', type, true);
  };
}

/** Nothing has the focus. While Excel's sheet has it, or another window, nothing is lost. */
function isLost(page: Document): boolean {
  return page.hasFocus() && (page.activeElement === null || page.activeElement === page.body);
}

/** The same element, if it was only off for a while; else the first that follows what stood before it. */
function whereNow(page: Document, { element, order }: Place): HTMLElement | undefined {
  if (element.isConnected) return canTake(element) ? element : undefined;
  const before = order.slice(0, order.indexOf(element)).findLast(canTake);
  const all = [...page.querySelectorAll(FOCUSABLE)].filter(canTake);
  return all.find((one) => !before || isAfter(before, one)) ?? before;
}

function isAfter(before: Element, one: Element): boolean {
  return (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function canTake(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    element.closest('[aria-hidden="true"], [inert]') === null &&
    element.getClientRects().length > 0
  );
}
