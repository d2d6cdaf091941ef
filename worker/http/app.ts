/** The whole API, and the pane beside it. */
import { Hono, type Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { openAPIRouteHandler, type GenerateSpecOptions } from 'hono-openapi';
import type { Limiter } from '../services/limiter.ts';
import type { Ports } from '../services/ports.ts';
import type { Authenticator } from '../services/sign-in.ts';
import { adminRoutes } from './admin-routes.ts';
import { aheadRoutes } from './ahead-routes.ts';
import { declaredRoutes, openToAll } from './access.ts';
import { codeOf, errorResponse } from './api-error.ts';
import { DOCS_CSS, DOCS_HTML, DOCS_JS } from './docs-page.ts';
import type { Bindings, HttpEnv } from './environment.ts';
import { apiHeaders, withPaneHeaders } from './headers.ts';
import { requestLog } from './log.ts';
import { limitedBody, onlyJson } from './parsed.ts';
import { duplicateRoutes } from './duplicate-routes.ts';
import { handInRoutes } from './hand-in-routes.ts';
import { packRoutes } from './pack-routes.ts';
import { pairingRoutes } from './pairing-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { regionRoutes } from './region-routes.ts';
import { syncRoutes } from './sync-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface Edges {
  /** The services' ports for one request. */
  readonly ports: (env: Bindings) => Promise<Ports>;
  /** How callers are known, and how often they may ask. */
  readonly authenticator: (env: Bindings) => Authenticator;
  readonly limiter: (env: Bindings) => Limiter;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const api = new Hono<HttpEnv>()
  .route('/', regionRoutes)
  .route('/', tokenRoutes)
  .route('/', syncRoutes)
  .route('/', adminRoutes)
  .route('/', packRoutes)
  .route('/', pairingRoutes)
  .route('/', aheadRoutes)
  .route('/', pictureRoutes)
  .route('/', handInRoutes)
  .route('/', duplicateRoutes)
  .route('/', webhookRoutes);

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Kurator API',
    version: '1',
    description: 'Registers of families under social support: sending and overview.',
  },
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  security: [{ key: [] }],
} satisfies GenerateSpecOptions['documentation'];

function methodUnknown(c: Context<HttpEnv>, methods: readonly string[]): Response {
  c.header('allow', methods.join(', '));
  return errorResponse(c, 'method-unknown');
}

/** Builds the app. Throws when a route does not declare its access. */
export function createApp(edges: Edges) {
  const root = new Hono<HttpEnv>();
  const app = root
    .use('/api/*', requestLog(edges.log, edges.now))
    .use('/api/*', apiHeaders(edges.now))
    .use('/api/*', methodNotAllowed({ app: root, onMethodNotAllowed: methodUnknown }))
    .use('/api/*', async (c, next) => {
      c.set('ports', await edges.ports(c.env));
      c.set('authenticator', edges.authenticator(c.env));
      c.set('limiter', edges.limiter(c.env));
      await next();
    })
    .use('/api/*', onlyJson)
    .use('/api/*', limitedBody)
    .route('/api/v1', api);
  app.get('/api/openapi.json', openToAll(), openAPIRouteHandler(app, { documentation: DOCUMENT }));
  app.get('/api/docs', openToAll(), (c) => c.html(DOCS_HTML));
  app.get('/api/docs/docs.css', openToAll(), (c) =>
    c.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/api/docs/docs.js', openToAll(), (c) =>
    c.body(DOCS_JS, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.notFound(async (c) => {
    if (/^\/api(\/|$)/.test(c.req.path)) return errorResponse(c, 'not-found');
    const { ASSETS } = c.env;
    if (ASSETS === undefined) return c.text('', 404);
    // Files keep their own names, so the bare address is told which of them it means.
    const page = c.req.path === '/' ? new Request(new URL('/index.html', c.req.url), c.req.raw) : c.req.raw;
    return withPaneHeaders(await ASSETS.fetch(page), c.req.path);
  });
  app.onError((error, c) => errorResponse(c, codeOf(error)));
  declaredRoutes(app);
  return app;
}
