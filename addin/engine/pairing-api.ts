/** Connecting without a key: the pane shows a code and waits until an administrator has approved it. */
import { askedPairingSchema, claimedPairingSchema, type AskedPairing } from '../../shared/sync/access-wire.ts';
import { failed, type Outcome, type SyncErrorCode } from '../../shared/sync/error-codes.ts';
import { serverOrigin } from './server-address.ts';
import { call, type CallOptions } from './server-calls.ts';
import { serverRoutes } from './server-routes.ts';

const ASK_AGAIN_MS = 4_000;
/** The key is given again while its code lasts [PA2]: a line that is away for a while loses nothing. */
const PASSING: ReadonlySet<SyncErrorCode> = new Set(['no-connection', 'timed-out', 'busy', 'rate-limited']);
const MOST_AWAY_MS = 120_000;

function pairingsAt(address: string, { ports }: CallOptions) {
  return serverRoutes({ address }, ports).pairings;
}

/** Asks a server for a code. */
export async function askPairing(typed: string, options: CallOptions): Promise<Outcome<AskedPairing>> {
  const address = serverOrigin(typed);
  if (address === null) return failed('address-malformed');
  return await call((init) => pairingsAt(address, options).$post({}, { init }), askedPairingSchema, options);
}

/**
 * Waits for the administrator; the key, or null when the time is over. Ends with `stopped` by the signal, and with the
 * failure when the server cannot be reached for two minutes.
 */
export async function awaitPairing(
  typed: string,
  secret: string,
  options: CallOptions,
): Promise<Outcome<string | null>> {
  const address = serverOrigin(typed);
  if (address === null) return failed('address-malformed');
  const { claim } = pairingsAt(address, options);
  const { now } = options.ports;
  let heardAt = now();
  for (;;) {
    await options.ports.wait(ASK_AGAIN_MS, options.signal);
    if (options.signal?.aborted) return failed('stopped');
    const claimed = await call((init) => claim.$post({ json: { secret } }, { init }), claimedPairingSchema, options);
    if (!claimed.ok) {
      if (!PASSING.has(claimed.error.code) || now() - heardAt > MOST_AWAY_MS) return claimed;
      continue;
    }
    heardAt = now();
    if (claimed.value.state === 'gone') return { ok: true, value: null };
    if (claimed.value.state === 'approved') return { ok: true, value: claimed.value.token };
  }
}
