/**
 * Security headers, for pane and API separately. The pane is shown in a frame of Excel, so it has no X-Frame-Options and
 * names the hosts of Office as ancestors; the API is never framed, cached or read as anything but JSON.
 */
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './environment.ts';

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

const API = {
  ...COMMON,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Hosts that show task panes: Excel on the web and its relatives (Office documentation, «frame-ancestors»). */
const OFFICE_HOSTS =
  'https://*.officeapps.live.com https://*.office.com https://*.microsoft365.com https://*.cloud.microsoft https://*.sharepoint.com https://*.office365.com';

/**
 * office.js comes from Microsoft's address and builds styles of its own; everything else is ours. For old hosts it loads
 * one script of a folder beside which lie libraries that would run whatever stands on a page: they are not let in.
 */
const PANE_POLICY = [
  "default-src 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com/ajax/3.5/",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${OFFICE_HOSTS}`,
].join('; ');

const PANE = { ...COMMON, 'content-security-policy': PANE_POLICY } as const;
/** The page of the API's description: one script and one style of our own, nothing from elsewhere. */
const DOCS = {
  ...API,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'",
} as const;

/** Headers of every answer under /api. The time is among them: by it a pane sees that its computer's clock is wrong. */
export const apiHeaders = (now: () => number) =>
  createMiddleware<HttpEnv>(async function apiHeaders(c, next) {
    await next();
    const headers = c.req.path.startsWith('/api/docs') ? DOCS : API;
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header('date', new Date(now()).toUTCString());
  });

/** The response of the static pane with the pane's headers. Pages are asked for anew, hashed files are kept. */
export function withPaneHeaders(response: Response, path: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(PANE)) headers.set(name, value);
  const isHashed = path.startsWith('/assets/') && (response.ok || response.status === 304);
  headers.set('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
