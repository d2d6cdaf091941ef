import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the static pane. Addresses are relative, so that it can lie in any folder of any server. */
export default defineConfig({
  root: here('./addin/ui'),
  base: './',
  publicDir: here('./addin/ui/public'),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['chrome100', 'edge100', 'firefox100', 'safari15.4'],
    // A data: address in a style sheet or image would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        pane: here('./addin/ui/pane.html'),
        index: here('./addin/ui/index.html'),
        signedIn: here('./addin/ui/signed-in.html'),
      },
    },
  },
});
