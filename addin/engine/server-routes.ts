/** The server's routes, typed by the server itself: the one thing that the add-in takes from it. */
import { hc } from 'hono/client';
import type { AppType } from '../../worker/index.ts';
import type { Connection, SyncPorts } from './sync-contract.ts';

/** The routes of version 1 at an address, asked with a token; without one only what is open to all answers. */
export function serverRoutes(
  { address, token }: Pick<Connection, 'address'> & Partial<Pick<Connection, 'token'>>,
  { fetch }: Pick<SyncPorts, 'fetch'>,
) {
  const headers = { accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  return hc<AppType>(address, { fetch, headers }).api.v1;
}
