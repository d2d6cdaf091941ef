import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { detectHost, pageTraces } from './boot/host-detection.ts';

const root = document.querySelector('#pane');
if (root) createRoot(root).render(<App host={detectHost(pageTraces(window))} />);
