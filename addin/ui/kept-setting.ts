/**
 * Small choices of this computer (language, server's address), never data. The browser may refuse storage inside
 * Excel on the web; then the choice lasts until the pane is closed.
 */
const inMemory = new Map<string, string>();

export function keptSetting(name: 'language' | 'address'): string | null {
  try {
    return localStorage.getItem(`kurator.${name}`) ?? inMemory.get(name) ?? null;
  } catch {
    return inMemory.get(name) ?? null;
  }
}

export function keepSetting(name: 'language' | 'address', value: string): void {
  inMemory.set(name, value);
  try {
    localStorage.setItem(`kurator.${name}`, value);
  } catch {
    // Refused storage is no fault: the choice stands in memory.
  }
}
