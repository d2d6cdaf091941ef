/**
 * Small choices of this computer (language, server's address, headings), never data. The browser may refuse storage inside
 * Excel on the web; then the choice lasts until the pane is closed.
 */
const inMemory = new Map<string, string>();

/** `mappings`: how headings were put right, for other workbooks with the same headings. */
type Setting = 'language' | 'address' | 'mappings';

export function keptSetting(name: Setting): string | null {
  try {
    return localStorage.getItem(`kurator.${name}`) ?? inMemory.get(name) ?? null;
  } catch {
    return inMemory.get(name) ?? null;
  }
}

export function keepSetting(name: Setting, value: string): void {
  inMemory.set(name, value);
  try {
    localStorage.setItem(`kurator.${name}`, value);
  } catch {
    // Refused storage is no fault: the choice stands in memory.
  }
}
