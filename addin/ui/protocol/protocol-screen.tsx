import type { Screen } from '../pane/pane-tabs.tsx';

export default function ProtocolScreen(_props: { readonly onOpen?: (screen: Screen) => void }) {
  return null;
}
