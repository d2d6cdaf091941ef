import { useSessionState } from '../session-access.tsx';

/** What stands over the lower end of the list, in pixels: the footer, and the notice of a correction. */
export function useHeightBelow(): number {
  return useSessionState((state) => state.notice !== null) ? 180 : 96;
}
