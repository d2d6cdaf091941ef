/** A window on the issuer's page, opened by Excel: panes may not open windows themselves. */
import type { SignInWindow } from '../engine/oidc-sign-in.ts';
import { GO_ON } from '../engine/sign-in-answer.ts';

/** Whether Excel is there and opens windows. */
export function hasSignInDialog(): boolean {
  if (typeof Office === 'undefined') return false;
  // Outside of Office the library has no context; the types say otherwise.
  const context = Office.context as Partial<Office.Context> | undefined;
  return context?.host !== undefined && context.requirements?.isSetSupported('DialogApi', '1.1') === true;
}

/** @param page the pane's own page, on which the window begins and ends */
export function openSignInDialog(page: string): SignInWindow {
  let dialog: Office.Dialog | null = null;
  let isClosed = false;
  let settle: ((answer: string | null) => void) | null = null;
  const answer = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  return {
    answer,
    show: (url) =>
      Office.context.ui.displayDialogAsync(
        page + GO_ON + encodeURIComponent(url),
        { height: 70, width: 40 },
        ({ status, value }) => {
          if (status === Office.AsyncResultStatus.Failed) return settle?.(null);
          if (isClosed) return value.close();
          dialog = value;
          value.addEventHandler(Office.EventType.DialogMessageReceived, (said) =>
            settle?.('message' in said ? said.message : null),
          );
          return value.addEventHandler(Office.EventType.DialogEventReceived, () => settle?.(null));
        },
      ),
    close: () => {
      settle?.(null);
      isClosed = true;
      dialog?.close();
    },
  };
}
