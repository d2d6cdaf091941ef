/** How the page on which a sign-in ends hands the issuer's answer to the pane that waits for it. */

/** Name of the channel between windows of the pane's own origin. */
export const SIGN_IN_CHANNEL = 'kurator.sign-in';
/** Marks, within one window, that Excel has opened it: it then answers to Excel. */
export const DIALOG_MARK = 'kurator.sign-in-dialog';
/** Before the issuer's address behind the page's own: Excel opens windows on the pane's own pages only. */
export const GO_ON = '#to=';

/** The page as the issuer knows it, beside the pane. */
export function signedInPage(pane: string): string {
  return new URL('signed-in.html', pane).href.replace(/[?#].*$/s, '');
}

/** Whether a window may go on to an address: to the issuer that the server names, and nowhere else. */
export function isAtIssuer(address: string, issuer: string): boolean {
  try {
    const to = new URL(address);
    return to.protocol === 'https:' && to.origin === new URL(issuer).origin;
  } catch {
    return false;
  }
}
