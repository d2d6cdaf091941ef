import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Puts our own helper around every `import()` of the built pane: the bundler's cannot ask for a file twice. It brings
 * scripts alone: a part that is loaded later has no style sheet of its own.
 */
function fetchedFirst(): Plugin {
  const place = JSON.stringify(here('./addin/ui/boot/fetched-first.ts'));
  return {
    name: 'fetched-first',
    enforce: 'pre',
    apply: 'build',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? `export { fetchedFirst as __vitePreload } from ${place};` : null,
  };
}

/**
 * Has what a page's first script imports asked for together with that script, just as the helper above will ask for it:
 * on a slow line one question after another costs half a second each.
 */
function askedEarly(): Plugin {
  return {
    name: 'asked-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { chunk, bundle = {} }) => {
        if (!chunk) return [];
        const first = withImports([chunk], bundle);
        const next = first.flatMap(({ dynamicImports }) => dynamicImports.flatMap((file) => chunkOf(bundle[file])));
        return withImports(next, bundle)
          .filter((one) => !first.includes(one))
          .map(({ fileName }) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${fileName}` },
          }));
      },
    },
  };
}

type Chunk = Rolldown.OutputChunk;

/** The chunks and all that they import, each once. */
function withImports(chunks: readonly Chunk[], bundle: Rolldown.OutputBundle): readonly Chunk[] {
  const found = new Set(chunks);
  for (const { imports } of found) for (const file of imports) chunkOf(bundle[file]).forEach((one) => found.add(one));
  return [...found];
}

function chunkOf(output: Rolldown.OutputBundle[string] | undefined): readonly Chunk[] {
  return output?.type === 'chunk' ? [output] : [];
}

/** Builds the static pane. Addresses are relative, so that it can lie in any folder of any server. */
export default defineConfig({
  root: here('./addin/ui'),
  base: './',
  publicDir: here('./addin/ui/public'),
  plugins: [react(), fetchedFirst(), askedEarly()],
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
