/** The keyring of this pane, once a screen has asked for one. Kept apart from its code, which the first screen has no use for. */
import type { Keyring } from '../../engine/keyring.ts';

let keyring: Keyring | null = null;

export function putKeyringToUse(made: Keyring): void {
  keyring = made;
}

/** Null until then: no key has been entered either. */
export function keyringInUse(): Keyring | null {
  return keyring;
}
