/** Tells whether the page was opened by Excel. Nothing is requested from anywhere before this says so. */
export interface PageTraces {
  readonly search: string;
  readonly hash: string;
  /** Office on the web names the frame with JSON that holds "hostInfo". */
  readonly windowName: string;
  readonly isFramed: boolean;
}

/** "excel" for a page inside Office, "file" for one that a person opened in a browser. `?host=` decides either way. */
export function detectHost({ search, hash, windowName, isFramed }: PageTraces): 'excel' | 'file' {
  const asked = new URLSearchParams(search).get('host');
  if (asked === 'excel' || asked === 'file') return asked;
  const isOffice = /_host_Info/i.test(search) || /_host_Info/i.test(hash) || /host_?info/i.test(windowName);
  return isOffice || isFramed ? 'excel' : 'file';
}

export function pageTraces(page: Window): PageTraces {
  const { search, hash } = page.location;
  return { search, hash, windowName: page.name, isFramed: page.parent !== page };
}
