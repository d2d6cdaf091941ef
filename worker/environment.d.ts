/* eslint-disable typescript/consistent-type-imports -- an ambient file has no imports of its own */
/** The Worker's bindings as the platform's types know them. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database;
    ASSETS?: Fetcher;
    AUDIT_KEY: string;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('./index.ts');
  }
}
