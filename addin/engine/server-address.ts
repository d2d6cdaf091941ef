/** The address of a server as people type it. */

/** «localhost:8787», «kurator.example.ru» or a full URL as an origin; null when it is none. Loopback may do without TLS. */
export function serverOrigin(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  const isLoopback = /^(https?:\/\/)?(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/i.test(typed);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${isLoopback ? 'http' : 'https'}://${typed}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return null;
  }
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  return isAllowed && url.username === '' && url.password === '' ? url.origin : null;
}
