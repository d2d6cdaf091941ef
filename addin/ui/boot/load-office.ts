/** Loads Microsoft's office.js and waits until Excel answers. Where the address is blocked, office.js never answers. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** A slow line needs seconds for half a megabyte; nobody waits longer than this without a word. */
const TIME_LIMIT_MS = 20_000;

export type OfficeAnswer = 'excel' | 'not-excel' | 'absent';

/** `not-excel`: the library is there, but no Excel behind it. `absent`: it did not load or did not answer in time. */
export function loadOffice(page: Document = document): Promise<OfficeAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('absent'), TIME_LIMIT_MS);
    const answer = (value: OfficeAnswer): void => {
      clearTimeout(timer);
      resolve(value);
    };
    const script = page.createElement('script');
    script.src = OFFICE_JS;
    script.addEventListener('error', () => answer('absent'));
    script.addEventListener('load', () => {
      Office.onReady().then(
        ({ host }) => answer(host === Office.HostType.Excel ? 'excel' : 'not-excel'),
        () => answer('absent'),
      );
    });
    page.head.append(script);
  });
}
