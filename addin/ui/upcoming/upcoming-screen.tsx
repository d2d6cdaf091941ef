import type { Screen } from '../pane/pane-tabs.tsx';

export default function UpcomingScreen(_props: { readonly onOpen?: (screen: Screen) => void }) {
  return null;
}
