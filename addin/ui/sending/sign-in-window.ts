/** A window on the issuer's page, opened by the browser. It must be opened by the click itself, or it is blocked. */
import type { SignInWindow } from '../../engine/oidc-sign-in.ts';
import { SIGN_IN_CHANNEL } from '../../engine/sign-in-answer.ts';

/** Null where the browser opens no windows. */
export function openSignInWindow(): SignInWindow | null {
  const opened = window.open('', '_blank', 'popup,width=520,height=720');
  if (opened === null) return null;
  const channel = new BroadcastChannel(SIGN_IN_CHANNEL);
  let settle: ((answer: string | null) => void) | null = null;
  const answer = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') settle?.(data);
  });
  return {
    answer,
    show: (url) => opened.location.replace(url),
    close: () => {
      settle?.(null);
      channel.close();
      opened.close();
    },
  };
}
