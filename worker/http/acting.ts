/** Who acts on a region in a request, as the services want to know it. */
import type { Context } from 'hono';
import type { RegionActor } from '../services/administer.ts';
import type { HttpEnv } from './environment.ts';

/** For routes that reach the whole region. */
export function acting(c: Context<HttpEnv>): RegionActor {
  return { scope: c.get('region'), actor: c.get('actor') };
}
