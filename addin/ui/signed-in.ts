/**
 * The window of a sign-in. Opened by Excel it goes on to the issuer first; when the issuer sends the person back, it
 * hands the answer to the pane and closes. Nothing is kept.
 */
import { signInPlace } from '../engine/oidc-sign-in.ts';
import { DIALOG_MARK, GO_ON, isAtIssuer, SIGN_IN_CHANNEL } from '../engine/sign-in-answer.ts';
import { webPorts } from '../engine/web-ports.ts';
import { loadOffice } from './boot/load-office.ts';

async function goOn(address: string): Promise<void> {
  const place = await signInPlace(window.location.origin, { ports: webPorts() });
  // Whoever else sends people here with an address of his own does not get them any further.
  if (!place.ok || place.value === null || !isAtIssuer(address, place.value.issuer)) return;
  sessionStorage.setItem(DIALOG_MARK, 'yes');
  window.location.replace(address);
}

async function answer(search: string): Promise<void> {
  if (sessionStorage.getItem(DIALOG_MARK) === null) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
    new BroadcastChannel(SIGN_IN_CHANNEL).postMessage(search);
    window.close();
    return;
  }
  sessionStorage.removeItem(DIALOG_MARK);
  await loadOffice();
  Office.context.ui.messageParent(search);
}

const { hash, search } = window.location;
if (hash.startsWith(GO_ON)) void goOn(decodeURIComponent(hash.slice(GO_ON.length)));
else if (search !== '') void answer(search);
