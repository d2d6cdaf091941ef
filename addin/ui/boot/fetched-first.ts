/**
 * What stands around every `import()` of the built pane, in the place of the bundler's own helper. A browser remembers
 * for as long as the page lives that a module did not come, and never asks for it again; so each file is fetched first,
 * more than once where the line is poor, and is imported when it is there.
 */

/** Pauses before a file is asked for again. */
const PAUSES_MS = [500, 2_000];

/** A line that brings nothing for so long is dead; a slow one brings a little all the time. */
const LONGEST_SILENCE_MS = 20_000;

const arrivals = new Map<string, Promise<void>>();

/**
 * @param load the `import()`, whose own address stands in its words
 * @param others addresses of the files that it needs besides, from the importing file's point of view
 * @throws a TypeError as the browser's own when a file does not come; the next call asks anew
 */
export async function fetchedFirst<T>(load: () => Promise<T>, others: readonly string[], importer: string): Promise<T> {
  const own = [...load.toString().matchAll(/\bimport\(\s*[`'"]([^`'"]+)[`'"]\s*\)/g)].map(([, path]) => path ?? '');
  const addresses = [...others, ...own].map((path) => new URL(path, importer).href);
  await Promise.all([...new Set(addresses)].map(arrival));
  return load();
}

function arrival(address: string): Promise<void> {
  const known = arrivals.get(address);
  if (known) return known;
  const coming = fetchPatiently(address).catch((error: unknown) => {
    arrivals.delete(address);
    throw error;
  });
  arrivals.set(address, coming);
  return coming;
}

async function fetchPatiently(address: string): Promise<void> {
  let cache: RequestCache = 'default';
  for (const pause of [...PAUSES_MS, null]) {
    const hasCome = await fetchOnce(address, cache);
    if (hasCome) return;
    // What came in its place may have been kept under its name.
    cache = 'reload';
    if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new TypeError(`Failed to fetch dynamically imported module: ${address}`);
}

/** True when all of it has come: half a file is as good as none, and so is the page of a network that asks to sign in. */
async function fetchOnce(address: string, cache: RequestCache): Promise<boolean> {
  const ending = new AbortController();
  const startSilence = () => setTimeout(() => ending.abort(), LONGEST_SILENCE_MS);
  let silence = startSilence();
  try {
    const response = await fetch(address, { credentials: 'same-origin', cache, signal: ending.signal });
    await readAll(response, () => {
      clearTimeout(silence);
      silence = startSilence();
    });
    return response.ok && !/\bhtml\b/i.test(response.headers.get('content-type') ?? '');
  } catch {
    return false;
  } finally {
    clearTimeout(silence);
  }
}

async function readAll({ body }: Response, onPiece: () => void): Promise<void> {
  const reader = body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    onPiece();
  }
}
