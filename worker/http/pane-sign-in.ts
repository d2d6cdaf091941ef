/** How the pane may sign people in at the organisation's own issuer; told to everybody, because it is no secret. */
import * as z from 'zod';
import type { Bindings } from './environment.ts';

export const paneSignInSchema = z
  .object({
    issuer: z.string(),
    /** The pane as the issuer knows it: a public client with PKCE. */
    clientId: z.string(),
    scope: z.string(),
  })
  .nullable();

/** Null where no issuer is configured, or none that knows the pane. */
export function paneSignIn({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SCOPE }: Bindings): z.output<typeof paneSignInSchema> {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, scope: OIDC_SCOPE || 'openid' };
}
