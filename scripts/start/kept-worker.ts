/** How the Worker is served on this computer: its data in a folder, nothing of it elsewhere. */
export function keptIn(state: string) {
  return { inspector: false, persist: state, watch: false, remote: false, logLevel: 'error' } as const;
}
